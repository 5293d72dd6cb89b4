// The import assistant in the window: how people get there, what they see meanwhile, and that they end in the new cell.

#include "tests/ui/importing/import_fixture.h"
#include "tests/ui/mainwindow/window_fixture.h"
#include "ui/genes/gene_details.h"
#include "ui/issues/issue_model.h"
#include "ui/issues/source_view.h"
#include "ui/mainwindow/issues_dock.h"
#include "ui/mainwindow/message_bar.h"

#include <QAction>
#include <QDockWidget>
#include <QSignalSpy>
#include <QTabWidget>

using namespace knockscape;
using namespace knockscape::ui;
using namespace knockscape::ui::tests;

namespace fs = std::filesystem;

class TestImportWindow : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theAssistantIsAShortcutAway();
    void aWindowWithoutACellOffersIt();
    void docksStepAsideAndComeBack();
    void droppedFilesEndWithTheCellOpen();
    void filesOfTheCommandLineAreListed();
    void aFailedImportKeepsListAndCell();
    void issuesOfTheDockLeadSomewhere();

private:
    ImportPage *page() { return fixture_->window->importPage(); }
    bool inFront() { return page() != nullptr && fixture_->window->tabs()->currentWidget() == page(); }
    template <typename Widget>
    Widget *inPage(const char *name)
    {
        return page()->findChild<Widget *>(QLatin1String(name));
    }
    bool dockShown(const char *name)
    {
        return fixture_->window->findChild<QDockWidget *>(QLatin1String(name))->isVisible();
    }

    QTemporaryDir settings_;
    std::unique_ptr<WindowFixture> fixture_;
    std::unique_ptr<ImportFiles> files_;
};

void TestImportWindow::init()
{
    fixture_ = std::make_unique<WindowFixture>(settings_.path());
    files_ = std::make_unique<ImportFiles>();
    fixture_->open();
}

void TestImportWindow::cleanup()
{
    fixture_.reset();
}

