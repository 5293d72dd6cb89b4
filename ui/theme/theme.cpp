#include "ui/theme/theme.h"

#include "ui/theme/colours.h"
#include "ui/theme/counted_tab.h"

#include <QApplication>
#include <QLabel>
#include <QPixmapCache>
#include <QProxyStyle>
#include <QStyle>

namespace knockscape::ui
{
namespace
{

struct Shades {
    QRgb window, base, alternate, button, text, dimmed, disabled, accent, accentText, link, tooltip, light, shadow;
};

QPalette paletteOf(const Shades &shades)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, QRgb colour) {
        palette.setColor(role, QColor::fromRgb(colour));
    };
    set(QPalette::Window, shades.window);
    set(QPalette::Base, shades.base);
    set(QPalette::AlternateBase, shades.alternate);
    set(QPalette::Button, shades.button);
    set(QPalette::WindowText, shades.text);
    set(QPalette::Text, shades.text);
    set(QPalette::ButtonText, shades.text);
    set(QPalette::BrightText, shades.accentText);
    set(QPalette::PlaceholderText, shades.dimmed);
    set(QPalette::Highlight, shades.accent);
    set(QPalette::HighlightedText, shades.accentText);
    set(QPalette::Link, shades.link);
    set(QPalette::LinkVisited, shades.link);
    set(QPalette::ToolTipBase, shades.tooltip);
    set(QPalette::ToolTipText, shades.text);
    set(QPalette::Light, shades.light);
    set(QPalette::Midlight, shades.alternate);
    set(QPalette::Mid, shades.disabled);
    set(QPalette::Dark, shades.shadow);
    set(QPalette::Shadow, shades.shadow);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, QColor::fromRgb(shades.disabled));
    }
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor::fromRgb(shades.button));
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, QColor::fromRgb(shades.disabled));
    return palette;
}

/// What Fusion does not do by itself: flat panels, calm docks and a tool bar that does not look like a button row.
QString styleRules(const QPalette &palette)
{
    const QString line = hairline(palette).name();
    const QString dimmed = dimmedText(palette).name();
    const QString chosen =
        mixed(palette.color(QPalette::Window), palette.color(QPalette::Highlight), isDark(palette) ? 0.5 : 0.2).name();
    return QStringLiteral("QToolBar{border:0;border-bottom:1px solid %1;spacing:2px;padding:2px 6px}"
                          "QStatusBar{border-top:1px solid %1}QStatusBar::item{border:0}"
                          "QMainWindow::separator{background:%1;width:1px;height:1px;margin:1px}"
                          "QLabel[caption=\"true\"]{color:%2;font-weight:600}"
                          "QToolTip{border:1px solid %1;padding:3px}"
                          "QToolButton[segment=\"true\"]:checked{background:%3;border:1px solid %4;border-radius:3px;"
                          "padding:2px}")
        .arg(line, dimmed, chosen, palette.color(QPalette::Highlight).name());
}

} // namespace

QString themeKey(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::Light:
        return QStringLiteral("light");
    case ThemeChoice::Dark:
        return QStringLiteral("dark");
    case ThemeChoice::System:
        break;
    }
    return QStringLiteral("system");
}

ThemeChoice themeFromKey(const QString &key)
{
    if (key == QLatin1String("light")) {
        return ThemeChoice::Light;
    }
    return key == QLatin1String("dark") ? ThemeChoice::Dark : ThemeChoice::System;
}

QPalette lightPalette()
{
    return paletteOf({.window = 0xfff5f6f7,
                      .base = 0xffffffff,
                      .alternate = 0xfff4f6f8,
                      .button = 0xffeef0f2,
                      .text = 0xff1d2329,
                      .dimmed = 0xff6b7480,
                      .disabled = 0xffa3abb3,
                      .accent = 0xff0067a3,
                      .accentText = 0xffffffff,
                      .link = 0xff005a9c,
                      .tooltip = 0xffffffff,
                      .light = 0xffffffff,
                      .shadow = 0xffb9c0c7});
}

QPalette darkPalette()
{
    return paletteOf({.window = 0xff22262b,
                      .base = 0xff1a1d21,
                      .alternate = 0xff1f2327,
                      .button = 0xff2d3238,
                      .text = 0xffe4e8ec,
                      .dimmed = 0xff9aa4af,
                      .disabled = 0xff6a737d,
                      .accent = 0xff2f7fb8,
                      .accentText = 0xffffffff,
                      .link = 0xff7cc0f0,
                      .tooltip = 0xff2d3238,
                      .light = 0xff3a4047,
                      .shadow = 0xff101215});
}

namespace
{

/// Rich text keeps the link colour it was first laid out with, and a label lays out anew only for another text.
void layLinksOutAnew()
{
    for (QWidget *widget : QApplication::allWidgets()) {
        auto *label = qobject_cast<QLabel *>(widget);
        const QString text = label != nullptr ? label->text() : QString();
        if (text.contains(QStringLiteral("<a "))) {
            label->clear();
            label->setText(text);
        }
    }
}

} // namespace

void applyTheme(ThemeChoice choice)
{
    // The palette before we first change it is the platform's wish.
    static const bool systemIsDark = isDark(QApplication::palette());
    const bool dark = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && systemIsDark);
    const QPalette palette = dark ? darkPalette() : lightPalette();
    static const QStyle *const style = [] {
        QStyle *made = makeCountedTabStyle(QStringLiteral("Fusion")).release();
        QApplication::setStyle(made); // which owns it from now on
        return made;
    }();
    Q_UNUSED(style);
    QApplication::setPalette(palette);
    const QString rules = styleRules(palette);
    if (qApp->styleSheet() != rules) {
        // Replacing rules makes Qt 6.4 polish every widget in its cache, tab widgets that are gone among them; without
        // rules in between it starts a new cache.
        qApp->setStyleSheet({});
        qApp->setStyleSheet(rules);
        layLinksOutAnew();
    }
}

QLabel *makeCaption(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text.toUpper(), parent);
    label->setProperty("caption", true);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * 0.85);
    font.setLetterSpacing(QFont::PercentageSpacing, 104);
    label->setFont(font);
    return label;
}

QFont numberFont()
{
    QFont font = QApplication::font();
    font.setStyleHint(QFont::SansSerif);
    return font;
}

} // namespace knockscape::ui
