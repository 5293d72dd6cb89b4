#include "engine/training/label_rows.h"

#include "engine/cell/gene_spelling.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/core/translate_count.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace knockscape
{

namespace
{

constexpr std::size_t PlacesShown = 3;
constexpr std::size_t NamesShown = 10;

/// True for what tables write where there is no value.
bool isMissing(std::string_view text)
{
    constexpr std::array<std::string_view, 17> marks{"",     "na", "n/a",  "nan",     "-nan",   "-",
                                                     "--",   ".",  "?",    "null",    "none",   "n.a.",
                                                     "n.d.", "nd", "#n/a", "#value!", "#div/0!"};
    const std::string lower = text.size() <= 8 ? lowered(text) : std::string(text);
    return std::find(marks.begin(), marks.end(), lower) != marks.end();
}

/// A number as spreadsheets write it: "0,9395" where the decimal mark is a comma, "93.95 %" for 0.9395.
std::optional<double> spreadsheetNumber(std::string_view text)
{
    const bool percent = text.ends_with('%');
    std::string plain(trimmed(text.substr(0, text.size() - (percent ? 1 : 0))));
    if (plain.find('.') == std::string::npos && std::count(plain.begin(), plain.end(), ',') == 1) {
        std::replace(plain.begin(), plain.end(), ',', '.');
    }
    const std::optional<double> number = parseNumber(plain);
    if (!number || !std::isfinite(*number)) {
        return std::nullopt;
    }
    return percent ? *number / 100.0 : *number;
}

} // namespace

GeneIndex LabelRows::resolve(std::string_view name, std::size_t row)
{
    auto found = resolved_.find(std::string(name));
    if (found == resolved_.end()) {
        found = resolved_.emplace(std::string(name), genes_.resolve(name)).first;
        look(name, found->second.kind, row);
    }
    const NameResolution &resolution = found->second;
    if (resolution.kind == NameResolution::Kind::Resolved) {
        return resolution.gene;
    }
    rememberBadName(name, resolution.kind, row);
    return -1;
}

std::optional<Genotype> LabelRows::genotype(std::size_t row, std::size_t column)
{
    KnockoutEntry entry = reader_.read(table_.cell(row, column), table_.line(row), table_.where(row));
    for (const KnockoutName &name : entry.names) {
        look(name.text, name.resolution.kind, row);
    }
    if (entry.issues.empty()) {
        return std::move(entry.genotype);
    }
    const auto bad = std::find_if(entry.names.begin(), entry.names.end(), [](const KnockoutName &name) {
        return name.resolution.kind != NameResolution::Kind::Resolved;
    });
    if (bad != entry.names.end()) {
        rememberBadName(bad->text, bad->resolution.kind, row);
    } else {
        leaveOut(row, translate("Engine", "a genotype cannot be read (%1)", {entry.issues.front().what}));
    }
    return std::nullopt;
}

void LabelRows::look(std::string_view name, NameResolution::Kind kind, std::size_t row)
{
    if (kind == NameResolution::Kind::Unknown) {
        spreadsheet_.look(name, table_.line(row));
    } else {
        spreadsheet_.pass();
    }
}

void LabelRows::rememberBadName(std::string_view name, NameResolution::Kind kind, std::size_t row)
{
    ++badNames_[std::string(name.substr(0, 40))];
    leaveOut(row, kind == NameResolution::Kind::Ambiguous ? translate("Engine", "a gene name is ambiguous")
                                                          : translate("Engine", "a gene is not in this cell"));
}

void LabelRows::leaveOut(std::size_t row, const std::string &reason)
{
    Reason &left = leftOut_[reason];
    ++left.count;
    if (left.firstPlaces.size() < PlacesShown) {
        left.firstPlaces.push_back(table_.where(row));
    }
}

double LabelRows::value(std::size_t row, std::size_t column, double limit) const
{
    const std::string cell = plainCharacters(withoutQuotes(table_.cell(row, column)));
    if (isMissing(trimmed(cell))) {
        return std::numeric_limits<double>::quiet_NaN();
    }
    std::optional<double> value = spreadsheetNumber(trimmed(cell));
    if (!value) {
        // Throws the message that names the place.
        value = table_.number(row, column);
    }
    if (std::abs(*value) > limit) {
        throw InputError(errorAt(table_.where(row),
                                 translate("Engine", "Column %1: %2 is beyond any sensible value.",
                                           {table_.columns()[column], formatNumber(*value)}),
                                 translate("Engine", "Fitness is relative to wild type (= 1).")));
    }
    return *value;
}

double LabelRows::nonNegative(std::size_t row, std::size_t column, double limit) const
{
    const double number = value(row, column, limit);
    if (number < 0.0) {
        throw InputError(errorAt(
            table_.where(row), translate("Engine", "Column %1 may not be negative.", {table_.columns()[column]}), {}));
    }
    return number;
}

std::vector<Label> LabelRows::finish(std::vector<Issue> &issues)
{
    std::vector<Issue> found;
    for (const auto &[reason, left] : leftOut_) {
        found.push_back(warningAt(joined(left.firstPlaces, ", ") + (left.count > left.firstPlaces.size() ? ", …" : ""),
                                  translateCount("Engine", "%1 row was left out: %2.", "%1 rows were left out: %2.",
                                                 static_cast<std::int64_t>(left.count), {reason}),
                                  {}));
    }
    if (!badNames_.empty()) {
        std::vector<std::string> names;
        for (const auto &[name, count] : badNames_) {
            if (names.size() < NamesShown) {
                names.push_back(name);
            }
        }
        found.push_back(warningAt(
            table_.name(),
            translateCount("Engine", "%1 gene name was not understood: %2", "%1 gene names were not understood: %2",
                           static_cast<std::int64_t>(badNames_.size()),
                           {joined(names, ", ") + (badNames_.size() > names.size() ? ", …" : "")}),
            translate("Engine", "Use systematic names, or a cell that has these genes.")));
    }
    spreadsheet_.report(table_.name(), genes_, found);
    if (labels_.empty()) {
        found.insert(found.begin(),
                     errorAt(table_.name(), translate("Engine", "No row can be used as a label."),
                             translate("Engine", "Rows need known genes and a fitness or an interaction.")));
        throw InputError(found);
    }
    issues.insert(issues.end(), found.begin(), found.end());
    return std::move(labels_);
}

} // namespace knockscape
