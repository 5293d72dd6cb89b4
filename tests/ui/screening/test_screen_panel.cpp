// The "Screen" tab in the window, on the demo: from the question to the rows, with real clicks and keys.

#include "engine/cell/essentiality.h"
#include "engine/cell/metabolic_genes.h"
#include "engine/core/delimited_table.h"
#include "engine/fba/flux_balance.h"
#include "engine/inference/default_ranking.h"
#include "engine/inference/screen_expression.h"
#include "engine/store/run_database.h"
#include "screen_fixture.h"
#include "tests/ui/genes/ui_fixture.h"
#include "ui/plots/histogram_plot.h"
#include "ui/plots/pair_heat_map.h"
#include "ui/plots/volcano_plot.h"
#include "ui/results/results_model.h"
#include "ui/screening/gene_ranking_model.h"
#include "ui/screening/screen_exporter.h"
#include "ui/screening/screen_files.h"
#include "ui/theme/number_format.h"

#include <QCheckBox>
#include <QComboBox>
#include <qcustomplot.h>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace knockscape;
using namespace knockscape::ui;
using namespace knockscape::ui::tests;

class TestScreenPanel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void askedAndAnswered();
    void expressionsAreCheckedWhileTheyAreTyped();
    void namesAreCheckedWhileTheyAreTyped();
    void aFullDiskIsRefused();
    void theBrushFilters();
    void aGeneFilters();
    void aRowBecomesTheKnockoutSet();
    void enterStarts();
    void ranksByWhatValidationSays();
    void essentialGenesCanBeLeftOut();
    void anEssentialGeneInTheSetIsWarnedOf();
    void nothingMovesWhileAScreenRunsOrRests();
    void theBestAreSimulated();
    void simulationCanBeStopped();
    void aPairOfTheMapBecomesTheKnockoutSet();
    void cancellingKeepsRowsAndGoingOnFinishes();
    void quittingLeavesAScreenToGoOnWith();
    void genesAreAnsweredMeanwhile();
    void theExportIsTheTable();

private:
    std::unique_ptr<QTemporaryDir> home_;
    std::unique_ptr<ScreenFixture> f_;
};

void TestScreenPanel::init()
{
    home_ = std::make_unique<QTemporaryDir>();
    f_ = std::make_unique<ScreenFixture>(home_->path());
    f_->openDemo();
}

void TestScreenPanel::cleanup()
{
    f_.reset();
    home_.reset();
}

void TestScreenPanel::enterStarts()
{
    ScreenDialog *dialog = f_->openDialog();
    QVERIFY(dialog);
    QTRY_VERIFY_WITH_TIMEOUT(f_->part<QPushButton>("screenStart")->isEnabled(), patience);
    QVERIFY(f_->part<QPushButton>("screenStart")->isDefault());
    QSignalSpy ended(f_->panel(), &ScreenPanel::ended);
    QVERIFY(dialog->focusWidget() != nullptr);
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
    QVERIFY(ended.wait(patience));
}

/// Dialog, summary, table, histogram and map begin with what the model's validation says, and with the floor of
/// support.
void TestScreenPanel::ranksByWhatValidationSays()
{
    QVERIFY(f_->openDialog());
    auto *start = f_->part<QPushButton>("screenStart");
    QTRY_VERIFY_WITH_TIMEOUT(start->isEnabled(), patience);
    const std::vector<int> pairs{2};
    const RankingChoice choice = chooseRanking(f_->session()->models(), pairs);
    auto *by = f_->part<QComboBox>("screenBy");
    QCOMPARE(by->currentText(), QString::fromStdString(choice.by));
    // Briefly, with all of it where a person points.
    QVERIFY(choice.validated);
    const QString said = f_->text("screenByMessage");
    QVERIFY2(said.contains(formatCount(choice.validation.count)) && said.size() < 160, qPrintable(said));
    QCOMPARE(f_->part<QLabel>("screenByMessage")->toolTip(), QString::fromStdString(choice.text()));
    QVERIFY(f_->part<QCheckBox>("screenSupportLast")->isChecked());
    // A choice of one's own stays when other genotypes are chosen; the message says what is known of it.
    by->setFocus();
    by->lineEdit()->selectAll();
    QTest::keyClicks(by, QStringLiteral("max(interaction, epistasis)"));
    auto *kind = f_->part<QComboBox>("screenKind");
    kind->setCurrentIndex(kind->findData(static_cast<int>(ScreenKind::Singles)));
    QCOMPARE(by->currentText(), QStringLiteral("max(interaction, epistasis)"));
    f_->window->findChild<ScreenDialog *>()->reject();
    ScreenPlan plan = f_->plan(200, 2);
    plan.by.clear();
    QVERIFY(f_->run(plan));
    const auto outcome = f_->panel()->outcome();
    QCOMPARE(outcome->plan.by, choice.by);
    QVERIFY2(f_->text("screenSummary").contains(QString::fromStdString(choice.by)),
             qPrintable(f_->text("screenSummary")));
    // The histogram begins with a column that the ranking reads.
    const QString shown = f_->part<QComboBox>("screenQuantity")->currentText();
    QVERIFY2(QString::fromStdString(choice.by).contains(shown), qPrintable(shown));
    const ScreenTableModel *table = f_->panel()->table();
    const ScreenExpression score = ScreenExpression::parse(choice.by, {});
    const auto value = [&](int row) { return score.value(table->at(row).prediction, 2); };
    const auto lacks = [&](int row) { return table->at(row).prediction.lacksSupport(defaultMinSupport); };
    for (int row = 1; row < table->rowCount(); row += 97) {
        QVERIFY(lacks(row) || !lacks(row - 1)); // those without support come last
        QVERIFY(lacks(row) != lacks(row - 1) || value(row - 1) <= value(row) + 1e-7);
    }
    auto *last = f_->part<QCheckBox>("screenSupportLastRows");
    QCOMPARE(last->isVisibleTo(f_->panel()), outcome->result->state.unsupported > 0);
    if (outcome->result->state.unsupported > 0) {
        f_->window->tabs()->setCurrentWidget(f_->panel());
        QTest::mouseClick(last, Qt::LeftButton, {}, QPoint(8, last->height() / 2));
        QVERIFY(f_->settled());
        for (int row = 1; row < table->rowCount(); row += 97) {
            QVERIFY(value(row - 1) <= value(row) + 1e-7);
        }
    }
}

