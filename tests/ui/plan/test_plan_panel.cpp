// The "Plan" tab: from a choice to strains, plates and reasons, and back from the bench, with real clicks and keys.

#include "tests/ui/mainwindow/window_fixture.h"
#include "ui/plan/plan_panel.h"
#include "ui/plan/plan_table_view.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTextBrowser>

using namespace knockscape;
using namespace knockscape::ui;
using namespace knockscape::ui::tests;

class TestPlanPanel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void saysWhatIsMissing();
    void fromAChoiceToPlates();
    void canBeCancelled();
    void filledSheetsComeBack();

private:
    template <typename Part>
    Part *part(const char *name)
    {
        return f_->window->findChild<Part *>(QString::fromLatin1(name));
    }
    void click(const char *button) { QTest::mouseClick(part<QPushButton>(button), Qt::LeftButton); }
    /// The knockout set against all genes, 12 strains; the plan in the end.
    bool planned();

    std::unique_ptr<QTemporaryDir> home_;
    std::unique_ptr<WindowFixture> f_;
};

void TestPlanPanel::init()
{
    home_ = std::make_unique<QTemporaryDir>();
    f_ = std::make_unique<WindowFixture>(home_->path());
    f_->openDemo();
    QTest::keyClick(f_->window.get(), Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(f_->window->plan()->isVisible());
}

bool TestPlanPanel::planned()
{
    f_->session()->setKnockouts(Genotype{f_->gene("BNA1")});
    part<QComboBox>("planSource")->setCurrentIndex(1);
    auto *budget = part<QSpinBox>("planBudget");
    budget->setFocus();
    budget->selectAll();
    QTest::keyClicks(budget, QStringLiteral("12"));
    QSignalSpy ended(f_->window->plan(), &PlanPanel::ended);
    click("planRun");
    return (ended.count() > 0 || ended.wait(patience)) && f_->window->plan()->plan() != nullptr;
}

void TestPlanPanel::saysWhatIsMissing()
{
    part<QComboBox>("planSource")->setCurrentIndex(1);
    QVERIFY(!part<QPushButton>("planRun")->isEnabled());
    QVERIFY(part<QLabel>("planWords")->text().contains(QStringLiteral("knockout set is empty")));
    f_->session()->setKnockouts(Genotype{0});
    QVERIFY(part<QPushButton>("planRun")->isEnabled());
}

void TestPlanPanel::fromAChoiceToPlates()
{
    QVERIFY(planned());
    const Plan &plan = f_->window->plan()->plan()->plan;
    QVERIFY(plan.toBuild <= 12);
    auto *genotypes = part<PlanTableView>("planGenotypes");
    QCOMPARE(static_cast<std::size_t>(genotypes->rowCount()), plan.genotypes.size());
    QCOMPARE(static_cast<std::size_t>(part<PlanTableView>("planStrains")->rowCount()), plan.strains.size());
    QVERIFY(part<QTextBrowser>("planReasons")->toPlainText().contains(QStringLiteral("npt1Δ")));
    QVERIFY(part<QLabel>("planWords")->text().contains(QStringLiteral("Expected hits")));
    // A row becomes the knockout set by Return, and the set can be undone.
    genotypes->setFocus();
    genotypes->setCurrentCell(1, 0);
    QTest::keyClick(genotypes, Qt::Key_Return);
    QVERIFY(f_->session()->knockouts() == plan.genotypes[1].genotype);
    f_->session()->undoStack()->undo();
    QVERIFY(f_->session()->knockouts() == Genotype{f_->gene("BNA1")});
    // Sorted by another column, a row is still its genotype.
    genotypes->sortByColumn(6, Qt::DescendingOrder);
    genotypes->setCurrentCell(0, 0);
    QTest::keyClick(genotypes, Qt::Key_Return);
    QVERIFY(f_->session()->knockouts() ==
            plan.genotypes[static_cast<std::size_t>(genotypes->currentSourceRow())].genotype);
    // The picture fills its page.
    auto *views = part<QTabWidget>("planViews");
    views->setCurrentIndex(2);
    QVERIFY(part<QWidget>("planPicture")->width() > 400);
    QString error;
    const QString folder = f_->folder.path() + QStringLiteral("/plan");
    QVERIFY2(f_->window->plan()->writeTo(folder, &error), qPrintable(error));
    QVERIFY(QFile::exists(folder + QStringLiteral("/plates.csv")));
}

void TestPlanPanel::canBeCancelled()
{
    QSignalSpy ended(f_->window->plan(), &PlanPanel::ended);
    click("planRun");
    QVERIFY(part<QPushButton>("planCancel")->isEnabled());
    click("planCancel");
    QCOMPARE(ended.count(), 1);
    QVERIFY(f_->window->plan()->plan() == nullptr);
    QVERIFY(part<QPushButton>("planRun")->isEnabled());
    // And the next one is made.
    QVERIFY(planned());
}

void TestPlanPanel::filledSheetsComeBack()
{
    QVERIFY(planned());
    const QString folder = f_->folder.path() + QStringLiteral("/plan");
    QVERIFY(f_->window->plan()->writeTo(folder, nullptr));
    QFile plates(folder + QStringLiteral("/plates.csv"));
    QVERIFY(plates.open(QIODevice::ReadOnly));
    QByteArray filled;
    for (const QByteArray &line : plates.readAll().split('\n')) {
        QByteArrayList cells = line.split(',');
        if (cells.size() > 7 && cells[0] != "plate") {
            cells[7] = cells[2] == "strain"      ? (cells[4].contains(';') ? "0.4" : "0.9")
                       : cells[2] == "wild_type" ? "1.0"
                                                 : "";
        }
        filled += cells.join(',') + '\n';
    }
    const QString sheet = folder + QStringLiteral("/filled.csv");
    QFile file(sheet);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(filled);
    file.close();
    const QString labels = folder + QStringLiteral("/labels.tsv");
    QSignalSpy read(f_->window->plan(), &PlanPanel::measurementsRead);
    f_->window->plan()->addMeasurements(folder, sheet, labels);
    QVERIFY(read.count() > 0 || read.wait(patience));
    QVERIFY(read.front().front().toBool());
    QVERIFY(part<PlanTableView>("planMeasured")->rowCount() > 0);
    QVERIFY(part<QTabWidget>("planViews")->currentWidget() == part<PlanTableView>("planMeasured"));
    QVERIFY(part<QLabel>("planWords")->text().contains(QStringLiteral("knockscape-cli train")));
    QVERIFY(QFile::exists(labels + QStringLiteral(".rounds.json")));
    // Once more is refused.
    read.clear();
    f_->window->plan()->addMeasurements(folder, sheet, labels);
    QVERIFY(read.count() > 0 || read.wait(patience));
    QVERIFY(!read.front().front().toBool());
}

QTEST_MAIN(TestPlanPanel)
#include "test_plan_panel.moc"
