// The window around the main job: chips, messages, refusals, cancelling, past runs, layout, and life without libtorch.

#include "engine/store/run_database.h"
#include "tests/ui/drop.h"
#include "tests/ui/mainwindow/window_fixture.h"
#include "ui/genes/paste_dialog.h"
#include "ui/issues/issue_model.h"
#include "ui/mainwindow/issues_dock.h"
#include "ui/mainwindow/knockout_chip.h"
#include "ui/mainwindow/knockout_dock.h"
#include "ui/mainwindow/message_bar.h"
#include "ui/metabolism/metabolism_panel.h"
#include "ui/results/results_panel.h"

#include <QAction>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QDockWidget>
#include <QImage>
#include <QLabel>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QToolButton>

#include <fstream>

using namespace knockscape;
using namespace knockscape::ui;
using namespace knockscape::ui::tests;

namespace
{

namespace fs = std::filesystem;

} // namespace

class TestMainWindow : public WindowTest
{
    Q_OBJECT

private slots:
    void everythingFitsInto1280By800();
    void chipsAreRemovedByMouseAndKeyboard();
    void anExampleIsOneClickAway();
    void anExampleOpensTheMapThatShowsIt();
    void pastingShowsTheListBeforeAnythingChanges();
    void pastedGenotypesGoToTheList();
    void aBrokenCellIsReportedAndTheOldOneStays();
    void aFileInsideACellOpensTheCell();
    void cancellingKeepsRowsAndTellsTheDatabase();
    void aPastRunOpensInTheResults();
    void theLayoutIsRememberedAndReset();
    void withoutTheModuleGenesCanBeBrowsed();
    void exportsPicturesInTheSizeAskedFor();
};

void TestMainWindow::everythingFitsInto1280By800()
{
    fixture_->openDemo();
    MainWindow *window = fixture_->window.get();
    QVERIFY2(
        window->minimumSizeHint().width() <= 1280 && window->minimumSizeHint().height() <= 800,
        qPrintable(
            QStringLiteral("%1×%2").arg(window->minimumSizeHint().width()).arg(window->minimumSizeHint().height())));
    for (const char *name : {"GenesDock", "KnockoutDock", "GeneDetailsDock", "RunsDock"}) {
        const auto *dock = window->findChild<QDockWidget *>(QLatin1String(name));
        QVERIFY2(dock != nullptr && !dock->visibleRegion().isEmpty(), name);
    }
    QVERIFY(window->results()->height() > 300);
}

void TestMainWindow::chipsAreRemovedByMouseAndKeyboard()
{
    fixture_->openDemo();
    fixture_->session()->setKnockouts({0, 1, 2});
    auto *dock = fixture_->window->findChild<KnockoutDock *>();
    QCOMPARE(dock->chips().size(), std::size_t{3});
    KnockoutChip *first = dock->chips()[0];
    QTest::mouseClick(first, Qt::LeftButton, {}, first->removeArea().center());
    QVERIFY((fixture_->session()->knockouts() == Genotype{1, 2}));
    // A click beside the × shows the gene and removes nothing.
    KnockoutChip *second = dock->chips()[0];
    QSignalSpy shown(dock, &KnockoutDock::geneActivated);
    QTest::mouseClick(second, Qt::LeftButton, {}, QPoint(6, 6));
    QCOMPARE(shown.count(), 1);
    QCOMPARE(dock->chips().size(), std::size_t{2});
    second->setFocus();
    QTest::keyClick(second, Qt::Key_Delete);
    QVERIFY(fixture_->session()->knockouts() == Genotype{2});
    // The keyboard stays among the chips.
    QTRY_VERIFY(dock->chips()[0]->hasFocus());
    QTest::keyClick(dock->chips()[0], Qt::Key_Backspace);
    QVERIFY(fixture_->session()->knockouts().empty());
    fixture_->session()->undoStack()->setIndex(1);
    QVERIFY((fixture_->session()->knockouts() == Genotype{0, 1, 2}));
}