void TestScreenPanel::essentialGenesCanBeLeftOut()
{
    const GeneCatalogue &genes = f_->session()->cell()->genes;
    const std::vector<char> essential = essentialGenes(genes);
    const auto count = std::count(essential.begin(), essential.end(), 1);
    QVERIFY(count > 0);
    QVERIFY(f_->openDialog());
    auto *box = f_->part<QCheckBox>("screenLeaveOutEssential");
    QVERIFY(box->isVisible());
    QVERIFY2(box->text().contains(formatCount(count)), qPrintable(box->text()));
    QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
    const ScreenPlan plan = f_->window->findChild<ScreenDialog *>()->plan();
    QCOMPARE(static_cast<qsizetype>(plan.panel.size()), static_cast<qsizetype>(genes.size()) - count);
    QVERIFY(plan.withoutEssential);
    f_->window->findChild<ScreenDialog *>()->reject();
    // In a finished screen they are marked, and can be left out of the table.
    QVERIFY(f_->run(f_->plan(80, 2)));
    f_->window->tabs()->setCurrentWidget(f_->panel());
    const ScreenTableModel *table = f_->panel()->table();
    const auto holdsEssential = [&](int row) {
        const auto held = table->at(row).genotype.genes();
        return std::any_of(held.begin(), held.end(), [&](GeneIndex gene) { return essential[std::size_t(gene)] != 0; });
    };
    int marked = 0;
    for (int row = 0; row < table->rowCount(); ++row) {
        const QString text = table->index(row, ScreenTableModel::Essential).data().toString();
        QCOMPARE(!text.isEmpty(), holdsEssential(row));
        marked += text.isEmpty() ? 0 : 1;
    }
    QVERIFY(marked > 0);
    const int all = table->rowCount();
    // Their column sorts: a click on its title, and another for the other way.
    auto *view = f_->part<QTableView>("screenTable");
    QHeaderView *header = view->horizontalHeader();
    const auto clickTitle = [&] {
        view->scrollTo(table->index(0, ScreenTableModel::Essential));
        const QPoint title(header->sectionViewportPosition(ScreenTableModel::Essential) + 12, header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, title);
        return f_->settled();
    };
    const auto held = [&](int row) {
        return table->index(row, ScreenTableModel::Essential).data(ResultsModel::valueRole).toInt();
    };
    QList<Qt::SortOrder> ways;
    for (int click = 0; click < 2; ++click) {
        QVERIFY(clickTitle());
        ways << header->sortIndicatorOrder();
        QCOMPARE(header->sortIndicatorSection(), static_cast<int>(ScreenTableModel::Essential));
        const bool largestFirst = header->sortIndicatorOrder() == Qt::DescendingOrder;
        QCOMPARE(table->rowCount(), all);
        for (int row = 1; row < all; ++row) {
            const auto lacks = [&](int of) { return table->at(of).prediction.lacksSupport(defaultMinSupport); };
            QVERIFY(lacks(row) || !lacks(row - 1));
            QVERIFY(lacks(row) != lacks(row - 1) ||
                    (largestFirst ? held(row - 1) >= held(row) : held(row - 1) <= held(row)));
        }
    }
    QVERIFY(ways.front() != ways.back());
    auto *filter = f_->part<QCheckBox>("screenWithoutEssential");
    QTest::mouseClick(filter, Qt::LeftButton, {}, QPoint(8, filter->height() / 2));
    QVERIFY(f_->settled());
    QCOMPARE(table->rowCount(), all - marked);
}

