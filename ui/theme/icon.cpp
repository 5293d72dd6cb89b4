#include "ui/theme/icon.h"

#include <QColor>
#include <QFile>
#include <QGuiApplication>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace knockscape::ui
{
namespace
{

/// Source of an icon, read once.
QByteArray iconSource(const QString &name)
{
    static QHash<QString, QByteArray> sources;
    const auto known = sources.constFind(name);
    if (known != sources.constEnd()) {
        return *known;
    }
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    const QByteArray source = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    sources.insert(name, source);
    return source;
}

QColor paletteColour(QIcon::Mode mode)
{
    const QPalette palette = QGuiApplication::palette();
    switch (mode) {
    case QIcon::Disabled:
        return palette.color(QPalette::Disabled, QPalette::ButtonText);
    case QIcon::Selected:
        return palette.color(QPalette::HighlightedText);
    case QIcon::Normal:
    case QIcon::Active:
        break;
    }
    return palette.color(QPalette::ButtonText);
}

class ThemedIconEngine final : public QIconEngine
{
public:
    ThemedIconEngine(QString name, QColor colour) : name_(std::move(name)), colour_(std::move(colour)) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const qreal scale = painter->device()->devicePixelRatioF();
        QPixmap drawn = render(rect.size() * scale, mode);
        drawn.setDevicePixelRatio(scale);
        painter->drawPixmap(rect.topLeft(), drawn);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override { return render(size, mode); }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        return render(size, mode);
    }

    QIconEngine *clone() const override { return new ThemedIconEngine(name_, colour_); }

private:
    QPixmap render(const QSize &size, QIcon::Mode mode) const
    {
        const bool follows = !colour_.isValid() || mode == QIcon::Disabled || mode == QIcon::Selected;
        const QColor colour = follows ? paletteColour(mode) : colour_;
        const QString key = QStringLiteral("knockscape/%1/%2/%3x%4")
                                .arg(name_, colour.name(QColor::HexArgb))
                                .arg(size.width())
                                .arg(size.height());
        QPixmap drawn;
        if (QPixmapCache::find(key, &drawn)) {
            return drawn;
        }
        drawn = QPixmap(size);
        drawn.fill(Qt::transparent);
        QByteArray source = iconSource(name_);
        QSvgRenderer renderer(source.replace("currentColor", colour.name().toLatin1()));
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        QPainter painter(&drawn);
        renderer.render(&painter);
        painter.end();
        QPixmapCache::insert(key, drawn);
        return drawn;
    }

    QString name_;
    QColor colour_;
};

} // namespace

QIcon themedIcon(const QString &name, const QColor &colour)
{
    return iconSource(name).isEmpty() ? QIcon() : QIcon(new ThemedIconEngine(name, colour));
}

QIcon applicationIcon()
{
    return QIcon(QStringLiteral(":/icons/knockscape.svg"));
}

} // namespace knockscape::ui
