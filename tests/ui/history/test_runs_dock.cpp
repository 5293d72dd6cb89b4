#include "tests/patience.h"
#include "tests/ui/history/history_samples.h"
#include "ui/history/runs_dock.h"
#include "ui/history/runs_view.h"

#include <QAction>
#include <QApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QUndoStack>

using namespace knockscape;
using namespace knockscape::ui;

namespace
{

/// Columns as a person counts them.
enum Column { Started, Kind, What, Rows, Status, CellName, Model, Note };

/// A dock in a window on a database of its own.
struct Bench {
    explicit Bench(const std::function<void(RunDatabase &)> &fill = {})
    {
        const std::filesystem::path file = folder.filePath("runs.sqlite").toStdString();
        if (fill) {
            RunDatabase database(file);
            fill(database);
        }
        service = std::make_unique<DatabaseService>(file);
        dock = new RunsDock(service.get(), &undo);
        window.addDockWidget(Qt::BottomDockWidgetArea, dock);
        window.resize(1280, 320);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        view = dock->findChild<RunsView *>("runsView");
        filter = dock->findChild<QLineEdit *>("runsFilter");
        message = dock->findChild<QLabel *>("runsMessage");
    }
    ~Bench()
    {
        delete dock; // before the service it talks to
    }

    int count() const { return view->model()->rowCount(); }
    QString text(int row, int column) const { return view->model()->index(row, column).data().toString(); }
    void click(int row, int column = Kind)
    {
        const QRect rect = view->visualRect(view->model()->index(row, column));
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, rect.center());
    }

    QTemporaryDir folder;
    QUndoStack undo;
    std::unique_ptr<DatabaseService> service;
    QMainWindow window;
    RunsDock *dock = nullptr;
    RunsView *view = nullptr;
    QLineEdit *filter = nullptr;
    QLabel *message = nullptr;
};

void fillThree(RunDatabase &database)
{
    const std::int64_t first = database.begin(sampleRun("simulate", "yeast"));
    database.append(first, sampleGenotypes({"LEU2"}));
    database.finish(first, RunStatus::Failed, "no growth");
    const std::int64_t second = database.begin(sampleRun("screen"));
    database.append(second, sampleGenotypes({"HXK2;PGI1", "ADE2", "HIS3", "TRP1"}));
    database.finish(second, RunStatus::Cancelled);
    const std::int64_t third = database.begin(sampleRun("predict"));
    database.append(third, sampleGenotypes({"PFK1", "PFK2"}));
    database.finish(third, RunStatus::Finished);
}

} // namespace

class TestRunsDock : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatToDoWhenEmpty();
    void showsRuns();
    void opensByDoubleClickAndReturn();
    void filters();
    void sorts();
    void editsTheNoteInPlace();
    void deletesWithUndo();
    void deletesSeveral();
    void offersAContextMenu();
    void exports();
    void keepsSelectionWhileARunGrows();
    void saysWhyThereIsNoHistory();
};