void TestScreenPanel::anEssentialGeneInTheSetIsWarnedOf()
{
    const GeneCatalogue &genes = f_->session()->cell()->genes;
    const std::vector<char> essential = essentialGenes(genes);
    const auto first = static_cast<GeneIndex>(std::find(essential.begin(), essential.end(), 1) - essential.begin());
    f_->session()->setKnockouts(Genotype{first});
    ScreenDialog *dialog = f_->openDialog();
    QVERIFY(dialog);
    auto *warning = f_->part<QLabel>("screenFixedEssential");
    // All pairs do not hold the set.
    QVERIFY(!warning->isVisible());
    auto *kind = f_->part<QComboBox>("screenKind");
    kind->setFocus();
    QTest::keyClick(kind, Qt::Key_Up);
    QCOMPARE(kind->currentData().toInt(), static_cast<int>(ScreenKind::Against));
    QVERIFY(warning->isVisible());
    QVERIFY2(warning->text().contains(QString::fromStdString(genes[first].label())), qPrintable(warning->text()));
    shoot(*dialog, QStringLiteral("dialog-essential-set"));
    // Leaving essential genes out of the panel does not take it out of the set.
    auto *box = f_->part<QCheckBox>("screenLeaveOutEssential");
    QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
    QVERIFY(warning->isVisible());
    // Another dialog, at once.
    QTest::keyClick(dialog, Qt::Key_Escape);
    f_->session()->setKnockouts(
        Genotype{static_cast<GeneIndex>(std::find(essential.begin(), essential.end(), 0) - essential.begin())});
    const ScreenDialog *second = f_->openDialog();
    QVERIFY(second && second != dialog);
    kind = second->findChild<QComboBox *>(QStringLiteral("screenKind"));
    kind->setFocus();
    QTest::keyClick(kind, Qt::Key_Up);
    QCOMPARE(kind->currentData().toInt(), static_cast<int>(ScreenKind::Against));
    QVERIFY(!second->findChild<QLabel *>(QStringLiteral("screenFixedEssential"))->isVisible());
}

/// Progress, what can be gone on with, and the summary take turns in one place.
void TestScreenPanel::nothingMovesWhileAScreenRunsOrRests()
{
    f_->window->tabs()->setCurrentWidget(f_->panel());
    const auto places = [&] {
        QCoreApplication::processEvents();
        const auto *pages = f_->panel()->views()->parentWidget();
        const auto *table = f_->part<QTableView>("screenTable");
        return QList<QRect>{{pages->mapTo(f_->panel(), QPoint()), pages->size()},
                            {table->mapTo(f_->panel(), QPoint()), table->size()}};
    };
    QVERIFY(f_->run(f_->plan(80, 2)));
    const QList<QRect> before = places();
    ScreenPlan plan = f_->plan(564, 3);
    plan.whole = WholeResult::None;
    QSignalSpy progressed(f_->bench()->screens(), &ScreenService::progressed);
    QSignalSpy ended(f_->panel(), &ScreenPanel::ended);
    f_->panel()->run(plan);
    QVERIFY(progressed.wait(patience));
    QVERIFY(f_->part<QPushButton>("screenCancel")->isVisible());
    QCOMPARE(places(), before);
    f_->click("screenCancel");
    QVERIFY(ended.wait(patience));
    QVERIFY(f_->settled());
    QVERIFY(f_->part<QPushButton>("screenGoOn")->isVisible());
    QCOMPARE(places(), before);
    f_->click("screenDiscard");
    QVERIFY(!f_->part<QPushButton>("screenGoOn")->isVisible() && f_->part<QLabel>("screenSummary")->isVisible());
    QCOMPARE(places(), before);
}

