// Pictures for paper: of the size asked for, whole, the same whatever the window is, and without what a person just
// does.

#include "tests/ui/picture.h"
#include "tests/ui/plots/pair_test_data.h"
#include "tests/ui/plots/plot_test_data.h"
#include "tests/ui/plots/shown_plot.h"
#include "ui/plots/fitness_delta_plot.h"
#include "ui/plots/histogram_plot.h"
#include "ui/plots/interaction_plot.h"
#include "ui/plots/pair_heat_map.h"
#include "ui/plots/picture_dialog.h"
#include "ui/plots/volcano_plot.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <cmath>
#include <functional>
#include <memory>
#include <set>

using namespace knockscape;
using namespace knockscape::ui;
using namespace knockscape::ui::tests;

namespace
{

/// A plot, and what a person does to it that is no part of a picture.
struct Sample {
    const char *name;
    std::function<std::unique_ptr<QWidget>(const QSize &)> make;
    std::function<PictureSource(QWidget &)> picture;
    std::function<void(QWidget &)> touch;
};

template <typename Plot>
Sample sampleOfPlot(const char *name, std::vector<PlotPoint> points)
{
    return {name,
            [points](const QSize &size) {
                auto plot = std::make_unique<Plot>();
                show(*plot, points, size);
                return plot;
            },
            [](QWidget &widget) { return static_cast<Plot &>(widget).picture(); },
            [points](QWidget &widget) {
                auto &plot = static_cast<Plot &>(widget);
                plot.setSelectedRows({points.front().row, points.back().row});
                plot.flush();
            }};
}

Sample histogram()
{
    return {"histogram",
            [](const QSize &size) {
                auto plot = std::make_unique<HistogramPlot>();
                plot->resize(size);
                std::vector<HistogramBin> bins;
                for (int i = 0; i < 40; ++i) {
                    bins.push_back(
                        {0.025 * i, 0.025 * (i + 1), 1U + static_cast<unsigned>(i * i * 50), static_cast<unsigned>(i)});
                }
                plot->setBins(bins, QStringLiteral("interaction"), true);
                plot->show();
                return plot;
            },
            [](QWidget &widget) { return static_cast<HistogramPlot &>(widget).picture(); },
            [](QWidget &widget) { QTest::keyClick(static_cast<HistogramPlot &>(widget).canvas(), Qt::Key_Left); }};
}

Sample heatMap(std::size_t genes)
{
    return {"heat map",
            [genes](const QSize &size) {
                auto map = std::make_unique<PairHeatMap>();
                map->resize(size);
                map->setOrder(PairHeatMap::Order::AsGiven);
                map->setMatrix(shared(makePanel(genes)));
                map->show();
                return map;
            },
            [](QWidget &widget) { return static_cast<PairHeatMap &>(widget).picture(); },
            [](QWidget &widget) { static_cast<PairHeatMap &>(widget).setCurrentPair(3, 5); }};
}

std::vector<Sample> samples()
{
    std::vector<PlotPoint> evidence = makePairs(400, true);
    return {sampleOfPlot<FitnessDeltaPlot>("bars", makePairs(12, true)),
            sampleOfPlot<FitnessDeltaPlot>("dots", makePairs(500, true)),
            sampleOfPlot<InteractionPlot>("interaction", makePairs(12, true)),
            sampleOfPlot<VolcanoPlot>("volcano", evidence),
            histogram(),
            heatMap(60)};
}

PictureLayout layoutOf(double width, double height)
{
    PictureLayout layout;
    layout.width = width;
    layout.height = height;
    layout.dpi = 150;
    return layout;
}

QByteArray svg(const PictureSource &source, const PictureLayout &layout)
{
    const QTemporaryDir folder;
    const QString name = folder.filePath(QStringLiteral("picture.svg"));
    QString error;
    if (!writePicture(source, layout, name, &error)) {
        return error.toUtf8();
    }
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString textOf(const QByteArray &svg)
{
    QXmlStreamReader reader(svg);
    QString text;
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::Characters) {
            text += reader.text().toString() + QLatin1Char('\n');
        }
    }
    return text;
}

