#include "ui/screening/screen_plan.h"

#include "engine/cell/essentiality.h"
#include "engine/core/issue.h"
#include "engine/core/text.h"
#include "engine/inference/screen_rows.h"
#include "ui/theme/counted_text.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <array>
#include <map>

namespace knockscape::ui
{
namespace
{

struct Plan {
    Q_DECLARE_TR_FUNCTIONS(ScreenPlan)
};

constexpr std::array<const char *, 5> kindTexts{"singles", "against", "pairs", "combos", "list"};

QString deletion(const GeneCatalogue &genes, GeneIndex gene)
{
    return QString::fromStdString(genes[gene].label()).toLower() + QStringLiteral("Δ");
}

QString deletions(const GeneCatalogue &genes, const Genotype &genotype)
{
    QStringList names;
    for (const GeneIndex gene : genotype.genes()) {
        names << deletion(genes, gene);
    }
    return names.join(QLatin1Char(' '));
}

template <typename Genes>
QJsonArray idsOf(const Genes &members, const GeneCatalogue &genes)
{
    QJsonArray ids;
    for (const GeneIndex gene : members) {
        ids.append(QString::fromStdString(genes[gene].id));
    }
    return ids;
}

std::vector<GeneIndex> genesOf(const QJsonValue &ids, const GeneCatalogue &genes)
{
    std::vector<GeneIndex> found;
    for (const QJsonValue id : ids.toArray()) {
        found.push_back(genes.findId(id.toString().toStdString()));
        if (found.back() < 0) {
            throw InputError(errorAt(id.toString().toStdString(),
                                     Plan::tr("The open cell has no such gene").toStdString(),
                                     Plan::tr("Open the cell that the screen was begun with").toStdString()));
        }
    }
    return found;
}

} // namespace

QString toText(ScreenKind kind)
{
    return QString::fromLatin1(kindTexts.at(static_cast<std::size_t>(kind)));
}

std::shared_ptr<const GenotypeSource> ScreenPlan::source() const
{
    if (kind == ScreenKind::List) {
        if (genotypes.empty()) {
            throw InputError(errorAt({}, Plan::tr("There is no genotype to screen").toStdString(),
                                     Plan::tr("Choose a file with one genotype a line").toStdString()));
        }
        return std::make_shared<GenotypeList>(genotypes);
    }
    if (panel.empty()) {
        throw InputError(errorAt({}, Plan::tr("There is no gene to screen").toStdString(),
                                 Plan::tr("Choose other genes").toStdString()));
    }
    if (kind == ScreenKind::Against && fixed.empty()) {
        throw InputError(errorAt({}, Plan::tr("The knockout set is empty").toStdString(),
                                 Plan::tr("Tick the genes that are deleted in every genotype").toStdString()));
    }
    const int size = kind == ScreenKind::Pairs ? 2 : kind == ScreenKind::Combinations ? order : 1;
    const auto with = kind == ScreenKind::Against ? fixed.genes() : std::span<const GeneIndex>();
    return std::make_shared<knockscape::Combinations>(panel, size, std::vector<GeneIndex>(with.begin(), with.end()));
}

RankingChoice ScreenPlan::ranking(const std::vector<ModelSummary> &models) const
{
    return chooseRanking(answering(models), *source(), by);
}

const std::vector<ModelSummary> &ScreenPlan::answering(const std::vector<ModelSummary> &open) const
{
    static const std::vector<ModelSummary> none;
    return simulated ? none : open;
}

ScreenRequest ScreenPlan::request(const std::vector<ModelSummary> &models) const
{
    ScreenRequest request;
    request.source = source();
    request.range = {0, request.source->count()};
    request.top = top;
    request.by = by.empty() ? chooseRanking(answering(models), *request.source).by : by;
    request.descending = descending;
    request.minSupport = minSupport;
    request.where = where;
    request.wantsGeneSummaries = true;
    request.matrixColumns = MatrixRows::columns(*request.source, answering(models).size());
    return request;
}

std::size_t ScreenPlan::leaveOutEssential(const GeneCatalogue &genes)
{
    const std::size_t count = kind == ScreenKind::List ? knockscape::leaveOutEssential(genes, genotypes)
                                                       : knockscape::leaveOutEssential(genes, panel);
    withoutEssential = count > 0;
    return count;
}

QString ScreenPlan::title(const GeneCatalogue &genes) const
{
    const auto count = static_cast<qint64>(panel.size());
    QString title;
    switch (kind) {
    case ScreenKind::Singles:
        title = trCount("ScreenPlan", "The single deletion of %1 gene", "All single deletions of %1 genes", count);
        break;
    case ScreenKind::Against:
        title =
            trCount("ScreenPlan", "%2 with %1 gene", "%2 with each of %1 genes", count).arg(deletions(genes, fixed));
        break;
    case ScreenKind::Pairs:
        title = trCount("ScreenPlan", "All pairs of %1 gene", "All pairs of %1 genes", count);
        break;
    case ScreenKind::Combinations:
        title = trCount("ScreenPlan", "All combinations of %2 of %1 gene", "All combinations of %2 of %1 genes", count)
                    .arg(order);
        break;
    case ScreenKind::List:
        title = trCount("ScreenPlan", "%1 genotype of a list", "%1 genotypes of a list",
                        static_cast<qint64>(genotypes.size()));
        break;
    }
    if (withoutEssential) {
        title = Plan::tr("%1 without essential genes").arg(title);
    }
    if (simulated) {
        title = Plan::tr("%1, simulated (medium: %2)").arg(title, QString::fromStdString(on.medium));
    }
    return where.empty() ? title : Plan::tr("%1 where %2").arg(title, QString::fromStdString(where));
}

QJsonObject ScreenPlan::parameters(const GeneCatalogue &genes) const
{
    QJsonObject json{{QStringLiteral("kind"), toText(kind)},
                     {QStringLiteral("title"), title(genes)},
                     {QStringLiteral("genotypes"), static_cast<qint64>(source()->count())},
                     {QStringLiteral("top"), static_cast<qint64>(top)},
                     {QStringLiteral("by"), QString::fromStdString(by)},
                     {QStringLiteral("descending"), descending},
                     {QStringLiteral("min_support"), static_cast<qint64>(minSupport)},
                     {QStringLiteral("without_essential"), withoutEssential},
                     {QStringLiteral("where"), QString::fromStdString(where)}};
    if (kind != ScreenKind::List) {
        json.insert(QStringLiteral("genes"), panelName);
    }
    if (kind == ScreenKind::Against) {
        json.insert(QStringLiteral("with"), QString::fromStdString(genes.ids(fixed, " ")));
    }
    if (kind == ScreenKind::Combinations) {
        json.insert(QStringLiteral("order"), order);
    }
    if (whole == WholeResult::File) {
        json.insert(QStringLiteral("matrix"), QString::fromStdString(matrix.string()));
    }
    if (simulated) {
        addSimulation(json, on);
    }
    return json;
}

QJsonObject toJson(const ScreenPlan &plan, const GeneCatalogue &genes)
{
    QJsonObject json{{QStringLiteral("kind"), toText(plan.kind)},
                     {QStringLiteral("panel_name"), plan.panelName},
                     {QStringLiteral("with"), idsOf(plan.fixed.genes(), genes)},
                     {QStringLiteral("order"), plan.order},
                     {QStringLiteral("top"), static_cast<qint64>(plan.top)},
                     {QStringLiteral("by"), QString::fromStdString(plan.by)},
                     {QStringLiteral("descending"), plan.descending},
                     {QStringLiteral("min_support"), static_cast<qint64>(plan.minSupport)},
                     {QStringLiteral("where"), QString::fromStdString(plan.where)},
                     {QStringLiteral("without_essential"), plan.withoutEssential},
                     {QStringLiteral("whole"), static_cast<int>(plan.whole)},
                     {QStringLiteral("matrix"), QString::fromStdString(plan.matrix.string())},
                     {QStringLiteral("simulated"), plan.simulated},
                     {QStringLiteral("medium"), QString::fromStdString(plan.on.medium)},
                     {QStringLiteral("simulated_on"), QString::fromStdString(plan.on.json)}};
    if (plan.kind == ScreenKind::List) {
        QJsonArray list;
        for (const Genotype &genotype : plan.genotypes) {
            list.append(QString::fromStdString(genes.ids(genotype)));
        }
        json.insert(QStringLiteral("genotypes"), list);
    } else {
        json.insert(QStringLiteral("panel"), idsOf(plan.panel, genes));
    }
    return json;
}

ScreenPlan planFromJson(const QJsonObject &json, const GeneCatalogue &genes)
{
    ScreenPlan plan;
    const QString kind = json.value(QStringLiteral("kind")).toString();
    std::size_t place = 0;
    while (place < kindTexts.size() && kind != QLatin1String(kindTexts.at(place))) {
        ++place;
    }
    if (place == kindTexts.size()) {
        throw InputError(errorAt(kind.toStdString(), Plan::tr("This is no screen").toStdString(),
                                 Plan::tr("Discard it and begin a new one").toStdString()));
    }
    plan.kind = static_cast<ScreenKind>(place);
    plan.panelName = json.value(QStringLiteral("panel_name")).toString();
    plan.panel = genesOf(json.value(QStringLiteral("panel")), genes);
    plan.fixed = Genotype(genesOf(json.value(QStringLiteral("with")), genes));
    plan.order = json.value(QStringLiteral("order")).toInt();
    plan.top = static_cast<std::size_t>(json.value(QStringLiteral("top")).toInteger());
    plan.by = json.value(QStringLiteral("by")).toString().toStdString();
    plan.descending = json.value(QStringLiteral("descending")).toBool();
    // What was begun before there was a floor had none.
    plan.minSupport = json.value(QStringLiteral("min_support")).toInteger(0);
    plan.where = json.value(QStringLiteral("where")).toString().toStdString();
    plan.withoutEssential = json.value(QStringLiteral("without_essential")).toBool();
    plan.whole = static_cast<WholeResult>(json.value(QStringLiteral("whole")).toInt());
    plan.matrix = json.value(QStringLiteral("matrix")).toString().toStdString();
    plan.simulated = json.value(QStringLiteral("simulated")).toBool();
    plan.on = {json.value(QStringLiteral("medium")).toString().toStdString(),
               json.value(QStringLiteral("simulated_on")).toString().toStdString()};
    for (const QJsonValue ids : json.value(QStringLiteral("genotypes")).toArray()) {
        QJsonArray members;
        for (const QString &id : ids.toString().split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
            members.append(id);
        }
        plan.genotypes.emplace_back(genesOf(members, genes));
    }
    return plan;
}

} // namespace knockscape::ui