void TestScreenPanel::theBestAreSimulated()
{
#ifdef KNOCKSCAPE_FBA
    QVERIFY(f_->run(f_->plan(120, 2)));
    f_->window->tabs()->setCurrentWidget(f_->panel());
    auto *view = f_->part<QTableView>("screenTable");
    QVERIFY(view->isColumnHidden(ScreenTableModel::Simulated));
    auto *count = f_->part<QSpinBox>("screenSimulateCount");
    count->setFocus();
    count->selectAll();
    QTest::keyClicks(count, QStringLiteral("30\t"));
    f_->click("screenSimulate");
    const ScreenTableModel *table = f_->panel()->table();
    FluxBalance balance(f_->session()->cell());
    const MetabolicGenes known(*f_->session()->cell());
    const auto isAnswered = [&](int row) {
        return deletedGenesInModel(known, table->at(row).genotype) == 0 ||
               !std::isnan(table->index(row, ScreenTableModel::Simulated).data(ResultsModel::valueRole).toDouble());
    };
    const auto answered = [&] {
        int rows = 0;
        for (int row = 0; row < 30; ++row) {
            rows += isAnswered(row) ? 1 : 0;
        }
        return rows;
    };
    QTRY_COMPARE_WITH_TIMEOUT(answered(), 30, patience);
    QTRY_VERIFY_WITH_TIMEOUT(f_->part<QPushButton>("screenSimulate")->isVisible(), patience);
    QVERIFY(!view->isColumnHidden(ScreenTableModel::Simulated));
    for (int row = 0; row < 30; ++row) {
        const Genotype genotype = table->at(row).genotype;
        const double shown = table->index(row, ScreenTableModel::Simulated).data(ResultsModel::valueRole).toDouble();
        if (deletedGenesInModel(known, genotype) == 0) {
            QVERIFY(std::isnan(shown));
            QVERIFY(!table->index(row, ScreenTableModel::Agree).data().toString().isEmpty());
        } else {
            const double fitness = balance.simulate(genotype).fitness;
            QVERIFY2(std::abs(shown - fitness) < 1e-6,
                     qPrintable(QStringLiteral("row %1: %2, not %3").arg(row).arg(shown).arg(fitness)));
        }
    }
    QVERIFY(!table->index(40, ScreenTableModel::Simulated).data().isValid() ||
            deletedGenesInModel(known, table->at(40).genotype) == 0);
    shoot(*f_->window, QStringLiteral("simulated"));
    // Sorted by it, the rows that were simulated are shown.
    view->horizontalHeader()->setSortIndicator(ScreenTableModel::Simulated, Qt::AscendingOrder);
    QVERIFY(f_->settled());
    QCOMPARE(table->rowCount(), 30);
    double before = -1.0;
    for (int row = 0; row < 30; ++row) {
        const double value = table->index(row, ScreenTableModel::Simulated).data(ResultsModel::valueRole).toDouble();
        QVERIFY(std::isnan(value) || value >= before);
        before = std::isnan(value) ? 2.0 : value;
    }
    // The file has what the table shows.
    ScreenExporter exporter;
    QSignalSpy ended(&exporter, &ScreenExporter::ended);
    const std::filesystem::path file = home_->filePath(QStringLiteral("simulated.csv")).toStdString();
    // The best was not simulated, and of the second the solver found no answer.
    SimulatedRows simulated(std::in_place);
    for (int row = 1; row < 30; ++row) {
        const double shown = table->index(row, ScreenTableModel::Simulated).data(ResultsModel::valueRole).toDouble();
        (*simulated)[table->at(row).genotype] = {shown, 0.0, 2, "ok"};
    }
    (*simulated)[table->at(1).genotype] = {std::nan(""), std::nan(""), 2, "no reliable answer"};
    exporter.start(file, table->cell(), table->rows(), table->order(), false, {}, simulated);
    QVERIFY(ended.wait(patience));
    const DelimitedTable written = DelimitedTable::read(file);
    QVERIFY(written.findColumn("agreement").has_value() && written.findColumn("simulated_epistasis").has_value());
    for (int row = 0; row < 30; ++row) {
        const double shown = table->index(row, ScreenTableModel::Simulated).data(ResultsModel::valueRole).toDouble();
        const std::size_t column = written.column("simulated_fitness");
        const double number =
            written.cell(std::size_t(row), column).empty() ? std::nan("") : written.number(std::size_t(row), column);
        const std::string note(written.cell(std::size_t(row), written.column("simulation_note")));
        if (deletedGenesInModel(known, table->at(row).genotype) == 0) {
            QCOMPARE(note, std::string("not in the metabolic model"));
        } else if (row < 2) {
            QCOMPARE(note, std::string(row == 0 ? "not simulated" : "no reliable answer"));
        }
        QVERIFY(row < 2 || (std::isnan(shown) && std::isnan(number)) || std::abs(shown - number) < 1e-8);
        QVERIFY2(std::isnan(number) == !note.empty() || note == "not every gene is in the metabolic model",
                 note.c_str());
    }
#else
    QSKIP("this build has no flux balance analysis");
#endif
}

