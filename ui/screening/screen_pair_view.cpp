#include "ui/screening/screen_pair_view.h"

#include "ui/plots/pair_heat_map.h"
#include "ui/screening/screen_pairs.h"
#include "ui/theme/counted_text.h"
#include "ui/theme/number_format.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <utility>

namespace knockscape::ui
{

ScreenPairView::ScreenPairView(QWidget *parent) : QWidget(parent)
{
    bar_ = new QWidget(this);
    auto *row = new QHBoxLayout(bar_);
    row->setContentsMargins(gridUnit, gridUnit / 2, gridUnit, 0);
    row->setSpacing(gridUnit);
    auto *label = new QLabel(tr("Genes"), bar_);
    choice_ = new QComboBox(bar_);
    choice_->setObjectName(QStringLiteral("screenMapGenes"));
    choice_->addItem(QString(), static_cast<int>(Genes::Panel));
    choice_->addItem(tr("of the best rows"), static_cast<int>(Genes::BestRows));
    choice_->addItem(tr("of the first rows in the table"), static_cast<int>(Genes::ShownRows));
    choice_->addItem(tr("of the selected rows"), static_cast<int>(Genes::SelectedRows));
    label->setBuddy(choice_);
    note_ = new QLabel(bar_);
    note_->setObjectName(QStringLiteral("screenMapNote"));
    note_->setForegroundRole(QPalette::PlaceholderText);
    note_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(label);
    row->addWidget(choice_);
    row->addWidget(note_, 1);
    map_ = new PairHeatMap(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar_);
    column->addWidget(map_, 1);
    setFocusProxy(map_);
    // Also where it is chosen again: rows may have been filtered or selected since.
    connect(choice_, &QComboBox::activated, this, [this] { refresh(); });
    connect(map_, &PairHeatMap::genotypeActivated, this, &ScreenPairView::open);
    map_->setProvenance([this] {
        Provenance about =
            outcome_ ? provenanceOf("pairs", "window", outcome_->cell.get(), outcome_->models) : Provenance{};
        if (outcome_ && outcome_->plan.simulated) {
            describeSimulation(about, outcome_->plan.on);
        }
        return about;
    });
    setOutcome(nullptr);
}

ScreenPairView::~ScreenPairView() = default;

void ScreenPairView::setRows(std::function<std::vector<Genotype>()> shown,
                             std::function<std::vector<Genotype>()> selected)
{
    shownRows_ = std::move(shown);
    selectedRows_ = std::move(selected);
}

ScreenPairView::Genes ScreenPairView::genes() const
{
    return static_cast<Genes>(choice_->currentData().toInt());
}

void ScreenPairView::setAvailable(Genes genes, bool available)
{
    auto *model = qobject_cast<QStandardItemModel *>(choice_->model());
    model->item(choice_->findData(static_cast<int>(genes)))->setEnabled(available);
}

void ScreenPairView::setOutcome(std::shared_ptr<const ScreenOutcome> outcome)
{
    job_.cancel();
    outcome_ = std::move(outcome);
    outdated_ = true;
    offerGenes();
    if (isVisible()) {
        refresh();
    }
}

void ScreenPairView::offerGenes()
{
    const bool pairs = outcome_ && hasPairs(*outcome_);
    bar_->setVisible(pairs);
    if (!pairs) {
        return;
    }
    const std::size_t panel = outcome_->request.source->combinations()->panel().size();
    const bool fits = panel <= PairHeatMap::kMostGenes;
    choice_->setItemText(0, tr("all %1 of the screen").arg(formatCount(static_cast<std::int64_t>(panel))));
    setAvailable(Genes::Panel, fits);
    choice_->setCurrentIndex(choice_->findData(static_cast<int>(fits ? Genes::Panel : Genes::BestRows)));
}

std::vector<GeneIndex> ScreenPairView::chosenGenes() const
{
    switch (genes()) {
    case Genes::Panel:
        return outcome_->request.source->combinations()->panel();
    case Genes::ShownRows:
        return genesOf(shownRows_ ? shownRows_() : std::vector<Genotype>(), mostGenesOfRows);
    case Genes::SelectedRows:
        return genesOf(selectedRows_ ? selectedRows_() : std::vector<Genotype>(), mostGenesOfRows);
    case Genes::BestRows:
        break;
    }
    std::vector<Genotype> best;
    for (const ScreenRow &row : outcome_->kept->rows()) {
        best.push_back(outcome_->request.source->genotype(row.index));
    }
    return genesOf(best, mostGenesOfRows);
}

void ScreenPairView::showNothing(const QString &reason)
{
    job_.cancel();
    note_->clear();
    map_->setEmptyText(reason);
    map_->setMatrix(nullptr);
}

void ScreenPairView::refresh()
{
    outdated_ = false;
    if (!outcome_) {
        showNothing(tr("No pairs to show yet.\nScreen all pairs of a list of genes."));
        return;
    }
    if (!hasPairs(*outcome_)) {
        showNothing(outcome_->plan.kind != ScreenKind::Pairs
                        ? tr("A heat map shows all pairs of a list of genes.\nScreen pairs to see one.")
                        : tr("Of this screen only the best rows were kept.\nKeep every row to see all pairs."));
        return;
    }
    std::vector<GeneIndex> chosen = chosenGenes();
    if (chosen.size() < 2) {
        showNothing(genes() == Genes::SelectedRows ? tr("Select rows in the table, then choose their genes again.")
                                                   : tr("There are no rows to take genes from."));
        return;
    }
    const std::size_t panel = outcome_->request.source->combinations()->panel().size();
    note_->setText(genes() == Genes::Panel
                       ? QString()
                       : (panel > PairHeatMap::kMostGenes
                              ? tr("%1 of %2 genes; a map shows up to %3 at once")
                                    .arg(formatCount(static_cast<std::int64_t>(chosen.size())),
                                         formatCount(static_cast<std::int64_t>(panel)),
                                         formatCount(static_cast<std::int64_t>(PairHeatMap::kMostGenes)))
                              : trCount("ScreenPairView", "%2 of %1 gene", "%2 of %1 genes", static_cast<qint64>(panel))
                                    .arg(formatCount(static_cast<std::int64_t>(chosen.size())))));
    if (outcome_->plan.simulated) {
        note_->setText(note_->text().isEmpty() ? tr("simulated") : tr("%1, simulated").arg(note_->text()));
    }
    map_->setEmptyText(tr("Reading the pairs…"));
    map_->setMatrix(nullptr);
    job_.start(
        this,
        [outcome = outcome_, chosen](const JobControl &control) { return readPairs(*outcome, chosen, control.cancel); },
        [this, chosen](std::shared_ptr<const PairMatrix> matrix) {
            genes_ = chosen;
            map_->setMatrix(std::move(matrix));
        },
        [this](const std::vector<Issue> &issues) {
            showNothing(QString::fromStdString(issues.empty() ? std::string() : describe(issues.front())));
        });
}

void ScreenPairView::open(int geneA, int geneB)
{
    emit genotypeActivated(
        Genotype{genes_.at(static_cast<std::size_t>(geneA)), genes_.at(static_cast<std::size_t>(geneB))});
}

void ScreenPairView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (outdated_) {
        refresh();
    }
}

} // namespace knockscape::ui
