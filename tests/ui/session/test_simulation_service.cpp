// Many simulations beside the live one, on the demo.

#include "engine/cell/bundle.h"
#include "engine/fba/simulation.h"
#include "tests/patience.h"
#include "ui/session/simulation_service.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace knockscape;
using namespace knockscape::ui;

namespace
{

using ::knockscape::testing::patience;

std::vector<double> collected(const QSignalSpy &batches)
{
    std::vector<double> fitness;
    for (const QList<QVariant> &batch : batches) {
        if (batch.at(1).toULongLong() != fitness.size()) {
            qFatal("a gap");
        }
        for (const SimulatedFitness &growth : batch.at(2).value<std::vector<SimulatedFitness>>()) {
            if (growth.status.empty()) {
                qFatal("an answer without a status");
            }
            fitness.push_back(growth.fitness);
        }
    }
    return fitness;
}

} // namespace

class TestSimulationService : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        std::vector<Issue> issues;
        cell = std::make_shared<const Cell>(
            readCellBundle(KNOCKSCAPE_RESOURCES_DIR "/demo/central-metabolism.cell", issues));
    }

    void answersAsTheEngineDoesInOrder()
    {
        std::vector<Genotype> genotypes = metabolicSingles(*cell);
        genotypes.resize(60);
        SimulationService service;
        QSignalSpy batches(&service, &SimulationService::batchReady);
        QSignalSpy ended(&service, &SimulationService::batchEnded);
        service.setCell(cell);
        service.simulate(genotypes);
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
        const std::vector<double> fitness = collected(batches);
        QCOMPARE(fitness.size(), genotypes.size());
        FluxBalance balance(cell);
        for (std::size_t i = 0; i < genotypes.size(); ++i) {
            QVERIFY(std::abs(fitness[i] - balance.simulate(genotypes[i]).fitness) < 1e-9);
        }
    }

    void theLiveAnswerComesDuringABatchAndABatchCanBeEnded()
    {
        std::vector<Genotype> genotypes;
        for (int copy = 0; copy < 50; ++copy) {
            const std::vector<Genotype> singles = metabolicSingles(*cell);
            genotypes.insert(genotypes.end(), singles.begin(), singles.end());
        }
        SimulationService service;
        QSignalSpy batches(&service, &SimulationService::batchReady);
        QSignalSpy ended(&service, &SimulationService::batchEnded);
        QSignalSpy live(&service, &SimulationService::ready);
        service.setCell(cell);
        const quint64 batch = service.simulate(genotypes);
        QTRY_VERIFY_WITH_TIMEOUT(batches.size() >= 2, patience);
        service.request(Genotype{0});
        QTRY_COMPARE_WITH_TIMEOUT(live.size(), 1, patience);
        QVERIFY(ended.empty());
        service.cancelBatch(batch);
        const std::size_t before = collected(batches).size();
        QVERIFY(before < genotypes.size());
        // A new batch is the only one that answers.
        batches.clear();
        service.simulate({Genotype{}});
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
        QCOMPARE(collected(batches), std::vector<double>{1.0});
    }

private:
    std::shared_ptr<const Cell> cell;
};

QTEST_GUILESS_MAIN(TestSimulationService)
#include "test_simulation_service.moc"
