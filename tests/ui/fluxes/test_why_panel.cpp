// Why a set does not grow, as the window tells it. Rescues and their growth: SciPy's HiGHS.

#include "tests/ui/fluxes/flux_fixture.h"
#include "tests/ui/picture.h"
#include "ui/fluxes/linked_sentence.h"
#include "ui/fluxes/why_line.h"
#include "ui/fluxes/why_panel.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

#include <algorithm>
#include <cmath>

using namespace knockscape;
using namespace knockscape::ui;
using ::knockscape::testing::FluxFixture;

class TestWhyPanel : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        fixture_ = std::make_unique<FluxFixture>();
        service_ = std::make_unique<ExplainService>(&fixture_->session);
        panel_ = std::make_unique<WhyPanel>(&fixture_->session, service_.get());
        panel_->resize(320, 420);
        panel_->show();
        QVERIFY(QTest::qWaitForWindowExposed(panel_.get()));
    }
    void cleanup()
    {
        panel_.reset();
        service_.reset();
        fixture_.reset();
    }

    void saysWhatTheWildTypeDoes()
    {
        QTRY_VERIFY(panel_->findChild<QLabel *>("whyStatus")->text().contains("0.458"));
        QVERIFY(sentences().empty());
    }

    void tellsInSentencesWithLinks()
    {
        QSignalSpy reactions(panel_.get(), &WhyPanel::reactionLinked);
        QSignalSpy metabolites(panel_.get(), &WhyPanel::metaboliteLinked);
        fixture_->session.setKnockouts(fixture_->set({"BNA1", "NPT1"}));
        QTRY_VERIFY(sentences().size() >= 2);
        QVERIFY(sentences()[0]->text().contains("bna1Δ npt1Δ"));
        // The keyboard goes from link to link.
        QLabel *told = sentences()[1];
        QVERIFY2(told->text().contains("href=\"metabolite:"), qPrintable(told->text()));
        QVERIFY2(told->text().contains("href=\"reaction:"), qPrintable(told->text()));
        panel_->activateWindow();
        told->setFocus(Qt::TabFocusReason);
        const auto links = told->text().count("<a ");
        for (int i = 0; i < links; ++i) {
            if (QApplication::focusWidget() != told || !told->hasSelectedText()) {
                QTest::keyClick(told, Qt::Key_Tab);
            }
            QTest::keyClick(told, Qt::Key_Return);
            QTest::keyClick(told, Qt::Key_Tab);
            QTest::keyClick(told, Qt::Key_Return);
        }
        QVERIFY(!metabolites.empty());
        const int row = metabolites.front().front().toInt();
        const auto &lost = service_->answer()->explanation.lostPilingUp;
        QVERIFY(std::binary_search(lost.begin(), lost.end(), row));
    }

    void aNutrientIsTriedAndTakenBack()
    {
        Session &session = fixture_->session;
        session.setKnockouts(fixture_->set({"ADE2"}));
        QTRY_COMPARE(panel_->findChildren<QPushButton *>("whyTry").size(), 2);
        const Medium before = session.medium();
        tests::shoot(*panel_, QStringLiteral("why-panel"));
        QTest::mouseClick(panel_->findChildren<QPushButton *>("whyTry").front(), Qt::LeftButton);
        QCOMPARE(session.medium().uptake.size(), before.uptake.size() + 1);
        QVERIFY(session.medium().name != before.name);
        QVERIFY(session.medium().uptake.count("EX_ade") + session.medium().uptake.count("EX_hxan") == 1);
        QTRY_VERIFY(service_->answer().has_value());
        QVERIFY(std::abs(service_->answer()->explanation.growth.growth - 0.4642) < 1e-4);
        QTRY_VERIFY(panel_->findChildren<QPushButton *>("whyTry").empty());
        QVERIFY(panel_->findChild<QLabel *>("whyMedium")->text().contains("+"));
        session.undoStack()->undo();
        QVERIFY(session.medium() == before);
        QTRY_COMPARE(panel_->findChildren<QPushButton *>("whyTry").size(), 2);
    }

    void saysWhatAMediumLacks()
    {
        Medium medium = fixture_->session.medium();
        medium.name = medium.title = "no ammonium";
        medium.uptake.erase("EX_nh4");
        fixture_->session.setMedium(medium);
        QTRY_VERIFY(panel_->findChild<QLabel *>("whyStatus")->text().contains("wild type"));
        QTRY_VERIFY(!sentences().empty());
        QTRY_VERIFY(!panel_->findChildren<QPushButton *>("whyTry").empty());
    }

    void asksNothingWhileNobodyLooks()
    {
        QTRY_VERIFY(!service_->busy() && service_->answer());
        panel_->hide();
        QSignalSpy started(service_.get(), &ExplainService::started);
        fixture_->session.setKnockouts(fixture_->set({"LEU2"}));
        QCoreApplication::processEvents();
        QVERIFY(!service_->answer() && started.empty());
        panel_->show();
        QTRY_VERIFY(service_->answer().has_value());
    }

    void theCardsLineSaysItShortly()
    {
        panel_->hide();
        WhyLine line(&fixture_->session, service_.get());
        QSignalSpy requested(&line, &WhyLine::whyRequested);
        fixture_->session.setKnockouts(fixture_->set({"BNA1", "NPT1"}));
        LiveSimulation grows;
        grows.genotype = fixture_->session.knockouts();
        grows.genesInModel = 2;
        grows.fitness = 0.97;
        line.showSimulation(grows);
        QVERIFY(line.isHidden() && !service_->busy());
        LiveSimulation dies = grows;
        dies.fitness = 0.0;
        line.showSimulation(dies);
        QVERIFY(!line.isHidden());
        QTRY_VERIFY(line.text().contains("NAD"));
        line.show();
        line.setFocus(Qt::TabFocusReason);
        QTest::keyClick(&line, Qt::Key_Tab);
        QTest::keyClick(&line, Qt::Key_Return);
        QCOMPARE(requested.size(), 1);
        fixture_->session.clearKnockouts();
        QVERIFY(line.isHidden());
    }

    void linksNamesAsWholeWordsAndTheLongestFirst()
    {
        using Kind = ExplainedThing::Kind;
        const ExplainedSentence sentence{"NAD and NADH <cannot> be made at NADH kinase.",
                                         {{Kind::Metabolite, 1, "NAD"},
                                          {Kind::Metabolite, 2, "NADH"},
                                          {Kind::Reaction, 3, "NADH kinase"},
                                          {Kind::Reaction, 4, "elsewhere"}}};
        QCOMPARE(linkedSentence(sentence),
                 QString("<a href=\"metabolite:1\">NAD</a> and <a href=\"metabolite:2\">NADH</a> &lt;cannot&gt; be "
                         "made at <a href=\"reaction:3\">NADH kinase</a>. (<a href=\"reaction:4\">elsewhere</a>)"));
        QCOMPARE(thingOf("reaction:17")->row, 17);
        QVERIFY(thingOf("rescue:3")->kind == Kind::Rescue);
        QVERIFY(!thingOf("reaction:x") && !thingOf("http://example.org"));
    }

private:
    QList<QLabel *> sentences() const
    {
        QList<QLabel *> shown;
        for (QLabel *label : panel_->findChildren<QLabel *>("whySentence")) {
            if (label->isVisible()) {
                shown << label;
            }
        }
        return shown;
    }

    std::unique_ptr<FluxFixture> fixture_;
    std::unique_ptr<ExplainService> service_;
    std::unique_ptr<WhyPanel> panel_;
};

QTEST_MAIN(TestWhyPanel)
#include "test_why_panel.moc"