/// How far from the edges the first thing is that was drawn, in pixels.
int margin(const QImage &image)
{
    const auto isWhite = [&](int x, int y) { return (image.pixel(x, y) & 0xffffff) == 0xffffff; };
    for (int inset = 0; inset < std::min(image.width(), image.height()) / 2; ++inset) {
        for (int x = inset; x < image.width() - inset; ++x) {
            if (!isWhite(x, inset) || !isWhite(x, image.height() - 1 - inset)) {
                return inset;
            }
        }
        for (int y = inset; y < image.height() - inset; ++y) {
            if (!isWhite(inset, y) || !isWhite(image.width() - 1 - inset, y)) {
                return inset;
            }
        }
    }
    return -1;
}

} // namespace

class TestPictures : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void sizesAreRead_data();
    void sizesAreRead();
    void filesHaveTheSizeAskedFor();
    void picturesDoNotDependOnTheWindow();
    void nothingIsCutOff();
    void theLegendIsComplete();
    void textHasTheSizeAskedFor();
    void theDialogShowsAndWrites();
    void theDialogRemembersByKind();
    void nothingToDrawSaysSo();

private:
    QTemporaryDir settings_;
};

void TestPictures::init()
{
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings_.path());
    QSettings().clear();
    qApp->setPalette(darkPalette());
}

void TestPictures::sizesAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("width");
    QTest::addColumn<double>("height");
    QTest::newRow("mm") << "180x120mm" << 180.0 << 120.0;
    QTest::newRow("no unit") << " 85 x 60.5 " << 85.0 << 60.5;
    QTest::newRow("pixels at 300 dpi") << "3000x1500px" << 254.0 << 127.0;
    QTest::newRow("too small") << "10x10mm" << 0.0 << 0.0;
    QTest::newRow("too large") << "9000x10mm" << 0.0 << 0.0;
    QTest::newRow("nonsense") << "wide" << 0.0 << 0.0;
    QTest::newRow("half") << "120x" << 0.0 << 0.0;
    QTest::newRow("negative") << "-120x80mm" << 0.0 << 0.0;
}

void TestPictures::sizesAreRead()
{
    QFETCH(QString, text);
    QFETCH(double, width);
    QFETCH(double, height);
    const std::optional<PictureLayout> layout = withSize({}, text);
    QCOMPARE(layout.has_value(), width > 0.0);
    if (layout) {
        QVERIFY(std::abs(layout->width - width) < 1e-9 && std::abs(layout->height - height) < 1e-9);
    }
}

