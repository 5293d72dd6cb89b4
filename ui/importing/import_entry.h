#pragma once

#include "engine/cell/importers/recognise.h"

#include <QString>

#include <filesystem>
#include <optional>
#include <vector>

namespace knockscape::ui
{

/// What a chosen file is imported as.
enum class ImportUse {
    Ignore,
    Genes,
    /// Coding sequences: their names are the genes, their codons the features.
    GenesAndFeatures,
    Physical,
    Regulatory,
    /// A network of a type that the person names.
    OtherNetwork,
    Metabolism,
    Features,
    Annotations
};

/// "Gene table", "Physical network", …
QString useName(ImportUse use);
bool isNetwork(ImportUse use);

/// One file of the import assistant. Paths are absolute.
struct ImportEntry {
    quint64 id = 0;
    std::filesystem::path path;
    qint64 bytes = 0;
    /// What the file was recognised as; nothing while it is being looked at.
    std::optional<RecognisedFile> recognised;
    ImportUse use = ImportUse::Ignore;
    /// Chosen by the person, so that it is not changed for them.
    bool useChosen = false;
    /// Of ImportUse::OtherNetwork.
    QString networkType;
    ColumnChoice columns;
    /// What a person must settle before this can be imported: clashes with other files. Translated.
    QString problem;
    QString remedy;
    /// From the preview: what became of the file (twice for GenesAndFeatures), and the issues that name it.
    std::vector<ImportedFile> imported;
    std::vector<Issue> issues;

    QString fileName() const { return QString::fromStdString(path.filename().string()); }
    /// "physical", "regulatory" or networkType; empty for what is no network.
    QString interactionType() const;
    /// Whether the file is a table whose columns can be chosen.
    bool isTable() const { return columnCount() > 0; }
    /// Columns of the table; 0 for what is no table.
    std::size_t columnCount() const;
    /// What this file could be used as, likeliest first, Ignore last.
    std::vector<ImportUse> possibleUses() const;
};

/// What a recognised file is used as as long as nobody says otherwise.
ImportUse suggestedUse(const RecognisedFile &file);

/// "6,604 genes", "4,131 reactions · 2,806 metabolites": what a look at the file counted; empty where it did not.
QString contentsText(const ImportEntry &entry);

/// How far an entry is, with the words for it.
enum class EntryState { Reading, Ready, Ignored, Doubtful, Problem };
EntryState stateOf(const ImportEntry &entry);
/// "Reading…", "5,612 of 5,640 names resolve", or what is wrong, on one line.
QString stateText(const ImportEntry &entry);
/// "5,612 of 5,640 names resolve"; empty where the file names no genes to look up.
QString resolvedText(const ImportedFile &file);

} // namespace knockscape::ui
