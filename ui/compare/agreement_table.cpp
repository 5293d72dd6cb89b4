#include "ui/compare/agreement_table.h"

#include "engine/core/text.h"
#include "engine/store/prediction_table.h"
#include "engine/training/metrics.h"
#include "engine/training/ranking_validation.h"
#include "ui/compare/agreement_words.h"
#include "ui/theme/number_format.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>

#include <cmath>

namespace knockscape::ui
{
namespace
{

/// FirstPlace and the two behind it: PrecisionPlaces.
enum Column {
    PredictorName,
    Pearson,
    Error,
    Spearman,
    Count,
    Slope,
    Inside,
    FirstPlace,
    Chance = FirstPlace + 3,
    ColumnCount
};

const std::vector<std::string> fileColumns = {
    "predictor",     "count", "pearson",   "pearson_low", "pearson_high", "spearman",     "spearman_low",
    "spearman_high", "mse",   "mse_low",   "mse_high",    "slope",        "intervals",    "coverage",
    "width",         "hits",  "hit_below", "chance",      "precision_25", "precision_50", "precision_100"};

QString hundredths(double value)
{
    return QLocale().toString(value, 'f', 2).replace(u'-', QChar(0x2212));
}

QString withInterval(double value, const std::pair<double, double> &interval, QString (*formatBound)(double))
{
    if (std::isnan(value)) {
        return QStringLiteral("–");
    }
    return std::isnan(interval.first)
               ? formatValue(value)
               : QStringLiteral("%1 [%2, %3]")
                     .arg(formatValue(value), formatBound(interval.first), formatBound(interval.second));
}

QString percent(double share, int decimals)
{
    return std::isnan(share) ? QStringLiteral("–")
                             : QLocale().toString(100.0 * share, 'f', decimals) + QStringLiteral("\u00a0%");
}

} // namespace

AgreementTable::AgreementTable(QWidget *parent) : QTableWidget(0, ColumnCount, parent)
{
    setObjectName(QStringLiteral("agreementTable"));
    setAccessibleName(tr("Agreement with the labels"));
    setHorizontalHeaderLabels({tr("Predictor"), tr("Pearson r [95 %]"), tr("MSE [95 %]"), tr("Spearman [95 %]"),
                               tr("n"), tr("Slope"), tr("In interval"), tr("Best 25"), tr("Best 50"), tr("Best 100"),
                               tr("Chance")});
    const QString best =
        tr("Precision: the share of hits among as many of its lowest interactions as the title says. A "
           "hit is a strong negative interaction: below −0.12 for pairs and −0.08 for larger sets, or, "
           "where labels have another scale, among the lowest 5 %. Compare it with chance.");
    const QString tips[ColumnCount] = {
        tr("The model and simple baselines on the same rows"),
        tr("Pearson correlation with its 95 % confidence interval; 1 is perfect order and scale"),
        tr("Mean squared error with its 95 % confidence interval; smaller is better"),
        tr("Spearman correlation, agreement of ranks, with its 95 % confidence interval"),
        tr("Number of rows that have both values"),
        tr("Calibration slope, of the regression of the labels on the predictions: 1 where differences between "
           "predictions are as large as between labels, less than 1 where they are exaggerated"),
        tr("Coverage: the share of labels that lie in the model's interval (90 % are meant), of rows that have one. "
           "Rows that calibrated the intervals are measured by what the others of them say."),
        best,
        best,
        best,
        tr("The share of hits among all of these rows: what a random choice finds")};
    for (int column = 0; column < ColumnCount; ++column) {
        horizontalHeaderItem(column)->setToolTip(tips[column]);
        horizontalHeaderItem(column)->setTextAlignment((column == PredictorName ? Qt::AlignLeft : Qt::AlignRight) |
                                                       Qt::AlignVCenter);
    }
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + gridUnit);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
}

void AgreementTable::show(const AgreementReport &report)
{
    report_ = report;
    setRowCount(0);
    for (const PredictorAgreement &entry : report_.predictors) {
        addRow(entry);
    }
}