void TestPictures::filesHaveTheSizeAskedFor()
{
    const Sample sample = samples().front();
    const auto plot = sample.make({500, 300});
    PictureLayout layout = layoutOf(100.0, 60.0);
    layout.dpi = 254; // ten pixels a millimetre
    const QTemporaryDir folder;
    QString error;
    for (const char *name : {"a.png", "a.svg", "a.pdf"}) {
        QVERIFY2(writePicture(sample.picture(*plot), layout, folder.filePath(QLatin1String(name)), &error),
                 qPrintable(error));
    }
    const QImage png(folder.filePath(QStringLiteral("a.png")));
    QCOMPARE(png.size(), QSize(1000, 600));
    QCOMPARE(png.dotsPerMeterX(), 10'000);
    QFile svgFile(folder.filePath(QStringLiteral("a.svg")));
    QVERIFY(svgFile.open(QIODevice::ReadOnly));
    QXmlStreamReader reader(&svgFile);
    QVERIFY(reader.readNextStartElement());
    // Within a unit of the drawing, which is about a quarter of a millimetre.
    const auto millimetres = [&](const char *name) {
        const QString value = reader.attributes().value(QLatin1String(name)).toString();
        return value.endsWith(QLatin1String("mm")) ? value.chopped(2).toDouble() : -1.0;
    };
    QVERIFY(std::abs(millimetres("width") - 100.0) < 0.3);
    QVERIFY(std::abs(millimetres("height") - 60.0) < 0.3);
    QFile pdf(folder.filePath(QStringLiteral("a.pdf")));
    QVERIFY(pdf.open(QIODevice::ReadOnly));
    const QByteArray bytes = pdf.readAll();
    const QByteArray box = bytes.mid(bytes.indexOf("/MediaBox"), 60);
    const QList<QByteArray> numbers =
        box.mid(box.indexOf('[') + 1, box.indexOf(']') - box.indexOf('[') - 1).simplified().split(' ');
    QCOMPARE(numbers.size(), 4);
    QVERIFY2(std::abs(numbers[2].toDouble() - 100.0 / 25.4 * 72.0) < 1.0, box.constData());
    QVERIFY2(std::abs(numbers[3].toDouble() - 60.0 / 25.4 * 72.0) < 1.0, box.constData());
}

void TestPictures::picturesDoNotDependOnTheWindow()
{
    for (const Sample &sample : samples()) {
        const PictureLayout layout = layoutOf(150.0, 100.0);
        const auto small = sample.make({320, 240});
        const QByteArray plain = svg(sample.picture(*small), layout);
        QVERIFY2(plain.startsWith("<?xml"), sample.name);
        const auto large = sample.make({1300, 760});
        QVERIFY2(svg(sample.picture(*large), layout) == plain, sample.name);
        sample.touch(*large);
        QVERIFY2(svg(sample.picture(*large), layout) == plain, sample.name);
        // And what is on screen is as it was.
        qApp->setPalette(lightPalette());
        QVERIFY2(svg(sample.picture(*large), layout) == plain, sample.name);
        qApp->setPalette(darkPalette());
    }
}

void TestPictures::nothingIsCutOff()
{
    for (const Sample &sample : samples()) {
        const auto plot = sample.make({600, 400});
        for (const PictureLayout &layout : {layoutOf(85.0, 60.0), layoutOf(180.0, 110.0), layoutOf(120.0, 160.0)}) {
            const QImage image = pictureImage(sample.picture(*plot), layout);
            QCOMPARE(image.size(), layout.pixels());
            if (!pictureFolder().isEmpty()) {
                QDir().mkpath(pictureFolder());
                image.save(QStringLiteral("%1/paper-%2-%3.png")
                               .arg(pictureFolder(), QLatin1String(sample.name))
                               .arg(layout.width));
            }
            QVERIFY2(margin(image) >= 2, qPrintable(QStringLiteral("%1 at %2 × %3 mm: %4")
                                                        .arg(QLatin1String(sample.name))
                                                        .arg(layout.width)
                                                        .arg(layout.height)
                                                        .arg(margin(image))));
        }
    }
}

void TestPictures::theLegendIsComplete()
{
    PairHeatMap map;
    map.resize(700, 620);
    map.setOrder(PairHeatMap::Order::AsGiven);
    map.setMatrix(shared(makePanel(60)));
    map.show();
    for (const PictureLayout &layout : {layoutOf(85.0, 90.0), layoutOf(180.0, 170.0), layoutOf(200.0, 100.0)}) {
        const QString text = textOf(svg(map.picture(), layout));
        for (const QString &entry : map.legendTexts()) {
            // Where several pairs share a dot depends on the size.
            if (!entry.contains(QChar(0x00d7))) {
                QVERIFY2(text.contains(entry), qPrintable(entry + QStringLiteral(" in ") + text));
            }
        }
    }
    FitnessDeltaPlot bars;
    show(bars, makePairs(12, true), {600, 400});
    const QString text = textOf(svg(bars.picture(), layoutOf(85.0, 70.0)));
    for (const QString &entry :
         {bars.view().negativeText, bars.view().positiveText, bars.view().referenceText, bars.view().errorText}) {
        QVERIFY2(text.contains(entry), qPrintable(entry));
    }
}

void TestPictures::textHasTheSizeAskedFor()
{
    FitnessDeltaPlot plot;
    show(plot, makePairs(500), {600, 400});
    const auto sizes = [&](double points) {
        PictureLayout layout = layoutOf(180.0, 110.0);
        layout.textSize = points;
        QXmlStreamReader reader(svg(plot.picture(), layout));
        std::set<int> found;
        while (!reader.atEnd()) {
            if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == QLatin1String("text")) {
                found.insert(qRound(reader.attributes().value(QLatin1String("font-size")).toDouble()));
            }
        }
        return found;
    };
    const double unitsPerPoint = layoutOf(254.0, 254.0).logicalSize().width() / 720.0;
    for (const double points : {6.0, 9.0, 12.0}) {
        const std::set<int> found = sizes(points);
        QCOMPARE(found.size(), std::size_t{1});
        QVERIFY(std::abs(*found.begin() - points * unitsPerPoint) <= 1.0);
    }
}