void TestMainWindow::anExampleIsOneClickAway()
{
    fixture_->openDemo();
    auto *links = fixture_->window->findChild<QLabel *>(QStringLiteral("examples"));
    QCOMPARE(links->text().count(QStringLiteral("<a ")), 3);
    QTest::mouseClick(links, Qt::LeftButton, {}, QPoint(16, links->fontMetrics().height() / 2));
    QTRY_VERIFY(!fixture_->session()->knockouts().empty());
    QVERIFY(fixture_->session()->undoStack()->canUndo());
}

void TestMainWindow::anExampleOpensTheMapThatShowsIt()
{
    fixture_->openDemo();
    auto *links = fixture_->window->findChild<QLabel *>(QStringLiteral("examples"));
    auto *maps = fixture_->window->findChild<MetabolismPanel *>();
    QVERIFY(links != nullptr && maps != nullptr);
    const auto shows = [this, maps](const char *gene, MetaboliteMark mark) {
        const MapScenePtr &scene = maps->canvas()->scene();
        const MapPainting &painting = maps->canvas()->painting();
        bool blocked = false;
        bool marked = false;
        for (const std::int32_t row : scene->match.reactions) {
            blocked = blocked || (row >= 0 && !painting.blocked.empty() && painting.blocked[std::size_t(row)]);
        }
        for (const std::int32_t row : scene->match.metabolites) {
            marked =
                marked || (row >= 0 && !painting.metabolites.empty() && painting.metabolites[std::size_t(row)] == mark);
        }
        return blocked && marked && painting.knockouts.contains(fixture_->gene(gene));
    };
    emit links->linkActivated(QStringLiteral("1"));
    QVERIFY(maps->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(maps->settled() && maps->canvas()->scene(), patience);
    QVERIFY(maps->choice().name.endsWith(QStringLiteral("NAD.json")));
    // NAD cannot be made: both steps are crossed out, what is lost is hollow.
    QTRY_VERIFY_WITH_TIMEOUT(shows("BNA1", MetaboliteMark::Lost), patience);

    emit links->linkActivated(QStringLiteral("2"));
    QVERIFY(maps->choice().name.endsWith(QStringLiteral("Glycolysis-PPP-TCA.json")));
    QTRY_VERIFY_WITH_TIMEOUT(maps->settled() && maps->canvas()->painting().scale == MapPainting::Scale::Difference,
                             patience);
    for (const std::int32_t row : maps->canvas()->scene()->match.reactions) {
        QVERIFY(row >= 0);
    }
}

void TestMainWindow::pastingShowsTheListBeforeAnythingChanges()
{
    fixture_->openDemo();
    QGuiApplication::clipboard()->setText(QStringLiteral("pgi1, YGL253W"));
    fixture_->window->setFocus();
    QTest::keyClick(fixture_->window.get(), Qt::Key_V, Qt::ControlModifier);
    auto *dialog = fixture_->window->findChild<PasteDialog *>();
    QVERIFY(dialog != nullptr);
    QTRY_VERIFY(dialog->isVisible());
    QVERIFY(fixture_->session()->knockouts().empty());
    QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok), Qt::LeftButton);
    QVERIFY((fixture_->session()->knockouts() == Genotype{fixture_->gene("PGI1"), fixture_->gene("HXK2")}));
}

void TestMainWindow::pastedGenotypesGoToTheList()
{
    fixture_->openDemo();
    QGuiApplication::clipboard()->setText(QStringLiteral("pgi1 YGL253W\nhxk1 pgi1\nWT"));
    fixture_->window->setFocus();
    QTest::keyClick(fixture_->window.get(), Qt::Key_V, Qt::ControlModifier);
    auto *dialog = fixture_->window->findChild<PasteDialog *>();
    QVERIFY(dialog != nullptr);
    QTRY_VERIFY(dialog->isVisible());
    QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok), Qt::LeftButton);
    QCOMPARE(fixture_->session()->genotypes().size(), std::size_t{3});
    QVERIFY((fixture_->session()->genotypes()[1] == Genotype{fixture_->gene("HXK1"), fixture_->gene("PGI1")}));
    QVERIFY(fixture_->session()->knockouts().empty());
    QCOMPARE(fixture_->window->tabs()->tabText(fixture_->window->tabs()->currentIndex()),
             QStringLiteral("Genotypes (3)"));
}

