#include "app/cli/command.h"

int main(int argc, char **argv)
{
    CLI::App app{"Knockscape"};
    knockscape::cli::Context context;
    knockscape::cli::addCellCommands(app, context);
    CLI11_PARSE(app, argc, argv);
    return 0;
}