void AgreementTable::addRow(const PredictorAgreement &entry)
{
    const int row = rowCount();
    insertRow(row);
    const auto set = [&](int column, const QString &text, const QString &tip) {
        auto *cell = new QTableWidgetItem(text);
        cell->setToolTip(tip);
        cell->setTextAlignment((column == PredictorName ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
        if (entry.name == "model") {
            QFont bold = font();
            bold.setBold(true);
            cell->setFont(bold);
        }
        setItem(row, column, cell);
    };
    const Agreement &found = entry.agreement;
    set(PredictorName, predictorTitle(entry.name), predictorMeaning(entry.name));
    set(Pearson, withInterval(found.pearson, entry.pearsonInterval, hundredths), formatExact(found.pearson));
    set(Error, withInterval(found.mse, entry.mseInterval, formatValue), formatExact(found.mse));
    set(Spearman, withInterval(found.spearman, entry.spearmanInterval, hundredths), formatExact(found.spearman));
    set(Count, formatCount(static_cast<std::int64_t>(found.count)), {});
    set(Slope, std::isnan(entry.slope) ? QStringLiteral("–") : hundredths(entry.slope),
        std::isnan(entry.slope) ? tr("It says the same of every row") : formatExact(entry.slope));
    const bool model = entry.name == "model";
    set(Inside, percent(model ? report_.coverage.share : Undefined, 1), model ? coverageTip(report_) : baselineTip());
    for (std::size_t i = 0; i < PrecisionPlaces.size(); ++i) {
        const double value = precisionAt(entry, PrecisionPlaces[i]);
        set(FirstPlace + static_cast<int>(i), percent(value, 0), precisionTip(report_, entry, PrecisionPlaces[i]));
    }
    const bool counted = report_.precision == PrecisionState::Counted;
    set(Chance, percent(counted ? report_.hits.chance() : Undefined, 1),
        counted ? hitsTip(report_.hits) : whyNotCounted(report_.precision));
}

std::vector<std::vector<std::string>> AgreementTable::figures() const
{
    const auto text = [](double value) { return std::isnan(value) ? std::string() : formatNumber(value); };
    const bool counted = report_.precision == PrecisionState::Counted;
    std::vector<std::vector<std::string>> rows;
    for (const PredictorAgreement &entry : report_.predictors) {
        std::vector<std::string> row{entry.name, std::to_string(entry.agreement.count)};
        for (const double value :
             {entry.agreement.pearson, entry.pearsonInterval.first, entry.pearsonInterval.second,
              entry.agreement.spearman, entry.spearmanInterval.first, entry.spearmanInterval.second,
              entry.agreement.mse, entry.mseInterval.first, entry.mseInterval.second, entry.slope}) {
            row.push_back(text(value));
        }
        const Coverage coverage = entry.name == "model" ? report_.coverage : Coverage();
        row.push_back(std::to_string(coverage.count));
        row.push_back(text(coverage.share));
        row.push_back(text(coverage.width));
        row.push_back(counted ? std::to_string(report_.hits.hits) : std::string());
        row.push_back(text(counted ? report_.hits.hitBelow : Undefined));
        row.push_back(text(counted ? report_.hits.chance() : Undefined));
        for (const int place : PrecisionPlaces) {
            row.push_back(text(precisionAt(entry, place)));
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

QString AgreementTable::asText() const
{
    std::string text;
    const auto addLine = [&](const std::vector<std::string> &values) {
        for (std::size_t i = 0; i < values.size(); ++i) {
            text += (i == 0 ? "" : "\t") + values[i];
        }
        text += '\n';
    };
    addLine(fileColumns);
    for (const std::vector<std::string> &row : figures()) {
        addLine(row);
    }
    return QString::fromStdString(text);
}

void AgreementTable::writeTo(const std::filesystem::path &path, const Provenance &about) const
{
    std::vector<bool> numeric(fileColumns.size(), true);
    numeric.front() = false;
    writeTextTable(path, fileColumns, figures(), numeric, about);
}

void AgreementTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        QGuiApplication::clipboard()->setText(asText());
        return;
    }
    QTableWidget::keyPressEvent(event);
}

} // namespace knockscape::ui
