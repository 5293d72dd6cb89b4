#include "tests/ui/genes/ui_fixture.h"

#include "ui/genes/gene_details.h"
#include "ui/genes/reaction_text.h"
#include "ui/reactions/reaction_equation.h"

#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>

using namespace knockscape;
using namespace knockscape::ui;
using namespace knockscape::ui::tests;

class TestGeneDetails : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        applyTheme(ThemeChoice::Light);
        details = std::make_unique<GeneDetails>();
        details->setCell(smallCell());
        details->resize(340, 460);
        details->show();
        browser = details->findChild<QTextBrowser *>();
    }

    void writesEquations()
    {
        const auto cell = smallCell();
        const auto &reactions = cell->metabolism.reactions;
        QCOMPARE(reactionEquation(cell->metabolism, reactions[0]),
                 QStringLiteral("D-glucose [c] + ATP [c] → D-glucose 6-phosphate [c] + ADP [c]"));
        QCOMPARE(reactionEquation(cell->metabolism, reactions[1]),
                 QStringLiteral("D-glucose 6-phosphate [c] ⇌ D-fructose 6-phosphate [c]"));
        QCOMPARE(reactionRule(cell->genes, reactions[0]), QStringLiteral("HXK1 or HXK2"));
        Reaction exchange = reactions[1];
        exchange.lowerBound = -10.0;
        exchange.upperBound = 0.0;
        exchange.terms = {{0, -2.0}, {1, -0.5}, {99, 1.0}};
        QCOMPARE(reactionEquation(cell->metabolism, exchange), QStringLiteral("2 D-glucose [c] + 0.500 ATP [c] ← ∅"));
        exchange.rule.alternatives = {{"YFR053C", "GHOST"}, {"YGL253W"}};
        exchange.isozymes = {{0, -1}, {1}};
        QCOMPARE(reactionRule(cell->genes, exchange), QStringLiteral("(HXK1 and GHOST) or HXK2"));
    }

    void tellsWhatTheGeneDoes()
    {
        details->setSupport({3, 0, 1, 0, 0, 0, 0, 0});
        details->setGene(1);
        const QString text = browser->toPlainText();
        for (const char *part : {"HXK2", "YGL253W", "HEX1, HKB", "Hexokinase isoenzyme 2", "Reactions (1)",
                                 "D-glucose [c] + ATP [c] →", "needs HXK1 or HXK2", "Physical interactions (2)",
                                 "regulated by CCR4", "Not essential", "No training genotype"})
            QVERIFY2(text.contains(QString::fromUtf8(part)), part);
    }

    void tellsWhatSimulationAndLabelsSay()
    {
        const auto says = [this](const char *part) { return browser->toPlainText().contains(QString::fromUtf8(part)); };
        // PGI1 (2) is essential and in a reaction; CCR4 (6) is in none, so that simulation knows nothing of it.
        details->setGene(2);
        QVERIFY(says("⚠ Essential: deleting it alone is not viable"));
        QVERIFY(!says("Not in the metabolic model"));
        details->setGene(6);
        QVERIFY(!says("⚠ Essential"));
        QVERIFY(says("Not in the metabolic model"));
        QVERIFY(!says("0.85"));
        details->setLabelText([](GeneIndex gene) { return gene == 6 ? QStringLiteral("In labels: 0.85") : QString(); });
        QVERIFY(says("In labels: 0.85"));
        details->setGene(2);
        QVERIFY(!says("In labels"));
        details->setSupport({3, 0, 1, 0, 0, 0, 0, 0});
        QVERIFY(says("Deleted in 1 training genotype."));
        details->setGene(0);
        QVERIFY(says("Deleted in 3 training genotypes."));
        // Without a metabolic model there is nothing that a gene could be missing from.
        auto cell = std::make_shared<Cell>(*smallCell());
        cell->metabolism = {};
        details->setCell(cell);
        details->setGene(6);
        QVERIFY(!says("Not in the metabolic model"));
    }

    void linksLeadToPartners()
    {
        details->setGene(1);
        QSignalSpy activated(details.get(), &GeneDetails::geneActivated);
        emit browser->anchorClicked(QUrl(QStringLiteral("gene:6")));
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated.front().front().toInt(), 6);
        emit browser->anchorClicked(QUrl(QStringLiteral("gene:999")));
        emit browser->anchorClicked(QUrl(QStringLiteral("gene:x")));
        QCOMPARE(activated.size(), 1);
        // By keyboard: Tab to the first link, Return.
        details->activateWindow();
        browser->setFocus();
        QTest::keyClick(browser, Qt::Key_Tab);
        QTest::keyClick(browser, Qt::Key_Return);
        QCOMPARE(activated.size(), 2);
    }

    void longListsAreCutPolitely()
    {
        auto cell = std::make_shared<Cell>(*smallCell());
        const Reaction reaction = cell->metabolism.reactions[0];
        for (int i = 0; i < 43; ++i)
            cell->metabolism.reactions.push_back(reaction);
        details->setCell(cell);
        details->setGene(0);
        QVERIFY(browser->toPlainText().contains("Reactions (44)"));
        QVERIFY(browser->toPlainText().contains("and 34 more"));
        emit browser->anchorClicked(QUrl(QStringLiteral("more:reactions")));
        QVERIFY(!browser->toPlainText().contains("more"));
        QCOMPARE(browser->toPlainText().count(QStringLiteral("ATP [c]")), 44);
    }

    void markupInNamesIsText()
    {
        auto cell = std::make_shared<Cell>();
        cell->genes = GeneCatalogue({{"A<b>", "<img src=x>", {"<i>"}, "<script>1 & 2</script>", {}, {}}});
        details->setCell(cell);
        details->setGene(0);
        QVERIFY(browser->toPlainText().contains("<script>1 & 2</script>"));
        QVERIFY(browser->toPlainText().contains("<img src=x>"));
    }

    void emptyStateSaysWhatToDo()
    {
        details->setGene(-1);
        QVERIFY(browser->toPlainText().contains("Select a gene"));
        details->setGene(12345);
        QVERIFY(browser->toPlainText().contains("Select a gene"));
        details->setCell(nullptr);
        details->setGene(0);
        QVERIFY(browser->toPlainText().contains("Select a gene"));
    }

    void looksRightOnTheDemo()
    {
        const auto cell = demoCell();
        QVERIFY(cell);
        const GeneIndex gene = cell->genes.resolve("HXK2").gene;
        QVERIFY(gene >= 0);
        details->setCell(cell);
        details->setGene(gene);
        QVERIFY(browser->toPlainText().contains("Reactions"));
        shoot(*details, QStringLiteral("gene-details"));
    }

private:
    std::unique_ptr<GeneDetails> details;
    QTextBrowser *browser = nullptr;
};

QTEST_MAIN(TestGeneDetails)
#include "test_gene_details.moc"
