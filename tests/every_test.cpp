// Part of every test program: what makes a test independent of the person whose machine it runs on.

#include <QLocale>

namespace
{

/// Tests compare numbers and dates as they are written in English, whatever the language of the machine.
const bool writesEnglish = [] {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    return true;
}();

} // namespace