void TestMainWindow::aBrokenCellIsReportedAndTheOldOneStays()
{
    fixture_->openDemo();
    const auto before = fixture_->session()->cell();
    const fs::path bundle = path("broken.cell");
    fs::create_directories(bundle);
    std::ofstream(bundle / "cell.json") << R"({"format":"knockscape-cell","version":1,"name":"x"})";
    std::ofstream(bundle / "genes.tsv") << "id\tname\nYAL001C\tTFC3\nYAL001C\tTFC3\n";
    QSignalSpy reported(fixture_->bench(), &Workbench::reported);
    drop(fixture_->window.get(), {bundle});
    QVERIFY(reported.wait(patience));
    QCOMPARE(fixture_->session()->cell(), before);
    QCOMPARE(fixture_->bench()->modelState(), ModelState::Ready);
    auto *message = fixture_->window->findChild<MessageBar *>();
    QVERIFY(message->hasMessage());
    QVERIFY2(message->text().contains(QStringLiteral("genes.tsv")), qPrintable(message->text()));
    auto *issues = fixture_->window->findChild<IssuesDock *>();
    QCOMPARE(issues->model()->index(0, IssueModel::SeverityColumn).data().toString(), QStringLiteral("Error"));
    QTest::mouseClick(message->findChild<QToolButton *>(QStringLiteral("showIssues")), Qt::LeftButton);
    QTRY_VERIFY(!issues->visibleRegion().isEmpty());
    QTest::mouseClick(message->findChild<QToolButton *>(QStringLiteral("closeMessage")), Qt::LeftButton);
    QVERIFY(!message->hasMessage());
}

void TestMainWindow::aFileInsideACellOpensTheCell()
{
    fixture_->open();
    const fs::path cell = *demoFiles().cell;
    drop(fixture_->window.get(), {cell / "interactions" / "physical.tsv"});
    QTRY_VERIFY_WITH_TIMEOUT(fixture_->session()->cell() != nullptr, patience);
    QCOMPARE(fixture_->session()->cellFolder(), cell);
    QCOMPARE(recentFiles(QStringLiteral("cells")).value(0), QString::fromStdString(cell.string()));
    QVERIFY(fixture_->window->windowTitle().contains(QString::fromStdString(fixture_->session()->cell()->name)));
}

void TestMainWindow::cancellingKeepsRowsAndTellsTheDatabase()
{
    fixture_->openDemo();
    fixture_->listManyGenotypes();
    QSignalSpy progress(fixture_->bench(), &Workbench::jobProgressed);
    QSignalSpy ended(fixture_->bench(), &Workbench::jobEnded);
    fixture_->window->findChild<QAction *>(QStringLiteral("predict"))->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!progress.isEmpty(), patience);
    QVERIFY(!fixture_->window->findChild<QAction *>(QStringLiteral("predict"))->isEnabled());
    QTest::keyClick(fixture_->window.get(), Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(!ended.isEmpty(), patience);
    QCOMPARE(ended.first().first().value<JobEnd>(), JobEnd::Cancelled);
    const int kept = fixture_->window->results()->rowCount();
    QVERIFY(kept > 0 && kept < 1'000'000);
    QVERIFY(fixture_->window->findChild<QAction *>(QStringLiteral("predict"))->isEnabled());
    const RunDatabase database(fixture_->database().toStdString());
    QTRY_VERIFY_WITH_TIMEOUT(database.runs().size() == 1 && database.runs()[0].status == RunStatus::Cancelled,
                             patience);
    QCOMPARE(database.runs()[0].genotypeCount, std::int64_t{kept});
}

