#include "app/desktop/map_export.h"

#include "app/desktop/exit_code.h"
#include "engine/cell/bundle.h"
#include "engine/cell/knockout_list.h"
#include "engine/fba/flux_balance.h"
#include "engine/fba/media.h"
#include "engine/maps/map_file.h"
#include "ui/mainwindow/file_kind.h"
#include "ui/metabolism/flux_painting.h"
#include "ui/metabolism/map_choice.h"
#include "ui/metabolism/map_picture.h"

#include <QApplication>
#include <QFileInfo>

#include <cstdio>

namespace knockscape::app
{
namespace
{

void report(const std::vector<Issue> &issues)
{
    for (const Issue &issue : issues) {
        std::fprintf(stderr, "%s\n", describe(issue).c_str());
    }
}

std::filesystem::path cellPath(const CommandLine &line)
{
    std::filesystem::path path = ui::demoFiles().cell.value_or(std::filesystem::path());
    if (!line.files.empty()) {
        path = line.files.front();
    }
    return path;
}

/// The cell on the medium of --medium.
std::shared_ptr<const Cell> readCell(const CommandLine &line)
{
    const std::filesystem::path path = cellPath(line);
    std::vector<Issue> issues;
    auto cell = std::make_shared<Cell>(readCellBundle(path, issues));
    if (line.map.medium.isEmpty()) {
        report(issues);
        return cell;
    }
    const Medium medium = findMedium(*cell, path, line.map.medium.toStdString(), issues);
    report(issues);
    return onMedium(cell, medium);
}

/// The genes that are knocked out: of --genes, else those that the map is about.
Genotype readKnockouts(const CommandLine &line, const Cell &cell)
{
    const QString text = !line.genes.isEmpty() ? line.genes : line.map.genes;
    Genotype knockouts;
    std::vector<Issue> issues;
    for (const KnockoutEntry &entry : parseKnockoutArgument(text.toStdString(), cell.genes)) {
        issues.insert(issues.end(), entry.issues.begin(), entry.issues.end());
        for (const GeneIndex gene : entry.genotype.genes()) {
            knockouts = knockouts.with(gene);
        }
    }
    if (!issues.empty()) {
        throw InputError(issues);
    }
    return knockouts;
}

/// Fluxes where the cell has a metabolism that grows; else the map shows its lines only, and a note says why.
std::shared_ptr<const ui::FluxPair> simulate(const std::shared_ptr<const Cell> &cell, const Genotype &knockouts)
{
    try {
        FluxBalance balance(cell);
        auto pair = std::make_shared<ui::FluxPair>();
        pair->genotype = knockouts;
        pair->wildType = balance.simulateFluxes({}, FluxMethod::Parsimonious).fluxes;
        pair->wildTypeGrowth = balance.wildTypeGrowth();
        const SimulatedFluxes knockout = balance.simulateFluxes(knockouts, FluxMethod::Parsimonious);
        pair->knockout = knockout.fluxes;
        pair->growth = knockout.growth.growth;
        pair->status = knockout.growth.status;
        pair->lostMetabolites = balance.lostMetabolites(knockouts);
        return pair;
    } catch (const InputError &error) {
        report(error.issues());
        return nullptr;
    }
}

class MapWriter
{
public:
    explicit MapWriter(const CommandLine &line) : line_(line), folder_(line.exportFolder.toStdString()) {}

    int write()
    {
        const std::shared_ptr<const Cell> cell = readCell(line_);
        ui::MapOrder order;
        order.cell = cell;
        order.choice = line_.map.choice;
        order.knockouts = readKnockouts(line_, *cell);
        const auto fluxes = simulate(cell, order.knockouts);
        if (fluxes) {
            order.fluxes = fluxes->wildType;
        }
        ui::MapWorkshop workshop;
        ui::MapAnswer answer = workshop.draw(order, {});
        report(answer.issues);
        std::filesystem::create_directories(folder_);
        for (std::size_t part = 0; part < answer.maps.size(); ++part) {
            ui::DrawnMap &drawn = answer.maps[part];
            const QString name = part == 0 ? QStringLiteral("map") : QStringLiteral("map-%1").arg(part + 1);
            writeMapFile(drawn.document, pathOf(name + QStringLiteral(".json")));
            std::printf("%s\n", pathOf(name + QStringLiteral(".json")).string().c_str());
            const ui::MapScenePtr scene = ui::makeMapScene(std::move(drawn.document), std::move(drawn.match), cell,
                                                           order.knockouts, QApplication::font());
            const ui::MapPainting painting =
                ui::fluxPainting(*cell, scene->reactionRows, line_.map.paint, fluxes.get(), order.knockouts);
            const QString title =
                line_.map.medium.isEmpty()
                    ? answer.title
                    : QCoreApplication::translate("MapExport", "%1, medium: %2").arg(answer.title, line_.map.medium);
            writePictures(ui::mapPicture(scene, painting, title), name);
        }
        return failed_ ? exitFailed : exitDone;
    }

private:
    std::filesystem::path pathOf(const QString &name) const
    {
        return std::filesystem::absolute(folder_) / name.toStdString();
    }

    void writePictures(const ui::PictureSource &source, const QString &name)
    {
        const ui::PictureLayout layout = line_.pictures.layoutOf(source.layout);
        for (const char *suffix : {".png", ".svg", ".pdf"}) {
            const std::string file = pathOf(name + QString::fromLatin1(suffix)).string();
            QString error;
            if (ui::writePicture(source, layout, QString::fromStdString(file), &error)) {
                std::printf("%s\n", file.c_str());
            } else {
                failed_ = true;
                std::fprintf(stderr, "%s\n", qPrintable(error));
            }
        }
    }

    const CommandLine &line_;
    std::filesystem::path folder_;
    bool failed_ = false;
};

} // namespace

int exportMap(const CommandLine &line)
{
    try {
        return MapWriter(line).write();
    } catch (const InputError &error) {
        report(error.issues());
        return exitBadInput;
    } catch (const std::exception &error) {
        std::fprintf(stderr, "%s\n", error.what());
        return exitFailed;
    }
}

} // namespace knockscape::app
