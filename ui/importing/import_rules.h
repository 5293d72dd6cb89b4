#pragma once

#include "engine/cell/cell_import.h"
#include "ui/importing/import_entry.h"

#include <QString>

#include <vector>

namespace knockscape::ui
{

/// What the assistant asks beside files.
struct ImportOptions {
    QString name;
    QString organism;
    HyperedgeOptions hyperedges;

    bool operator==(const ImportOptions &) const = default;
};

/// Writes into each entry's problem and remedy where it clashes with an earlier one: a second gene table, metabolic
/// model or feature file, a network without a type of its own. Clears those that are settled.
void findClashes(std::vector<ImportEntry> &entries);

/// Coding sequences give features, and genes too where no other file does; unless the person chose.
void settleSequences(std::vector<ImportEntry> &entries);

/// A type for another network that no entry has yet: `wanted`, else "wanted 2", …
QString freeNetworkType(const std::vector<ImportEntry> &entries, const QString &wanted);
/// Whether the bundle can hold a network of this type (letters, digits, blanks and _ . - +).
bool isNetworkType(const QString &type);

/// What the engine is asked for. Of what clashes only the first is in it, so that a preview shows the rest.
CellImportRequest requestOf(const std::vector<ImportEntry> &entries, const ImportOptions &options);

/// Why the list cannot be imported yet, with what to do; empty when it can (as far as a look at the list tells).
QString blockedReason(const std::vector<ImportEntry> &entries);
/// Whether anything of the list would become part of a cell.
bool hasSomethingToImport(const std::vector<ImportEntry> &entries);

/// "yeast" for /data/yeast/genes.tsv: what to call a cell made of these files.
QString suggestedName(const std::vector<ImportEntry> &entries);
/// NAME.cell beside the first file, or in the person's documents where that folder cannot be written to.
std::filesystem::path suggestedFolder(const std::vector<ImportEntry> &entries, const QString &name);

} // namespace knockscape::ui
