#include "tests/ui/mainwindow/window_fixture.h"
#include "tests/ui/picture.h"

#include "ui/compare/agreement_table.h"
#include "ui/compare/compare_panel.h"
#include "ui/mainwindow/message_bar.h"
#include "ui/plots/measured_plot.h"

#include <QComboBox>
#include <qcustomplot.h>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QToolButton>

#include <algorithm>
#include <cmath>

using namespace knockscape;
using namespace knockscape::ui;
using namespace knockscape::ui::tests;

class TestComparePanel : public QObject
{
    Q_OBJECT

    template <typename Widget>
    Widget *find(const char *name)
    {
        auto *widget = panel()->findChild<Widget *>(QString::fromLatin1(name));
        if (widget == nullptr) {
            qFatal("no %s", name);
        }
        return widget;
    }
    ComparePanel *panel() { return fixture->window->compare(); }
    MeasuredPlot *plot() { return find<MeasuredPlot>("comparePlot"); }
    QTableView *table() { return find<QTableView>("compareTable"); }
    AgreementTable *agreement() { return find<AgreementTable>("agreementTable"); }
    QString cell(int row, int column) { return agreement()->item(row, column)->text(); }

    /// Chooses an entry of a box with the keyboard.
    void choose(const char *box, const QString &entry)
    {
        auto *combo = find<QComboBox>(box);
        const int wanted = combo->findText(entry, Qt::MatchStartsWith);
        QVERIFY2(wanted >= 0, qPrintable(entry));
        combo->setFocus();
        while (combo->currentIndex() != wanted) {
            QTest::keyClick(combo, combo->currentIndex() < wanted ? Qt::Key_Down : Qt::Key_Up);
        }
    }

    void openCompare()
    {
        fixture->openDemo();
        QTest::keyClick(fixture->window.get(), Qt::Key_5, Qt::AltModifier);
        QTRY_VERIFY(panel()->isVisible());
    }

    void loadDemoLabels()
    {
        openCompare();
        auto *offer = find<QPushButton>("compareOffer");
        QTRY_VERIFY(offer->isVisible());
        QTest::mouseClick(offer, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(panel()->comparison() != nullptr, patience);
        QTRY_VERIFY_WITH_TIMEOUT(agreement()->rowCount() >= 4, patience);
    }

    QString labelsFile(const QByteArray &content)
    {
        QFile file(folder.filePath(QStringLiteral("labels-%1.tsv").arg(++files)));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) {
            qFatal("labels were not written");
        }
        return file.fileName();
    }

private slots:
    void init()
    {
        fixture = std::make_unique<WindowFixture>(settings.path());
        applyTheme(ThemeChoice::Light);
    }
    void cleanup() { fixture.reset(); }

    void comparesTheDemoOnTheRowsItHeldOut()
    {
        loadDemoLabels();
        const ComparisonPtr made = panel()->comparison();
        QVERIFY(made->anyTrained && made->baselinesFromTraining);
        QCOMPARE(made->heldOut, Split::Test);
        // What was trained on is left out at first.
        QCOMPARE(find<QComboBox>("compareUse")->currentText(), QStringLiteral("held out"));
        QVERIFY(!panel()->chosen().empty());
        for (const std::uint32_t row : panel()->chosen()) {
            QVERIFY(made->splits[row] == Split::Test);
        }
        QCOMPARE(table()->model()->rowCount(), static_cast<int>(panel()->chosen().size()));
        QCOMPARE(cell(0, 0), QStringLiteral("Model"));

        // The figures agree with those that were written into the model file when it was trained, but for what another
        // processor rounds differently.
        const auto shows = [this](double wanted) {
            return std::abs(agreement()->item(0, 1)->toolTip().toDouble() - wanted) < 1e-5;
        };
        const auto &metrics = fixture->session()->models().front().training.metrics;
        choose("compareOrder", QStringLiteral("doubles"));
        QTRY_VERIFY(shows(metrics.at("fitness_pearson_order2")));
        QTest::mouseClick(find<QToolButton>("compareInteraction"), Qt::LeftButton);
        QTRY_VERIFY(shows(metrics.at("interaction_pearson_order2")));
    }

