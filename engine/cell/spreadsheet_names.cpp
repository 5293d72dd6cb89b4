#include "engine/cell/spreadsheet_names.h"

#include "engine/cell/gene_catalogue.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/core/translate_count.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace knockscape
{
namespace
{

constexpr std::size_t shownSpoilt = 5;
constexpr std::size_t longestDate = 24;

/// Month and day; with a year, or where both orders are possible, a second reading.
struct Date {
    int month = 0;
    int day = 0;
};

/// Months as spreadsheets of several languages shorten them.
constexpr std::array<std::pair<std::string_view, int>, 50> months = {{{"jan", 1},
                                                                      {"feb", 2},
                                                                      {"mar", 3},
                                                                      {"apr", 4},
                                                                      {"may", 5},
                                                                      {"jun", 6},
                                                                      {"jul", 7},
                                                                      {"aug", 8},
                                                                      {"sep", 9},
                                                                      {"oct", 10},
                                                                      {"nov", 11},
                                                                      {"dec", 12},
                                                                      {"sept", 9},
                                                                      {"march", 3},
                                                                      {"april", 4},
                                                                      {"june", 6},
                                                                      {"july", 7},
                                                                      {"mrz", 3},
                                                                      {"m\xc3\xa4r", 3},
                                                                      {"m\xc3\xa4rz", 3},
                                                                      {"mai", 5},
                                                                      {"juni", 6},
                                                                      {"juli", 7},
                                                                      {"okt", 10},
                                                                      {"dez", 12},
                                                                      {"janv", 1},
                                                                      {"f\xc3\xa9vr", 2},
                                                                      {"mars", 3},
                                                                      {"avr", 4},
                                                                      {"juin", 6},
                                                                      {"juil", 7},
                                                                      {"ao\xc3\xbbt", 8},
                                                                      {"d\xc3\xa9"
                                                                       "c",
                                                                       12},
                                                                      {"ene", 1},
                                                                      {"abr", 4},
                                                                      {"ago", 8},
                                                                      {"dic", 12},
                                                                      {"gen", 1},
                                                                      {"mag", 5},
                                                                      {"giu", 6},
                                                                      {"lug", 7},
                                                                      {"set", 9},
                                                                      {"ott", 10},
                                                                      {"mrt", 3},
                                                                      {"mei", 5},
                                                                      {"fev", 2},
                                                                      {"out", 10},
                                                                      {"maj", 5},
                                                                      {"avg", 8},
                                                                      {"sett", 9}}};

int monthOf(std::string_view word)
{
    const std::string lower = lowered(word);
    const auto found =
        std::find_if(months.begin(), months.end(), [&](const auto &month) { return month.first == lower; });
    return found == months.end() ? 0 : found->second;
}

bool isDigits(std::string_view text, std::size_t least, std::size_t most)
{
    return text.size() >= least && text.size() <= most &&
           text.find_first_not_of("0123456789") == std::string_view::npos;
}

int number(std::string_view digits)
{
    return static_cast<int>(parseInteger(digits).value_or(0));
}

bool isYear(std::string_view text)
{
    return isDigits(text, 4, 4) && (text.starts_with("19") || text.starts_with("20"));
}

void addDate(std::vector<Date> &dates, int month, int day)
{
    if (month >= 1 && month <= 12 && day >= 1 && day <= 31) {
        dates.push_back({month, day});
    }
}

/// "1-Mar", "1. Mrz", "1-Mar-21", "Mar-01", "Mar-2001".
std::vector<Date> namedMonth(const std::vector<std::string_view> &parts, std::string_view text)
{
    std::vector<Date> dates;
    const bool dayFirst = isDigits(parts[0], 1, 2) && (parts.size() == 2 || isDigits(parts[2], 2, 4));
    if (dayFirst) {
        addDate(dates, monthOf(parts[1]), number(parts[0]));
    } else if (parts.size() == 2 && text[0] >= 'A' && text[0] <= 'Z' && parts[0].size() > 2 &&
               (isDigits(parts[1], 2, 2) || isYear(parts[1]))) {
        addDate(dates, monthOf(parts[0]), isYear(parts[1]) ? number(parts[1].substr(2)) : number(parts[1]));
    }
    return dates;
}

/// "2001-03-01", "1/3/2001", "3/1/21", "01.03.2001": day and month may stand in either order.
std::vector<Date> numericDate(const std::vector<std::string_view> &parts, std::string_view text)
{
    std::vector<Date> dates;
    if (isYear(parts[0]) && isDigits(parts[1], 1, 2) && isDigits(parts[2], 1, 2)) {
        addDate(dates, number(parts[1]), number(parts[2]));
        return dates;
    }
    const bool slashes = text.find('/') != std::string_view::npos;
    if (isDigits(parts[0], 1, 2) && isDigits(parts[1], 1, 2) &&
        (isYear(parts[2]) || (slashes && isDigits(parts[2], 2, 2)))) {
        addDate(dates, number(parts[0]), number(parts[1]));
        if (parts[0] != parts[1]) {
            addDate(dates, number(parts[1]), number(parts[0]));
        }
    }
    return dates;
}

std::vector<Date> datesOf(std::string_view text)
{
    if (text.size() < 4 || text.size() > longestDate) {
        return {};
    }
    if (text.ends_with(" 00:00:00") || text.ends_with("T00:00:00")) {
        text.remove_suffix(9);
    }
    if (text.find_first_of("-/. ") == std::string_view::npos) {
        return {};
    }
    const std::vector<std::string_view> parts = split(text, "-/. ", true);
    const bool words = parts.size() >= 2 && (monthOf(parts[0]) > 0 || monthOf(parts[1]) > 0);
    if (words && parts.size() <= 3) {
        return namedMonth(parts, text);
    }
    return parts.size() == 3 ? numericDate(parts, text) : std::vector<Date>();
}

/// Day and month of a day counted from 30 December 1899 (years 1990 to 2039): Howard Hinnant's civil_from_days.
std::optional<Date> serialDate(std::string_view text)
{
    const int serial = isDigits(text, 5, 5) ? number(text) : 0;
    if (serial < 32874 || serial > 51135) {
        return std::nullopt;
    }
    // Days since 1 March 2000 within a cycle of 400 years.
    const int days = serial - 36586 + 146097;
    const int day = days % 146097;
    const int year = (day - day / 1460 + day / 36524 - day / 146096) / 365;
    const int ofYear = day - (365 * year + year / 4 - year / 100);
    const int month = (5 * ofYear + 2) / 153;
    return Date{month < 10 ? month + 3 : month - 9, ofYear - (153 * month + 2) / 5 + 1};
}

std::vector<std::string> namesBehind(Date date)
{
    /// Families of genes with a month's name, up to their last member.
    struct Family {
        int month;
        const char *name;
        int last;
    };
    static constexpr std::array<Family, 8> families = {{{3, "MARCHF", 11},
                                                        {3, "MARCH", 11},
                                                        {3, "MTARC", 2},
                                                        {3, "MARC", 2},
                                                        {9, "SEPTIN", 14},
                                                        {9, "SEPT", 14},
                                                        {12, "DELEC", 1},
                                                        {6, "JUN", 0}}};
    std::vector<std::string> names;
    const std::string day = std::to_string(date.day);
    for (const Family &family : families) {
        if (family.month == date.month && date.day <= family.last) {
            names.push_back(family.name + day);
        }
    }
    std::string month(months[static_cast<std::size_t>(date.month - 1)].first);
    std::transform(month.begin(), month.end(), month.begin(), [](char c) { return static_cast<char>(c - 'a' + 'A'); });
    names.push_back(month + day);
    return names;
}

/// "“1-Mar”: perhaps MARCHF1 or MARCH1", with the names that the cell knows where it knows some.
std::string explained(const std::string &name, const GeneCatalogue &genes)
{
    std::vector<std::string> candidates = namesBehindDate(name);
    std::vector<std::string> known;
    for (const std::string &candidate : candidates) {
        const GeneIndex gene = genes.resolve(candidate, GeneCatalogue::Suggestions::Omit).gene;
        if (gene >= 0) {
            known.push_back(genes[gene].id == candidate ? candidate : candidate + " (" + genes[gene].id + ")");
        }
    }
    const std::vector<std::string> &shownNames = known.empty() ? candidates : known;
    return shownNames.empty()
               ? translate("Engine", "“%1”", {name})
               : translate("Engine", "“%1” (perhaps %2)", {name, joined(shownNames, translate("Engine", " or "))});
}

} // namespace

bool isSpreadsheetDate(std::string_view text)
{
    return !datesOf(text).empty();
}

std::vector<std::string> namesBehindDate(std::string_view text)
{
    std::vector<Date> dates = datesOf(text);
    if (const std::optional<Date> serial = serialDate(text)) {
        dates.push_back(*serial);
    }
    std::vector<std::string> names;
    for (const Date date : dates) {
        for (std::string &name : namesBehind(date)) {
            names.push_back(std::move(name));
        }
    }
    return names;
}

std::vector<GeneIndex> genesBehindDate(const GeneCatalogue &genes, std::string_view text)
{
    std::vector<GeneIndex> found;
    const bool digits = isDigits(text, 1, longestDate);
    if (genes.size() == 0 || (digits && isDigits(genes[0].id, 1, longestDate))) {
        return found;
    }
    for (const std::string &name : namesBehindDate(text)) {
        const GeneIndex gene = genes.resolve(name, GeneCatalogue::Suggestions::Omit).gene;
        if (gene >= 0 && std::find(found.begin(), found.end(), gene) == found.end()) {
            found.push_back(gene);
        }
    }
    return found;
}

bool isSpreadsheetNumber(std::string_view text)
{
    const std::size_t exponent = text.find("E+");
    return exponent != std::string_view::npos && exponent > 0 && text.size() <= longestDate &&
           isDigits(text.substr(exponent + 2), 2, 3) && isDigits(text.substr(0, 1), 1, 1) &&
           (exponent == 1 || ((text[1] == '.' || text[1] == ',') && isDigits(text.substr(2, exponent - 2), 1, 10)));
}

void SpreadsheetNames::Kind::add(std::string_view name, std::size_t line)
{
    ++count;
    const auto same = [&](const Found &found) { return found.name == name; };
    if (first.size() < shownSpoilt && std::none_of(first.begin(), first.end(), same)) {
        first.push_back({std::string(name), line});
    }
}

std::string SpreadsheetNames::Kind::listed(const GeneCatalogue &genes) const
{
    std::vector<std::string> names;
    for (const Found &found : first) {
        names.push_back(explained(found.name, genes));
    }
    return joined(names, ", ") + (count > names.size() ? ", …" : "");
}

void SpreadsheetNames::look(std::string_view name, std::size_t line)
{
    ++total_;
    if (name.size() > longestDate || name.find_first_of("0123456789") == std::string_view::npos) {
        return;
    }
    if (isDigits(name, 1, longestDate)) {
        ++numeric_;
        if (serialDate(name)) {
            serials_.add(name, line);
        }
    } else if (isSpreadsheetDate(name)) {
        dates_.add(name, line);
    } else if (isSpreadsheetNumber(name)) {
        numbers_.add(name, line);
    }
}

void SpreadsheetNames::report(const std::string &file, const GeneCatalogue &genes, std::vector<Issue> &issues) const
{
    const auto warn = [&](const Kind &kind, std::string what) {
        issues.push_back(warningAt(
            file + ":" + std::to_string(kind.first.front().line), std::move(what),
            translate("Engine",
                      "Write the names again in a column that is formatted as text, or use systematic names.")));
    };
    const auto dates = [&](const Kind &kind) {
        if (kind.count > 0) {
            warn(kind, translateCount("Engine", "A spreadsheet turned %1 name of a gene into a date: %2.",
                                      "A spreadsheet turned %1 names of genes into dates: %2.",
                                      static_cast<std::int64_t>(kind.count), {kind.listed(genes)}));
        }
    };
    dates(dates_);
    // A list of Entrez numbers holds some that are days of our time.
    if (numeric_ * 2 < total_) {
        dates(serials_);
    }
    if (numbers_.count > 0) {
        warn(numbers_, translateCount("Engine", "A spreadsheet turned %1 name of a gene into a number: %2.",
                                      "A spreadsheet turned %1 names of genes into numbers: %2.",
                                      static_cast<std::int64_t>(numbers_.count), {numbers_.listed(genes)}));
    }
}

} // namespace knockscape
