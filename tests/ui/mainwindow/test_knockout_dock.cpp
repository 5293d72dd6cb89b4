// What the knockout set says about itself: the numbers of the card, what they rest on, and what is missing.

#include "tests/ui/genes/ui_fixture.h"
#include "tests/ui/german.h"

#include "ui/mainwindow/effect_bar.h"
#include "ui/mainwindow/knockout_chip.h"
#include "ui/mainwindow/knockout_dock.h"
#include "ui/mainwindow/prediction_card.h"

#include <QLabel>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QTextDocumentFragment>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace knockscape;
using namespace knockscape::ui;
using namespace knockscape::ui::tests;

namespace
{

constexpr GeneIndex hxk1 = 0;
constexpr GeneIndex hxk2 = 1;
constexpr GeneIndex pgi1 = 2;
constexpr GeneIndex ccr4 = 6;
constexpr double missing = std::numeric_limits<double>::quiet_NaN();

/// A model that learnt interactions of pairs, and what validation says of its scores.
ModelSummary pairModel(const std::string &winner)
{
    ModelSummary model;
    model.training.genotypesPerOrder = {{1, 100}, {2, 500}, {3, 20}};
    model.training.interactionsPerOrder = {{2, 500}};
    OrderValidation pairs;
    pairs.count = 200;
    pairs.hits = 20;
    pairs.hitBelow = -0.08;
    pairs.by = winner;
    pairs.scores[winner].pearson = 0.7;
    pairs.scores[winner].precision = {{25, 0.9}};
    pairs.scores["interaction"].pearson = winner == "interaction" ? 0.64 : 0.2;
    pairs.scores["interaction"].precision = {{25, winner == "interaction" ? 0.9 : 0.1}};
    pairs.scores["epistasis"].pearson = winner == "interaction" ? 0.23 : 0.5;
    pairs.scores["epistasis"].precision = {{25, winner == "interaction" ? 0.3 : 0.8}};
    model.training.ranking = {{2, pairs}};
    return model;
}

LivePrediction live(const Genotype &genotype, double fitness, double interaction, const std::vector<double> &singles)
{
    LivePrediction answer{genotype, {}, {}};
    answer.prediction.fitness = fitness;
    answer.prediction.interaction = interaction;
    answer.prediction.expectedFitness = 1.0;
    for (const double single : singles) {
        answer.prediction.expectedFitness *= single;
        Prediction alone;
        alone.fitness = single;
        answer.singles.push_back(alone);
    }
    return answer;
}

LiveSimulation simulated(const Genotype &genotype, double fitness, std::size_t genesInModel)
{
    LiveSimulation simulation;
    simulation.genotype = genotype;
    simulation.fitness = fitness;
    simulation.growth = fitness * 0.4;
    simulation.genesInModel = genesInModel;
    return simulation;
}

} // namespace

class TestKnockoutDock : public QObject
{
    Q_OBJECT

