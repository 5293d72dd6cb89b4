// The import assistant, used as a person uses it: files in, uses and columns changed, mistakes made, a cell out.

#include "engine/cell/bundle.h"
#include "tests/patience.h"
#include "tests/ui/importing/import_fixture.h"
#include "ui/importing/import_preview_panel.h"
#include "ui/issues/issue_model.h"
#include "ui/issues/source_view.h"

#include <QClipboard>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>

using namespace knockscape;
using namespace knockscape::ui;
using namespace knockscape::ui::tests;

namespace
{

namespace fs = std::filesystem;

/// Entries of a folder that look like a cell or a half-written one.
QStringList cellsIn(const fs::path &folder)
{
    return QDir(QString::fromStdString(folder.string()))
        .entryList({QStringLiteral("*cell*")}, QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot);
}

} // namespace

class TestImportPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void itBeginsWithWhatToDo();
    void droppedFilesAreRecognisedAndPreviewed();
    void twoModelsAreSettledInTheRow();
    void sequencesGiveGenesWhereNothingElseDoes();
    void aWrongUseSaysWhyAndIsPutRight();
    void unguessableColumnsAreChosen();
    void issuesLeadToTheirFileAndLine();
    void optionsChangeThePreview();
    void importingWritesACellAndAsksBeforeReplacing();
    void cancellingKeepsTheListAndLeavesNothing();
    void brokenFilesAreExplained();
    void sharedBrokenFilesAreExplained();
    void aPlaceThatIsTakenIsRefusedInline();
    void theKeyboardIsEnough();
    void editsOfTheListAreUndone();
    void theYeastFilesGiveTheirNumbers();

private:
    QTemporaryDir settings_;
    std::unique_ptr<ImportFixture> fixture_;
};

void TestImportPage::initTestCase()
{
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings_.path());
}

void TestImportPage::init()
{
    fixture_ = std::make_unique<ImportFixture>();
    QVERIFY(QTest::qWaitForWindowActive(&fixture_->page));
}

void TestImportPage::cleanup()
{
    fixture_.reset();
}

void TestImportPage::itBeginsWithWhatToDo()
{
    QVERIFY(fixture_->child<QPushButton>("importAddFirst")->isVisible());
    QVERIFY(!fixture_->view()->isVisible());
    QSignalSpy closed(&fixture_->page, &ImportPage::closeRequested);
    fixture_->page.focusFirst();
    QVERIFY(fixture_->child<QPushButton>("importAddFirst")->hasFocus());
}

void TestImportPage::droppedFilesAreRecognisedAndPreviewed()
{
    const ImportFiles &files = fixture_->files;
    drop(&fixture_->page, {files.genes(), files.physical(), files.regulatory(), files.model()});
    QVERIFY(fixture_->view()->isVisible());
    fixture_->settle();
    QCOMPARE(fixture_->list()->rowCount(), 4);
    const std::vector<ImportEntry> &entries = fixture_->draft()->entries();
    QCOMPARE(entries[0].use, ImportUse::Genes);
    QCOMPARE(entries[1].use, ImportUse::Physical);
    QCOMPARE(entries[2].use, ImportUse::Regulatory);
    QCOMPARE(entries[3].use, ImportUse::Metabolism);
    QCOMPARE(fixture_->cell(2, ImportListModel::FormatColumn), QStringLiteral("GML"));
    QVERIFY2(fixture_->cell(1, ImportListModel::ContentsColumn).contains(QStringLiteral("3 interactions")),
             qPrintable(fixture_->cell(1, ImportListModel::ContentsColumn)));
    QCOMPARE(fixture_->cell(1, ImportListModel::StateColumn), QStringLiteral("3 of 4 names resolve"));
    QCOMPARE(stateOf(entries[1]), EntryState::Doubtful);
    QCOMPARE(stateOf(entries[2]), EntryState::Ready);

    const QString preview = fixture_->page.findChild<ImportPreviewPanel *>()->text();
    QVERIFY2(preview.contains(QStringLiteral("Genes 4 ")), qPrintable(preview));
    QVERIFY2(preview.contains(QStringLiteral("physical 2 interactions · 1 left out")), qPrintable(preview));
    QVERIFY2(preview.contains(QStringLiteral("first unresolved: NOGENE1")), qPrintable(preview));
    // One reaction with genes, two isozymes, one direction.
    QVERIFY2(preview.contains(QStringLiteral("Metabolism 2 hyperedges over 2 metabolites")), qPrintable(preview));
    QVERIFY(fixture_->child<QPushButton>("importGo")->isEnabled());
    QCOMPARE(fixture_->child<QLineEdit>("importName")->text(),
             QString::fromStdString(files.folder().filename().string()));
    // The same file again is the same row.
    drop(&fixture_->page, {files.genes()});
    QCOMPARE(fixture_->list()->rowCount(), 4);
}