void TestScreenPanel::simulationCanBeStopped()
{
#ifndef KNOCKSCAPE_FBA
    QSKIP("this build has no flux balance analysis");
#endif
    QVERIFY(f_->run(f_->plan(200, 2)));
    f_->window->tabs()->setCurrentWidget(f_->panel());
    f_->part<QSpinBox>("screenSimulateCount")->setValue(10'000);
    f_->click("screenSimulate");
    auto *cancel = f_->part<QToolButton>("screenSimulationCancel");
    const ScreenTableModel *table = f_->panel()->table();
    QTRY_VERIFY_WITH_TIMEOUT(
        cancel->isVisible() && table->index(0, ScreenTableModel::Simulated).data(Qt::DisplayRole).isValid(), patience);
    QTest::mouseClick(cancel, Qt::LeftButton);
    QVERIFY(f_->part<QPushButton>("screenSimulate")->isVisible());
    // What was computed stays.
    QVERIFY(table->index(0, ScreenTableModel::Simulated).data(Qt::DisplayRole).isValid());
}

void TestScreenPanel::askedAndAnswered()
{
    shoot(*f_->window, QStringLiteral("window-before"));
    ScreenDialog *dialog = f_->openDialog();
    QVERIFY(dialog);
    QCOMPARE(f_->window->tabs()->currentWidget(), f_->panel());
    shoot(*f_->window, QStringLiteral("empty"));
    auto *start = f_->part<QPushButton>("screenStart");
    QTRY_VERIFY_WITH_TIMEOUT(start->isEnabled(), patience);
    QVERIFY2(f_->text("screenCost").contains(formatCount(158'766)), qPrintable(f_->text("screenCost")));
    QTest::keyClicks(f_->part<QLineEdit>("screenWhere"), QStringLiteral("epistasis < -0.1 && fitness < 0.7"));
    QTRY_VERIFY_WITH_TIMEOUT(start->isEnabled(), patience);
    shoot(*dialog, QStringLiteral("dialog"));
    QTRY_VERIFY_WITH_TIMEOUT(start->isEnabled(), patience); // another theme asks for the cost anew
    QSignalSpy ended(f_->panel(), &ScreenPanel::ended);
    QTest::mouseClick(start, Qt::LeftButton);
    QVERIFY(ended.wait(patience));
    QVERIFY(f_->settled());
    const auto outcome = f_->panel()->outcome();
    QVERIFY(outcome->result->finished);
    QCOMPARE(outcome->whole->count(), std::uint64_t{158'766});
    QVERIFY(outcome->result->state.hits > 0);
    // The table begins with what matches, best first: more than the engine kept, and the same best.
    QCOMPARE(f_->panel()->table()->rowCount(), static_cast<int>(outcome->result->state.hits));
    for (std::size_t row = 0; row < 20; ++row) {
        QVERIFY(f_->panel()->table()->at(static_cast<int>(row)).genotype ==
                outcome->request.source->genotype(outcome->kept->rows()[row].index));
    }
    QVERIFY(f_->text("screenSummary").contains(formatCount(static_cast<qint64>(outcome->result->state.hits))));
    QTest::mouseClick(f_->window->tabs(), Qt::LeftButton);
    shoot(*f_->window, QStringLiteral("histogram"));
    f_->panel()->views()->setCurrentIndex(1);
    shoot(*f_->window, QStringLiteral("genes"));
    // It is in the history, with its best rows.
    const RunDatabase database(f_->database().toStdString());
    QTRY_VERIFY_WITH_TIMEOUT(!database.runs().empty() && database.runs().front().status == RunStatus::Finished,
                             patience);
    const RunRecord record = database.runs().front();
    QCOMPARE(record.kind, std::string("screen"));
    QCOMPARE(database.predictions(record.id).size(), outcome->kept->rows().size());
    QVERIFY(record.parametersJson.find("epistasis < -0.1") != std::string::npos);
}

void TestScreenPanel::expressionsAreCheckedWhileTheyAreTyped()
{
    QVERIFY(f_->openDialog());
    auto *start = f_->part<QPushButton>("screenStart");
    auto *where = f_->part<QLineEdit>("screenWhere");
    auto *message = f_->part<QLabel>("screenWhereMessage");
    QTRY_VERIFY_WITH_TIMEOUT(start->isEnabled(), patience);
    QTest::keyClicks(where, QStringLiteral("fitness < 0.5 && epistasi"));
    QVERIFY(!start->isEnabled());
    QVERIFY(message->isVisible());
    QVERIFY2(message->text().contains(QStringLiteral("18")), qPrintable(message->text())); // the place
    const int place = start->mapTo(start->window(), QPoint()).y();
    QTest::keyClicks(where, QStringLiteral("s < 0"));
    // What can be written stands where the mistake stood: nothing moves.
    QVERIFY2(message->text().contains(QStringLiteral("max()")), qPrintable(message->text()));
    QCOMPARE(start->mapTo(start->window(), QPoint()).y(), place);
    QTRY_VERIFY_WITH_TIMEOUT(start->isEnabled(), patience);
    where->clear();
    QTest::keyClicks(where, QStringLiteral("fitness_sd < 1"));
    QVERIFY(message->isVisible()); // one model has no spread
    QVERIFY(!start->isEnabled());
    shoot(*f_->window->findChild<ScreenDialog *>(), QStringLiteral("dialog-invalid"));
    where->clear();
    auto *kind = f_->part<QComboBox>("screenKind");
    kind->setCurrentIndex(kind->findData(static_cast<int>(ScreenKind::Against)));
    QVERIFY(!start->isEnabled()); // the set is empty
    QVERIFY(f_->part<QLabel>("screenWarning")->isVisible());
}

void TestScreenPanel::namesAreCheckedWhileTheyAreTyped()
{
    QVERIFY(f_->openDialog());
    auto *start = f_->part<QPushButton>("screenStart");
    auto *panel = f_->part<QComboBox>("screenPanel");
    panel->setCurrentIndex(panel->count() - 1);
    auto *names = f_->part<QPlainTextEdit>("screenNames");
    QVERIFY(names->isVisible());
    QTest::keyClicks(names, QStringLiteral("PGI1 zwf1, NOSUCHGENE"));
    auto *leaveOut = f_->part<QAbstractButton>("screenLeaveOut");
    QTRY_VERIFY_WITH_TIMEOUT(leaveOut->isVisible(), patience);
    QVERIFY(f_->text("screenReview").contains(QStringLiteral("NOSUCHGENE")));
    QVERIFY(!start->isEnabled());
    QTest::mouseClick(leaveOut, Qt::LeftButton, {}, QPoint(8, leaveOut->height() / 2));
    QTRY_VERIFY_WITH_TIMEOUT(start->isEnabled(), patience);
    shoot(*f_->window->findChild<ScreenDialog *>(), QStringLiteral("dialog-names"));
    QVERIFY(f_->text("screenCost").startsWith(QStringLiteral("1 ")));
    const ScreenPlan plan = f_->window->findChild<ScreenDialog *>()->plan();
    QCOMPARE(plan.panel.size(), std::size_t{2});
}

void TestScreenPanel::aFullDiskIsRefused()
{
    QVERIFY(f_->openDialog());
    auto *kind = f_->part<QComboBox>("screenKind");
    kind->setCurrentIndex(kind->findData(static_cast<int>(ScreenKind::Combinations)));
    auto *whole = f_->part<QComboBox>("screenWhole");
    whole->setCurrentIndex(whole->findData(static_cast<int>(WholeResult::File)));
    QVERIFY(f_->text("screenWarning").size() > 0); // no file chosen
    f_->part<QLineEdit>("screenMatrix")->setText(home_->filePath(QStringLiteral("huge.npy")));
    f_->part<QSpinBox>("screenOrder")->setValue(6); // 10^13 genotypes
    QVERIFY2(f_->text("screenWarning").contains(QStringLiteral("Free some space")),
             qPrintable(f_->text("screenWarning")));
    QVERIFY(!f_->part<QPushButton>("screenStart")->isEnabled());
    shoot(*f_->window->findChild<ScreenDialog *>(), QStringLiteral("dialog-disk"));
    // Without the array it may begin, warned in words.
    whole->setCurrentIndex(whole->findData(static_cast<int>(WholeResult::None)));
    QTRY_VERIFY_WITH_TIMEOUT(f_->part<QPushButton>("screenStart")->isEnabled(), patience);
    QVERIFY(f_->text("screenWarning").contains(QStringLiteral("go on later")));
}

void TestScreenPanel::theBrushFilters()
{
    QVERIFY(f_->run(f_->plan(564, 2)));
    f_->window->tabs()->setCurrentWidget(f_->panel());
    auto *plot = f_->part<HistogramPlot>("screenHistogram");
    QTRY_VERIFY(plot->canvas()->isVisible() && plot->canvas()->width() > 100);
    QTest::qWait(0);
    const ScreenTableModel *table = f_->panel()->table();
    const int all = table->rowCount();
    QCOMPARE(all, 158'766);
    const int y = plot->canvas()->height() / 2;
    const QPoint from(static_cast<int>(plot->pixelOf(-0.3)), y);
    const QPoint to(static_cast<int>(plot->pixelOf(-0.1)), y);
    QTest::mousePress(plot->canvas(), Qt::LeftButton, {}, from);
    QTest::mouseMove(plot->canvas(), from + QPoint(10, 0));
    QTest::mouseMove(plot->canvas(), to);
    QTest::mouseRelease(plot->canvas(), Qt::LeftButton, {}, to);
    QVERIFY(plot->brush());
    QVERIFY(f_->settled());
    QCOMPARE(static_cast<std::uint64_t>(table->rowCount()), plot->brushedCounts().first);
    QVERIFY(table->rowCount() > 0 && table->rowCount() < all);
    for (int row = 0; row < table->rowCount(); ++row) {
        const double epistasis = table->at(row).prediction.epistasis();
        QVERIFY(epistasis >= plot->brush()->first && epistasis < plot->brush()->second);
    }
    shoot(*f_->window, QStringLiteral("brush"));
    QVERIFY(f_->part<QAbstractButton>("screenBrushChip")->isVisible());
    const double low = plot->brush()->first;
    QTest::keyClick(plot->canvas(), Qt::Key_Right);
    QVERIFY(plot->brush()->first > low);
    const double high = plot->brush()->second;
    QTest::keyClick(plot->canvas(), Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(plot->brush()->second > high);
    QVERIFY(f_->settled());
    QCOMPARE(static_cast<std::uint64_t>(table->rowCount()), plot->brushedCounts().first);
    QTest::keyClick(plot->canvas(), Qt::Key_Escape);
    QVERIFY(!plot->brush());
    QVERIFY(f_->settled());
    QCOMPARE(table->rowCount(), all);
    QTest::keyClick(plot->canvas(), Qt::Key_Left); // begins at the highest bar
    QVERIFY(f_->settled());
    QVERIFY(plot->brush() && table->rowCount() > 0);
    f_->click("screenBrushChip");
    QVERIFY(!plot->brush());
    QVERIFY(f_->settled());
    QCOMPARE(table->rowCount(), all);
    // Beside the brush, a filter by expression; a wrong one says so and changes nothing.
    auto *filter = f_->part<QLineEdit>("screenFilter");
    QTest::keyClicks(filter, QStringLiteral("fitness < 0.2"));
    QTest::keyClick(filter, Qt::Key_Return);
    QVERIFY(f_->settled());
    const int sick = table->rowCount();
    QVERIFY(sick > 0 && sick < all);
    QTest::keyClicks(filter, QStringLiteral(" &&"));
    QTest::keyClick(filter, Qt::Key_Return);
    QVERIFY(f_->part<QLabel>("screenFilterMessage")->isVisible());
    QVERIFY(f_->settled());
    QCOMPARE(table->rowCount(), sick);
}

void TestScreenPanel::aGeneFilters()
{
    QVERIFY(f_->run(f_->plan(100, 2)));
    f_->window->tabs()->setCurrentWidget(f_->panel());
    f_->panel()->views()->setCurrentIndex(1);
    auto *view = f_->part<QTreeView>("screenRanking");
    QCOMPARE(view->model()->rowCount(), 100);
    QSignalSpy selected(f_->panel(), &ScreenPanel::geneSelected);
    const QModelIndex third = view->model()->index(2, 0);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(third).center());
    QCOMPARE(selected.count(), 1);
    const GeneIndex gene = selected.first().first().toInt();
    QCOMPARE(f_->session()->label(gene), third.data().toString());
    QVERIFY(f_->settled());
    QCOMPARE(f_->panel()->table()->rowCount(), 99);
    QVERIFY(f_->panel()->table()->at(50).genotype.contains(gene));
    f_->click("screenGeneChip");
    QVERIFY(f_->settled());
    QCOMPARE(f_->panel()->table()->rowCount(), 4950);
    // In the order of the screen: the gene with the lowest value first.
    const auto lowest = [&](int row) {
        return view->model()->index(row, GeneRankingModel::Lowest).data(Qt::ToolTipRole).toDouble();
    };
    QVERIFY(lowest(0) <= lowest(1) && lowest(1) <= lowest(50) && lowest(50) <= lowest(99));
}

void TestScreenPanel::aRowBecomesTheKnockoutSet()
{
    QVERIFY(f_->run(f_->plan(60, 2)));
    f_->window->tabs()->setCurrentWidget(f_->panel());
    auto *table = f_->part<QTableView>("screenTable");
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(2, 0)).center());
    QTest::keyClick(table, Qt::Key_Return);
    QVERIFY(f_->session()->knockouts() == f_->panel()->table()->at(2).genotype);
    f_->session()->undoStack()->undo();
    QVERIFY(f_->session()->knockouts().empty());
}

void TestScreenPanel::aPairOfTheMapBecomesTheKnockoutSet()
{
    QVERIFY(f_->run(f_->plan(60, 2)));
    f_->window->tabs()->setCurrentWidget(f_->panel());
    auto *map = f_->window->findChild<PairHeatMap *>();
    QVERIFY(map);
    f_->panel()->views()->setCurrentWidget(map->parentWidget());
    QTRY_VERIFY_WITH_TIMEOUT(map->pairs().size() == 60 && !map->ordering(), patience);
    map->canvas()->replot(QCustomPlot::rpImmediateRefresh);
    shoot(*f_->window, QStringLiteral("heatmap"));
    // It has most of the height while it is looked at, and gives it back.
    const int looked = f_->panel()->views()->height();
    QVERIFY(looked > 2 * f_->part<QTableView>("screenTable")->height());
    QTest::mouseClick(map->canvas(), Qt::LeftButton, {}, map->pixelOf(7, 31).toPoint());
    QVERIFY(f_->session()->knockouts() == (Genotype{7, 31}));
    f_->session()->undoStack()->undo();
    QVERIFY(f_->session()->knockouts().empty());
    // What the map shows of a pair is what the table says.
    const auto &outcome = *f_->panel()->outcome();
    const std::uint64_t row = outcome.request.source->combinations()->indexOf({7, 31});
    PredictionBlock block;
    outcome.rows()->read({row, 1}, block);
    QVERIFY(std::abs(static_cast<double>(map->matrix()->epistasis[7 * 60 + 31]) - block.predictions[0].epistasis()) <
            1e-6);
    // A volcano without an ensemble and measured values says how to come by them.
    auto *volcano = f_->window->findChild<VolcanoPlot *>();
    f_->panel()->views()->setCurrentWidget(volcano->parentWidget());
    QTRY_VERIFY(f_->panel()->views()->height() < looked);
    QTRY_VERIFY_WITH_TIMEOUT(volcano->isVisible() && volcano->view().emptyText.contains(QStringLiteral("ensemble")),
                             patience);
    shoot(*f_->window, QStringLiteral("volcano"));
}

void TestScreenPanel::cancellingKeepsRowsAndGoingOnFinishes()
{
    const ScreenPlan plan = f_->plan(200, 3); // 1,313,400
    f_->window->tabs()->setCurrentWidget(f_->panel());
    QSignalSpy ended(f_->panel(), &ScreenPanel::ended);
    QSignalSpy progressed(f_->bench()->screens(), &ScreenService::progressed);
    f_->panel()->run(plan);
    QVERIFY(progressed.wait(patience));
    f_->click("screenCancel");
    QVERIFY(ended.wait(patience));
    QCOMPARE(ended.first().first().value<JobEnd>(), JobEnd::Cancelled);
    QVERIFY(f_->settled());
    const auto part = f_->panel()->outcome();
    QVERIFY(part->result->state.done > 0 && part->result->state.done < plan.source()->count());
    QCOMPARE(static_cast<std::uint64_t>(f_->panel()->table()->rowCount()), part->result->state.done);
    for (int row = 0; row < f_->panel()->table()->rowCount(); row += 997) {
        QVERIFY(std::isfinite(f_->panel()->table()->at(row).prediction.fitness));
    }
    QVERIFY(f_->part<QPushButton>("screenGoOn")->isVisible());
    shoot(*f_->window, QStringLiteral("cancelled"));
    ended.clear();
    f_->click("screenGoOn");
    QVERIFY(ended.wait(patience));
    QCOMPARE(ended.first().first().value<JobEnd>(), JobEnd::Finished);
    QVERIFY(f_->settled());
    const auto whole = f_->panel()->outcome();
    QCOMPARE(whole->result->resumedAt, part->result->state.done);
    QCOMPARE(whole->whole->count(), plan.source()->count());
    QVERIFY(!f_->part<QPushButton>("screenGoOn")->isVisible());
    // The same as in one go.
    QVERIFY(f_->run(plan));
    const auto again = f_->panel()->outcome();
    QVERIFY(again != whole);
    for (std::size_t row = 0; row < whole->kept->rows().size(); ++row) {
        QCOMPARE(again->kept->rows()[row].index, whole->kept->rows()[row].index);
    }
}

void TestScreenPanel::quittingLeavesAScreenToGoOnWith()
{
    const ScreenPlan plan = f_->plan(250, 3); // 2,573,000
    QSignalSpy progressed(f_->bench()->screens(), &ScreenService::progressed);
    f_->panel()->run(plan);
    QVERIFY(progressed.wait(patience));
    f_->window.reset();
    f_->openDemo();
    QTRY_VERIFY_WITH_TIMEOUT(f_->part<QPushButton>("screenGoOn")->isVisibleTo(f_->panel()), patience);
    f_->window->tabs()->setCurrentWidget(f_->panel());
    QVERIFY(f_->text("screenInterrupted").contains(QStringLiteral("250")));
    shoot(*f_->window, QStringLiteral("interrupted"));
    QSignalSpy ended(f_->panel(), &ScreenPanel::ended);
    f_->click("screenGoOn");
    QVERIFY(ended.wait(patience));
    QCOMPARE(ended.first().first().value<JobEnd>(), JobEnd::Finished);
    QVERIFY(f_->settled());
    QVERIFY(f_->panel()->outcome()->result->resumedAt > 0);
    QCOMPARE(static_cast<std::uint64_t>(f_->panel()->table()->rowCount()), plan.source()->count());
    // Nothing is left of it once another screen is shown and the program ends.
    f_->window.reset();
    QVERIFY(!ScreenFiles::findInterrupted());
    QVERIFY(QDir(QString::fromStdString(ScreenFiles::cacheFolder().string())).isEmpty());
}

void TestScreenPanel::genesAreAnsweredMeanwhile()
{
    ScreenPlan plan = f_->plan(564, 3); // 29.7 million
    plan.whole = WholeResult::None;
    QSignalSpy ended(f_->panel(), &ScreenPanel::ended);
    QSignalSpy progressed(f_->bench()->screens(), &ScreenService::progressed);
    f_->panel()->run(plan);
    QVERIFY(progressed.wait(patience));
    shoot(*f_->window, QStringLiteral("running"));
    QSignalSpy live(f_->bench(), &Workbench::liveChanged);
    f_->tick("PGI1");
    QVERIFY(live.wait(patience));
    QVERIFY(ended.isEmpty());
    const auto answer = live.last().first().value<LivePrediction>();
    QVERIFY(answer.genotype == Genotype{f_->gene("PGI1")});
    QVERIFY(f_->text("fitness") == formatValue(answer.prediction.fitness));
    // Other predictions wait for it, and say so.
    QVERIFY(f_->bench()->blockedReason().contains(QStringLiteral("screen")));
    f_->panel()->cancel();
    QVERIFY(ended.wait(patience));
    QVERIFY(f_->bench()->blockedReason().isEmpty());
    // Without the whole result the best rows are shown.
    QCOMPARE(f_->panel()->table()->rowCount(), 1000);
}

void TestScreenPanel::theExportIsTheTable()
{
    QVERIFY(f_->run(f_->plan(80, 2)));
    auto *filter = f_->part<QLineEdit>("screenFilter");
    QTest::keyClicks(filter, QStringLiteral("fitness < 0.99"));
    QTest::keyClick(filter, Qt::Key_Return);
    QVERIFY(f_->settled());
    const ScreenTableModel *table = f_->panel()->table();
    QVERIFY(table->rowCount() > 10 && table->rowCount() < 3160);
    ScreenExporter exporter;
    QSignalSpy ended(&exporter, &ScreenExporter::ended);
    const std::filesystem::path file = home_->filePath(QStringLiteral("rows.csv")).toStdString();
    exporter.start(file, table->cell(), table->rows(), table->order(), false, {});
    QVERIFY(ended.wait(patience));
    QCOMPARE(ended.first().first().value<JobEnd>(), JobEnd::Finished);
    const DelimitedTable written = DelimitedTable::read(file);
    QCOMPARE(static_cast<int>(written.rowCount()), table->rowCount());
    for (int row = 0; row < table->rowCount(); ++row) {
        const auto at = static_cast<std::size_t>(row);
        const PredictionRow &shown = table->at(row);
        QCOMPARE(std::string(written.cell(at, written.column("knockouts"))), table->cell()->genes.ids(shown.genotype));
        QVERIFY(std::abs(written.number(at, written.column("fitness")) - shown.prediction.fitness) < 1e-8);
        QVERIFY(std::abs(written.number(at, written.column("epistasis")) - shown.prediction.epistasis()) < 1e-8);
    }
    // Cancelled: no file.
    QVERIFY(f_->run(f_->plan(564, 2)));
    ended.clear();
    const std::filesystem::path other = home_->filePath(QStringLiteral("other.csv")).toStdString();
    exporter.start(other, table->cell(), table->rows(), table->order(), false, {});
    exporter.cancel();
    QVERIFY(ended.wait(patience));
    QCOMPARE(ended.first().first().value<JobEnd>(), JobEnd::Cancelled);
    QVERIFY(!std::filesystem::exists(other));
}

QTEST_MAIN(TestScreenPanel)
#include "test_screen_panel.moc"