void TestImportWindow::theAssistantIsAShortcutAway()
{
    QTest::keyClick(fixture_->window.get(), Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(inFront());
    QVERIFY(inPage<QPushButton>("importAddFirst")->hasFocus());
    auto *action = fixture_->window->findChild<QAction *>(QStringLiteral("importCell"));
    QVERIFY(action->isEnabled() && !action->icon().isNull());
}

void TestImportWindow::aWindowWithoutACellOffersIt()
{
    auto *button = fixture_->window->findChild<QPushButton *>(QStringLiteral("geneImportCell"));
    QVERIFY(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(inFront());
}

void TestImportWindow::docksStepAsideAndComeBack()
{
    auto *details = fixture_->window->findChild<QDockWidget *>(QStringLiteral("GeneDetailsDock"));
    details->close();
    QVERIFY(dockShown("GenesDock") && dockShown("KnockoutDock"));
    auto *genes = fixture_->window->findChild<QDockWidget *>(QStringLiteral("GenesDock"));
    // The window gives docks their first sizes once it is laid out.
    QTRY_VERIFY(genes->width() > 280);
    const int width = genes->width();
    fixture_->window->showImport();
    QVERIFY(!dockShown("GenesDock") && !dockShown("KnockoutDock") && !dockShown("RunsDock"));
    QVERIFY(page()->minimumSizeHint().width() <= 1280);
    QTRY_VERIFY(page()->width() > 1200);
    // Another tab has its docks, as they were.
    fixture_->window->tabs()->setCurrentIndex(0);
    QTRY_VERIFY(dockShown("GenesDock") && dockShown("KnockoutDock"));
    QVERIFY(!details->isVisible());
    QTRY_VERIFY2(std::abs(genes->width() - width) <= 8,
                 qPrintable(QStringLiteral("%1, was %2").arg(genes->width()).arg(width)));
    fixture_->window->showImport();
    QVERIFY(!dockShown("GenesDock"));
    // A window closed meanwhile opens with its docks next time.
    fixture_->window->close();
    fixture_->open();
    QVERIFY(dockShown("GenesDock"));
}

void TestImportWindow::droppedFilesEndWithTheCellOpen()
{
    drop(fixture_->window.get(), {files_->genes(), files_->physical(), files_->model()});
    QVERIFY(inFront());
    QTRY_VERIFY_WITH_TIMEOUT(page()->draft()->previewCurrent(), patience);
    page()->setFolder(files_->folder() / "mine.cell");
    QSignalSpy cell(fixture_->session(), &Session::cellChanged);
    QTest::mouseClick(inPage<QPushButton>("importGo"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!cell.isEmpty(), patience);
    QCOMPARE(fixture_->session()->cell()->genes.size(), std::size_t{4});
    QCOMPARE(fixture_->session()->cellFolder(), files_->folder() / "mine.cell");
    QVERIFY(!fixture_->session()->undoStack()->canUndo());
    QVERIFY(!inFront());
    QVERIFY(dockShown("GenesDock"));
    QCOMPARE(recentFiles(QStringLiteral("cells")).value(0),
             QString::fromStdString((files_->folder() / "mine.cell").string()));
    // What was left out is in the dock, in front.
    auto *issues = fixture_->window->findChild<IssuesDock *>();
    auto *list = issues->findChild<QTreeView *>(QStringLiteral("issueList"));
    QTRY_VERIFY(!list->viewport()->visibleRegion().isEmpty());
    QVERIFY(issues->model()->attentionCount() >= 1);
    bool found = false;
    for (int row = 0; row < issues->model()->rowCount(); ++row) {
        found = found || issues->model()->issue(row).where.find("physical.tsv") != std::string::npos;
    }
    QVERIFY(found);
    QVERIFY(fixture_->window->findChild<MessageBar *>()->hasMessage());
    // Coming back, the list is as it was.
    fixture_->window->showImport();
    QCOMPARE(page()->draft()->list()->rowCount(), 3);
}

void TestImportWindow::filesOfTheCommandLineAreListed()
{
    fixture_->window->openFiles({files_->model(), files_->regulatory()});
    QVERIFY(inFront());
    QCOMPARE(page()->draft()->list()->rowCount(), 2);
    // More can be dropped anywhere on the window, even what would open otherwise.
    drop(fixture_->window.get(), {files_->write("names.txt", "TFC3\n")});
    QCOMPARE(page()->draft()->list()->rowCount(), 3);
}

void TestImportWindow::aFailedImportKeepsListAndCell()
{
    fixture_->window->openFiles({files_->genes(), files_->physical()});
    QTRY_VERIFY_WITH_TIMEOUT(page()->draft()->previewCurrent(), patience);
    // The network loses its genes behind the preview's back.
    files_->write("physical.tsv", "source\ttarget\nNO1\tNO2\n");
    QSignalSpy ended(page()->draft(), &ImportDraft::notImported);
    QTest::mouseClick(inPage<QPushButton>("importGo"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, patience);
    QVERIFY(inFront());
    QCOMPARE(page()->draft()->list()->rowCount(), 2);
    QVERIFY2(inPage<QLabel>("importStatus")->text().contains(QStringLiteral("physical.tsv")),
             qPrintable(inPage<QLabel>("importStatus")->text()));
    QVERIFY(fixture_->session()->cell() == nullptr);
    QVERIFY(!fs::exists(page()->folder()));
    auto *issues = fixture_->window->findChild<IssuesDock *>();
    QVERIFY(issues->model()->attentionCount() >= 1);
}

void TestImportWindow::issuesOfTheDockLeadSomewhere()
{
    fixture_->window->openFiles({files_->genes()});
    QTRY_VERIFY_WITH_TIMEOUT(page()->draft()->previewCurrent(), patience);
    QSignalSpy cell(fixture_->session(), &Session::cellChanged);
    QTest::mouseClick(inPage<QPushButton>("importGo"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!cell.isEmpty(), patience);

    auto *dock = fixture_->window->findChild<IssuesDock *>();
    dock->add({warningAt("YAL002W", "about a gene"),
               warningAt((files_->folder() / "genes.tsv").string() + ":3", "about a line")});
    dock->show();
    dock->raise();
    auto *list = dock->findChild<QTreeView *>(QStringLiteral("issueList"));
    auto *source = dock->findChild<SourceView *>();
    QTRY_VERIFY(!list->viewport()->visibleRegion().isEmpty());
    QVERIFY(!source->isVisible());
    QSignalSpy shown(source, &SourceView::shown);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(1, 3)).center());
    QTRY_VERIFY_WITH_TIMEOUT(!shown.isEmpty(), patience);
    QVERIFY(source->isVisible());
    QCOMPARE(source->place().line, std::int64_t{3});
    // A gene is shown in the list of genes.
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Up);
    QVERIFY(!source->isVisible());
    auto *genes = fixture_->window->findChild<QTreeView *>(QStringLiteral("geneList"));
    QTRY_COMPARE(genes->currentIndex().siblingAtColumn(GeneListModel::Name).data().toString(), QStringLiteral("VPS8"));
}

QTEST_MAIN(TestImportWindow)
#include "test_import_window.moc"