void TestRunsDock::saysWhatToDoWhenEmpty()
{
    Bench bench;
    QTRY_VERIFY(bench.message->isVisible() && bench.message->text().startsWith("No runs yet"));
    QAction predict("Predict");
    QSignalSpy triggered(&predict, &QAction::triggered);
    bench.dock->setEmptyAction(&predict);
    QToolButton *button = nullptr;
    for (QToolButton *one : bench.dock->findChildren<QToolButton *>()) {
        button = one->defaultAction() == &predict ? one : button;
    }
    QVERIFY(button && button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(triggered.count(), 1);
    bench.service->beginRun(1, sampleRun("predict"));
    QTRY_VERIFY(bench.view->isVisible() && bench.count() == 1);
    QCOMPARE(bench.text(0, Status), "running");
}

void TestRunsDock::showsRuns()
{
    Bench bench(fillThree);
    QTRY_COMPARE(bench.count(), 3);
    QCOMPARE(bench.text(0, Kind), "Prediction");
    QCOMPARE(bench.text(0, What), "PFK1, PFK2");
    QCOMPARE(bench.text(0, Rows), "2");
    QCOMPARE(bench.text(0, Status), "finished");
    QCOMPARE(bench.text(0, CellName), "central metabolism");
    QCOMPARE(bench.text(0, Model), "demo");
    QCOMPARE(bench.text(1, What), "HXK2 PGI1, ADE2, HIS3, …");
    QCOMPARE(bench.text(1, Status), "cancelled");
    QCOMPARE(bench.text(2, Status), "failed");
    QVERIFY(!bench.view->model()->index(2, Status).data(Qt::DecorationRole).value<QIcon>().isNull());
    QVERIFY(bench.view->model()->index(2, Status).data(Qt::ToolTipRole).toString().contains("no growth"));
    const QDateTime now = QDateTime::currentDateTime();
    const QString started = bench.text(0, Started);
    const auto shown = [&](qint64 secondsAgo) {
        return QLocale().toString(now.addSecs(-secondsAgo), QLocale::ShortFormat);
    };
    // The short format tells seconds in some languages, and the runs began a moment ago.
    qint64 age = 0;
    while (age < 3600 && started != shown(age)) {
        ++age;
    }
    QVERIFY2(started == shown(age), qPrintable(started));
}

void TestRunsDock::opensByDoubleClickAndReturn()
{
    Bench bench(fillThree);
    QTRY_COMPARE(bench.count(), 3);
    std::vector<RunRecord> opened;
    connect(bench.dock, &RunsDock::openRequested, this, [&](const RunRecord &run) { opened.push_back(run); });
    bench.click(1);
    QTest::mouseDClick(bench.view->viewport(), Qt::LeftButton, {},
                       bench.view->visualRect(bench.view->model()->index(1, What)).center());
    QCOMPARE(opened.size(), 1U);
    QCOMPARE(opened.back().kind, "screen");
    QTest::keyClick(bench.view, Qt::Key_Down);
    QTest::keyClick(bench.view, Qt::Key_Return);
    QCOMPARE(opened.size(), 2U);
    QCOMPARE(opened.back().kind, "simulate");
}

void TestRunsDock::filters()
{
    Bench bench(fillThree);
    QTRY_COMPARE(bench.count(), 3);
    QTest::mouseClick(bench.filter, Qt::LeftButton);
    QTest::keyClicks(bench.filter, "central pgi1");
    QCOMPARE(bench.count(), 1);
    QCOMPARE(bench.text(0, Kind), "Screen");
    QTest::keyClicks(bench.filter, "zzz");
    QCOMPARE(bench.count(), 0);
    QVERIFY(bench.message->isVisible());
    QVERIFY(bench.message->text().contains("central pgi1zzz"));
    QTest::mouseClick(bench.dock->findChild<QPushButton *>("runsClearFilter"), Qt::LeftButton);
    QCOMPARE(bench.count(), 3);
    QVERIFY(bench.view->isVisible());
    QTest::keyClicks(bench.filter, "yeast");
    QCOMPARE(bench.count(), 1);
    QTest::keyClick(bench.filter, Qt::Key_Escape);
    QCOMPARE(bench.count(), 3);
    QTest::keyClick(bench.filter, Qt::Key_Down);
    QVERIFY(bench.view->hasFocus());
    QVERIFY(bench.view->selectionModel()->hasSelection());
    QTest::keyClick(bench.view, Qt::Key_Up);
    QVERIFY(bench.filter->hasFocus());
}

void TestRunsDock::sorts()
{
    Bench bench(fillThree);
    QTRY_COMPARE(bench.count(), 3);
    const QHeaderView *header = bench.view->header();
    const auto clickHeader = [&](int column) {
        QTest::mouseClick(
            header->viewport(), Qt::LeftButton, {},
            {header->sectionViewportPosition(column) + header->sectionSize(column) / 2, header->height() / 2});
    };
    clickHeader(Rows);
    const bool ascending = bench.text(0, Rows) == "1";
    QCOMPARE(bench.text(1, Rows), "2");
    QCOMPARE(bench.text(ascending ? 2 : 0, Rows), "4");
    clickHeader(Rows);
    QCOMPARE(bench.text(ascending ? 0 : 2, Rows), "4");
    clickHeader(Kind);
    QVERIFY(bench.text(0, Kind) == "Prediction" || bench.text(2, Kind) == "Prediction");
}

void TestRunsDock::editsTheNoteInPlace()
{
    Bench bench(fillThree);
    QTRY_COMPARE(bench.count(), 3);
    QSignalSpy opened(bench.dock, &RunsDock::openRequested);
    bench.click(1);
    QTest::keyClick(bench.view, Qt::Key_F2);
    QWidget *editor = nullptr;
    QTRY_VERIFY((editor = bench.view->viewport()->findChild<QLineEdit *>()));
    QTest::keyClicks(editor, "check the hexokinases");
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(bench.text(1, Note), "check the hexokinases");
    QCOMPARE(opened.count(), 0);
    QCOMPARE(bench.undo.count(), 1);
    bench.undo.undo();
    QTRY_COMPARE(bench.text(1, Note), "");
    bench.undo.redo();
    QTRY_COMPARE(bench.text(1, Note), "check the hexokinases");
}

void TestRunsDock::deletesWithUndo()
{
    Bench bench(fillThree);
    QTRY_COMPARE(bench.count(), 3);
    bench.click(1);
    QTest::keyClick(bench.view, Qt::Key_Delete);
    QTRY_COMPARE(bench.count(), 2);
    QCOMPARE(bench.text(1, Kind), "Simulation");
    QVERIFY(bench.undo.canUndo());
    QVERIFY(bench.undo.undoText().startsWith("Delete Run"));
    bench.undo.undo();
    QTRY_COMPARE(bench.count(), 3);
    QCOMPARE(bench.text(1, Kind), "Screen");
    QCOMPARE(bench.text(1, Rows), "4");
}

void TestRunsDock::deletesSeveral()
{
    Bench bench(fillThree);
    QTRY_COMPARE(bench.count(), 3);
    bench.click(0);
    QTest::keyClick(bench.view, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(bench.view, Qt::Key_Delete);
    QTRY_VERIFY(bench.message->isVisible());
    QCOMPARE(bench.undo.count(), 1);
    bench.undo.undo();
    QTRY_COMPARE(bench.count(), 3);
    QVERIFY(bench.view->isVisible());
}

void TestRunsDock::offersAContextMenu()
{
    Bench bench(fillThree);
    QTRY_COMPARE(bench.count(), 3);
    bench.click(0);
    emit bench.view->customContextMenuRequested(bench.view->visualRect(bench.view->model()->index(0, Kind)).center());
    QMenu *menu = nullptr;
    QTRY_VERIFY((menu = qobject_cast<QMenu *>(QApplication::activePopupWidget())));
    QSignalSpy opened(bench.dock, &RunsDock::openRequested);
    QStringList texts;
    for (const QAction *action : menu->actions()) {
        texts.append(action->text().remove('&'));
    }
    QCOMPARE(texts, QStringList({"Open", "Export…", "Edit Note", "", "Delete"}));
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
}

void TestRunsDock::exports()
{
    Bench bench(fillThree);
    QTRY_COMPARE(bench.count(), 3);
    QToolButton *button = nullptr;
    for (QToolButton *one : bench.dock->findChildren<QToolButton *>()) {
        button = one->text().remove('&') == "Export…" ? one : button;
    }
    QVERIFY(button);
    QVERIFY(!button->isEnabled());
    std::vector<RunRecord> exported;
    connect(bench.dock, &RunsDock::exportRequested, this, [&](const RunRecord &run) { exported.push_back(run); });
    bench.click(2);
    QVERIFY(button->isEnabled());
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(exported.size(), 1U);
    QCOMPARE(exported.front().kind, "simulate");
}

void TestRunsDock::keepsSelectionWhileARunGrows()
{
    Bench bench(fillThree);
    QTRY_COMPARE(bench.count(), 3);
    bench.click(1);
    QTest::keyClick(bench.view, Qt::Key_F2);
    QLineEdit *editor = nullptr;
    QTRY_VERIFY((editor = bench.view->viewport()->findChild<QLineEdit *>()));
    QTest::keyClicks(editor, "half a th");
    bench.service->beginRun(9, sampleRun("screen"));
    bench.service->append(9, sampleGenotypes({"A", "B"}));
    QTRY_VERIFY(bench.count() == 4 && bench.text(0, Rows) == "2");
    QCOMPARE(editor->text(), "half a th");
    QTest::keyClicks(editor, "ought");
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(bench.text(2, Note), "half a thought");
    QCOMPARE(bench.view->currentIndex().row(), 2);
    // A run that is being written cannot be deleted from under its writer.
    bench.click(0);
    QTest::keyClick(bench.view, Qt::Key_Delete);
    QCOMPARE(bench.undo.count(), 1);
}

void TestRunsDock::saysWhyThereIsNoHistory()
{
    const QTemporaryDir folder;
    DatabaseService service(folder.filePath("missing/runs.sqlite").toStdString());
    RunsDock dock(&service, nullptr);
    dock.show();
    auto *message = dock.findChild<QLabel *>("runsMessage");
    QTRY_VERIFY(message->isVisible() && message->text().contains("cannot be read"));
    QVERIFY(message->text().contains("missing"));
    QVERIFY(QDir(folder.path()).mkdir("missing"));
    for (QPushButton *button : dock.findChildren<QPushButton *>()) {
        if (button->isVisible()) {
            QTest::mouseClick(button, Qt::LeftButton);
        }
    }
    QTRY_VERIFY(message->text().startsWith("No runs yet"));
}

QTEST_MAIN(TestRunsDock)
#include "test_runs_dock.moc"
