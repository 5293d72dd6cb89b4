#include "ui/training/training_text.h"

#include "ui/theme/counted_text.h"
#include "ui/theme/number_format.h"

#include <QCoreApplication>
#include <QStringList>

#include <cmath>
#include <set>

namespace knockscape::ui
{
namespace
{

QString text(const char *source)
{
    return QCoreApplication::translate("Training", source);
}

QString rangeText(const char *name, std::int64_t rows, const LabelRange &range)
{
    return rows == 0 ? text("%1: none").arg(text(name))
                     : trCount("Training", "%2: %1 row, %3 to %4", "%2: %1 rows, %3 to %4", rows)
                           .arg(text(name), formatValue(range.low), formatValue(range.high));
}

/// "1 double", "12 triples".
QString countedOrder(int order, std::int64_t rows)
{
    switch (order) {
    case 0:
        return trCount("Training", "%1 wild type", "%1 wild types", rows);
    case 1:
        return trCount("Training", "%1 single", "%1 singles", rows);
    case 2:
        return trCount("Training", "%1 double", "%1 doubles", rows);
    case 3:
        return trCount("Training", "%1 triple", "%1 triples", rows);
    default:
        return text("%1 of %2").arg(formatCount(rows), orderName(order));
    }
}

/// "r" of one predictor for a phenotype and group, or a dash.
QString cell(const std::map<std::string, double> &metrics, const std::string &name, bool bold)
{
    const auto found = metrics.find(name);
    const QString value =
        found == metrics.end() || std::isnan(found->second) ? QStringLiteral("–") : formatValue(found->second);
    return QStringLiteral("<td align='right'>&nbsp;&nbsp;%1</td>")
        .arg(bold ? QStringLiteral("<b>%1</b>").arg(value) : value);
}

/// The groups that the metrics hold of a phenotype, as suffixes: "", "_order2", …
std::vector<std::string> groupsOf(const std::map<std::string, double> &metrics, const std::string &phenotype)
{
    std::vector<std::string> groups;
    const std::string prefix = phenotype + "_pearson";
    for (const auto &[name, value] : metrics) {
        const bool whole = name == prefix;
        if (whole || name.starts_with(prefix + "_order")) {
            groups.push_back(name.substr(prefix.size()));
        }
    }
    return groups;
}

QString groupName(const std::string &suffix)
{
    return suffix.empty() ? text("all") : orderName(std::atoi(suffix.c_str() + std::string("_order").size()));
}

} // namespace

QString orderName(int order)
{
    switch (order) {
    case 0:
        return text("wild type");
    case 1:
        return text("singles");
    case 2:
        return text("doubles");
    case 3:
        return text("triples");
    default:
        return text("%1 genes").arg(order);
    }
}

QString labelsText(const LabelCounts &counts)
{
    QStringList orders;
    for (const auto &[order, rows] : counts.rowsPerOrder) {
        orders << countedOrder(order, rows);
    }
    QStringList lines{text("%1 of %2 over %3")
                          .arg(trCount("Training", "%1 row", "%1 rows", counts.rows),
                               trCount("Training", "%1 genotype", "%1 genotypes", counts.genotypes),
                               trCount("Training", "%1 gene", "%1 genes", counts.genes)),
                      orders.join(QStringLiteral(", "))};
    const bool named = counts.rowsPerSource.size() > 1 || !counts.rowsPerSource.begin()->first.empty();
    if (named) {
        QStringList sources;
        for (const auto &[source, rows] : counts.rowsPerSource) {
            sources << text("%1: %2").arg(source.empty() ? text("no source named") : QString::fromStdString(source),
                                          formatCount(rows));
        }
        lines << sources.join(QStringLiteral(", "));
    }
    lines << rangeText("Fitness", counts.fitnessRows, counts.fitnessRange)
          << rangeText("Interaction", counts.interactionRows, counts.interactionRange);
    if (counts.splitRows > 0) {
        lines << trCount("Training", "%1 row names its split itself; it is kept",
                         "%1 rows name their split themselves; it is kept", counts.splitRows);
    }
    for (QString &line : lines) {
        line = line.toHtmlEscaped();
    }
    return lines.join(QStringLiteral("<br>"));
}

QString metricsText(const std::map<std::string, double> &metrics)
{
    const std::pair<const char *, const char *> predictors[] = {
        {"", "model"}, {"multiplicative_", "multiplicative"}, {"additive_", "additive"}, {"low_rank_", "low rank"}};
    const auto has = [&](const std::string &prefix) {
        return metrics.contains(prefix + "fitness_pearson") || metrics.contains(prefix + "interaction_pearson");
    };
    QString head = QStringLiteral("<td></td>");
    for (const auto &[prefix, name] : predictors) {
        if (has(prefix)) {
            head += QStringLiteral("<td align='right'>&nbsp;&nbsp;%1</td>").arg(text(name).toHtmlEscaped());
        }
    }
    QString rows;
    for (const std::string phenotype : {"fitness", "interaction"}) {
        for (const std::string &group : groupsOf(metrics, phenotype)) {
            rows += QStringLiteral("<tr><td>%1, %2</td>")
                        .arg(text(phenotype.c_str()).toHtmlEscaped(), groupName(group).toHtmlEscaped());
            for (const auto &[prefix, name] : predictors) {
                if (has(prefix)) {
                    rows += cell(metrics, prefix + phenotype + "_pearson" + group, *prefix == '\0');
                }
            }
            rows += QStringLiteral("</tr>");
        }
    }
    return rows.isEmpty() ? text("Nothing was held out, so nothing can be said about new genotypes.").toHtmlEscaped()
                          : QStringLiteral("<table><tr>%1</tr>%2</table>").arg(head, rows);
}

} // namespace knockscape::ui
