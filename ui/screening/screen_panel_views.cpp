// What the screen panel shows of a screen, and how table, histogram and ranking are linked.
#include "ui/screening/screen_panel_private.h"

#include "engine/cell/essentiality.h"
#include "engine/core/text.h"
#include "engine/inference/screen_expression.h"
#include "ui/genes/gene_names.h"
#include "ui/plots/pair_heat_map.h"
#include "ui/plots/volcano_plot.h"
#include "ui/theme/counted_text.h"
#include "ui/theme/number_format.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QJsonDocument>
#include <QListView>
#include <QSettings>
#include <QStandardItemModel>

#include <algorithm>
#include <utility>

namespace knockscape::ui
{

std::vector<Genotype> ScreenPanel::Private::firstGenotypes() const
{
    // As many as can bring genes to a map.
    const int rows = std::min(model->rowCount(), static_cast<int>(ScreenPairView::mostGenesOfRows));
    std::vector<Genotype> genotypes;
    for (int row = 0; row < rows; ++row) {
        genotypes.push_back(model->at(row).genotype);
    }
    return genotypes;
}

std::vector<Genotype> ScreenPanel::Private::selectedGenotypes() const
{
    std::vector<Genotype> genotypes;
    for (const PredictionRow &row : table->selectedRows()) {
        genotypes.push_back(row.genotype);
    }
    return genotypes;
}

/// A map is square and wants height, so it takes some from the table as long as it is looked at.
void ScreenPanel::Private::makeRoom()
{
    const bool map = views->currentWidget() == pairs;
    if (map && heightsBefore.isEmpty()) {
        heightsBefore = split->sizes();
        const int all = heightsBefore[0] + heightsBefore[1];
        if (all > 0 && heightsBefore[0] < all * 3 / 4) {
            split->setSizes({all * 3 / 4, all - all * 3 / 4});
        }
    } else if (!map && !heightsBefore.isEmpty()) {
        split->setSizes(heightsBefore);
        heightsBefore.clear();
    }
}

void ScreenPanel::Private::connectPlots()
{
    connect(views, &QTabWidget::currentChanged, this, [this] { makeRoom(); });
    pairs->setRows([this] { return firstGenotypes(); }, [this] { return selectedGenotypes(); });
    connect(pairs, &ScreenPairView::genotypeActivated, q, &ScreenPanel::genotypeActivated);
    connect(volcano, &ScreenVolcanoView::genotypeActivated, q, &ScreenPanel::genotypeActivated);
    connect(q, &ScreenPanel::genotypeSelected, volcano, &ScreenVolcanoView::setSelected);
    connect(session, &Session::measuredChanged, volcano, [this] { volcano->setMeasured(session->measured()); });
    connect(q, &ScreenPanel::outcomeChanged, this, [this] {
        pairs->setOutcome(outcome);
        volcano->setOutcome(outcome);
    });
}

void ScreenPanel::Private::connectViews()
{
    connectPlots();
    connect(quantity, &QComboBox::currentIndexChanged, q, [this] {
        query.column.clear();
        showHistogram();
        find();
    });
    connect(logarithmic, &QCheckBox::toggled, q, [this](bool on) { histogram->setLogarithmic(on); });
    connect(histogram, &HistogramPlot::brushed, q, [this](double low, double high) {
        query.column = histogramColumns.at(static_cast<std::size_t>(quantity->currentIndex()));
        query.low = low;
        query.high = high;
        find();
    });
    const auto clearBrush = [this] {
        query.column.clear();
        histogram->clearBrush();
        find();
    };
    connect(histogram, &HistogramPlot::brushCleared, q, clearBrush);
    connect(brushChip, &QToolButton::clicked, q, clearBrush);
    connect(geneChip, &QToolButton::clicked, q, [this] { setGene(-1); });
    connect(rankingView, &QTreeView::activated, q, [this](const QModelIndex &index) {
        const GeneIndex gene = ranking->geneAt(index.row());
        setGene(gene == query.gene ? -1 : gene);
    });
    connect(rankingView, &QTreeView::clicked, q,
            [this](const QModelIndex &index) { setGene(ranking->geneAt(index.row())); });
    connect(rankingView->selectionModel(), &QItemSelectionModel::currentRowChanged, q,
            [this](const QModelIndex &current) {
                if (const GeneIndex gene = ranking->geneAt(current.row()); gene >= 0) {
                    emit q->geneSelected(gene);
                }
            });
    typingPause.setSingleShot(true);
    typingPause.setInterval(300);
    connect(filter, &QLineEdit::textChanged, q, [this] { typingPause.start(); });
    connect(filter, &QLineEdit::returnPressed, q, [this] { applyFilter(); });
    connect(&typingPause, &QTimer::timeout, q, [this] { applyFilter(); });
    connect(table, &ScreenTable::sortRequested, q, [this](int column, Qt::SortOrder order) { sortBy(column, order); });
    connect(table, &ScreenTable::currentRowChanged, q,
            [this](int row) { emit q->genotypeSelected(model->at(row).genotype); });
    connect(table, &ScreenTable::activatedRow, q,
            [this](int row) { emit q->genotypeActivated(model->at(row).genotype); });
    connect(table, &ScreenTable::addRequested, q, &ScreenPanel::genotypesAdded);
    connect(&finder, &RowFinder::found, q,
            [this](const std::shared_ptr<const RowOrder> &order, const ScreenQuery &asked) { onFound(order, asked); });
    connect(&finder, &RowFinder::progressed, q, [this](quint64 done, quint64 total) {
        findingText = ScreenPanel::tr("Looking… %1 %").arg(total == 0 ? 0 : done * 100 / total);
        updateRows();
    });
    connect(&finder, &RowFinder::failed, q, [this](const std::vector<Issue> &issues) {
        updateRows();
        emit q->reported(ScreenPanel::tr("The rows were not found"), issues);
    });
    connect(exportButton, &QPushButton::clicked, q, [this] { chooseExport(); });
    connect(exportCancel, &QToolButton::clicked, &exporter, &ScreenExporter::cancel);
    connect(&exporter, &ScreenExporter::progressed, q, [this](quint64 done, quint64 total) {
        exportBar->setValue(total == 0 ? 0 : static_cast<int>(done * 1000 / total));
    });
    connect(&exporter, &ScreenExporter::ended, q,
            [this](JobEnd end, const QString &file, const std::vector<Issue> &issues) {
                updateStrip();
                exportButton->setEnabled(true);
                if (end != JobEnd::Cancelled) {
                    emit q->exported(end == JobEnd::Finished, file,
                                     issues.empty() ? QString() : QString::fromStdString(describe(issues.front())));
                }
            });
}

void ScreenPanel::Private::showOutcome(std::shared_ptr<const ScreenOutcome> shown)
{
    finder.cancel();
    const bool same = outcome == shown;
    outcome = std::move(shown);
    query = {};
    if (!outcome || (shownFiles && outcome->request.matrix != shownFiles->temporaryMatrix() &&
                     outcome->plan.whole == WholeResult::Temporary)) {
        // A temporary array goes with what showed it; what still has it mapped keeps its bytes.
        shownFiles.reset();
    }
    ranking->show(outcome);
    beside.reset();
    simulation.setCell(outcome ? outcome->cell : nullptr);
    {
        const QSignalBlocker quiet(withoutEssential);
        withoutEssential->setChecked(false);
    }
    if (!outcome) {
        model->clear();
        filter->clear();
        typingPause.stop();
        showHistogram();
        updateRows();
        updateHeader();
        emit q->outcomeChanged();
        return;
    }
    const bool hits = !outcome->plan.where.empty();
    rankingView->setColumnHidden(GeneRankingModel::Hits, !hits);
    // In the order of the screen: what it ranks by, its best end first.
    const bool descending = outcome->plan.descending;
    rankingView->sortByColumn(hits         ? GeneRankingModel::Hits
                              : descending ? GeneRankingModel::Highest
                                           : GeneRankingModel::Lowest,
                              hits || descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    showEvaluator();
    showRankedQuantity();
    // Combinations are all of one size.
    table->setColumnHidden(static_cast<int>(ResultsColumn::Count), outcome->plan.kind != ScreenKind::List);
    table->setColumnHidden(static_cast<int>(ResultsColumn::FitnessSd), !outcome->isEnsemble());
    table->setColumnHidden(static_cast<int>(ResultsColumn::InteractionSd), !outcome->isEnsemble());
    showHistogram();
    // The best rows at once; with the whole result, all rows follow when they are sorted.
    model->show(outcome->cell, outcome->kept, std::make_shared<const RowOrder>(outcome->kept->count(), false));
    table->scrollToTop();
    updateEssential();
    query.by = outcome->plan.by;
    query.descending = outcome->plan.descending;
    query.minSupport = outcome->result->state.top.minSupport();
    if (outcome->whole) {
        query.where = outcome->plan.where;
    }
    updateSupport();
    {
        const QSignalBlocker quiet(filter);
        filter->setText(QString::fromStdString(query.where));
    }
    filterMessage->showText({});
    showOrder();
    find();
    updateHeader();
    if (!same) {
        emit q->outcomeChanged();
    }
}

void ScreenPanel::Private::showEvaluator()
{
    const bool simulated = outcome->plan.simulated;
    model->setSimulatedAnswers(simulated);
    for (const ResultsColumn column : {ResultsColumn::Interaction, ResultsColumn::Support, ResultsColumn::InRange}) {
        table->setColumnHidden(static_cast<int>(column), simulated);
    }
    QHeaderView *const header = table->horizontalHeader();
    const int fitness = static_cast<int>(ResultsColumn::Fitness);
    header->resizeSection(fitness, std::max(header->sectionSize(fitness), header->sectionSizeHint(fitness)));
    rankingView->setColumnHidden(GeneRankingModel::Interaction, simulated);
    simulationPages->setVisible(!simulated);
    filter->setPlaceholderText(simulated ? ScreenPanel::tr("Filter, such as fitness < 0.5 && epistasis < -0.1")
                                         : ScreenPanel::tr("Filter, such as fitness < 0.5 && support > 20"));
    const auto *place = std::find(histogramColumns.begin(), histogramColumns.end(), std::string("interaction"));
    const auto row = static_cast<int>(place - histogramColumns.begin());
    qobject_cast<QStandardItemModel *>(quantity->model())->item(row)->setEnabled(!simulated);
    if (auto *list = qobject_cast<QListView *>(quantity->view())) {
        list->setRowHidden(row, simulated);
    }
}

/// Histogram and heat map begin with what the screen ranks by, as the table does.
void ScreenPanel::Private::showRankedQuantity()
{
    const std::string &by = outcome->plan.by;
    const auto *found = std::find(histogramColumns.begin(), histogramColumns.end(), by);
    const bool single = outcome->plan.kind == ScreenKind::Singles;
    const QSignalBlocker quiet(quantity);
    quantity->setCurrentText(found != histogramColumns.end() ? QString::fromStdString(by)
                             : single                        ? QStringLiteral("fitness")
                             : outcome->plan.simulated       ? QStringLiteral("epistasis")
                                                             : QStringLiteral("interaction"));
    pairs->map()->setQuantity(by == "fitness"                                ? PairQuantity::Fitness
                              : by == "epistasis" || outcome->plan.simulated ? PairQuantity::Epistasis
                                                                             : PairQuantity::Interaction);
}

void ScreenPanel::Private::showHistogram()
{
    std::vector<HistogramBin> bins;
    const auto column = static_cast<std::size_t>(quantity->currentIndex());
    if (outcome) {
        for (const AdaptiveHistogram::Bin &bin : outcome->result->state.histograms.at(column).bins()) {
            bins.push_back({bin.low, bin.high, bin.count, bin.hits});
        }
    }
    const QString name = outcome && outcome->plan.simulated
                             ? ScreenPanel::tr("%1 (simulated)").arg(quantity->currentText())
                             : quantity->currentText();
    histogram->setBins(std::move(bins), name, outcome && !outcome->plan.where.empty());
}

void ScreenPanel::Private::find()
{
    if (!outcome) {
        return;
    }
    query.among = beside ? sortedBeside() : nullptr;
    query.intervals = std::make_shared<const PredictionIntervals>(outcome->models);
    findingText = ScreenPanel::tr("Looking…");
    finder.find(outcome->rows(), query);
    updateRows();
}

void ScreenPanel::Private::onFound(const std::shared_ptr<const RowOrder> &order, const ScreenQuery &asked)
{
    if (!outcome || asked != query) {
        return;
    }
    model->show(outcome->cell, outcome->rows(), order);
    updateSimulation();
    table->clearSelection();
    table->setCurrentIndex({});
    table->scrollToTop();
    updateRows();
}

/// What is typed is checked at once; what is wrong leaves the table as it is.
void ScreenPanel::Private::applyFilter()
{
    typingPause.stop();
    const std::string text = filter->text().trimmed().toStdString();
    QString problem;
    try {
        if (!text.empty() && outcome) {
            const ScreenExpression parsed = ScreenExpression::parse(text, {});
            const PredictionIntervals intervals(outcome->models);
            if (parsed.needsEnsemble() && !outcome->isEnsemble()) {
                problem = ScreenPanel::tr("A spread needs several models");
            } else if (parsed.reads("interaction") && outcome->plan.simulated) {
                problem = ScreenPanel::tr("Simulated growth has no interaction score; use epistasis");
            } else if (parsed.needsIntervals() && !intervals.any()) {
                problem = QString::fromStdString(intervals.reason());
            }
        } else if (!text.empty()) {
            ScreenExpression::parse(text, {});
        }
    } catch (const InputError &error) {
        problem = QString::fromStdString(describe(error.issues().front()));
    }
    filterMessage->showText(problem);
    if (problem.isEmpty() && text != query.where) {
        query.where = text;
        find();
    }
}

void ScreenPanel::Private::setGene(GeneIndex gene)
{
    if (!outcome || gene == query.gene) {
        return;
    }
    query.gene = gene;
    find();
}

void ScreenPanel::Private::sortBy(int column, Qt::SortOrder order)
{
    const bool besidePrediction = column == ScreenTableModel::Simulated || column == ScreenTableModel::Agree;
    if (besidePrediction && simulation.empty()) {
        // Nothing to sort by: the order stays, and says so.
        showOrder();
        return;
    }
    beside.reset();
    query.byMarked.reset();
    if (besidePrediction) {
        beside = column;
        besideOrder = order;
        column = -1;
    } else if (column == ScreenTableModel::Essential) {
        query.byMarked = std::make_shared<const std::vector<char>>(essentialGenes(outcome->cell->genes));
        query.by.clear();
        query.descending = order == Qt::DescendingOrder;
        find();
        return;
    }
    query.by = column < 0 ? std::string() : ScreenTableModel::expressionOf(static_cast<ResultsColumn>(column));
    query.descending = column >= 0 && order == Qt::DescendingOrder;
    find();
}

/// The title of the column that the rows are sorted by has an arrow.
void ScreenPanel::Private::showOrder()
{
    if (beside || query.byMarked) {
        table->showSorted(beside ? *beside : static_cast<int>(ScreenTableModel::Essential), beside ? besideOrder
                                                                                            : query.descending
                                                                                                ? Qt::DescendingOrder
                                                                                                : Qt::AscendingOrder);
        return;
    }
    const ResultsColumn by = ScreenTableModel::columnOf(query.by);
    table->showSorted(by == ResultsColumn::Knockouts ? -1 : static_cast<int>(by),
                      query.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void ScreenPanel::Private::updateRows()
{
    brushChip->setVisible(!query.column.empty());
    if (!query.column.empty()) {
        const QString range = ScreenPanel::tr("%1 … %2").arg(formatValue(query.low), formatValue(query.high));
        brushChip->setText(QString::fromStdString(query.column) + QLatin1Char(' ') + range);
        const auto [all, hits] = histogram->brushedCounts();
        brushText->setText(
            trCount("ScreenPanel", "%1 genotype from %2", "%1 genotypes from %2", static_cast<qint64>(all)).arg(range));
    } else {
        brushText->setText(outcome ? ScreenPanel::tr("Drag over the bars to see only those genotypes") : QString());
    }
    geneChip->setVisible(query.gene >= 0 && outcome);
    if (query.gene >= 0 && outcome) {
        geneChip->setText(geneLabel(outcome->cell->genes, query.gene));
    }
    if (!outcome) {
        rowsText->clear();
    } else if (finder.busy()) {
        rowsText->setText(findingText);
    } else {
        const auto seen = static_cast<std::int64_t>(model->order() ? model->order()->size() : 0);
        const auto all = static_cast<std::int64_t>(outcome->rows()->count());
        rowsText->setText(seen == all
                              ? trCount("ScreenPanel", "%1 row", "%1 rows", all)
                              : trCount("ScreenPanel", "%2 of %1 row", "%2 of %1 rows", all).arg(formatCount(seen)));
    }
    exportButton->setEnabled(outcome && !exporter.running() && model->rowCount() > 0);
}

/// Where the rows come from, as they are shown.
Provenance ScreenPanel::Private::provenance() const
{
    Provenance about = provenanceOf("screen: rows as shown", "window", outcome->cell.get(), outcome->models);
    if (outcome->plan.simulated) {
        describeSimulation(about, outcome->plan.on);
    }
    about.filter = query.where;
    if (!query.column.empty()) {
        about.remarks.push_back(query.column + ": " + formatNumber(query.low) + " … " + formatNumber(query.high));
    }
    if (query.gene >= 0) {
        about.remarks.push_back(outcome->cell->genes[query.gene].id);
    }
    if (query.without) {
        about.remarks.push_back(ScreenPanel::tr("without genotypes that hold an essential gene").toStdString());
    }
    if (beside) {
        about.remarks.push_back(ScreenPanel::tr("only rows that were simulated").toStdString());
    }
    if (query.minSupport > 0) {
        about.remarks.push_back(trCount("ScreenPanel", "rows with a gene in fewer than %1 training genotype come last",
                                        "rows with a gene in fewer than %1 training genotypes come last",
                                        query.minSupport)
                                    .toStdString());
    }
    about.order = query.byMarked     ? orderBy("essential", query.descending)
                  : query.by.empty() ? orderBy(outcome->plan.by, outcome->plan.descending)
                                     : orderBy(query.by, query.descending);
    about.parametersJson =
        QJsonDocument(outcome->plan.parameters(outcome->cell->genes)).toJson(QJsonDocument::Compact).toStdString();
    return about;
}

void ScreenPanel::Private::chooseExport()
{
    QSettings settings;
    const QString folder = settings.value(QStringLiteral("folders/export"), QDir::homePath()).toString();
    QString file = QFileDialog::getSaveFileName(q, ScreenPanel::tr("Export the rows of the screen"),
                                                QDir(folder).filePath(ScreenPanel::tr("screen.csv")),
                                                QStringLiteral("CSV (*.csv);;TSV (*.tsv);;Excel (*.xlsx)"));
    if (file.isEmpty() || !model->order()) {
        return;
    }
    if (QFileInfo(file).suffix().isEmpty()) {
        file += QStringLiteral(".csv");
    }
    settings.setValue(QStringLiteral("folders/export"), QFileInfo(file).absolutePath());
    exportText->setText(ScreenPanel::tr("Writing %1").arg(QFileInfo(file).fileName()));
    exportBar->setValue(0);
    exportButton->setEnabled(false);
    exporter.start(file.toStdString(), outcome->cell, model->rows(), model->order(), outcome->isEnsemble(),
                   provenance(), simulation.known(), PredictionIntervals(outcome->models));
    updateStrip();
}

PictureSource ScreenPanel::picture() const
{
    const QWidget *shown = d->views->currentWidget();
    if (shown == d->pairs) {
        return d->pairs->map()->picture();
    }
    if (shown == d->volcano) {
        PictureSource source = d->volcano->plot()->picture();
        source.kind = QStringLiteral("volcano");
        return source;
    }
    return d->histogram->picture();
}

} // namespace knockscape::ui