void TestPictures::theDialogShowsAndWrites()
{
    FitnessDeltaPlot plot;
    show(plot, makePairs(20), {600, 400});
    PictureDialog dialog(plot.picture());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    auto *preset = dialog.findChild<QComboBox *>(QStringLiteral("picturePreset"));
    auto *width = dialog.findChild<QDoubleSpinBox *>(QStringLiteral("pictureWidth"));
    auto *height = dialog.findChild<QDoubleSpinBox *>(QStringLiteral("pictureHeight"));
    auto *unit = dialog.findChild<QComboBox *>(QStringLiteral("pictureUnit"));
    auto *dpi = dialog.findChild<QSpinBox *>(QStringLiteral("pictureDpi"));
    preset->setFocus();
    QTest::keyClick(preset, Qt::Key_Home);
    QTest::keyClick(preset, Qt::Key_Down); // one column
    QCOMPARE(dialog.layoutChosen().width, 85.0);
    // The shape stays.
    QVERIFY(std::abs(dialog.layoutChosen().height / 85.0 - plot.picture().layout.height / plot.picture().layout.width) <
            1e-6);
    width->setFocus();
    width->selectAll();
    QTest::keyClicks(width, QStringLiteral("200\t"));
    QCOMPARE(dialog.layoutChosen().width, 200.0);
    QCOMPARE(preset->currentIndex(), 0);
    dpi->setValue(254);
    unit->setCurrentIndex(1);
    QCOMPARE(width->value(), 2000.0);
    height->setFocus();
    height->selectAll();
    QTest::keyClicks(height, QStringLiteral("1500\t"));
    QVERIFY(std::abs(dialog.layoutChosen().height - 150.0) < 1e-9);
    QCOMPARE(dialog.layoutChosen().width, 200.0);
    const auto *preview = dialog.findChild<QLabel *>(QStringLiteral("picturePreview"));
    QTRY_VERIFY(!preview->pixmap().isNull() && preview->pixmap().width() > preview->pixmap().height());
    shoot(dialog, QStringLiteral("picture-dialog"));
    QSignalSpy ended(&dialog, &PictureDialog::ended);
    const QTemporaryDir folder;
    dialog.saveTo(folder.filePath(QStringLiteral("plot.png")));
    QCOMPARE(ended.size(), 1);
    QVERIFY(ended.front().at(0).toBool());
    QCOMPARE(QImage(folder.filePath(QStringLiteral("plot.png"))).size(), QSize(2000, 1500));
    QVERIFY(!dialog.isVisible());
    PictureDialog again(plot.picture());
    QSignalSpy failed(&again, &PictureDialog::ended);
    again.saveTo(QStringLiteral("/nonexistent-folder/plot.png"));
    QVERIFY(!failed.front().at(0).toBool() && failed.front().at(2).toString().contains(QStringLiteral("nonexistent")));
}

void TestPictures::theDialogRemembersByKind()
{
    FitnessDeltaPlot plot;
    show(plot, makePairs(20), {600, 400});
    {
        PictureDialog dialog(plot.picture());
        PictureLayout layout = layoutOf(123.0, 77.0);
        layout.textSize = 9.5;
        dialog.setLayoutChosen(layout);
        dialog.copy();
    }
    PictureDialog dialog(plot.picture());
    QCOMPARE(dialog.layoutChosen().width, 123.0);
    QCOMPARE(dialog.layoutChosen().textSize, 9.5);
    const auto other = histogram().make({400, 300});
    PictureDialog others(histogram().picture(*other));
    QCOMPARE(others.layoutChosen(), histogram().picture(*other).layout);
    // What another program wrote into the settings is no size.
    QSettings().setValue(QStringLiteral("pictures/plot/width"), QStringLiteral("wide"));
    QSettings().setValue(QStringLiteral("pictures/plot/height"), -4.0);
    PictureDialog odd(plot.picture());
    QVERIFY(odd.layoutChosen().width >= PictureLayout::smallestSide);
    QVERIFY(odd.layoutChosen().height >= PictureLayout::smallestSide);
}

void TestPictures::nothingToDrawSaysSo()
{
    FitnessDeltaPlot plot;
    PictureDialog dialog(plot.picture());
    dialog.show();
    QVERIFY(!dialog.findChild<QAbstractButton *>(QStringLiteral("pictureSave"))->isEnabled());
    QVERIFY(!dialog.findChild<QLabel *>(QStringLiteral("picturePreview"))->text().isEmpty());
    QString error;
    QVERIFY(!writePicture(plot.picture(), {}, QStringLiteral("/tmp/never.png"), &error));
    QVERIFY(!error.isEmpty());
}

QTEST_MAIN(TestPictures)
#include "test_pictures.moc"
