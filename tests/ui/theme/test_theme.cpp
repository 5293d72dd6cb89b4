#include "tests/patience.h"
#include "ui/theme/counted_tab.h"
#include "ui/theme/field_message.h"
#include "ui/theme/steady_lines.h"
#include "ui/theme/steady_place.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTest>
#include <QVBoxLayout>

using namespace knockscape::ui;

namespace
{

bool shows(QLabel &label, const QColor &colour)
{
    const QImage image = label.grab().toImage();
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).rgb() == colour.rgb()) {
                return true;
            }
        }
    }
    return false;
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void linksTakeTheColourOfTheTheme();
    void aMessageUnderAFieldMovesNothing();
    void aCountInATabMovesNoOther();
    void whatTakesTurnsMovesNothing();
    void linesKeepTheirRoom();
};

/// Whatever a text of so many lines says, it is as high; what has no room is in the tooltip.
void TestTheme::linesKeepTheirRoom()
{
    QWidget page;
    auto *column = new QVBoxLayout(&page);
    auto *text = new SteadyLines(2);
    auto *below = new QPushButton(QStringLiteral("below"));
    column->addWidget(text);
    column->addWidget(below);
    column->addStretch(1);
    page.resize(240, 200);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    const QRect before = below->geometry();
    for (const int words : {1, 6, 100}) {
        text->setText(QStringLiteral("gene ").repeated(words).trimmed());
        QCoreApplication::processEvents();
        QCOMPARE(below->geometry(), before);
        QCOMPARE(text->isCut(), words == 100);
        QVERIFY(text->height() >= 2 * text->fontMetrics().lineSpacing());
    }
    text->clear();
    QCoreApplication::processEvents();
    QCOMPARE(below->geometry(), before);
}

void TestTheme::linksTakeTheColourOfTheTheme()
{
    applyTheme(ThemeChoice::Light);
    const QColor light = QApplication::palette().color(QPalette::Link);
    QLabel label;
    QFont font = label.font();
    font.setPointSize(60);
    font.setBold(true);
    label.setFont(font);
    label.setTextFormat(Qt::RichText);
    const QString text = QStringLiteral("<a href='0'>HXK2</a>");
    label.setText(text);
    label.show();
    QVERIFY(QTest::qWaitForWindowExposed(&label));
    QVERIFY(shows(label, light));
    applyTheme(ThemeChoice::Dark);
    const QColor dark = QApplication::palette().color(QPalette::Link);
    QVERIFY(dark != light);
    QVERIFY(shows(label, dark));
    QVERIFY(!shows(label, light));
    QCOMPARE(label.text(), text);
}

void TestTheme::aMessageUnderAFieldMovesNothing()
{
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *field = new QLineEdit;
    auto *below = new QPlainTextEdit;
    column->addWidget(field);
    column->addWidget(below);
    window.resize(400, 300);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    const QRect before = below->geometry();
    FieldMessage message(field);
    message.showText(QStringLiteral("“fitnes” is no column"));
    QCoreApplication::processEvents();
    QVERIFY(message.isVisible());
    QCOMPARE(below->geometry(), before);
    QCOMPARE(message.geometry().topLeft(), field->geometry().bottomLeft() + QPoint(0, 1));
    QVERIFY(message.height() >= message.fontMetrics().height());
    // It follows the field, and goes with it and with its text.
    window.resize(600, 300);
    QTRY_COMPARE(message.width(), field->width());
    field->hide();
    QVERIFY(!message.isVisible());
    field->show();
    QVERIFY(message.isVisible());
    message.showText({});
    QVERIFY(!message.isVisible());
    QCOMPARE(below->geometry().top(), before.top());
}

void TestTheme::aCountInATabMovesNoOther()
{
    applyTheme(ThemeChoice::Light);
    QCOMPARE(countedTabTitle(QStringLiteral("Found"), 0), QStringLiteral("Found"));
    QCOMPARE(countedTabTitle(QStringLiteral("Found"), 12), QStringLiteral("Found (12)"));
    QCOMPARE(countedTabTitle(QStringLiteral("Found"), 1000), QStringLiteral("Found (999+)"));
    QTabBar bar;
    bar.addTab(QStringLiteral("Before"));
    bar.addTab(countedTabTitle(QStringLiteral("Found"), 0));
    bar.addTab(QStringLiteral("Behind"));
    bar.show();
    QVERIFY(QTest::qWaitForWindowExposed(&bar));
    const auto tabs = [&bar] { return QList<QRect>{bar.tabRect(0), bar.tabRect(1), bar.tabRect(2)}; };
    const QList<QRect> before = tabs();
    for (const int count : {1, 38, 999, 100'000, 0}) {
        bar.setTabText(1, countedTabTitle(QStringLiteral("Found"), count));
        QCOMPARE(tabs(), before);
    }
    // Another theme lays everything out anew.
    applyTheme(ThemeChoice::Dark);
    const QList<QRect> dark = tabs();
    bar.setTabText(1, countedTabTitle(QStringLiteral("Found"), 7));
    QCOMPARE(tabs(), dark);
}

void TestTheme::whatTakesTurnsMovesNothing()
{
    applyTheme(ThemeChoice::Light);
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *place = new SteadyPlace;
    auto *rest = new QLabel(QStringLiteral("at rest"));
    auto *running = new QWidget;
    auto *row = new QHBoxLayout(running);
    auto *text = new QLabel(QStringLiteral("a\nb\nc"));
    auto *stop = new QPushButton(QStringLiteral("Stop"));
    row->addWidget(text);
    row->addWidget(stop);
    auto *below = new QPlainTextEdit;
    place->addWidget(rest);
    place->addWidget(running);
    column->addWidget(place);
    column->addWidget(below);
    window.resize(400, 300);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const QRect before = below->geometry();
    QVERIFY(place->height() >= running->sizeHint().height());
    place->show(running);
    QCoreApplication::processEvents();
    QCOMPARE(below->geometry(), before);
    // The keyboard stays where it was …
    below->setFocus();
    place->show(rest);
    QVERIFY(below->hasFocus());
    // … and moves on with what it was in.
    auto *start = new QPushButton(QStringLiteral("Start"));
    place->addWidget(start);
    place->show(start);
    start->setFocus();
    place->show(running);
    QVERIFY(stop->hasFocus());
    place->show(start);
    QVERIFY(start->hasFocus());
}

QTEST_MAIN(TestTheme)
#include "test_theme.moc"
