#include "ui/results/results_columns.h"

#include "engine/core/column_worth.h"

#include <QCoreApplication>
#include <QHash>

#include <limits>

namespace knockscape::ui
{

namespace
{

struct Columns {
    Q_DECLARE_TR_FUNCTIONS(ResultsTable)
};

} // namespace

bool isOfModel(ResultsColumn column)
{
    return column == ResultsColumn::FitnessSd || column == ResultsColumn::Interaction ||
           column == ResultsColumn::InteractionSd || column == ResultsColumn::Support ||
           column == ResultsColumn::InRange || column == ResultsColumn::Simulated;
}

QString columnTitle(ResultsColumn column, bool simulated)
{
    if (simulated && column == ResultsColumn::Fitness) {
        return Columns::tr("Simulated fitness");
    }
    switch (column) {
    case ResultsColumn::Knockouts:
        return Columns::tr("Knockouts");
    case ResultsColumn::Count:
        return Columns::tr("n");
    case ResultsColumn::Fitness:
        return Columns::tr("Fitness");
    case ResultsColumn::FitnessSd:
        return Columns::tr("Spread of fitness");
    case ResultsColumn::Delta:
        return Columns::tr("Δ");
    case ResultsColumn::Expected:
        return Columns::tr("Expected");
    case ResultsColumn::Epistasis:
        return Columns::tr("Fitness − expected");
    case ResultsColumn::Interaction:
        return Columns::tr("Interaction");
    case ResultsColumn::InteractionSd:
        return Columns::tr("Spread of interaction");
    case ResultsColumn::Support:
        return Columns::tr("Support");
    case ResultsColumn::InRange:
        return Columns::tr("In range");
    case ResultsColumn::Simulated:
        return Columns::tr("Simulated");
    case ResultsColumn::Essential:
        return Columns::tr("Essential");
    case ResultsColumn::Status:
        break;
    }
    return Columns::tr("Status");
}

QString columnToolTip(ResultsColumn column, const std::vector<ModelSummary> &models)
{
    const char *quantity = column == ResultsColumn::Fitness || column == ResultsColumn::Delta ? "fitness"
                           : column == ResultsColumn::Interaction                             ? "interaction"
                           : column == ResultsColumn::Epistasis                               ? "epistasis"
                                                                                              : nullptr;
    const QString worth =
        quantity == nullptr ? QString() : QString::fromStdString(describeWorth(models, std::string(quantity)));
    return worth.isEmpty()
               ? columnToolTip(column)
               : columnToolTip(column) + QStringLiteral("\n\n") +
                     Columns::tr("Against measured values, by number of deletions:") + QLatin1Char('\n') + worth;
}

QString columnToolTip(ResultsColumn column, bool simulated)
{
    if (simulated) {
        switch (column) {
        case ResultsColumn::Fitness:
            return Columns::tr("Growth by flux balance analysis relative to the wild type on the same medium: 1 grows "
                               "like wild type, 0 does not grow");
        case ResultsColumn::Expected:
            return Columns::tr("Product of the simulated fitness of the single deletions, relative to wild type = 1");
        case ResultsColumn::Epistasis:
            return Columns::tr("Simulated fitness minus expected fitness (epistasis); negative is sicker than expected "
                               "(aggravating), positive healthier (alleviating)");
        case ResultsColumn::Status:
            return Columns::tr("“ok”, “infeasible” (not even maintenance can be met: growth is 0), or why the "
                               "simulation says nothing");
        default:
            break;
        }
    }
    switch (column) {
    case ResultsColumn::Knockouts:
        return Columns::tr("The deleted genes by standard name, in the order of their systematic names");
    case ResultsColumn::Count:
        return Columns::tr("Number of deleted genes");
    case ResultsColumn::Fitness:
        return Columns::tr("Predicted growth relative to wild type: 1 grows like wild type, 0 does not grow");
    case ResultsColumn::FitnessSd:
        return Columns::tr(
            "Spread of models: standard deviation of the fitness over the models of the ensemble. It says how "
            "far apart the models are, not how far off.");
    case ResultsColumn::Delta:
        return Columns::tr("Fitness minus wild type (= 1); negative grows more slowly");
    case ResultsColumn::Expected:
        return Columns::tr("Product of the predicted fitness of the single deletions, relative to wild type = 1");
    case ResultsColumn::Epistasis:
        return Columns::tr("Predicted fitness minus expected fitness (epistasis); negative is sicker than expected "
                           "(aggravating), positive healthier (alleviating). A difference of predictions: where models "
                           "learnt interactions, the interaction score is the one to believe.");
    case ResultsColumn::Interaction:
        return Columns::tr(
            "Score of the model's interaction head, in units of fitness; negative is sicker than expected, "
            "positive healthier. ε of a pair: what both deletions do beyond the product of each alone. "
            "τ of a triple: what three deletions do beyond their pairs. “–” for numbers of deletions whose "
            "interactions the model did not learn.");
    case ResultsColumn::InteractionSd:
        return Columns::tr(
            "Spread of models: standard deviation of the interaction over the models of the ensemble. It says "
            "how far apart the models are, not how far off.");
    case ResultsColumn::Support:
        return Columns::tr("Number of training genotypes that held the least trained of the deleted genes; with 0 the "
                           "prediction rests on networks alone");
    case ResultsColumn::InRange:
        return Columns::tr("Whether fitness and interaction lie within the range of the training labels");
    case ResultsColumn::Simulated:
        return Columns::tr("Growth relative to wild type by flux balance analysis, of the rows that were simulated");
    case ResultsColumn::Essential:
        return Columns::tr("The deleted genes that are essential: deleting one of them alone is not viable");
    case ResultsColumn::Status:
        break;
    }
    return Columns::tr("“ok”, or why there is no prediction");
}

double columnValue(const PredictionRow &row, ResultsColumn column)
{
    const Prediction &prediction = row.prediction;
    switch (column) {
    case ResultsColumn::Count:
        return static_cast<double>(row.genotype.size());
    case ResultsColumn::Fitness:
        return prediction.fitness;
    case ResultsColumn::FitnessSd:
        return prediction.fitnessSd;
    case ResultsColumn::Delta:
        return prediction.fitnessDelta();
    case ResultsColumn::Expected:
        return prediction.expectedFitness;
    case ResultsColumn::Epistasis:
        return prediction.epistasis();
    case ResultsColumn::Interaction:
        return prediction.interaction;
    case ResultsColumn::InteractionSd:
        return prediction.interactionSd;
    case ResultsColumn::Support:
        if (prediction.support >= 0)
            return static_cast<double>(prediction.support);
        break;
    case ResultsColumn::InRange:
        if (row.status == "ok")
            return prediction.inRange ? 1.0 : 0.0;
        break;
    case ResultsColumn::Knockouts:
    case ResultsColumn::Simulated:
    case ResultsColumn::Essential:
    case ResultsColumn::Status:
        break;
    }
    return std::numeric_limits<double>::quiet_NaN();
}

bool isNumeric(ResultsColumn column)
{
    return column != ResultsColumn::Knockouts && column != ResultsColumn::InRange &&
           column != ResultsColumn::Essential && column != ResultsColumn::Status;
}

bool isSigned(ResultsColumn column)
{
    return column == ResultsColumn::Delta || column == ResultsColumn::Epistasis || column == ResultsColumn::Interaction;
}

std::optional<ResultsColumn> columnFromName(const QString &name)
{
    static const QHash<QString, ResultsColumn> names{
        {QStringLiteral("n"), ResultsColumn::Count},
        {QStringLiteral("order"), ResultsColumn::Count},
        {QStringLiteral("fitness"), ResultsColumn::Fitness},
        {QStringLiteral("f"), ResultsColumn::Fitness},
        {QStringLiteral("fitnesssd"), ResultsColumn::FitnessSd},
        {QStringLiteral("delta"), ResultsColumn::Delta},
        {QStringLiteral("δ"), ResultsColumn::Delta},
        {QStringLiteral("fitnessdelta"), ResultsColumn::Delta},
        {QStringLiteral("expected"), ResultsColumn::Expected},
        {QStringLiteral("expectedfitness"), ResultsColumn::Expected},
        {QStringLiteral("epistasis"), ResultsColumn::Epistasis},
        {QStringLiteral("interaction"), ResultsColumn::Interaction},
        {QStringLiteral("ε"), ResultsColumn::Interaction},
        {QStringLiteral("τ"), ResultsColumn::Interaction},
        {QStringLiteral("interactionsd"), ResultsColumn::InteractionSd},
        {QStringLiteral("support"), ResultsColumn::Support},
        {QStringLiteral("inrange"), ResultsColumn::InRange},
        {QStringLiteral("essential"), ResultsColumn::Essential},
    };
    QString key = name.toLower();
    key.remove(QLatin1Char('_')).remove(QLatin1Char(' '));
    if (const auto found = names.constFind(key); found != names.constEnd())
        return *found;
    for (int column = 0; column < resultsColumnCount; ++column) {
        const auto candidate = static_cast<ResultsColumn>(column);
        const bool held = isNumeric(candidate) && candidate != ResultsColumn::Simulated;
        const bool usable = held || candidate == ResultsColumn::InRange || candidate == ResultsColumn::Essential;
        if (usable && columnTitle(candidate).toLower().remove(QLatin1Char(' ')) == key)
            return candidate;
    }
    return std::nullopt;
}

QString columnNames()
{
    return QStringLiteral("n, fitness, delta, expected, epistasis, interaction, support, in_range, essential");
}

} // namespace knockscape::ui
