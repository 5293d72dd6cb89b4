#include "ui/importing/import_rules.h"

#include "engine/core/text.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>

#include <algorithm>
#include <map>

namespace knockscape::ui
{
namespace
{

class RulesText
{
    Q_DECLARE_TR_FUNCTIONS(knockscape::ui::ImportRules)
};

bool givesGenes(ImportUse use)
{
    return use == ImportUse::Genes || use == ImportUse::GenesAndFeatures;
}

bool givesFeatures(ImportUse use)
{
    return use == ImportUse::Features || use == ImportUse::GenesAndFeatures;
}

/// The first entry before `end` that takes the same place in a cell; nullptr for none.
const ImportEntry *rivalOf(const ImportEntry &entry, const std::vector<ImportEntry> &entries)
{
    for (const ImportEntry &other : entries) {
        if (&other == &entry) {
            break;
        }
        const bool sameType = isNetwork(entry.use) && isNetwork(other.use) &&
                              other.interactionType().compare(entry.interactionType(), Qt::CaseInsensitive) == 0;
        const bool same = (givesGenes(entry.use) && givesGenes(other.use)) ||
                          (givesFeatures(entry.use) && givesFeatures(other.use)) ||
                          (entry.use == ImportUse::Metabolism && other.use == ImportUse::Metabolism);
        if (same || sameType) {
            return &other;
        }
    }
    return nullptr;
}

QString clashText(const ImportEntry &entry, const ImportEntry &rival)
{
    if (isNetwork(entry.use)) {
        return RulesText::tr("%1 is already the %2 network.").arg(rival.fileName(), entry.interactionType());
    }
    if (entry.use == ImportUse::Metabolism) {
        return RulesText::tr("%1 already gives the metabolic model.").arg(rival.fileName());
    }
    return givesGenes(entry.use) && givesGenes(rival.use)
               ? RulesText::tr("%1 already gives the genes.").arg(rival.fileName())
               : RulesText::tr("%1 already gives the features.").arg(rival.fileName());
}

bool isCobra(const ImportEntry &entry)
{
    if (entry.recognised && entry.recognised->kind == FileKind::CobraModel) {
        return true;
    }
    return entry.recognised && entry.recognised->kind != FileKind::SbmlModel &&
           lowered(entry.path.extension().string()) == ".json";
}

void addTo(CellImportRequest &request, const ImportEntry &entry)
{
    if (givesGenes(entry.use)) {
        request.genes = entry.path;
    }
    if (givesFeatures(entry.use)) {
        request.features = entry.path;
    }
    if (isNetwork(entry.use)) {
        request.networks.emplace_back(entry.interactionType().toStdString(), entry.path);
    }
    if (entry.use == ImportUse::Metabolism) {
        (isCobra(entry) ? request.cobraJson : request.sbml) = entry.path;
    }
    if (entry.use == ImportUse::Annotations) {
        request.annotations.push_back(entry.path);
    }
    if (!entry.columns.empty()) {
        const bool network = isNetwork(entry.use);
        request.columns[network ? entry.interactionType().toStdString() : entry.path.string()] = entry.columns;
    }
}

} // namespace

void findClashes(std::vector<ImportEntry> &entries)
{
    for (ImportEntry &entry : entries) {
        entry.problem.clear();
        entry.remedy.clear();
        if (entry.use == ImportUse::Ignore) {
            continue;
        }
        if (isNetwork(entry.use) && !isNetworkType(entry.interactionType())) {
            entry.problem = RulesText::tr("The network needs a type.");
            entry.remedy = RulesText::tr("Name it with letters, digits, blanks and _ . - + below.");
        } else if (const ImportEntry *rival = rivalOf(entry, entries)) {
            entry.problem = clashText(entry, *rival);
            entry.remedy = isNetwork(entry.use) ? RulesText::tr("Give this one another type, or do not import it.")
                                                : RulesText::tr("Use one of the two, and do not import the other.");
        }
    }
}

void settleSequences(std::vector<ImportEntry> &entries)
{
    for (ImportEntry &entry : entries) {
        if (entry.useChosen || !entry.recognised || entry.recognised->kind != FileKind::Sequences) {
            continue;
        }
        const bool others = std::any_of(entries.begin(), entries.end(), [&](const ImportEntry &other) {
            return &other != &entry && givesGenes(other.use);
        });
        entry.use = others ? ImportUse::Features : ImportUse::GenesAndFeatures;
    }
}

bool isNetworkType(const QString &type)
{
    static const QRegularExpression allowed(QStringLiteral("^[A-Za-z0-9_.+-][A-Za-z0-9 _.+-]{0,63}$"));
    return allowed.match(type).hasMatch() && !type.endsWith(QLatin1Char(' ')) && !type.startsWith(QLatin1Char('.'));
}

QString freeNetworkType(const std::vector<ImportEntry> &entries, const QString &wanted)
{
    QString type = isNetworkType(wanted) ? wanted : QStringLiteral("network");
    const auto taken = [&](const QString &name) {
        return std::any_of(entries.begin(), entries.end(), [&](const ImportEntry &entry) {
            return isNetwork(entry.use) && entry.interactionType().compare(name, Qt::CaseInsensitive) == 0;
        });
    };
    for (int number = 2; taken(type); ++number) {
        type = QStringLiteral("%1 %2").arg(wanted).arg(number);
    }
    return type;
}

CellImportRequest requestOf(const std::vector<ImportEntry> &entries, const ImportOptions &options)
{
    CellImportRequest request;
    request.name = options.name.trimmed().toStdString();
    request.organism = options.organism.trimmed().toStdString();
    request.hyperedges = options.hyperedges;
    for (const ImportEntry &entry : entries) {
        if (entry.recognised && entry.use != ImportUse::Ignore && entry.problem.isEmpty()) {
            addTo(request, entry);
        }
    }
    return request;
}

bool hasSomethingToImport(const std::vector<ImportEntry> &entries)
{
    return std::any_of(entries.begin(), entries.end(), [](const ImportEntry &entry) {
        return entry.recognised && entry.use != ImportUse::Ignore && entry.use != ImportUse::Annotations;
    });
}

QString blockedReason(const std::vector<ImportEntry> &entries)
{
    if (entries.empty()) {
        return RulesText::tr("Add files first.");
    }
    for (const ImportEntry &entry : entries) {
        if (!entry.recognised) {
            return RulesText::tr("%1 is still being looked at.").arg(entry.fileName());
        }
    }
    for (const ImportEntry &entry : entries) {
        if (!entry.problem.isEmpty()) {
            return QStringLiteral("%1: %2 %3").arg(entry.fileName(), entry.problem, entry.remedy);
        }
    }
    return hasSomethingToImport(entries)
               ? QString()
               : RulesText::tr("Nothing in the list names genes. Add a gene table, a network or a metabolic model.");
}

QString suggestedName(const std::vector<ImportEntry> &entries)
{
    if (entries.empty()) {
        return {};
    }
    const QDir folder(QString::fromStdString(entries.front().path.parent_path().string()));
    for (const QStandardPaths::StandardLocation place :
         {QStandardPaths::HomeLocation, QStandardPaths::DocumentsLocation, QStandardPaths::DownloadLocation,
          QStandardPaths::DesktopLocation, QStandardPaths::TempLocation}) {
        if (QDir(QStandardPaths::writableLocation(place)) == folder) {
            return RulesText::tr("cell");
        }
    }
    return folder.isRoot() || folder.dirName().isEmpty() ? RulesText::tr("cell") : folder.dirName();
}

std::filesystem::path suggestedFolder(const std::vector<ImportEntry> &entries, const QString &name)
{
    QString file = name.trimmed();
    file.replace(QRegularExpression(QStringLiteral("[/\\\\:*?\"<>|]+")), QStringLiteral("_"));
    if (file.isEmpty()) {
        file = RulesText::tr("cell");
    }
    QString folder = entries.empty() ? QString() : QString::fromStdString(entries.front().path.parent_path().string());
    if (folder.isEmpty() || !QFileInfo(folder).isWritable()) {
        folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    }
    return QDir(folder).filePath(file + QStringLiteral(".cell")).toStdString();
}

} // namespace knockscape::ui
