#include "tests/patience.h"
#include "ui/theme/field_message.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
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
};

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

QTEST_MAIN(TestTheme)
#include "test_theme.moc"