    /// The demo's labels were simulated.
    void whatWasSimulatedIsNotCalledMeasured()
    {
        loadDemoLabels();
        const auto saysSo = [this] {
            plot()->flush();
            const PlotView &view = plot()->view();
            for (const QString &text : {view.xLabel, view.yLabel, view.referenceText, view.emptyText}) {
                if (text.contains(QStringLiteral("easured"))) {
                    return false;
                }
            }
            return (view.xLabel + view.yLabel).contains(QStringLiteral("imulated"));
        };
        QVERIFY(saysSo());
        QCOMPARE(find<QToolButton>("againstMeasured")->text(), QStringLiteral("Against simulated"));
        QVERIFY(!find<QToolButton>("residuals")->toolTip().contains(QStringLiteral("measured")));
        QTest::mouseClick(find<QToolButton>("residuals"), Qt::LeftButton);
        QVERIFY(saysSo());
        QTest::mouseClick(find<QToolButton>("compareInteraction"), Qt::LeftButton);
        QVERIFY(saysSo());
        QTest::mouseClick(find<QToolButton>("againstMeasured"), Qt::LeftButton);
        QVERIFY(saysSo());
        shoot(*fixture->window, QStringLiteral("compare-simulated"));
    }

    void everyFigureHasItsInterval()
    {
        loadDemoLabels();
        QTest::mouseClick(find<QToolButton>("compareInteraction"), Qt::LeftButton);
        choose("compareOrder", QStringLiteral("doubles"));
        const auto named = [&](const QString &name) {
            for (int row = 0; row < agreement()->rowCount(); ++row) {
                if (cell(row, 0) == name) {
                    return row;
                }
            }
            return -1;
        };
        QTRY_VERIFY_WITH_TIMEOUT(named(QStringLiteral("Low rank")) > 0, patience);
        for (int column : {1, 2, 3}) {
            QVERIFY2(cell(0, column).contains(QStringLiteral(" [")), qPrintable(cell(0, column)));
        }
        QString error;
        const QString csv = folder.filePath(QStringLiteral("agreement.csv"));
        QVERIFY2(panel()->exportAgreement(csv, &error), qPrintable(error));
        QFile file(csv);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().replace('\r', "").split('\n');
        QCOMPARE(lines.front(),
                 QByteArray("predictor,count,pearson,pearson_low,pearson_high,spearman,spearman_low,"
                            "spearman_high,mse,mse_low,mse_high,slope,intervals,coverage,width,hits,hit_below,"
                            "chance,precision_25,precision_50,precision_100"));
        const QList<QByteArray> model = lines.at(1).split(',');
        QCOMPARE(model.front(), QByteArray("model"));
        for (int figure : {2, 5, 8}) {
            const double value = model.at(figure).toDouble();
            QVERIFY(model.at(figure + 1).toDouble() < value && value < model.at(figure + 2).toDouble());
        }
        // What Ctrl+C copies are the same figures.
        QCOMPARE(agreement()->asText().toUtf8().replace('\t', ',').split('\n').at(1), lines.at(1));
    }

