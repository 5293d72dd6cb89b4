#include "ui/plan/plan_table_view.h"

#include <QHeaderView>
#include <QKeyEvent>

#include <QLocale>
#include <QSignalBlocker>

#include <algorithm>
#include <string>
#include <vector>

namespace knockscape::ui
{

namespace
{

/// Title and meaning of a column.
struct ColumnText {
    const char *name;
    QString title;
    QString meaning;
};

std::vector<ColumnText> columnTexts()
{
    return {
        {"rank", PlanTableView::tr("Rank"), PlanTableView::tr("Order in which to answer genotypes")},
        {"order", PlanTableView::tr("Order"), PlanTableView::tr("Order of use: singles before pairs before triples")},
        {"strain", PlanTableView::tr("Strain"), {}},
        {"knockouts", PlanTableView::tr("Systematic names"), {}},
        {"names", PlanTableView::tr("Genes"), {}},
        {"n", PlanTableView::tr("n"), PlanTableView::tr("Deleted genes")},
        {"state", PlanTableView::tr("State"),
         PlanTableView::tr("build: to be built and measured; freezer: there, to be measured; measured: its fitness is "
                           "known")},
        {"fitness", PlanTableView::tr("Fitness"), PlanTableView::tr("Relative to wild type (= 1)")},
        {"fitness_error", PlanTableView::tr("± Fitness"), PlanTableView::tr("Standard error of the fitness")},
        {"expected_fitness", PlanTableView::tr("Expected"), PlanTableView::tr("Product of the single fitnesses")},
        {"interaction", PlanTableView::tr("Interaction"),
         PlanTableView::tr("Predicted ε of pairs, τ of triples; negative: sicker than expected")},
        {"interaction_low", PlanTableView::tr("Low"), PlanTableView::tr("Lower end of the 90 % interval")},
        {"interaction_high", PlanTableView::tr("High"), PlanTableView::tr("Upper end of the 90 % interval")},
        {"hit_probability", PlanTableView::tr("P(hit)"),
         PlanTableView::tr("Probability that the measured interaction is beyond the threshold")},
        {"deviation", PlanTableView::tr("Deviation"),
         PlanTableView::tr("Standard deviation of the measured value around the predicted one")},
        {"information", PlanTableView::tr("Information"),
         PlanTableView::tr("What measuring it tells beyond the genotypes before it, in nats")},
        {"disagreement", PlanTableView::tr("Disagreement"),
         PlanTableView::tr("Standard deviation over the models of the ensemble")},
        {"support", PlanTableView::tr("Support"),
         PlanTableView::tr("Training genotypes that held the least trained gene")},
        {"strains_to_build", PlanTableView::tr("To build"), PlanTableView::tr("Strains it needs that are not there")},
        {"answered_after", PlanTableView::tr("After"),
         PlanTableView::tr("Order of the strain with which it can be answered")},
        {"genotypes", PlanTableView::tr("Needed by"), PlanTableView::tr("Genotypes that need it, by rank")},
        {"answers", PlanTableView::tr("Answers"), PlanTableView::tr("Genotypes that it completes, by rank")},
        {"planned", PlanTableView::tr("Planned"), {}},
        {"predicted", PlanTableView::tr("Predicted"), PlanTableView::tr("Predicted interaction")},
        {"measured", PlanTableView::tr("Measured"), PlanTableView::tr("Measured interaction")},
        {"measured_error", PlanTableView::tr("±"), PlanTableView::tr("Standard error of the measured interaction")},
        {"p_value", PlanTableView::tr("p"),
         PlanTableView::tr("Probability of as large an interaction by the error alone")},
        {"inside", PlanTableView::tr("Inside"), PlanTableView::tr("1: the measured value lies in the 90 % interval")},
        {"hit", PlanTableView::tr("Hit"), PlanTableView::tr("1: beyond the threshold")},
    };
}

constexpr int SourceRowRole = Qt::UserRole;

/// Sorts numbers by value, whatever is shown.
class NumberItem : public QTableWidgetItem
{
public:
    using QTableWidgetItem::QTableWidgetItem;
    bool operator<(const QTableWidgetItem &other) const override
    {
        return data(Qt::UserRole + 1).toDouble() < other.data(Qt::UserRole + 1).toDouble();
    }
};

} // namespace

PlanTableView::PlanTableView(QWidget *parent) : QTableWidget(parent)
{
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    connect(this, &QTableWidget::currentCellChanged, this, [this](int row, int, int before) {
        if (row >= 0 && row != before) {
            emit rowSelected(sourceRow(row));
        }
    });
    connect(this, &QTableWidget::cellDoubleClicked, this, [this](int row) { emit rowActivated(sourceRow(row)); });
}

void PlanTableView::setTable(const PlanTable &table)
{
    const QSignalBlocker quiet(this);
    setSortingEnabled(false);
    clear();
    setColumnCount(static_cast<int>(table.columns.size()));
    setRowCount(static_cast<int>(table.rows.size()));
    const std::vector<ColumnText> texts = columnTexts();
    for (int column = 0; column < columnCount(); ++column) {
        const std::string &name = table.columns[static_cast<std::size_t>(column)];
        const auto found =
            std::find_if(texts.begin(), texts.end(), [&name](const ColumnText &text) { return name == text.name; });
        auto *header = new QTableWidgetItem(found == texts.end() ? QString::fromStdString(name) : found->title);
        header->setToolTip(found == texts.end() ? QString() : found->meaning);
        setHorizontalHeaderItem(column, header);
    }
    for (int row = 0; row < rowCount(); ++row) {
        for (int column = 0; column < columnCount(); ++column) {
            const auto place = static_cast<std::size_t>(column);
            const QString text = QString::fromStdString(table.rows[static_cast<std::size_t>(row)][place]);
            bool isNumber = false;
            const double value = QLocale::c().toDouble(text, &isNumber);
            auto *item = table.numeric[place] ? new NumberItem(isNumber ? locale().toString(value, 'g', 3) : text)
                                              : new QTableWidgetItem(text);
            if (table.numeric[place]) {
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
                item->setData(Qt::UserRole + 1, isNumber ? value : 1e300);
            }
            item->setToolTip(text);
            item->setData(SourceRowRole, row);
            setItem(row, column, item);
        }
    }
    setSortingEnabled(true);
    sortByColumn(-1, Qt::AscendingOrder);
    resizeColumnsToContents();
}

int PlanTableView::sourceRow(int row) const
{
    const QTableWidgetItem *cell = item(row, 0);
    return cell == nullptr ? -1 : cell->data(SourceRowRole).toInt();
}

int PlanTableView::currentSourceRow() const
{
    return sourceRow(currentRow());
}

void PlanTableView::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentRow() >= 0) {
        emit rowActivated(currentSourceRow());
        return;
    }
    QTableWidget::keyPressEvent(event);
}

} // namespace knockscape::ui
