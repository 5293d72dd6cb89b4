// What the window tells in passing: nothing moves, what is not true any more goes away, and what was refused changes
// nothing.

#include "engine/cell/bundle.h"
#include "engine/store/run_database.h"
#include "tests/ui/mainwindow/window_fixture.h"
#include "ui/issues/issue_model.h"
#include "ui/mainwindow/issues_dock.h"
#include "ui/mainwindow/knockout_dock.h"
#include "ui/mainwindow/message_bar.h"
#include "ui/results/results_panel.h"

#include <QAction>
#include <QLabel>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>

#include <fstream>

using namespace knockscape;
using namespace knockscape::ui;
using namespace knockscape::ui::tests;

namespace
{

namespace fs = std::filesystem;

/// Every widget that can be seen in the window and where it is, but those inside the status bar, where messages come
/// and go. A dock behind another's tab is kept beside the window and cannot be seen.
QMap<const QWidget *, QRect> placesIn(const QWidget *window)
{
    QMap<const QWidget *, QRect> places;
    const auto *status = window->findChild<QStatusBar *>();
    for (const QWidget *widget : window->findChildren<QWidget *>()) {
        const QRect place(widget->mapTo(window, QPoint()), widget->size());
        if (widget->isVisible() && !status->isAncestorOf(widget) && window->rect().intersects(place)) {
            places.insert(widget, place);
        }
    }
    return places;
}

std::vector<Genotype> genotypesOf(const std::vector<PredictionRow> &rows)
{
    std::vector<Genotype> genotypes;
    for (const PredictionRow &row : rows) {
        genotypes.push_back(row.genotype);
    }
    return genotypes;
}

/// Every text that a part of the window shows.
QStringList textsIn(const QWidget *part)
{
    QStringList texts;
    for (const QLabel *label : part->findChildren<QLabel *>()) {
        texts << label->text();
    }
    return texts;
}

} // namespace

class TestMessages : public WindowTest
{
    Q_OBJECT

private slots:
    void nothingMovesWhenAMessageComesOrGoes();
    void aCountOfIssuesMovesNoTab();
    void aMessageGoesWhenItIsNotTrueAnyMore();
    void aRefusedModelChangesNothing();
    void whatRunsIsNotStoppedUnasked();
    void aRunOfAnotherCellOffersToOpenIt();
    void aTrainingOffersItsModel();

private:
    MessageBar *bar() { return fixture_->window->findChild<MessageBar *>(); }
    IssueModel *issues() { return fixture_->window->findChild<IssuesDock *>()->model(); }
    FilesToOpen junkModel();
    void openSmallCell();
    void clickAction();
};

FilesToOpen TestMessages::junkModel()
{
    std::ofstream(path("junk.safetensors")) << "this is no model";
    FilesToOpen files;
    files.models = {path("junk.safetensors")};
    return files;
}

/// A cell of two genes, one of them the demo's.
void TestMessages::openSmallCell()
{
    Cell cell;
    cell.name = "small";
    cell.genes =
        GeneCatalogue({{fixture_->session()->cell()->genes[0].id, {}, {}, {}, {}, {}}, {"OTHER", {}, {}, {}, {}, {}}});
    writeCellBundle(cell, path("small.cell"));
    FilesToOpen files;
    files.cell = path("small.cell");
    fixture_->bench()->open(files);
    QTRY_COMPARE_WITH_TIMEOUT(fixture_->session()->cell()->name, std::string("small"), patience);
}

void TestMessages::clickAction()
{
    auto *action = bar()->findChild<QToolButton *>(QStringLiteral("messageAction"));
    QVERIFY2(action != nullptr && action->isVisible(), qPrintable(bar()->text()));
    QTest::mouseClick(action, Qt::LeftButton);
}

void TestMessages::nothingMovesWhenAMessageComesOrGoes()
{
    fixture_->open();
    // A row of tools takes its width in a later round of the layout than the window.
    QMap<const QWidget *, QRect> before;
    const auto settled = [&] {
        before = placesIn(fixture_->window.get());
        for (int round = 0; round < 5; ++round) {
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
        }
        return before.size() > 50 && placesIn(fixture_->window.get()) == before;
    };
    QTRY_VERIFY(settled());
    const int statusHeight = fixture_->window->statusBar()->height();
    emit fixture_->bench()->reported(
        QString(QStringLiteral("long ")).repeated(400),
        {errorAt("file.tsv:3", std::string(2000, 'x'), "do this"), warningAt("a", "b", "c")});
    QTRY_VERIFY(bar()->hasMessage());
    QCoreApplication::processEvents();
    QVERIFY(placesIn(fixture_->window.get()) == before);
    QCOMPARE(fixture_->window->statusBar()->height(), statusHeight);
    QVERIFY(bar()->text().contains(QStringLiteral("do this")));
    auto *close = bar()->findChild<QToolButton *>(QStringLiteral("closeMessage"));
    QVERIFY(!close->visibleRegion().isEmpty());
    QTest::mouseClick(close, Qt::LeftButton);
    QVERIFY(!bar()->hasMessage());
    QCoreApplication::processEvents();
    QVERIFY(placesIn(fixture_->window.get()) == before);
}