void TestImportPage::twoModelsAreSettledInTheRow()
{
    const ImportFiles &files = fixture_->files;
    drop(&fixture_->page, {files.model("a.xml"), files.model("b.xml")});
    fixture_->settle();
    QCOMPARE(stateOf(fixture_->draft()->entries()[1]), EntryState::Problem);
    QVERIFY(fixture_->cell(1, ImportListModel::StateColumn)
                .contains(QStringLiteral("a.xml already gives the metabolic model")));
    QVERIFY(!fixture_->child<QPushButton>("importGo")->isEnabled());
    QVERIFY(fixture_->status().contains(QStringLiteral("b.xml")));
    // The rest is previewed all the same.
    QVERIFY(fixture_->page.findChild<ImportPreviewPanel *>()->text().contains(QStringLiteral("Metabolism 2")));
    chooseInCombo(fixture_->useOf(1), QStringLiteral("Do not import"));
    QCOMPARE(fixture_->list()->rowCount(), 2);
    QVERIFY(fixture_->child<QPushButton>("importGo")->isEnabled());
    QCOMPARE(fixture_->cell(1, ImportListModel::StateColumn), QStringLiteral("Left out"));
}

void TestImportPage::sequencesGiveGenesWhereNothingElseDoes()
{
    const fs::path sequences = fixture_->files.write("orfs.fasta", ">YAL001C TFC3\nATGGCA\n>YAL002W VPS8\nATGTTT\n");
    drop(&fixture_->page, {sequences});
    fixture_->settle();
    QCOMPARE(fixture_->list()->entry(0).use, ImportUse::GenesAndFeatures);
    drop(&fixture_->page, {fixture_->files.genes()});
    fixture_->settle();
    QCOMPARE(fixture_->list()->entry(0).use, ImportUse::Features);
    QVERIFY(fixture_->child<QPushButton>("importGo")->isEnabled());
    QVERIFY(fixture_->page.findChild<ImportPreviewPanel *>()->text().contains(QStringLiteral("Features 66")));
}

void TestImportPage::aWrongUseSaysWhyAndIsPutRight()
{
    const ImportFiles &files = fixture_->files;
    drop(&fixture_->page, {files.genes(), files.physical()});
    fixture_->settle();
    // Two gene tables.
    chooseInCombo(fixture_->useOf(1), QStringLiteral("Gene table"));
    QVERIFY(
        fixture_->cell(1, ImportListModel::StateColumn).contains(QStringLiteral("genes.tsv already gives the genes")));
    QVERIFY(!fixture_->child<QPushButton>("importGo")->isEnabled());
    // A network without a name of its own.
    chooseInCombo(fixture_->useOf(1), QStringLiteral("Other network"));
    auto *type = fixture_->child<QLineEdit>("importType");
    QVERIFY(type->isVisible());
    QCOMPARE(fixture_->list()->entry(1).networkType, QStringLiteral("physical"));
    type->setFocus();
    type->selectAll();
    QTest::keyClicks(type, QStringLiteral("my/net"));
    QVERIFY(fixture_->status().contains(QStringLiteral("The network needs a type")));
    type->selectAll();
    QTest::keyClicks(type, QStringLiteral("coexpression"));
    fixture_->settle();
    QVERIFY(fixture_->child<QPushButton>("importGo")->isEnabled());
    QVERIFY(fixture_->page.findChild<ImportPreviewPanel *>()->text().contains(QStringLiteral("coexpression 2")));
}

