#include "ui/theme/counted_tab.h"

#include "ui/theme/number_format.h"

#include <QCoreApplication>
#include <QProxyStyle>
#include <QStringList>
#include <QStyleOptionTab>

#include <algorithm>
#include <utility>

namespace knockscape::ui
{
namespace
{

/// Who has more of them looks at the list, not at the number.
constexpr std::int64_t largestTabCount = 999;

QStringList &countedTitles()
{
    static QStringList titles;
    return titles;
}

QString withCount(const QString &title, const QString &count)
{
    return QStringLiteral("%1 (%2)").arg(title, count);
}

QString widestCountedTitle(const QString &title)
{
    return withCount(title, formatCount(largestTabCount) + QLatin1Char('+'));
}

class CountedTabStyle : public QProxyStyle
{
public:
    using QProxyStyle::QProxyStyle;

    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                           const QWidget *widget) const override
    {
        const auto *tab = type == CT_TabBarTab ? qstyleoption_cast<const QStyleOptionTab *>(option) : nullptr;
        QSize needed = contents;
        if (tab != nullptr) {
            needed.rwidth() += lackingWidth(*tab);
        }
        return QProxyStyle::sizeFromContents(type, option, needed, widget);
    }

private:
    static int lackingWidth(const QStyleOptionTab &tab)
    {
        for (const QString &title : std::as_const(countedTitles())) {
            if (tab.text == title || tab.text.startsWith(title + QLatin1String(" ("))) {
                const auto width = [&tab](const QString &text) {
                    return tab.fontMetrics.size(Qt::TextShowMnemonic, text).width();
                };
                return std::max(0, width(widestCountedTitle(title)) - width(tab.text));
            }
        }
        return 0;
    }
};

} // namespace

QString countedTabTitle(const QString &title, std::int64_t count)
{
    if (!countedTitles().contains(title)) {
        countedTitles().append(title);
    }
    return count <= 0                ? title
           : count > largestTabCount ? widestCountedTitle(title)
                                     : withCount(title, formatCount(count));
}

std::unique_ptr<QProxyStyle> makeCountedTabStyle(const QString &baseStyle)
{
    return std::make_unique<CountedTabStyle>(baseStyle);
}

} // namespace knockscape::ui