void TestMessages::aCountOfIssuesMovesNoTab()
{
    applyTheme(ThemeChoice::Light);
    fixture_->open();
    QTabBar *docks = nullptr;
    for (QTabBar *bar : fixture_->window->findChildren<QTabBar *>(QString(), Qt::FindDirectChildrenOnly)) {
        docks = bar->count() > 1 && bar->isVisible() ? bar : docks;
    }
    QVERIFY(docks != nullptr);
    const auto tabs = [&] {
        QCoreApplication::processEvents();
        QList<QRect> places;
        for (const QTabBar *bar : {docks, fixture_->window->tabs()->tabBar()}) {
            for (int tab = 0; tab < bar->count(); ++tab) {
                places << bar->tabRect(tab);
            }
        }
        return places;
    };
    const QList<QRect> before = tabs();
    std::vector<Issue> many;
    for (int i = 0; i < 12; ++i) {
        many.push_back(warningAt(std::to_string(i), "b", "c"));
    }
    emit fixture_->bench()->reported(QStringLiteral("Something"), many);
    const auto *issuesDock = fixture_->window->findChild<IssuesDock *>();
    QCOMPARE(issuesDock->windowTitle(), QStringLiteral("Issues (12)"));
    QCOMPARE(tabs(), before);
}

void TestMessages::aMessageGoesWhenItIsNotTrueAnyMore()
{
    fixture_->open();
    fixture_->bench()->predict();
    QVERIFY2(bar()->text().contains(QStringLiteral("Nothing was predicted")), qPrintable(bar()->text()));
    fixture_->window->openFiles({});
    QTRY_VERIFY_WITH_TIMEOUT(fixture_->bench()->modelState() == ModelState::Ready, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!fixture_->bench()->inference()->busy(), patience);
    QVERIFY2(!bar()->hasMessage(), qPrintable(bar()->text()));

    // Nothing is ticked: said, until something is.
    fixture_->bench()->predictSet();
    QVERIFY(bar()->text().contains(QStringLiteral("no genotype to predict")));
    fixture_->session()->setKnockouts({0});
    QVERIFY(!bar()->hasMessage());

    // A model that was refused, until another is opened; a file that was written stays written.
    QVERIFY(fixture_->bench()->open(junkModel()));
    QTRY_VERIFY_WITH_TIMEOUT(bar()->text().contains(QStringLiteral("was not opened")), patience);
    FilesToOpen files;
    files.models = demoFiles().models;
    QVERIFY(fixture_->bench()->open(files));
    QVERIFY(!bar()->hasMessage());
    QTRY_VERIFY_WITH_TIMEOUT(fixture_->bench()->blockedReason().isEmpty(), patience);

    // A cell that was refused, until another is opened.
    files = {};
    files.cell = path("missing.cell");
    QVERIFY(fixture_->bench()->open(files));
    QTRY_VERIFY_WITH_TIMEOUT(bar()->text().contains(QStringLiteral("missing.cell")), patience);
    openSmallCell();
    QVERIFY2(!bar()->text().contains(QStringLiteral("missing.cell")), qPrintable(bar()->text()));
}