void TestImportPage::unguessableColumnsAreChosen()
{
    const ImportFiles &files = fixture_->files;
    drop(&fixture_->page, {files.genes(), files.oddColumns()});
    QTRY_VERIFY_WITH_TIMEOUT(fixture_->list()->entry(1).recognised.has_value(), readingPatience);
    fixture_->view()->selectRow(1);
    if (!isNetwork(fixture_->list()->entry(1).use)) {
        chooseInCombo(fixture_->useOf(1), QStringLiteral("Physical network"));
    }
    fixture_->settle();
    chooseInCombo(fixture_->child<QComboBox>("importSource"), QStringLiteral("left"));
    chooseInCombo(fixture_->child<QComboBox>("importTarget"), QStringLiteral("right"));
    fixture_->settle();
    QCOMPARE(fixture_->list()->entry(1).columns.source, std::string("left"));
    QCOMPARE(fixture_->list()->entry(1).columns.target, std::string("right"));
    const ImportedFile &network = fixture_->list()->entry(1).imported.at(0);
    QCOMPARE(network.edgesKept, std::size_t{2});
    QCOMPARE(network.namesUnresolved, std::size_t{0});
    QCOMPARE(fixture_->cell(1, ImportListModel::StateColumn), QStringLiteral("All 3 names resolve"));
}

void TestImportPage::issuesLeadToTheirFileAndLine()
{
    const ImportFiles &files = fixture_->files;
    drop(&fixture_->page, {files.genes(), files.physical()});
    fixture_->settle();
    auto *issues = fixture_->child<QTreeView>("importIssues");
    int row = -1;
    for (int i = 0; i < issues->model()->rowCount(); ++i) {
        const QString remedy = issues->model()->index(i, IssueModel::RemedyColumn).data().toString();
        row = remedy.contains(QStringLiteral("physical.tsv:4")) ? i : row;
    }
    QVERIFY(row >= 0);
    const QModelIndex issue = issues->model()->index(row, IssueModel::WhatColumn);
    auto *source = fixture_->page.findChild<SourceView *>();
    QSignalSpy shown(source, &SourceView::shown);
    QTest::mouseClick(issues->viewport(), Qt::LeftButton, {}, issues->visualRect(issue).center());
    QCOMPARE(fixture_->view()->currentIndex().row(), 1);
    QCOMPARE(source->place().file, files.folder() / "physical.tsv");
    QTRY_VERIFY_WITH_TIMEOUT(!shown.isEmpty(), readingPatience);
    auto *text = fixture_->child<QPlainTextEdit>("sourceText");
    QTRY_VERIFY_WITH_TIMEOUT(text->toPlainText().contains(QStringLiteral("4  YAL003W\tNOGENE1")), readingPatience);
    QCOMPARE(source->place().line, std::int64_t{4});
    QCOMPARE(text->extraSelections().size(), 1);
    QCOMPARE(text->extraSelections().first().cursor.blockNumber(), 3);
}

void TestImportPage::optionsChangeThePreview()
{
    drop(&fixture_->page, {fixture_->files.model()});
    fixture_->settle();
    auto *preview = fixture_->page.findChild<ImportPreviewPanel *>();
    QVERIFY(preview->text().contains(QStringLiteral("Metabolism 2 ")));
    QTest::mouseClick(fixture_->child<QAbstractButton>("importIsozymes"), Qt::LeftButton, {}, {8, 10});
    QVERIFY(!fixture_->draft()->previewCurrent());
    fixture_->settle();
    QVERIFY2(preview->text().contains(QStringLiteral("Metabolism 1 ")), qPrintable(preview->text()));
    QTest::mouseClick(fixture_->child<QAbstractButton>("importAllReactions"), Qt::LeftButton, {}, {8, 10});
    fixture_->settle();
    QVERIFY2(preview->text().contains(QStringLiteral("Metabolism 2 ")), qPrintable(preview->text()));
}

