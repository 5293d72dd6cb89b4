// Fluxes, explanations and ranges of what the session holds, on the demo. Expected numbers: SciPy's HiGHS.

#include "engine/cell/bundle.h"
#include "engine/fba/explanation.h"
#include "tests/patience.h"
#include "ui/session/explain_service.h"
#include "ui/session/flux_service.h"
#include "ui/session/media_choices.h"
#include "ui/session/range_service.h"
#include "ui/session/session.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace knockscape;
using namespace knockscape::ui;

namespace
{

using ::knockscape::testing::patience;

constexpr double demoGrowth = 0.457953113;
constexpr double demoTotal = 449.623425;

double totalOf(const std::vector<double> &fluxes)
{
    double total = 0.0;
    for (const double flux : fluxes) {
        total += std::abs(flux);
    }
    return total;
}

} // namespace

class TestFluxService : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        std::vector<Issue> issues;
        cell_ = std::make_shared<const Cell>(readCellBundle(folder, issues));
    }

    void init()
    {
        session_ = std::make_unique<Session>();
        session_->setCell(cell_, folder);
    }

    void givesTheFluxesOfWildTypeAndKnockout()
    {
        FluxService service(session_.get());
        QSignalSpy ready(&service, &FluxService::ready);
        QSignalSpy lost(&service, &FluxService::lostReady);
        service.follow(true);
        QTRY_COMPARE(ready.size(), 1);
        const FluxPair wildType = *service.pair();
        QVERIFY(wildType.genotype.empty() && wildType.lostKnown && wildType.blockedReactions.empty());
        QVERIFY(std::abs(wildType.wildTypeGrowth - demoGrowth) < 1e-6);
        QVERIFY(std::abs(totalOf(wildType.wildType) / demoTotal - 1.0) < 1e-4);
        QCOMPARE(wildType.wildType.size(), cell_->metabolism.reactions.size());

        session_->setKnockouts(set({"BNA1", "NPT1"}));
        QVERIFY(!service.pair());
        QTRY_COMPARE(lost.size(), 1);
        QCOMPARE(ready.size(), 2);
        const FluxPair pair = *service.pair();
        QVERIFY(pair.genotype == session_->knockouts());
        QVERIFY(std::abs(pair.growth) < 1e-6 && std::abs(pair.wildTypeGrowth - demoGrowth) < 1e-6);
        QVERIFY(pair.lostKnown && !pair.lostMetabolites.empty());
        QCOMPARE(pair.genesInModel, std::size_t(2));
        QCOMPARE(pair.medium.name, std::string("own"));
        for (const std::int32_t row : pair.blockedReactions) {
            QVERIFY(pair.knockout.empty() || pair.knockout[std::size_t(row)] == 0.0);
        }
        QVERIFY(std::any_of(pair.lostMetabolites.begin(), pair.lostMetabolites.end(), [&](std::int32_t row) {
            return cell_->metabolism.metabolites[std::size_t(row)].id == "nad_c";
        }));
    }

    void answersOnlyTheNewestAndNothingUnlessFollowed()
    {
        FluxService service(session_.get());
        QSignalSpy ready(&service, &FluxService::ready);
        session_->setKnockouts(set({"PGI1"}));
        QVERIFY(!service.busy());
        service.follow(true);
        for (const char *gene : {"ZWF1", "HXK2", "PFK1"}) {
            session_->setKnockouts(session_->knockouts().with(set({gene}).genes().front()));
        }
        QTRY_COMPARE(ready.size(), 1);
        QVERIFY(service.pair()->genotype == session_->knockouts());
        QTRY_VERIFY(!service.busy());
        service.follow(false);
        session_->clearKnockouts();
        QVERIFY(!service.busy() && !service.pair());
        QCOMPARE(ready.size(), 1);
    }

    void followsTheMedium()
    {
        FluxService service(session_.get());
        QSignalSpy ready(&service, &FluxService::ready);
        QSignalSpy unavailable(&service, &FluxService::unavailable);
        service.follow(true);
        QTRY_COMPARE(ready.size(), 1);
        std::vector<Issue> issues;
        const std::vector<Medium> media = mediaOf(*cell_, {}, issues);
        const auto rich = std::find_if(media.begin(), media.end(), [](const Medium &m) { return m.name == "rich"; });
        QVERIFY(rich != media.end());
        session_->setMedium(*rich);
        QTRY_COMPARE(ready.size(), 2);
        QVERIFY(service.pair()->wildTypeGrowth > demoGrowth * 1.01);
        QCOMPARE(service.pair()->medium.name, std::string("rich"));
        // Undo brings the cell's own medium back, and with it the fluxes there.
        session_->undoStack()->undo();
        QTRY_COMPARE(ready.size(), 3);
        QVERIFY(std::abs(service.pair()->wildTypeGrowth - demoGrowth) < 1e-6);
        // Without anything to eat there are no fluxes, and that is said.
        session_->setMedium({"nothing", "nothing", {}});
        QTRY_COMPARE(unavailable.size(), 1);
        QVERIFY(!service.pair() && service.problem() && !service.busy());
    }

    void explainsTheSetWhenAsked()
    {
        ExplainService service(session_.get());
        QSignalSpy ready(&service, &ExplainService::ready);
        session_->setKnockouts(set({"BNA1", "NPT1"}));
        QVERIFY(!service.busy());
        service.request();
        service.request();
        QVERIFY(service.busy());
        QTRY_COMPARE(ready.size(), 1);
        const ExplainedSet told = *service.answer();
        QVERIFY(told.genotype == session_->knockouts() && !told.explanation.ofMedium);
        QVERIFY(told.sentences.size() >= 2);
        QVERIFY(told.sentences[0].text.contains("bna1Δ npt1Δ"));
        const auto &things = told.sentences[1].things;
        QVERIFY(std::any_of(things.begin(), things.end(), [](const ExplainedThing &thing) {
            return thing.kind == ExplainedThing::Kind::Reaction && !thing.name.isEmpty();
        }));
        service.request();
        QVERIFY(!service.busy());
        session_->clearKnockouts();
        QVERIFY(!service.answer());
    }

    void offersRescuesAsAuxotrophsNeedThem()
    {
        // ADE2 makes adenine's precursor: adenine or hypoxanthine lets the deletion grow, and nothing else by itself.
        ExplainService service(session_.get());
        QSignalSpy ready(&service, &ExplainService::ready);
        session_->setKnockouts(set({"ADE2"}));
        service.request();
        QTRY_COMPARE(ready.size(), 1);
        const std::vector<RescueOffer> rescues = service.answer()->rescues;
        QCOMPARE(rescues.size(), std::size_t(2));
        QStringList exchanges;
        for (const RescueOffer &rescue : rescues) {
            exchanges << QString::fromStdString(rescue.exchangeId);
            QVERIFY(std::abs(rescue.growth - 0.4642) < 1e-4);
        }
        exchanges.sort();
        QCOMPARE(exchanges, (QStringList{"EX_ade", "EX_hxan"}));
        // In the medium it does what it was said to do.
        FluxService fluxes(session_.get());
        fluxes.follow(true);
        const auto nutrients = nutrientsOf(*cell_);
        const auto adenine = std::find_if(nutrients.begin(), nutrients.end(),
                                          [](const Nutrient &one) { return one.exchange == "EX_ade"; });
        QVERIFY(adenine != nutrients.end());
        session_->setMedium(mediumWith(session_->medium(), *adenine, RescueUptake));
        QTRY_VERIFY(fluxes.pair().has_value());
        QVERIFY(std::abs(fluxes.pair()->growth - 0.4642) < 1e-4);
    }

    void saysWhatAMediumLacks()
    {
        ExplainService service(session_.get());
        QSignalSpy ready(&service, &ExplainService::ready);
        Medium noNitrogen = session_->medium();
        noNitrogen.name = noNitrogen.title = "no ammonium";
        QCOMPARE(noNitrogen.uptake.erase("EX_nh4"), std::size_t(1));
        session_->setMedium(noNitrogen);
        service.request();
        QTRY_COMPARE(ready.size(), 1);
        QVERIFY(service.answer()->explanation.ofMedium);
        const auto &rescues = service.answer()->rescues;
        QVERIFY(std::any_of(rescues.begin(), rescues.end(),
                            [](const RescueOffer &offer) { return offer.exchangeId == "EX_nh4"; }));
    }

    void canBeCancelled()
    {
        ExplainService service(session_.get());
        QSignalSpy ready(&service, &ExplainService::ready);
        QSignalSpy cancelled(&service, &ExplainService::cancelled);
        session_->setKnockouts(set({"BNA1", "NPT1"}));
        service.request();
        service.cancel();
        QCOMPARE(cancelled.size(), 1);
        QVERIFY(!service.busy());
        service.request();
        QTRY_COMPARE(ready.size(), 1);
    }

    void findsRangesOfTheReactionsAskedFor()
    {
        RangeService service(session_.get());
        QSignalSpy ended(&service, &RangeService::ended);
        QSignalSpy progressed(&service, &RangeService::progressed);
        std::vector<std::int32_t> rows;
        for (std::int32_t row = 0; row < 20; ++row) {
            rows.push_back(row);
        }
        service.request(rows);
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(service.known().size(), rows.size());
        QVERIFY(progressed.size() > 2);
        // The parsimonious fluxes lie in them.
        FluxService fluxes(session_.get());
        fluxes.follow(true);
        QTRY_VERIFY(fluxes.pair().has_value());
        for (const auto &[row, range] : service.known()) {
            const double flux = fluxes.pair()->wildType[std::size_t(row)];
            QVERIFY2(range.low - 1e-4 <= flux && flux <= range.high + 1e-4,
                     cell_->metabolism.reactions[std::size_t(row)].id.c_str());
        }
        // What is known is not asked for again, and is of this set only.
        service.request(rows);
        QVERIFY(!service.busy());
        session_->setKnockouts(set({"PGI1"}));
        QVERIFY(service.known().empty());
    }

    void aCellWithoutMetabolismSaysSo()
    {
        auto bare = std::make_shared<Cell>(*cell_);
        bare->metabolism = {};
        session_->setCell(bare, {});
        FluxService service(session_.get());
        QSignalSpy unavailable(&service, &FluxService::unavailable);
        service.follow(true);
        QTRY_COMPARE(unavailable.size(), 1);
        ExplainService explain(session_.get());
        QSignalSpy failed(&explain, &ExplainService::failed);
        explain.request();
        QTRY_COMPARE(failed.size(), 1);
    }

private:
    Genotype set(const std::vector<std::string> &names) const
    {
        std::vector<GeneIndex> genes;
        for (const std::string &name : names) {
            for (std::size_t i = 0; i < cell_->genes.size(); ++i) {
                if (cell_->genes[GeneIndex(i)].label() == name) {
                    genes.push_back(GeneIndex(i));
                }
            }
        }
        if (genes.size() != names.size()) {
            qFatal("a gene is not in the demo");
        }
        return Genotype(std::move(genes));
    }

    static constexpr const char *folder = KNOCKSCAPE_RESOURCES_DIR "/demo/central-metabolism.cell";
    std::shared_ptr<const Cell> cell_;
    std::unique_ptr<Session> session_;
};

QTEST_GUILESS_MAIN(TestFluxService)
#include "test_flux_service.moc"