void TestMessages::aRefusedModelChangesNothing()
{
    fixture_->openDemo();
    QSignalSpy live(fixture_->bench(), &Workbench::liveChanged);
    QSignalSpy simulated(fixture_->bench(), &Workbench::simulationChanged);
    fixture_->session()->setKnockouts({0, 1});
    QTRY_VERIFY_WITH_TIMEOUT(!live.isEmpty() && !simulated.isEmpty(), patience);
    const auto cardAndStatus = [this] {
        return textsIn(fixture_->window->findChild<KnockoutDock *>())
               << fixture_->window->findChild<QLabel *>(QStringLiteral("statusText"))->text();
    };
    const auto tabs = [this] {
        QList<QStringList> all;
        for (int tab = 0; tab < fixture_->window->tabs()->count(); ++tab) {
            all << textsIn(fixture_->window->tabs()->widget(tab));
        }
        return all;
    };
    const QStringList cardBefore = cardAndStatus();
    const QList<QStringList> tabsBefore = tabs();
    const std::vector<Genotype> rows = genotypesOf(fixture_->window->results()->rows());
    QSignalSpy changed(fixture_->session(), &Session::modelsChanged);

    QVERIFY(fixture_->bench()->open(junkModel()));
    // Not even while it is being looked at.
    QCOMPARE(cardAndStatus(), cardBefore);
    QTRY_VERIFY_WITH_TIMEOUT(bar()->text().contains(QStringLiteral("the one before stays")), patience);
    QCOMPARE(cardAndStatus(), cardBefore);
    QCOMPARE(tabs(), tabsBefore);
    QCOMPARE(fixture_->bench()->modelState(), ModelState::Ready);
    QCOMPARE(fixture_->bench()->blockedReason(), QString());
    QVERIFY(changed.isEmpty());
    QVERIFY(genotypesOf(fixture_->window->results()->rows()) == rows);

    // And it still predicts.
    live.clear();
    fixture_->session()->setKnockouts({0, 1, 2});
    QTRY_VERIFY_WITH_TIMEOUT(!live.isEmpty(), patience);
}

void TestMessages::whatRunsIsNotStoppedUnasked()
{
    fixture_->openDemo();
    fixture_->listManyGenotypes();
    QSignalSpy ended(fixture_->bench(), &Workbench::jobEnded);
    fixture_->bench()->predictList();
    QVERIFY(!fixture_->bench()->open(junkModel()));
    QVERIFY(fixture_->bench()->running());
    QVERIFY2(bar()->text().contains(QStringLiteral("A prediction is running")), qPrintable(bar()->text()));
    clickAction();
    QTRY_VERIFY_WITH_TIMEOUT(!ended.isEmpty(), patience);
    QCOMPARE(ended.first().first().value<JobEnd>(), JobEnd::Cancelled);
    QTRY_VERIFY_WITH_TIMEOUT(bar()->text().contains(QStringLiteral("was not opened")), patience);
}

void TestMessages::aRunOfAnotherCellOffersToOpenIt()
{
    fixture_->openDemo();
    QSignalSpy ended(fixture_->bench(), &Workbench::jobEnded);
    fixture_->bench()->predictSingles();
    QVERIFY(ended.wait(patience));
    const int all = fixture_->window->results()->rowCount();
    const RunDatabase database(fixture_->database().toStdString());
    QTRY_VERIFY_WITH_TIMEOUT(!database.runs().empty() && database.runs()[0].status == RunStatus::Finished, patience);
    const RunRecord run = database.runs()[0];

    openSmallCell();
    const int before = issues()->rowCount();
    fixture_->bench()->openRun(run);
    QTRY_VERIFY_WITH_TIMEOUT(bar()->text().contains(QStringLiteral("Past run")), patience);
    QCOMPARE(fixture_->window->results()->rowCount(), 1);
    // One for the cell and one for the model, not one for each gene.
    QCOMPARE(issues()->rowCount(), before + 2);
    QVERIFY2(bar()->text().contains(QString::number(all - 1)), qPrintable(bar()->text()));

    clickAction();
    QTRY_COMPARE_WITH_TIMEOUT(fixture_->session()->cell()->name, run.cellName, patience);
    QTRY_COMPARE_WITH_TIMEOUT(fixture_->session()->resultOrigin(), ResultOrigin::PastRun, patience);
    QCOMPARE(fixture_->window->results()->rowCount(), all);
    QCOMPARE(fixture_->bench()->modelState(), ModelState::Ready);
    QVERIFY2(!bar()->hasMessage(), qPrintable(bar()->text()));
}

void TestMessages::aTrainingOffersItsModel()
{
    fixture_->openDemo();
    const std::vector<Genotype> rows = genotypesOf(fixture_->window->results()->rows());
    RunDatabase database(fixture_->database().toStdString());
    RunRecord run;
    run.kind = "train";
    run.cellName = fixture_->session()->cell()->name;
    run.cellSha256 = fixture_->session()->cell()->sha256;
    run.id = database.begin(run);
    database.addArtifact(run.id, {"model", demoFiles().models.front(), {}});
    database.finish(run.id, RunStatus::Finished);
    fixture_->bench()->openRun(run);
    QTRY_VERIFY_WITH_TIMEOUT(bar()->text().contains(QStringLiteral("It was a training")), patience);
    QVERIFY(genotypesOf(fixture_->window->results()->rows()) == rows);
    QSignalSpy opened(fixture_->bench()->inference(), &InferenceService::modelsOpened);
    clickAction();
    QVERIFY(opened.wait(patience));
}

QTEST_MAIN(TestMessages)
#include "test_messages.moc"