void TestImportPage::importingWritesACellAndAsksBeforeReplacing()
{
    const ImportFiles &files = fixture_->files;
    drop(&fixture_->page, {files.genes(), files.physical(), files.model()});
    fixture_->settle();
    auto *target = fixture_->child<QLineEdit>("importTargetFolder");
    target->setFocus();
    target->selectAll();
    QTest::keyClicks(target, QString::fromStdString((files.folder() / "mine").string()));
    QTest::keyClicks(fixture_->child<QLineEdit>("importOrganism"), QStringLiteral("Yeast"));
    QSignalSpy imported(&fixture_->page, &ImportPage::imported);
    QTest::mouseClick(fixture_->child<QPushButton>("importGo"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(imported.count(), 1, readingPatience);
    const auto result = imported.first().first().value<ImportResult>();
    QCOMPARE(result.folder, files.folder() / "mine.cell");
    QCOMPARE(result.genes, std::size_t{4});
    QVERIFY(!result.issues.empty());
    std::vector<Issue> issues;
    const Cell cell = readCellBundle(result.folder, issues);
    QCOMPARE(cell.organism, std::string("Yeast"));
    QCOMPARE(cell.networks.size(), std::size_t{1});
    QCOMPARE(cell.networks[0].edges().size(), std::size_t{2});
    QCOMPARE(cell.metabolism.reactions.size(), std::size_t{2});

    // The list is still there; importing again would replace the cell.
    QCOMPARE(fixture_->list()->rowCount(), 3);
    QTest::mouseClick(fixture_->child<QPushButton>("importGo"), Qt::LeftButton);
    auto *box = fixture_->page.findChild<QMessageBox *>(QStringLiteral("importReplace"));
    QVERIFY(box != nullptr);
    QTRY_VERIFY(box->isVisible());
    QTest::keyClick(box, Qt::Key_Escape);
    QTRY_VERIFY(fixture_->page.findChild<QMessageBox *>() == nullptr);
    QVERIFY(!fixture_->draft()->importing());
    QTest::mouseClick(fixture_->child<QPushButton>("importGo"), Qt::LeftButton);
    box = fixture_->page.findChild<QMessageBox *>(QStringLiteral("importReplace"));
    for (QAbstractButton *button : box->buttons()) {
        if (box->buttonRole(button) == QMessageBox::AcceptRole) {
            QTest::mouseClick(button, Qt::LeftButton);
            break;
        }
    }
    QTRY_COMPARE_WITH_TIMEOUT(imported.count(), 2, readingPatience);
    // Files from outside now belong to another cell.
    fixture_->page.open({files.regulatory()});
    QCOMPARE(fixture_->list()->rowCount(), 1);
}

void TestImportPage::cancellingKeepsTheListAndLeavesNothing()
{
    const ImportFiles &files = fixture_->files;
    const fs::path network = files.bigNetwork(1'500'000);
    drop(&fixture_->page, {network});
    QTRY_VERIFY_WITH_TIMEOUT(fixture_->list()->entry(0).recognised.has_value(), readingPatience);
    QVERIFY2(fixture_->child<QPushButton>("importGo")->isEnabled(), qPrintable(fixture_->status()));
    QSignalSpy progressed(fixture_->draft(), &ImportDraft::progressed);
    QSignalSpy ended(fixture_->draft(), &ImportDraft::notImported);
    QSignalSpy imported(&fixture_->page, &ImportPage::imported);
    QTest::mouseClick(fixture_->child<QPushButton>("importGo"), Qt::LeftButton);
    QVERIFY(fixture_->draft()->importing());
    QVERIFY(fixture_->child<QPushButton>("importCancel")->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(!progressed.isEmpty(), readingPatience);
    QTest::keyClick(&fixture_->page, Qt::Key_Escape);
    QTRY_COMPARE_WITH_TIMEOUT(ended.count() + imported.count(), 1, readingPatience);
    QCOMPARE(imported.count(), 0);
    QVERIFY(!fixture_->draft()->importing());
    QCOMPARE(fixture_->list()->rowCount(), 1);
    QVERIFY2(fixture_->status().contains(QStringLiteral("Cancelled")), qPrintable(fixture_->status()));
    QVERIFY(cellsIn(files.folder()).isEmpty());
    QVERIFY(fixture_->child<QPushButton>("importGo")->isEnabled());
}

void TestImportPage::brokenFilesAreExplained()
{
    const ImportFiles &files = fixture_->files;
    const std::vector<fs::path> broken{files.write("cut.xml", "<?xml version=\"1.0\"?>\n<sbml xmlns=\"x\"><model>"),
                                       files.write("empty.tsv", ""),
                                       files.write("noise.tsv", std::string("\x00\x01\xff\xfe\x00junk", 9)),
                                       files.write("cut.gml", "graph [\n node [ id 0 label \"TFC3\" ]\n edge [ source"),
                                       files.folder() / "missing.tsv"};
    drop(&fixture_->page, broken);
    QCOMPARE(fixture_->list()->rowCount(), 5);
    for (int row = 0; row < 5; ++row) {
        QTRY_VERIFY_WITH_TIMEOUT(fixture_->list()->entry(row).recognised.has_value(), readingPatience);
    }
    const auto explained = [&] {
        const std::vector<ImportEntry> &entries = fixture_->draft()->entries();
        return std::all_of(entries.begin(), entries.end(), [](const ImportEntry &entry) {
            const EntryState state = stateOf(entry);
            return state == EntryState::Problem || state == EntryState::Doubtful;
        });
    };
    fixture_->settle();
    QVERIFY(explained());
    QVERIFY2(!fixture_->child<QPushButton>("importGo")->isEnabled(), qPrintable(fixture_->status()));
    QVERIFY(fixture_->child<QTreeView>("importIssues")->model()->rowCount() >= 5);
    // The rest is imported once what cannot be used is left out.
    drop(&fixture_->page, {files.genes()});
    QTRY_VERIFY_WITH_TIMEOUT(fixture_->list()->entry(5).recognised.has_value(), readingPatience);
    for (int row = 0; row < 5; ++row) {
        fixture_->list()->setUse(row, ImportUse::Ignore);
    }
    fixture_->settle();
    QVERIFY(fixture_->child<QPushButton>("importGo")->isEnabled());
}

void TestImportPage::sharedBrokenFilesAreExplained()
{
    const fs::path folder = fs::path(KNOCKSCAPE_SHARED_DIR) / "data" / "importers";
    if (!fs::exists(folder)) {
        QSKIP("The shared import samples are not there");
    }
    // The folder as a person drops it.
    drop(&fixture_->page, {folder});
    const int count = fixture_->list()->rowCount();
    QVERIFY(count > 10);
    for (int row = 0; row < count; ++row) {
        QTRY_VERIFY_WITH_TIMEOUT(fixture_->list()->entry(row).recognised.has_value(), readingPatience);
        const ImportEntry &entry = fixture_->list()->entry(row);
        QVERIFY2(entry.use != ImportUse::Ignore || !stateText(entry).isEmpty(), qPrintable(entry.fileName()));
    }
    fixture_->settle();
    QVERIFY(!fixture_->child<QPushButton>("importGo")->isEnabled());
}

void TestImportPage::aPlaceThatIsTakenIsRefusedInline()
{
    const ImportFiles &files = fixture_->files;
    drop(&fixture_->page, {files.genes()});
    fixture_->settle();
    fs::create_directories(files.folder() / "taken.cell");
    files.write("taken.cell/notes.txt", "mine");
    fixture_->page.setFolder(files.folder() / "taken.cell");
    QVERIFY(!fixture_->child<QPushButton>("importGo")->isEnabled());
    QVERIFY(fixture_->status().contains(QStringLiteral("not a cell")));
    fixture_->page.setFolder(files.folder() / "nowhere" / "x.cell");
    QVERIFY(fixture_->status().contains(QStringLiteral("There is no folder")));
    fixture_->page.setFolder(files.folder() / "free.cell");
    QVERIFY(fixture_->child<QPushButton>("importGo")->isEnabled());
}

void TestImportPage::theKeyboardIsEnough()
{
    const ImportFiles &files = fixture_->files;
    QGuiApplication::clipboard()->setText(QString::fromStdString(
        files.genes().string() + "\n\"" + files.physical().string() + "\"\nfile://" + files.regulatory().string()));
    fixture_->page.focusFirst();
    // Add files is first, Paste paths next to it.
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("importPasteFirst"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(fixture_->list()->rowCount(), 3);
    QVERIFY(fixture_->view()->hasFocus());
    fixture_->settle();
    // The regulatory network first.
    QTest::keyClick(fixture_->view(), Qt::Key_End);
    QTest::keyClick(fixture_->view(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(fixture_->list()->entry(1).use, ImportUse::Regulatory);
    QCOMPARE(fixture_->view()->currentIndex().row(), 1);
    // Return goes to the list of uses, Esc comes back.
    QTest::keyClick(fixture_->view(), Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), fixture_->useOf(1));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(fixture_->view()->hasFocus());
    // The gene table goes; without it the networks name the genes.
    QTest::keyClick(fixture_->view(), Qt::Key_Home);
    QTest::keyClick(fixture_->view(), Qt::Key_Delete);
    QCOMPARE(fixture_->list()->rowCount(), 2);
    fixture_->settle();
    QSignalSpy imported(&fixture_->page, &ImportPage::imported);
    QTest::keyClick(fixture_->view(), Qt::Key_I, Qt::AltModifier);
    QTRY_COMPARE_WITH_TIMEOUT(imported.count(), 1, readingPatience);
    std::vector<Issue> issues;
    const Cell cell = readCellBundle(fixture_->page.folder(), issues);
    QCOMPARE(cell.networks.size(), std::size_t{2});
    QCOMPARE(cell.networks[0].type(), std::string("regulatory"));
}

void TestImportPage::editsOfTheListAreUndone()
{
    const ImportFiles &files = fixture_->files;
    auto *undo = fixture_->child<QToolButton>("importUndo");
    auto *redo = fixture_->child<QToolButton>("importRedo");
    drop(&fixture_->page, {files.genes(), files.physical(), files.regulatory()});
    fixture_->settle();
    QVERIFY(undo->isEnabled() && !redo->isEnabled());

    // A use that was changed.
    chooseInCombo(fixture_->useOf(1), QStringLiteral("Do not import"));
    QCOMPARE(fixture_->list()->entry(1).use, ImportUse::Ignore);
    fixture_->view()->setFocus();
    QTest::keyClick(fixture_->view(), Qt::Key_Z, Qt::ControlModifier);
    while (fixture_->list()->entry(1).use != ImportUse::Physical && undo->isEnabled()) {
        // One step per key that went past another use.
        QTest::keyClick(fixture_->view(), Qt::Key_Z, Qt::ControlModifier);
    }
    QCOMPARE(fixture_->list()->entry(1).use, ImportUse::Physical);
    QCOMPARE(fixture_->list()->rowCount(), 3);
    fixture_->settle();
    QVERIFY(fixture_->cell(1, ImportListModel::StateColumn).contains(QStringLiteral("resolve")));

    // Files that were removed come back as they were, in their place.
    fixture_->view()->selectRow(1);
    QTest::keyClick(fixture_->view(), Qt::Key_Delete);
    QCOMPARE(fixture_->list()->rowCount(), 2);
    QVERIFY2(undo->toolTip().contains(QStringLiteral("removing")), qPrintable(undo->toolTip()));
    QTest::keyClick(fixture_->view(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(fixture_->list()->rowCount(), 3);
    QCOMPARE(fixture_->list()->entry(1).path, files.folder() / "physical.tsv");
    QVERIFY(fixture_->view()->hasFocus());
    QTest::keyClick(fixture_->view(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(fixture_->list()->rowCount(), 2);
    QTest::mouseClick(undo, Qt::LeftButton);
    QCOMPARE(fixture_->list()->rowCount(), 3);

    // Adding: also where the file has not been looked at yet when it goes and comes back.
    drop(&fixture_->page, {files.model()});
    QTest::mouseClick(undo, Qt::LeftButton);
    QCOMPARE(fixture_->list()->rowCount(), 3);
    QTest::mouseClick(redo, Qt::LeftButton);
    QCOMPARE(fixture_->list()->rowCount(), 4);
    fixture_->settle();
    QCOMPARE(fixture_->list()->entry(3).use, ImportUse::Metabolism);
    QVERIFY(fixture_->child<QPushButton>("importGo")->isEnabled());

    // Starting over by mistake.
    QTest::mouseClick(fixture_->child<QToolButton>("importStartOver"), Qt::LeftButton);
    QCOMPARE(fixture_->list()->rowCount(), 0);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(fixture_->list()->rowCount(), 4);
    fixture_->settle();
    // The window's own undo is not asked: nothing but the list has changed.
    QVERIFY(fixture_->child<QPushButton>("importGo")->isEnabled());
}

void TestImportPage::theYeastFilesGiveTheirNumbers()
{
    const fs::path folder = fs::path(KNOCKSCAPE_SHARED_DIR) / "data" / "yeast";
    if (!fs::exists(folder)) {
        QSKIP("The shared yeast files are not there");
    }
    drop(&fixture_->page, {folder / "genes.tsv", folder / "physical.tsv", folder / "regulatory.tsv",
                           folder / "yeast-GEM-9.0.2.xml", folder / "codon_features.tsv", folder / "go_slim.tsv"});
    fixture_->settle();
    const QString preview = fixture_->page.findChild<ImportPreviewPanel *>()->text();
    QVERIFY2(preview.contains(QStringLiteral("Genes 6,604")), qPrintable(preview));
    QVERIFY2(preview.contains(QStringLiteral("physical 89,533 interactions")), qPrintable(preview));
    QVERIFY2(preview.contains(QStringLiteral("Metabolism 4,881 hyperedges over 2,534 metabolites")),
             qPrintable(preview));
    QVERIFY2(preview.contains(QStringLiteral("Features 66")), qPrintable(preview));
    const QTemporaryDir out;
    fixture_->page.setFolder(out.filePath(QStringLiteral("yeast.cell")).toStdString());
    QSignalSpy imported(&fixture_->page, &ImportPage::imported);
    QTest::mouseClick(fixture_->child<QPushButton>("importGo"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(imported.count(), 1, readingPatience);
}

QTEST_MAIN(TestImportPage)
#include "test_import_page.moc"
