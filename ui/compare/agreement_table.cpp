#include "ui/compare/agreement_table.h"

#include "engine/core/text.h"
#include "engine/store/prediction_table.h"
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

enum Column { PredictorName, Pearson, Error, Spearman, Count, ColumnCount };

const std::vector<std::string> fileColumns = {"predictor",    "count",    "pearson",      "pearson_low",
                                              "pearson_high", "spearman", "spearman_low", "spearman_high",
                                              "mse",          "mse_low",  "mse_high"};

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

} // namespace

QString predictorTitle(const std::string &name)
{
    if (name == "model") {
        return AgreementTable::tr("Model");
    }
    if (name == "mean") {
        return AgreementTable::tr("Mean");
    }
    if (name == "multiplicative") {
        return AgreementTable::tr("Multiplicative");
    }
    if (name == "additive") {
        return AgreementTable::tr("Additive");
    }
    if (name == "low_rank") {
        return AgreementTable::tr("Low rank");
    }
    return QString::fromStdString(name);
}

QString predictorMeaning(const std::string &name)
{
    if (name == "model") {
        return AgreementTable::tr("The open model, or the mean of the ensemble");
    }
    if (name == "mean") {
        return AgreementTable::tr("The same value for every genotype: the mean of the labels");
    }
    if (name == "multiplicative") {
        return AgreementTable::tr("The product of the fitness of the single deletions; says that nothing interacts");
    }
    if (name == "additive") {
        return AgreementTable::tr("Ridge regression: one effect per gene, added up");
    }
    if (name == "low_rank") {
        return AgreementTable::tr("Low-rank factorisation of the labels: a few numbers per gene");
    }
    return {};
}

AgreementTable::AgreementTable(QWidget *parent) : QTableWidget(0, ColumnCount, parent)
{
    setObjectName(QStringLiteral("agreementTable"));
    setAccessibleName(tr("Agreement with the labels"));
    setHorizontalHeaderLabels(
        {tr("Predictor"), tr("Pearson r [95 %]"), tr("MSE [95 %]"), tr("Spearman [95 %]"), tr("n")});
    const QString tips[ColumnCount] = {
        tr("The model and simple baselines on the same rows"),
        tr("Pearson correlation with its 95 % confidence interval; 1 is perfect order and scale"),
        tr("Mean squared error with its 95 % confidence interval; smaller is better"),
        tr("Spearman correlation, agreement of ranks, with its 95 % confidence interval"),
        tr("Number of rows that have both values")};
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

void AgreementTable::show(const std::vector<PredictorAgreement> &agreements)
{
    agreements_ = agreements;
    setRowCount(0);
    for (const PredictorAgreement &entry : agreements_) {
        addRow(entry);
    }
}

void AgreementTable::addRow(const PredictorAgreement &entry)
{
    const int row = rowCount();
    insertRow(row);
    const QString texts[ColumnCount] = {predictorTitle(entry.name),
                                        withInterval(entry.agreement.pearson, entry.pearsonInterval, hundredths),
                                        withInterval(entry.agreement.mse, entry.mseInterval, formatValue),
                                        withInterval(entry.agreement.spearman, entry.spearmanInterval, hundredths),
                                        formatCount(static_cast<std::int64_t>(entry.agreement.count))};
    const QString tips[ColumnCount] = {predictorMeaning(entry.name),
                                       formatExact(entry.agreement.pearson),
                                       formatExact(entry.agreement.mse),
                                       formatExact(entry.agreement.spearman),
                                       {}};
    for (int column = 0; column < ColumnCount; ++column) {
        auto *cell = new QTableWidgetItem(texts[column]);
        cell->setToolTip(tips[column]);
        cell->setTextAlignment((column == PredictorName ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
        if (entry.name == "model") {
            QFont bold = font();
            bold.setBold(true);
            cell->setFont(bold);
        }
        setItem(row, column, cell);
    }
}

std::vector<std::vector<std::string>> AgreementTable::figures() const
{
    std::vector<std::vector<std::string>> rows;
    for (const PredictorAgreement &entry : agreements_) {
        std::vector<std::string> row{entry.name, std::to_string(entry.agreement.count)};
        for (const double value :
             {entry.agreement.pearson, entry.pearsonInterval.first, entry.pearsonInterval.second,
              entry.agreement.spearman, entry.spearmanInterval.first, entry.spearmanInterval.second,
              entry.agreement.mse, entry.mseInterval.first, entry.mseInterval.second}) {
            row.push_back(std::isnan(value) ? std::string() : formatNumber(value));
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
