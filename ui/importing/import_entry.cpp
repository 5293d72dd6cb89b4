#include "ui/importing/import_entry.h"

#include "ui/theme/counted_text.h"
#include "ui/theme/number_format.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace knockscape::ui
{
namespace
{

class EntryText
{
    Q_DECLARE_TR_FUNCTIONS(knockscape::ui::ImportEntry)
};

/// A network whose type is one of the two that models know by name gets that use.
ImportUse networkUse(const std::string &type)
{
    if (type == "physical") {
        return ImportUse::Physical;
    }
    return type == "regulatory" ? ImportUse::Regulatory : ImportUse::OtherNetwork;
}

std::vector<ImportUse> usesOf(FileKind kind, const std::string &interactionType)
{
    switch (kind) {
    case FileKind::GeneTable:
        return {ImportUse::Genes};
    case FileKind::Sequences:
        return {ImportUse::GenesAndFeatures, ImportUse::Features, ImportUse::Genes};
    case FileKind::Features:
        return {ImportUse::Features};
    case FileKind::SbmlModel:
    case FileKind::CobraModel:
        return {ImportUse::Metabolism};
    case FileKind::Network: {
        std::vector<ImportUse> uses{networkUse(interactionType)};
        for (const ImportUse use : {ImportUse::Physical, ImportUse::Regulatory, ImportUse::OtherNetwork}) {
            if (use != uses.front()) {
                uses.push_back(use);
            }
        }
        return uses;
    }
    case FileKind::Annotations:
        return {ImportUse::Annotations};
    case FileKind::Unknown:
    case FileKind::Labels:
    case FileKind::CellBundle:
    case FileKind::ModelFile:
        break;
    }
    return {};
}

const Issue *worstIssue(const std::vector<Issue> &issues)
{
    const auto worst = std::max_element(issues.begin(), issues.end(),
                                        [](const Issue &a, const Issue &b) { return a.severity < b.severity; });
    return worst == issues.end() || worst->severity == Severity::Note ? nullptr : &*worst;
}

/// The most serious thing said about a file, by the preview or else by the first look; nullptr for nothing.
const Issue *worstOf(const ImportEntry &entry)
{
    if (const Issue *worst = worstIssue(entry.issues)) {
        return worst;
    }
    return entry.recognised && entry.imported.empty() ? worstIssue(entry.recognised->issues) : nullptr;
}

bool failed(const ImportEntry &entry)
{
    return std::any_of(entry.imported.begin(), entry.imported.end(), [](const ImportedFile &f) { return f.failed; });
}

} // namespace

QString useName(ImportUse use)
{
    switch (use) {
    case ImportUse::Ignore:
        return EntryText::tr("Do not import");
    case ImportUse::Genes:
        return EntryText::tr("Gene table");
    case ImportUse::GenesAndFeatures:
        return EntryText::tr("Genes and features");
    case ImportUse::Physical:
        return EntryText::tr("Physical network");
    case ImportUse::Regulatory:
        return EntryText::tr("Regulatory network");
    case ImportUse::OtherNetwork:
        return EntryText::tr("Other network");
    case ImportUse::Metabolism:
        return EntryText::tr("Metabolic model");
    case ImportUse::Features:
        return EntryText::tr("Gene features");
    case ImportUse::Annotations:
        break;
    }
    return EntryText::tr("Annotations");
}

bool isNetwork(ImportUse use)
{
    return use == ImportUse::Physical || use == ImportUse::Regulatory || use == ImportUse::OtherNetwork;
}

QString ImportEntry::interactionType() const
{
    switch (use) {
    case ImportUse::Physical:
        return QStringLiteral("physical");
    case ImportUse::Regulatory:
        return QStringLiteral("regulatory");
    case ImportUse::OtherNetwork:
        return networkType;
    default:
        return {};
    }
}

std::size_t ImportEntry::columnCount() const
{
    if (!recognised) {
        return 0;
    }
    // A table without a header still has columns; names of a graph are no table.
    const bool sampled = !recognised->columns.empty() && !recognised->sampleRows.empty();
    return std::max(recognised->header.size(), sampled ? recognised->sampleRows.front().size() : 0);
}

std::vector<ImportUse> ImportEntry::possibleUses() const
{
    std::vector<ImportUse> uses;
    const auto add = [&uses](ImportUse candidate) {
        if (std::find(uses.begin(), uses.end(), candidate) == uses.end()) {
            uses.push_back(candidate);
        }
    };
    if (recognised) {
        std::vector<FileKind> kinds{recognised->kind};
        kinds.insert(kinds.end(), recognised->alternatives.begin(), recognised->alternatives.end());
        for (const FileKind kind : kinds) {
            for (const ImportUse possible : usesOf(kind, recognised->interactionType)) {
                add(possible);
            }
        }
    }
    if (isTable()) {
        // A person may know better what the columns of their table mean.
        for (const ImportUse possible : {ImportUse::Genes, ImportUse::Physical, ImportUse::Regulatory,
                                         ImportUse::OtherNetwork, ImportUse::Features, ImportUse::Annotations}) {
            add(possible);
        }
    }
    add(use);
    uses.erase(std::remove(uses.begin(), uses.end(), ImportUse::Ignore), uses.end());
    uses.push_back(ImportUse::Ignore);
    return uses;
}

ImportUse suggestedUse(const RecognisedFile &file)
{
    const std::vector<ImportUse> uses = usesOf(file.kind, file.interactionType);
    return uses.empty() ? ImportUse::Ignore : uses.front();
}

QString contentsText(const ImportEntry &entry)
{
    if (!entry.recognised) {
        return {};
    }
    for (const ImportedFile &file : entry.imported) {
        // The whole file was read since.
        if (file.kind == FileKind::GeneTable && file.genes > 0) {
            return trCount("ImportEntry", "%1 gene", "%1 genes", qint64(file.genes));
        }
        if (file.featureColumns > 0) {
            return trCount("ImportEntry", "%1 number a gene", "%1 numbers a gene", qint64(file.featureColumns));
        }
        if (file.kind == FileKind::Annotations) {
            return trCount("ImportEntry", "about %1 gene", "about %1 genes", qint64(file.genes));
        }
    }
    const FileCounts &counts = entry.recognised->counts;
    QStringList parts;
    if (counts.edges) {
        parts << trCount("ImportEntry", "%1 interaction", "%1 interactions", qint64(*counts.edges));
    }
    if (counts.reactions) {
        parts << trCount("ImportEntry", "%1 reaction", "%1 reactions", qint64(*counts.reactions));
    }
    if (counts.metabolites) {
        parts << trCount("ImportEntry", "%1 metabolite", "%1 metabolites", qint64(*counts.metabolites));
    }
    if (counts.genes) {
        parts << trCount("ImportEntry", "%1 gene", "%1 genes", qint64(*counts.genes));
    }
    if (parts.isEmpty() && counts.rows) {
        parts << trCount("ImportEntry", "%1 row", "%1 rows", qint64(*counts.rows));
    }
    return parts.join(QStringLiteral(" · "));
}

EntryState stateOf(const ImportEntry &entry)
{
    if (!entry.recognised) {
        return EntryState::Reading;
    }
    const Issue *worst = worstOf(entry);
    if (entry.use == ImportUse::Ignore) {
        // What nobody chose to leave out is worth a look.
        return worst != nullptr && !entry.useChosen ? EntryState::Doubtful : EntryState::Ignored;
    }
    if (!entry.problem.isEmpty() || failed(entry) || (worst != nullptr && worst->severity == Severity::Error)) {
        return EntryState::Problem;
    }
    return worst != nullptr ? EntryState::Doubtful : EntryState::Ready;
}

QString resolvedText(const ImportedFile &file)
{
    const std::size_t all = file.namesResolved + file.namesUnresolved;
    if (all == 0) {
        return {};
    }
    if (file.namesUnresolved == 0) {
        return trCount("ImportEntry", "its one name resolves", "all %1 names resolve", qint64(all));
    }
    return trCount("ImportEntry", "%2 of %1 name resolves", "%2 of %1 names resolve", qint64(all))
        .arg(formatCount(file.namesResolved));
}

QString stateText(const ImportEntry &entry)
{
    if (!entry.recognised) {
        return EntryText::tr("Reading…");
    }
    const Issue *worst = worstOf(entry);
    const EntryState state = stateOf(entry);
    if (state == EntryState::Ignored) {
        return entry.useChosen ? EntryText::tr("Left out") : EntryText::tr("No part of a cell");
    }
    if (state == EntryState::Problem && !entry.problem.isEmpty()) {
        return entry.remedy.isEmpty() ? entry.problem : EntryText::tr("%1 %2").arg(entry.problem, entry.remedy);
    }
    QStringList resolved;
    for (const ImportedFile &file : entry.imported) {
        if (const QString text = resolvedText(file); !file.failed && !text.isEmpty() && !resolved.contains(text)) {
            resolved << text;
        }
    }
    if (worst != nullptr && (resolved.isEmpty() || worst->severity == Severity::Error)) {
        return QString::fromStdString(worst->what);
    }
    if (!resolved.isEmpty()) {
        QString text = resolved.join(QStringLiteral(" · "));
        return text.replace(0, 1, text.at(0).toUpper());
    }
    return entry.imported.empty() ? EntryText::tr("Recognised") : EntryText::tr("Ready");
}

} // namespace knockscape::ui
