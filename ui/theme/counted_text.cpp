#include "ui/theme/counted_text.h"

#include "ui/theme/number_format.h"

#include <QCoreApplication>

#include <limits>

namespace knockscape::ui
{

QString translatedForm(const char *context, const char *text, qint64 count)
{
    // No language looks at more than the last six digits of a large number.
    constexpr qint64 million = 1'000'000;
    const qint64 deciding = count > std::numeric_limits<int>::max() ? million + count % million : count;
    return QCoreApplication::translate(context, text, nullptr, static_cast<int>(deciding));
}

QString trCount(const char *context, const char *one, const char *many, qint64 count)
{
    QString text = translatedForm(context, many, count);
    if (count == 1 && text == QString::fromUtf8(many)) {
        text = QString::fromUtf8(one);
    }
    return text.replace(QLatin1String("%1"), formatCount(count));
}

} // namespace knockscape::ui