    /// Beside r: what `evaluate` says of the same rows, as training wrote it into the demo's file.
    void coverageSlopeAndHitsStandBesideR()
    {
        loadDemoLabels();
        const auto column = [this](const char *title) {
            for (int i = 0; i < agreement()->columnCount(); ++i) {
                if (agreement()->horizontalHeaderItem(i)->text() == QLatin1String(title)) {
                    return i;
                }
            }
            return -1;
        };
        const int slope = column("Slope");
        const int inside = column("In interval");
        const int best = column("Best 25");
        const int chance = column("Chance");
        for (const int i : {slope, inside, best, column("Best 50"), column("Best 100"), chance}) {
            QVERIFY(i > 0 && !agreement()->horizontalHeaderItem(i)->toolTip().isEmpty());
        }
        const auto tip = [this](int row, int i) { return agreement()->item(row, i)->toolTip(); };
        // Of fitness nothing is a hit, and that is said.
        QCOMPARE(cell(0, best), QStringLiteral("–"));
        QVERIFY(tip(0, best).contains(QStringLiteral("Interaction")));
        QTest::mouseClick(find<QToolButton>("compareInteraction"), Qt::LeftButton);
        QTRY_VERIFY2_WITH_TIMEOUT(tip(0, best).contains(QStringLiteral("number of deletions")),
                                  qPrintable(tip(0, best)), patience);
        choose("compareOrder", QStringLiteral("doubles"));
        const IntervalFacts &facts = fixture->session()->models().front().training.intervals;
        const QuantityMeasure *stored = facts.find("interaction", 2);
        QVERIFY(stored != nullptr && stored->intervals > 1000);
        QTRY_VERIFY_WITH_TIMEOUT(std::abs(tip(0, slope).toDouble() - stored->slope) < 1e-4, patience);
        const double coverage = tip(0, inside).split(u'\n').last().toDouble();
        QVERIFY2(std::abs(coverage - stored->coverage) < 2e-3, qPrintable(tip(0, inside)));
        QVERIFY(cell(0, inside).startsWith(QLocale().toString(100.0 * coverage, 'f', 1)));
        // Counted by hand: which of the 25 lowest predictions are hits, and which of all rows.
        const ComparisonPtr made = panel()->comparison();
        std::vector<std::pair<double, double>> pairs;
        for (const std::uint32_t row : panel()->chosen()) {
            pairs.emplace_back(made->predictedValue(row, Phenotype::Interaction),
                               made->measuredValue(row, Phenotype::Interaction));
        }
        std::sort(pairs.begin(), pairs.end());
        const auto hitsAmong = [&](std::size_t k) {
            return static_cast<double>(std::count_if(pairs.begin(), pairs.begin() + static_cast<std::ptrdiff_t>(k),
                                                     [](const auto &pair) { return pair.second < -0.12; })) /
                   static_cast<double>(k);
        };
        QVERIFY(hitsAmong(25) > 0.5);
        QVERIFY(std::abs(tip(0, best).split(u'\n').front().toDouble() - hitsAmong(25)) < 1e-8);
        QVERIFY(cell(0, chance).startsWith(QLocale().toString(100.0 * hitsAmong(pairs.size()), 'f', 1)));
        // A baseline has hits, but no interval.
        QVERIFY(cell(1, best) != QStringLiteral("–") || cell(2, best) != QStringLiteral("–"));
        QCOMPARE(cell(1, inside), QStringLiteral("–"));
        QVERIFY(tip(1, inside).contains(QStringLiteral("no intervals")));
    }

    void rowsThatWereTrainedOnAreMarked()
    {
        loadDemoLabels();
        plot()->flush();
        QVERIFY(std::none_of(plot()->view().marks.begin(), plot()->view().marks.end(),
                             [](const PlotMark &mark) { return mark.hollow; }));
        choose("compareUse", QStringLiteral("trained on"));
        QVERIFY(find<QLabel>("compareSummary")->text().contains(QStringLiteral("learnt from these rows")));
        plot()->flush();
        QVERIFY(std::all_of(plot()->view().marks.begin(), plot()->view().marks.end(),
                            [](const PlotMark &mark) { return mark.hollow; }));
        QVERIFY(!plot()->view().hollowText.isEmpty());
    }

