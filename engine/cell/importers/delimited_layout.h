#pragma once

#include "engine/cell/importers/delimited_sample.h"
#include "engine/cell/importers/import_report.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace knockscape
{

/// How a table of interactions is laid out.
struct NetworkLayout {
    enum class Format { Table, Matrix, BioGrid, StringLinks };

    Format format = Format::Table;
    /// Translated name of the format.
    std::string formatName;
    char separator = '\t';
    /// Rows before the header or first row that say nothing ("#made by hand").
    std::size_t skippedRows = 0;
    bool hasHeader = false;
    std::vector<std::string> header;
    std::size_t width = 0;

    std::size_t source = 0;
    std::size_t target = 1;
    /// Columns with other names of source and target, in order of authority: they serve where the first is missing or
    /// means no gene.
    std::vector<std::size_t> sourceOthers;
    std::vector<std::size_t> targetOthers;
    /// True if the header names source and target as such.
    bool namedEnds = false;
    std::optional<std::size_t> weight;
    /// Weights are divided by this (STRING writes 0–1000).
    double scale = 1.0;
    /// Weights are written with a comma for the decimal point.
    bool decimalComma = false;
    /// BioGRID: column of the experimental system type, and the one value to keep (empty: all).
    std::optional<std::size_t> kind;
    std::string keptKind;
    /// Columns of the organisms of source and target.
    std::optional<std::size_t> sourceOrganism;
    std::optional<std::size_t> targetOrganism;
    /// Names may have a taxon in front ("4932.YAL001C"): taken off if each has one.
    bool taxonPrefix = false;
    std::optional<bool> directed;

    /// The columns taken, for people.
    std::vector<TakenColumn> taken() const;
};

/// The lay-out of a table that begins with `start` (prepared text, some dozens of lines, perhaps cut). Recognised are
/// BioGRID tab2 and tab3, STRING links and exports of its web page, matrices of regulation, and tables with or without
/// header. `type` "physical" or "genetic" chooses among BioGRID's kinds. Throws InputError naming `file` for a chosen
/// column that is not there and for text that does not have two columns.
NetworkLayout networkLayout(std::string_view start, const std::string &type, const ColumnChoice &choice,
                            const std::string &file);

} // namespace knockscape
