#include "ui/theme/theme.h"

#include <QApplication>
#include <QLabel>
#include <QTest>

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

QTEST_MAIN(TestTheme)
#include "test_theme.moc"