void TestMainWindow::aPastRunOpensInTheResults()
{
    fixture_->openDemo();
    fixture_->session()->setKnockouts({0, 1});
    QSignalSpy ended(fixture_->bench(), &Workbench::jobEnded);
    fixture_->bench()->predictSet();
    QVERIFY(ended.wait(patience));
    const std::vector<PredictionRow> before = fixture_->window->results()->rows();
    fixture_->bench()->predictSingles();
    QVERIFY(ended.wait(patience));
    QVERIFY(fixture_->window->results()->rowCount() > 3);

    const RunDatabase database(fixture_->database().toStdString());
    QTRY_COMPARE_WITH_TIMEOUT(database.runs().size(), std::size_t{2}, patience);
    fixture_->bench()->openRun(database.runs()[1]);
    QTRY_COMPARE_WITH_TIMEOUT(fixture_->session()->resultOrigin(), ResultOrigin::PastRun, patience);
    QCOMPARE(fixture_->window->results()->rowCount(), 3);
    for (std::size_t i = 0; i < before.size(); ++i) {
        QVERIFY(fixture_->window->results()->rows()[i].genotype == before[i].genotype);
        QCOMPARE(fixture_->window->results()->rows()[i].prediction.fitness, before[i].prediction.fitness);
    }
    QVERIFY(fixture_->session()->resultTitle().startsWith(QStringLiteral("Past run")));
}

void TestMainWindow::theLayoutIsRememberedAndReset()
{
    fixture_->open();
    auto *dock = fixture_->window->findChild<QDockWidget *>(QStringLiteral("GeneDetailsDock"));
    QVERIFY(dock->isVisible());
    dock->close();
    fixture_->window->close();
    fixture_->open();
    dock = fixture_->window->findChild<QDockWidget *>(QStringLiteral("GeneDetailsDock"));
    QVERIFY(!dock->isVisible());
    fixture_->window->findChild<QAction *>(QStringLiteral("resetLayout"))->trigger();
    QVERIFY(dock->isVisible());
}

void TestMainWindow::withoutTheModuleGenesCanBeBrowsed()
{
    // A process of its own would be cleaner, but the module may already be loaded in this one: ask a child.
    QProcess child;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("KNOCKSCAPE_TORCH_MODULE"), QStringLiteral("/nonexistent/module.so"));
    environment.insert(QStringLiteral("XDG_DATA_HOME"), fixture_->folder.path());
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), fixture_->folder.path());
    child.setProcessEnvironment(environment);
    child.start(QCoreApplication::applicationDirPath() + QStringLiteral("/knockscape"),
                {QStringLiteral("--export"), fixture_->folder.filePath(QStringLiteral("out"))});
    QVERIFY(child.waitForFinished(patience));
    QCOMPARE(child.exitStatus(), QProcess::NormalExit);
    QCOMPARE(child.exitCode(), 1);
    QVERIFY(child.readAllStandardError().contains("/nonexistent/module.so"));
}

void TestMainWindow::exportsPicturesInTheSizeAskedFor()
{
    const auto run = [&](const QStringList &arguments) {
        auto child = std::make_unique<QProcess>();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_DATA_HOME"), fixture_->folder.path());
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), fixture_->folder.path());
        child->setProcessEnvironment(environment);
        child->start(QCoreApplication::applicationDirPath() + QStringLiteral("/knockscape"), arguments);
        child->waitForFinished(patience);
        return child;
    };
    const QString out = fixture_->folder.filePath(QStringLiteral("pictures"));
    const auto child =
        run({QStringLiteral("--export"), out, QStringLiteral("--genes"), QStringLiteral("HXK2 PGI1"),
             QStringLiteral("--size"), QStringLiteral("120x80mm"), QStringLiteral("--dpi"), QStringLiteral("254")});
    const QByteArray said = child->readAllStandardError();
    QVERIFY2(child->exitStatus() == QProcess::NormalExit && child->exitCode() == 0, said.constData());
    for (const char *name : {"fitness.png", "interaction.png", "network.png"}) {
        QCOMPARE(QImage(out + QLatin1Char('/') + QLatin1String(name)).size(), QSize(1200, 800));
    }
    // A library's complaints are for nobody's eyes.
    QVERIFY2(!said.contains("QCP"), said.constData());
    for (const QStringList &wrong :
         {QStringList{QStringLiteral("--size"), QStringLiteral("120x80mm")},
          QStringList{QStringLiteral("--export"), out, QStringLiteral("--size"), QStringLiteral("wide")},
          QStringList{QStringLiteral("--export"), out, QStringLiteral("--dpi"), QStringLiteral("7")}}) {
        QCOMPARE(run(wrong)->exitCode(), 2);
    }
}

QTEST_MAIN(TestMainWindow)
#include "test_main_window.moc"