    void aPointLeadsToItsRowAndItsGenotype()
    {
        loadDemoLabels();
        choose("compareOrder", QStringLiteral("triples"));
        plot()->flush();
        // The residuals of all points are visible without overlap of the first one chosen.
        QTest::mouseClick(find<QToolButton>("residuals"), Qt::LeftButton);
        plot()->flush();
        const int source = static_cast<int>(panel()->chosen().at(3));
        const QPoint pixel = plot()->pixelOfRow(source).toPoint();
        QSignalSpy selected(panel(), &ComparePanel::genotypeSelected);
        const int hit = plot()->rowAt(pixel);
        QVERIFY(hit >= 0);
        QTest::mouseClick(plot()->canvas(), Qt::LeftButton, {}, pixel);
        QCOMPARE(selected.size(), 1);
        const Genotype genotype = panel()->comparison()->rows()[static_cast<std::size_t>(hit)].genotype;
        QCOMPARE(selected.front().front().value<Genotype>(), genotype);
        QCOMPARE(panel()->chosen().at(static_cast<std::size_t>(table()->currentIndex().row())),
                 static_cast<std::uint32_t>(hit));
        QCOMPARE(plot()->highlightedRows(), std::vector<int>{hit});

        // Down in the table: the next row, highlighted in the plot; Return: it becomes the knockout set.
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_Down);
        QCOMPARE(selected.size(), 2);
        const Genotype next = selected.back().front().value<Genotype>();
        QVERIFY(next != genotype);
        QTest::keyClick(table(), Qt::Key_Return);
        QCOMPARE(fixture->session()->knockouts(), next);
        // The card shows what was measured beside what is predicted.
        auto *measured = fixture->window->findChild<QLabel *>(QStringLiteral("measured"));
        const auto value = fixture->session()->measured()->find(next);
        QVERIFY(value);
        QVERIFY2(measured->toolTip().contains(QString::number(value->fitness, 'g', 9)),
                 qPrintable(measured->toolTip()));

