// The document: every change can be undone exactly, and nothing is announced twice or for nothing.

#include "ui/session/session.h"

#include <QSignalSpy>
#include <QTest>

using namespace knockscape;
using namespace knockscape::ui;

namespace
{

std::shared_ptr<const Cell> cellWith(const std::vector<std::string> &ids)
{
    std::vector<Gene> genes;
    for (const std::string &id : ids) {
        genes.push_back({id, "N" + id, {}, {}, {}, {}});
    }
    auto cell = std::make_shared<Cell>();
    cell->name = "test";
    cell->genes = GeneCatalogue(std::move(genes));
    return cell;
}

} // namespace

class TestSession : public QObject
{
    Q_OBJECT

private slots:
    void knockoutsUndoAndRedoExactly();
    void settingTheSameIsNotAChange();
    void unknownGenesAreIgnored();
    void genotypeListUndoes();
    void knockoutsAndListShareOneHistory();
    void anotherCellCarriesGenesOverById();
    void supportIsTheSmallestOfAnEnsemble();
    void resultsGrowAndEnd();
};

void TestSession::knockoutsUndoAndRedoExactly()
{
    Session session;
    session.setCell(cellWith({"A", "B", "C"}), {});
    const std::vector<Genotype> states = {{}, {0}, {0, 2}, {2}, {}, {1}};
    session.setKnockedOut(0, true);
    session.setKnockedOut(2, true);
    session.setKnockedOut(0, false);
    session.clearKnockouts();
    session.setKnockouts({1}, QStringLiteral("choice of B"));
    QCOMPARE(session.undoStack()->count(), 5);
    QCOMPARE(session.undoStack()->text(0), QStringLiteral("knockout of NA"));
    QCOMPARE(session.undoStack()->text(2), QStringLiteral("restoring of NA"));
    for (int round = 0; round < 2; ++round) {
        for (std::size_t i = states.size() - 1; i > 0; --i) {
            QVERIFY(session.knockouts() == states[i]);
            session.undoStack()->undo();
            QVERIFY(session.knockouts() == states[i - 1]);
        }
        for (std::size_t i = 1; i < states.size(); ++i) {
            session.undoStack()->redo();
            QVERIFY(session.knockouts() == states[i]);
        }
    }
}

void TestSession::settingTheSameIsNotAChange()
{
    Session session;
    session.setCell(cellWith({"A", "B"}), {});
    QSignalSpy changes(&session, &Session::knockoutsChanged);
    session.setKnockedOut(1, true);
    session.setKnockedOut(1, true);
    session.setKnockouts(Genotype{1});
    QCOMPARE(changes.count(), 1);
    QCOMPARE(session.undoStack()->count(), 1);
    session.undoStack()->undo();
    QCOMPARE(changes.count(), 2);
}

void TestSession::unknownGenesAreIgnored()
{
    Session session;
    session.setKnockedOut(0, true);
    QVERIFY(session.knockouts().empty());
    session.setCell(cellWith({"A"}), {});
    session.setKnockedOut(1, true);
    session.setKnockedOut(-1, true);
    QVERIFY(session.knockouts().empty());
    QCOMPARE(session.undoStack()->count(), 0);
}

void TestSession::genotypeListUndoes()
{
    Session session;
    session.setCell(cellWith({"A", "B", "C"}), {});
    const std::vector<Genotype> first = {{0}, {0, 1}};
    const std::vector<Genotype> second = {{0, 1}, {0}, {2}};
    session.setGenotypes(first, QStringLiteral("adding"));
    session.setGenotypes(second, QStringLiteral("moving"));
    session.setGenotypes(second, QStringLiteral("nothing"));
    QCOMPARE(session.undoStack()->count(), 2);
    session.undoStack()->undo();
    QVERIFY(session.genotypes() == first);
    session.undoStack()->undo();
    QVERIFY(session.genotypes().empty());
    session.undoStack()->redo();
    session.undoStack()->redo();
    QVERIFY(session.genotypes() == second);
}

void TestSession::knockoutsAndListShareOneHistory()
{
    Session session;
    session.setCell(cellWith({"A", "B"}), {});
    session.setKnockedOut(0, true);
    session.setGenotypes({{0}}, QStringLiteral("adding"));
    session.setKnockedOut(1, true);
    session.undoStack()->undo();
    session.undoStack()->undo();
    QVERIFY(session.knockouts() == Genotype{0});
    QVERIFY(session.genotypes().empty());
}

void TestSession::anotherCellCarriesGenesOverById()
{
    Session session;
    session.setCell(cellWith({"A", "B", "C"}), {});
    session.setKnockouts({0, 2});
    session.setGenotypes({{0, 1}, {1}, {0}}, QStringLiteral("adding"));
    session.beginResults(ResultOrigin::Run, QStringLiteral("old"));
    session.appendResults({{Genotype{1}, {}, "ok"}});
    QSignalSpy cells(&session, &Session::cellChanged);

    const std::vector<Issue> issues = session.setCell(cellWith({"X", "C", "A"}), "other.cell");
    QCOMPARE(cells.count(), 1);
    QVERIFY((session.knockouts() == Genotype{1, 2}));
    // {A, B} without B would be another genotype: it goes, and B is named.
    QCOMPARE(session.genotypes().size(), std::size_t{1});
    QVERIFY(session.genotypes().front() == Genotype{2});
    QCOMPARE(issues.size(), std::size_t{1});
    QCOMPARE(issues.front().where, std::string("B"));
    QCOMPARE(session.undoStack()->count(), 0);
    QVERIFY(session.results().empty());
    QVERIFY(session.models().empty());
}

void TestSession::supportIsTheSmallestOfAnEnsemble()
{
    Session session;
    session.setCell(cellWith({"A", "B"}), {});
    QVERIFY(session.support().empty());
    ModelSummary first;
    first.training.supportPerGene = {3, 7};
    ModelSummary silent;
    ModelSummary second;
    second.training.supportPerGene = {5, 0};
    session.setModels({first, silent, second}, QStringLiteral("cpu"));
    QVERIFY((session.support() == std::vector<std::int64_t>{3, 0}));
}

void TestSession::resultsGrowAndEnd()
{
    Session session;
    QSignalSpy begun(&session, &Session::resultsBegun);
    QSignalSpy ended(&session, &Session::resultsFinished);
    session.beginResults(ResultOrigin::Preview, QStringLiteral("title"));
    session.appendResults({{Genotype{0}, {}, "ok"}, {Genotype{1}, {}, "ok"}});
    session.appendResults({{Genotype{2}, {}, "ok"}});
    QCOMPARE(session.results().size(), std::size_t{3});
    QVERIFY(session.results()[2].genotype == Genotype{2});
    QCOMPARE(session.resultState(), ResultState::Growing);
    session.finishResults(ResultState::Partial);
    QCOMPARE(session.resultState(), ResultState::Partial);
    session.beginResults(ResultOrigin::Run, QStringLiteral("next"));
    QVERIFY(session.results().empty());
    QCOMPARE(begun.count(), 2);
    QCOMPARE(ended.count(), 1);
}

QTEST_GUILESS_MAIN(TestSession)
#include "test_session.moc"