    QLabel *label(const char *name) { return dock->findChild<QLabel *>(QString::fromLatin1(name)); }
    QString text(const char *name) { return label(name)->text(); }
    QString tip(const char *name) { return label(name)->toolTip(); }
    QString warnings() { return text("warnings"); }
    /// What a label lacks for every letter to have its place, measured from the letters and not from what the label
    /// says of itself; empty where it lacks nothing.
    static QString lacks(const QLabel &part)
    {
        if (!part.isVisible() || part.text().isEmpty())
            return {};
        const QFontMetrics metrics(part.font());
        const QRect room = part.contentsRect().adjusted(std::max(part.indent(), 0), 0, 0, 0);
        const QString text = QTextDocumentFragment::fromHtml(part.text()).toPlainText();
        const QString about = QStringLiteral("%1 “%2” ").arg(part.objectName(), text);
        if (!part.wordWrap()) {
            const int width = metrics.horizontalAdvance(text);
            if (width > room.width())
                return about + QStringLiteral("is %1 wide and has %2").arg(width).arg(room.width());
            return room.height() >= metrics.height()
                       ? QString()
                       : about + QStringLiteral("is %1 high and has %2").arg(metrics.height()).arg(room.height());
        }
        for (const QString &word : text.split(QRegularExpression(QStringLiteral("[ \u200b]"))))
            if (metrics.horizontalAdvance(word) > room.width())
                return about + QStringLiteral("has no room for “%1”").arg(word);
        const int height = metrics.boundingRect(QRect(0, 0, room.width(), 10'000), Qt::TextWordWrap, text).height();
        return room.height() >= height ? QString()
                                       : about + QStringLiteral("is %1 high and has %2").arg(height).arg(room.height());
    }
    /// The bar in the row of a value.
    bool hasBar(const char *name)
    {
        const int middle = label(name)->mapTo(dock->card(), label(name)->rect().center()).y();
        for (const EffectBar *bar : dock->findChildren<EffectBar *>()) {
            const int own = bar->mapTo(dock->card(), bar->rect().center()).y();
            if (bar->isVisible() && std::abs(own - middle) < label(name)->height() / 2)
                return true;
        }
        return false;
    }
    void predict(const LivePrediction &answer)
    {
        dock->setKnockouts(answer.genotype);
        dock->showPrediction(answer);
    }

private slots:
    void init()
    {
        applyTheme(ThemeChoice::Light);
        dock = std::make_unique<KnockoutDock>();
        dock->setCell(smallCell());
        dock->setModels({pairModel("interaction")});
        dock->setUnavailable({});
        dock->resize(304, 380);
        dock->show();
        dock->activateWindow();
        QVERIFY(QTest::qWaitForWindowExposed(dock.get()));
    }

    void onePairHasOneHeadline()
    {
        predict(live(Genotype{hxk1, hxk2}, 0.8306, -0.12, {0.98, 0.97}));
        QCOMPARE(text("fitness"), QStringLiteral("0.831"));
        QCOMPARE(text("expected"), QStringLiteral("0.951"));
        QCOMPARE(text("expectedDetail"), QStringLiteral("= 0.980 × 0.970"));
        QCOMPARE(tip("expectedDetail"), QStringLiteral("HXK1 alone: 0.98\nHXK2 alone: 0.97"));
        QCOMPARE(text("interactionCaption"), QStringLiteral("interaction ε"));
        QCOMPARE(text("interaction"), QStringLiteral("−0.120"));
        QCOMPARE(text("epistasisCaption"), QStringLiteral("fitness − expected"));
        QCOMPARE(text("epistasis"), QStringLiteral("−0.120"));
        // One of the two has the bar; the other says why it has not.
        QVERIFY(hasBar("interaction"));
        QVERIFY(!hasBar("epistasis"));
        QCOMPARE(text("epistasisDetail"), QStringLiteral("less reliable: r 0.230 against 0.640"));
        // The score that leads says it in words.
        QCOMPARE(text("interactionDetail"), QStringLiteral("sicker than expected"));
        QVERIFY(warnings().isEmpty());
        shoot(*dock, QStringLiteral("card-pair"));
    }

    void validationDecidesWhichScoreLeads()
    {
        dock->setModels({pairModel("epistasis")});
        predict(live(Genotype{hxk1, hxk2}, 0.83, -0.12, {0.98, 0.97}));
        QVERIFY(!hasBar("interaction"));
        QVERIFY(hasBar("epistasis"));
        QCOMPARE(text("interactionDetail"), QStringLiteral("less reliable: r 0.200 against 0.500"));
    }

    void neitherIsLessReliableWhereBothTogetherFindMost()
    {
        dock->setModels({pairModel("max(interaction, epistasis)")});
        predict(live(Genotype{hxk1, hxk2}, 0.83, -0.12, {0.98, 0.97}));
        QCOMPARE(text("epistasisDetail"), QStringLiteral("best taken together"));
    }

    void aTripleIsExplainedAndNotGuessed()
    {
        predict(live(Genotype{hxk1, hxk2, 3}, 0.6, missing, {0.98, 0.97, 0.9}));
        QCOMPARE(text("interactionCaption"), QStringLiteral("interaction τ"));
        QVERIFY(tip("interactionCaption").contains(QStringLiteral("beyond their pairs")));
        QCOMPARE(text("interaction"), QStringLiteral("–"));
        QCOMPARE(text("interactionDetail"), QStringLiteral("not learnt for 3 deletions"));
        QVERIFY2(tip("interaction").contains(QStringLiteral("not of 3")), qPrintable(tip("interaction")));
        QCOMPARE(text("expectedDetail"), QStringLiteral("= 0.980 × 0.970 × 0.900"));
        QVERIFY(hasBar("epistasis"));
        QCOMPARE(text("epistasisDetail"), QStringLiteral("sicker than expected"));
        shoot(*dock, QStringLiteral("card-triple"));
        // Five factors are told in the tooltip.
        predict(live(Genotype{0, 1, 3, 5, 6}, 0.6, missing, {0.9, 0.9, 0.9, 0.9, 0.9}));
        QCOMPARE(text("expectedDetail"), QStringLiteral("product of 5 singles"));
        QCOMPARE(tip("expectedDetail").count(QLatin1Char('\n')), 4);
    }

    void aSingleHasNoInteraction()
    {
        predict(live(Genotype{hxk1}, 0.98, -0.4, {0.98}));
        QCOMPARE(text("fitness"), QStringLiteral("0.980"));
        for (const char *row : {"expected", "interaction", "epistasis"}) {
            QCOMPARE(text(row), QStringLiteral("–"));
            QVERIFY(!tip(row).isEmpty());
            QVERIFY(!hasBar(row));
        }
    }

    void tinyGrowthReadsAsNone()
    {
        predict(live(Genotype{hxk1, hxk2}, 3.2e-14, -4e-5, {0.02, 0.02}));
        QCOMPARE(text("fitness"), QStringLiteral("< 0.001"));
        QVERIFY(tip("fitness").endsWith(QStringLiteral("3.2e-14")));
        QCOMPARE(text("interaction"), QStringLiteral("> −0.001"));
        QVERIFY(tip("interaction").contains(QStringLiteral("-4e-05")));
    }

    void essentialGenesAreTold()
    {
        predict(live(Genotype{hxk1, pgi1}, 0.9, -0.01, {0.98, 0.95}));
        QVERIFY2(warnings().contains(QStringLiteral("PGI1 is essential")), qPrintable(warnings()));
        QVERIFY(dock->chips().back()->toolTip().contains(QStringLiteral("essential")));
        dock->setKnockouts(Genotype{pgi1, 4});
        QVERIFY(warnings().contains(QStringLiteral("PGI1 and TPI1 are essential")));
        dock->setKnockouts(Genotype{hxk1});
        QVERIFY(warnings().isEmpty());
    }

    void contradictionsAreTheNews()
    {
        // The heads: of different sign, and both more than noise.
        predict(live(Genotype{hxk1, hxk2}, 0.80, 0.2, {0.98, 0.97}));
        QVERIFY2(warnings().contains(QStringLiteral("interaction +0.200, fitness − expected −0.151")),
                 qPrintable(warnings()));
        predict(live(Genotype{hxk1, hxk2}, 0.90, 0.2, {0.98, 0.97}));
        QVERIFY(!warnings().contains(QStringLiteral("contradict")));
        // Prediction and simulation.
        dock->showSimulation(simulated(Genotype{hxk1, hxk2}, 0.0, 2));
        QVERIFY2(warnings().contains(QStringLiteral("fitness 0.900 against 0")), qPrintable(warnings()));
        shoot(*dock, QStringLiteral("card-contradiction"));
        dock->showSimulation(simulated(Genotype{hxk1, hxk2}, 0.75, 2));
        QVERIFY(!warnings().contains(QStringLiteral("contradict")));
    }

    void outsideTheMetabolicModelNothingIsSimulated()
    {
        predict(live(Genotype{ccr4}, 0.4, missing, {0.4}));
        dock->showSimulation(simulated(Genotype{ccr4}, 1.0, 0));
        QCOMPARE(text("simulated"), QStringLiteral("–"));
        QCOMPARE(text("simulatedDetail"), QStringLiteral("not in the metabolic model"));
        // What says nothing contradicts nothing.
        QVERIFY(!warnings().contains(QStringLiteral("contradict")));
        // With one gene of the model beside it, simulation says something, and of which part.
        predict(live(Genotype{hxk1, ccr4}, 0.9, -0.01, {0.98, 0.95}));
        QCOMPARE(text("simulated"), QStringLiteral("–"));
        dock->showSimulation(simulated(Genotype{hxk1, ccr4}, 1.0, 1));
        QCOMPARE(text("simulated"), QStringLiteral("1.00"));
        QVERIFY2(text("simulatedDetail").contains(QStringLiteral("1 gene outside the model")),
                 qPrintable(text("simulatedDetail")));
        QVERIFY(tip("simulatedDetail").contains(QStringLiteral("1 gene is not in the metabolic model")));
        shoot(*dock, QStringLiteral("card-outside"));
    }

    void growthOnRichMediumOnlyIsTold()
    {
        LiveSimulation simulation = simulated(Genotype{hxk1}, 0.0, 1);
        simulation.richMediumOnly = true;
        simulation.blockedReactions = {0, 1};
        predict(live(Genotype{hxk1}, 0.1, missing, {0.1}));
        dock->showSimulation(simulation);
        QCOMPARE(text("simulated"), QStringLiteral("0"));
        QCOMPARE(text("simulatedDetail"), QStringLiteral("grows on rich medium only"));
        QVERIFY(tip("simulatedDetail").contains(QStringLiteral("2 reactions blocked")));
        QVERIFY(warnings().contains(QStringLiteral("rich medium only")));
    }

    void simulatedGrowthNamesItsMedium()
    {
        LiveSimulation simulation = simulated(Genotype{hxk1}, 0.5, 1);
        simulation.medium = "as the cell has it";
        predict(live(Genotype{hxk1}, 0.1, missing, {0.1}));
        dock->showSimulation(simulation);
        QVERIFY(!text("simulatedDetail").contains(QStringLiteral("medium")));
        QVERIFY(tip("simulatedDetail").contains(QStringLiteral("medium: as the cell has it")));
        simulation.medium = "minimal glucose";
        simulation.onOwnMedium = false;
        dock->showSimulation(simulation);
        QVERIFY(text("simulatedDetail").contains(QStringLiteral("medium: minimal glucose")));
    }

    void aLineOfAnotherPartStandsUnderTheCard()
    {
        predict(live(Genotype{hxk1}, 0.1, missing, {0.1}));
        auto *line = new QLabel(QStringLiteral("Why?"));
        dock->addBelowCard(line);
        QTRY_VERIFY(line->isVisible());
        const auto top = [this](const QWidget *widget) { return widget->mapTo(dock.get(), QPoint()).y(); };
        QTRY_VERIFY(top(line) >= top(dock->card()) + dock->card()->height());
    }

    void simulatedLabelsAreNotCalledMeasured()
    {
        MeasuredValue value;
        value.fitness = 0.85;
        value.rows = 1;
        dock->showMeasured(value, QStringLiteral("labels.tsv"), LabelKind::Measured);
        QCOMPARE(text("measuredCaption"), QStringLiteral("measured"));
        QCOMPARE(text("measured"), QStringLiteral("0.850"));
        dock->showMeasured(value, QStringLiteral("labels.tsv"), LabelKind::Simulated);
        QCOMPARE(text("measuredCaption"), QStringLiteral("simulated label"));
        QVERIFY(tip("measuredCaption").contains(QStringLiteral("not measured")));
        dock->showMeasured(std::nullopt, QStringLiteral("labels.tsv"), LabelKind::Simulated);
        QCOMPARE(text("measured"), QStringLiteral("–"));
        QCOMPARE(text("measuredDetail"), QStringLiteral("not in these labels"));
    }

    void whatIsMissingOffersTheNextStep()
    {
        dock->setModels({});
        dock->setUnavailable(QStringLiteral("No model is open"), NextStep::OpenModel);
        dock->setKnockouts(Genotype{hxk1});
        QCOMPARE(text("fitness"), QStringLiteral("–"));
        QVERIFY(warnings().contains(QStringLiteral("No model is open")));
        shoot(*dock, QStringLiteral("card-no-model"));
        QSignalSpy open(dock.get(), &KnockoutDock::openModelRequested);
        QSignalSpy train(dock.get(), &KnockoutDock::trainRequested);
        // Tab goes from link to link.
        label("warnings")->setFocus(Qt::TabFocusReason);
        QTest::keyClick(label("warnings"), Qt::Key_Tab);
        QTest::keyClick(label("warnings"), Qt::Key_Return);
        QCOMPARE(open.size(), 1);
        QTest::keyClick(label("warnings"), Qt::Key_Tab);
        QTest::keyClick(label("warnings"), Qt::Key_Return);
        QCOMPARE(train.size(), 1);
        dock->showMeasured(std::nullopt, {}, LabelKind::Unknown);
        QSignalSpy labels(dock.get(), &KnockoutDock::labelsRequested);
        label("measuredDetail")->setFocus(Qt::TabFocusReason);
        QTest::keyClick(label("measuredDetail"), Qt::Key_Tab);
        QTest::keyClick(label("measuredDetail"), Qt::Key_Return);
        QCOMPARE(labels.size(), 1);
    }

    void aRefusedModelLeavesTheCardAsItWas()
    {
        predict(live(Genotype{hxk1, hxk2}, 0.83, -0.12, {0.98, 0.97}));
        dock->setUnavailable(QStringLiteral("The model is being loaded"));
        QVERIFY(warnings().contains(QStringLiteral("being loaded")));
        dock->setUnavailable({});
        QCOMPARE(text("fitness"), QStringLiteral("0.830"));
        QCOMPARE(text("interaction"), QStringLiteral("−0.120"));
        QCOMPARE(text("expectedDetail"), QStringLiteral("= 0.980 × 0.970"));
        QVERIFY(warnings().isEmpty());
        // Of another model they would not be true any more.
        dock->setUnavailable(QStringLiteral("The model is being loaded"));
        dock->setModels({pairModel("epistasis")});
        dock->setUnavailable(QStringLiteral("The model is being loaded"));
        QCOMPARE(text("fitness"), QStringLiteral("–"));
    }

    void nothingMoves()
    {
        const auto places = [this] {
            QList<int> tops;
            for (const char *name : {"fitness", "expected", "interaction", "epistasis", "simulated", "measured"})
                tops << label(name)->mapTo(dock.get(), QPoint()).y();
            return tops << dock->card()->height() << dock->sizeHint().height();
        };
        dock->setKnockouts(Genotype{hxk1, hxk2});
        const QList<int> before = places();
        predict(live(Genotype{hxk1, pgi1}, 0.2, 0.6, {0.98, 0.97}));
        dock->setSupport(std::vector<std::int64_t>(8, 0));
        dock->showSimulation(simulated(Genotype{hxk1, pgi1}, 0.9, 2));
        QCoreApplication::processEvents();
        QVERIFY(warnings().count(QStringLiteral("<div>")) >= 4);
        QCOMPARE(places(), before);
        dock->setUnavailable(QStringLiteral("No model is open"), NextStep::OpenModel);
        QCoreApplication::processEvents();
        QCOMPARE(places(), before);
        // A single deletion says as much in as many lines.
        dock->setUnavailable({});
        predict(live(Genotype{hxk1}, 0.9, missing, {0.9}));
        QCoreApplication::processEvents();
        QCOMPARE(places(), before);
    }

    void nothingIsCut_data()
    {
        QTest::addColumn<int>("genes");
        QTest::addColumn<bool>("german");
        QTest::addColumn<bool>("ensemble");
        for (const int genes : {1, 2, 3, 8}) {
            for (const bool german : {false, true}) {
                for (const bool ensemble : {false, true}) {
                    QTest::addRow("%d, %s, %s", genes, german ? "German" : "English",
                                  ensemble ? "ensemble" : "one model")
                        << genes << german << ensemble;
                }
            }
        }
    }

    void nothingIsCut()
    {
        QFETCH(int, genes);
        QFETCH(bool, german);
        QFETCH(bool, ensemble);
        German language;
        if (german) {
            QVERIFY(language.load());
            init();
        }
        auto cell = std::make_shared<Cell>(*smallCell());
        std::vector<Gene> known;
        for (std::size_t gene = 0; gene < cell->genes.size(); ++gene) {
            known.push_back(cell->genes[static_cast<GeneIndex>(gene)]);
            // As annotation pipelines name them.
            known.back().id = "lcl|NC_000913.3_cds_NP_414542.1_locus_tag_" + std::to_string(gene);
            known.back().name = gene % 2 == 0 ? known.back().id : known.back().name;
            known.back().essential = true;
        }
        cell->genes = GeneCatalogue(known, {"pathway"});
        dock->setCell(cell);
        std::vector<ModelSummary> models(ensemble ? 2 : 1, pairModel("epistasis"));
        dock->setModels(models);
        std::vector<GeneIndex> members;
        for (GeneIndex gene = 0; gene < genes; ++gene)
            members.push_back(gene);
        const Genotype genotype(members);
        LivePrediction answer = live(genotype, 0.0123, -0.0456, std::vector<double>(members.size(), 0.0123));
        answer.prediction.fitnessSd = ensemble ? 0.0123 : missing;
        answer.prediction.interactionSd = ensemble ? 0.0123 : missing;
        predict(answer);
        LiveSimulation growth = simulated(genotype, 0.0123, std::max<std::size_t>(members.size(), 2) - 1);
        growth.blockedReactions.resize(1234);
        dock->showSimulation(growth);
        MeasuredValue value;
        value.fitness = 0.0123;
        value.fitnessSd = 0.0123;
        value.interaction = -0.0123;
        value.sources = QStringLiteral("costanzo2016_sga_NxN");
        dock->showMeasured(value, QStringLiteral("labels.tsv"), LabelKind::Simulated);
        dock->resize(304, 480);
        // Lines that break where the width says so take a round of layouts more.
        const PredictionCard *card = dock->card();
        QTRY_COMPARE(card->height(), card->heightForWidth(card->width()));
        QCOMPARE(dock->width(), 304);
        for (const QLabel *part : dock->findChildren<QLabel *>()) {
            const QString lacking = lacks(*part);
            QVERIFY2(lacking.isEmpty(), qPrintable(lacking));
        }
        for (const char *detail : {"simulatedDetail", "measuredDetail"})
            QVERIFY(label(detail)->isVisible() && !text(detail).isEmpty());
        shoot(*dock, QStringLiteral("card-%1-%2").arg(genes).arg(german ? "de" : "en"));
    }

private:
    std::unique_ptr<KnockoutDock> dock;
};

QTEST_MAIN(TestKnockoutDock)
#include "test_knockout_dock.moc"