        // Arrow keys walk through the plot's points.
        plot()->canvas()->setFocus();
        QTest::keyClick(plot()->canvas(), Qt::Key_Right);
        QCOMPARE(selected.size(), 3);
    }

    void sortsByResidualAndExportsAsSeen()
    {
        loadDemoLabels();
        QHeaderView *header = table()->horizontalHeader();
        const QPoint residual(header->sectionViewportPosition(4) + 10, header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, residual);
        const auto rows = panel()->chosen();
        const ComparisonPtr made = panel()->comparison();
        const auto value = [&](std::uint32_t row) {
            return made->predictedValue(row, Phenotype::Fitness) - made->measuredValue(row, Phenotype::Fitness);
        };
        for (std::size_t i = 1; i < rows.size(); ++i) {
            QVERIFY(value(rows[i - 1]) <= value(rows[i]));
        }
        QString error;
        const QString csv = folder.filePath(QStringLiteral("comparison.csv"));
        QVERIFY2(panel()->exportTable(csv, &error), qPrintable(error));
        QFile file(csv);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().split('\n');
        QCOMPARE(lines.size(), static_cast<qsizetype>(rows.size()) + 2);
        QVERIFY(lines.front().startsWith("knockouts,names,n,measured_fitness,fitness,fitness_residual"));
        QVERIFY(lines.at(1).trimmed().endsWith(",test"));
        const double first = lines.at(1).split(',').at(5).toDouble();
        QVERIFY(std::abs(first - value(rows.front())) < 1e-6);
        for (const char *name : {"comparison.png", "comparison.svg"}) {
            const QString picture = folder.filePath(QString::fromLatin1(name));
            QVERIFY2(written(panel()->picture(), picture, &error), qPrintable(error));
            QVERIFY(QFileInfo(picture).size() > 5000);
        }
    }

    void labelsOfAnotherOriginAreComparedOnAllRows()
    {
        openCompare();
        const QString file = labelsFile("knockouts\tfitness\tsource\nPGI1\t0.5\tmine\nZWF1\t0.9\tmine\n"
                                        "HXK2\t0.95\tyours\nPGI1 ZWF1\t0.2\tyours\nNOSUCHGENE\t0.4\tmine\n");
        QSignalSpy reported(panel(), &ComparePanel::reported);
        panel()->load({file.toStdString()});
        QTRY_VERIFY_WITH_TIMEOUT(panel()->comparison() != nullptr, patience);
        QVERIFY(!panel()->comparison()->anyTrained);
        QCOMPARE(panel()->chosen().size(), std::size_t{4});
        QVERIFY(find<QLabel>("compareSummary")->text().contains(QStringLiteral("other labels")));
        QVERIFY(!find<QComboBox>("compareUse")->isVisible());
        choose("compareSource", QStringLiteral("mine"));
        QCOMPARE(panel()->chosen().size(), std::size_t{2});
        // Single deletions that are in no other fold: of them the multiplicative model says what the model says, and so
        // it is named under the table instead of listed.
        QTRY_VERIFY2_WITH_TIMEOUT(find<QLabel>("compareLeftOut")->text().contains(QStringLiteral("Multiplicative")),
                                  qPrintable(find<QLabel>("compareLeftOut")->text()), patience);
        for (int row = 0; row < agreement()->rowCount(); ++row) {
            QVERIFY(cell(row, 0) != QStringLiteral("Multiplicative"));
        }
        choose("compareSource", QStringLiteral("all sources"));
        QTRY_VERIFY(find<QLabel>("compareLeftOut")->text().isEmpty());
        // The row that names an unknown gene is not dropped in silence.
        QCOMPARE(reported.size(), 1);
        const auto issues = reported.front().back().value<std::vector<Issue>>();
        QVERIFY(std::any_of(issues.begin(), issues.end(), [](const Issue &issue) {
            return describe(issue).find("NOSUCHGENE") != std::string::npos;
        }));
    }

    void brokenLabelsAreRefusedAndWhatWasThereStays()
    {
        loadDemoLabels();
        const ComparisonPtr before = panel()->comparison();
        QSignalSpy reported(panel(), &ComparePanel::reported);
        panel()->load({labelsFile("knockouts\tfitness\nPGI1\tvery sick\n").toStdString()});
        QTRY_COMPARE_WITH_TIMEOUT(reported.size(), 1, patience);
        const auto issues = reported.front().back().value<std::vector<Issue>>();
        QVERIFY(describe(issues.front()).find(":2") != std::string::npos);
        auto *bar = fixture->window->findChild<MessageBar *>();
        QVERIFY(bar->hasMessage() && bar->text().contains(QStringLiteral("not read")));
        QTRY_VERIFY_WITH_TIMEOUT(panel()->comparison() != nullptr, patience);
        QCOMPARE(panel()->comparison()->measured, before->measured);
    }

    void pictures()
    {
        if (pictureFolder().isEmpty()) {
            QSKIP("set KNOCKSCAPE_PICTURES to a folder to write pictures");
        }
        for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
            applyTheme(theme);
            const auto keep = [&](const char *name) {
                keepPicture(*fixture->window, themeKey(theme) + QLatin1Char('-') + QLatin1String(name));
            };
            openCompare();
            keep("compare-empty");
            QTest::mouseClick(find<QPushButton>("compareOffer"), Qt::LeftButton);
            QTRY_VERIFY_WITH_TIMEOUT(agreement()->rowCount() >= 4, patience);
            choose("compareUse", QStringLiteral("all rows"));
            choose("compareOrder", QStringLiteral("triples"));
            plot()->flush();
            fixture->session()->setKnockouts(panel()->comparison()->rows()[panel()->chosen().front()].genotype);
            QTest::qWait(500);
            keep("compare");
            fixture = std::make_unique<WindowFixture>(settings.path());
        }
    }

private:
    QTemporaryDir settings;
    QTemporaryDir folder;
    int files = 0;
    std::unique_ptr<WindowFixture> fixture;
};

QTEST_MAIN(TestComparePanel)
#include "test_compare_panel.moc"
