#include "engine/training/label_rows.h"

#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace knockscape
{

namespace
{

constexpr std::size_t PlacesShown = 3;
constexpr std::size_t NamesShown = 10;

/// "0,9395" of a spreadsheet in a language with decimal commas, as "0.9395".
std::string withDecimalPoint(std::string_view text)
{
    std::string result(text);
    if (result.find('.') == std::string::npos && std::count(result.begin(), result.end(), ',') == 1) {
        std::replace(result.begin(), result.end(), ',', '.');
    }
    return result;
}

} // namespace

GeneIndex LabelRows::resolve(std::string_view name, std::size_t row)
{
    auto found = resolved_.find(std::string(name));
    if (found == resolved_.end()) {
        found = resolved_.emplace(std::string(name), genes_.resolve(name)).first;
    }
    const NameResolution &resolution = found->second;
    if (resolution.kind == NameResolution::Kind::Resolved) {
        return resolution.gene;
    }
    ++badNames_[std::string(name.substr(0, 40))];
    leaveOut(row, resolution.kind == NameResolution::Kind::Ambiguous
                      ? translate("Engine", "a gene name is ambiguous")
                      : translate("Engine", "a gene is not in this cell"));
    return -1;
}

void LabelRows::leaveOut(std::size_t row, const std::string &reason)
{
    LeftOut &left = leftOut_[reason];
    ++left.count;
    if (left.firstPlaces.size() < PlacesShown) {
        left.firstPlaces.push_back(table_.where(row));
    }
}

double LabelRows::value(std::size_t row, std::size_t column, double limit) const
{
    std::optional<double> value;
    if (table_.cell(row, column).find(',') == std::string_view::npos) {
        value = table_.optionalNumber(row, column);
    } else {
        const std::optional<double> number = parseNumber(withDecimalPoint(table_.cell(row, column)));
        // number() throws the message that names the place.
        value = number && std::isfinite(*number) ? *number : table_.number(row, column);
    }
    if (!value) {
        return std::numeric_limits<double>::quiet_NaN();
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
        found.push_back(
            warningAt(joined(left.firstPlaces, ", ") + (left.count > left.firstPlaces.size() ? ", …" : ""),
                      translate("Engine", "%1 rows were left out: %2.", {std::to_string(left.count), reason}), {}));
    }
    if (!badNames_.empty()) {
        std::vector<std::string> names;
        for (const auto &[name, count] : badNames_) {
            if (names.size() < NamesShown) {
                names.push_back(name);
            }
        }
        found.push_back(warningAt(table_.name(),
                                  translate("Engine", "%1 gene names were not understood: %2",
                                            {std::to_string(badNames_.size()),
                                             joined(names, ", ") + (badNames_.size() > names.size() ? ", …" : "")}),
                                  translate("Engine", "Use systematic names, or a cell that has these genes.")));
    }
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
