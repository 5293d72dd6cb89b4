#include "engine/plan/plate_sheet.h"

#include "engine/cell/genotype_reader.h"
#include "engine/cell/importers/file_format.h"
#include "engine/core/delimited_table.h"
#include "engine/core/files.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/core/translate_count.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <set>

namespace knockscape
{

namespace
{

std::optional<std::size_t> firstColumn(const DelimitedTable &table, std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        if (const auto column = table.findColumn(name)) {
            return column;
        }
    }
    return std::nullopt;
}

/// What the word means; a strain where it means nothing.
WellRole roleOf(std::string_view text)
{
    const std::string plain = lowered(text);
    for (const WellRole role :
         {WellRole::Strain, WellRole::WildType, WellRole::Edge, WellRole::Blank, WellRole::Empty}) {
        if (plain == toText(role)) {
            return role;
        }
    }
    return plain == "wild type" || plain == "wt" || plain == "control" ? WellRole::WildType : WellRole::Strain;
}

/// Places of one kind of remark, told together.
struct Places {
    std::size_t count = 0;
    std::vector<std::string> first;

    void add(const std::string &place)
    {
        ++count;
        if (first.size() < 3) {
            first.push_back(place);
        }
    }
    std::string text() const { return joined(first, ", ") + (count > first.size() ? ", …" : ""); }
};

class SheetReader
{
public:
    SheetReader(const DelimitedTable &table, const StoredPlan &plan, const GeneCatalogue &genes)
        : table_(table), plan_(plan), reader_(genes), plate_(firstColumn(table, {"plate"})),
          well_(firstColumn(table, {"well", "position"})), role_(firstColumn(table, {"role"})),
          strain_(firstColumn(table, {"knockouts", "genotype"})), value_(valueColumn())
    {
        if (!value_) {
            throw InputError(errorAt(table.name(), translate("Engine", "There is no column of values."),
                                     translate("Engine", "Write what was measured into the column fitness, or one "
                                                         "called value, growth, size, area or OD.")));
        }
        if (!strain_ && !well_) {
            throw InputError(errorAt(table.name(), translate("Engine", "Nothing says which strain a row is."),
                                     translate("Engine", "Keep the column knockouts, or plate and well.")));
        }
    }

    FilledSheet read(std::vector<Issue> &issues)
    {
        FilledSheet sheet;
        sheet.column = table_.columns()[*value_];
        sheet.relative = lowered(sheet.column) == "fitness";
        for (std::size_t row = 0; row < table_.rowCount(); ++row) {
            readRow(row, sheet);
        }
        report(issues);
        if (sheet.wells.empty()) {
            issues.push_back(errorAt(table_.name(), translate("Engine", "No well has a value."),
                                     translate("Engine", "Fill the column %1 in.", {sheet.column})));
            throw InputError(issues);
        }
        return sheet;
    }

private:
    std::optional<std::size_t> valueColumn() const
    {
        const auto filled = [this](const std::optional<std::size_t> &column) {
            for (std::size_t row = 0; column && row < table_.rowCount(); ++row) {
                if (!table_.cell(row, *column).empty()) {
                    return true;
                }
            }
            return false;
        };
        // The sheet has an empty column fitness; people often write beside it.
        const auto own = table_.findColumn("fitness");
        const auto other = firstColumn(table_, {"value", "growth", "size", "colony size", "colony_size", "area", "od",
                                                "od600", "measured", "raw"});
        return filled(own) || !other ? own : other;
    }

    void readRow(std::size_t row, FilledSheet &sheet)
    {
        FilledWell filled;
        filled.where = table_.where(row);
        std::string well;
        readPlace(row, filled, well);
        if (!identify(row, well, filled) || filled.role == WellRole::Empty) {
            return;
        }
        if (well_ && !well.empty() && !seen_.insert({filled.plate, well}).second) {
            twice_.add(filled.where);
        }
        if (filled.role == WellRole::Strain) {
            present_.insert({filled.plate, well});
        }
        std::optional<double> value;
        try {
            value = table_.optionalDecimal(row, *value_);
        } catch (const InputError &) {
            noNumber_.add(filled.where + " (“" + std::string(table_.cell(row, *value_).substr(0, 20)) + "”)");
            return;
        }
        if (!value || !std::isfinite(*value)) {
            if (filled.role == WellRole::Strain) {
                empty_.add(filled.where);
            }
            return;
        }
        filled.value = *value;
        sheet.wells.push_back(std::move(filled));
    }

    void readPlace(std::size_t row, FilledWell &filled, std::string &well)
    {
        if (plate_) {
            const std::string text = lowered(table_.cell(row, *plate_));
            const auto number = parseInteger(
                trimmed(text.starts_with("plate") ? std::string_view(text).substr(5) : std::string_view(text)));
            filled.plate = number && *number > 0 && *number < 100'000 ? static_cast<int>(*number) : 1;
        }
        int line = 0;
        int column = 0;
        if (well_ && parseWell(table_.cell(row, *well_), line, column)) {
            well = wellName(line, column);
        }
    }

    /// What lies in the well; false where nobody can tell.
    bool identify(std::size_t row, const std::string &well, FilledWell &filled)
    {
        const WellRole role = role_ ? roleOf(table_.cell(row, *role_)) : WellRole::Strain;
        const std::string_view name = strain_ ? table_.cell(row, *strain_) : std::string_view();
        const auto planned = plan_.wells.find({filled.plate, well});
        if (role != WellRole::Strain) {
            filled.role = role;
            return true;
        }
        if (name.empty()) {
            if (planned == plan_.wells.end()) {
                unknown_.add(filled.where);
                return false;
            }
            filled.strain = planned->second;
            return true;
        }
        const KnockoutEntry entry = reader_.read(name, table_.line(row), filled.where);
        if (!entry.issues.empty()) {
            unread_.insert(unread_.end(), entry.issues.begin(), entry.issues.end());
            return false;
        }
        filled.strain = entry.genotype;
        filled.role = entry.genotype.empty() ? WellRole::WildType : WellRole::Strain;
        if (planned != plan_.wells.end() && planned->second != filled.strain) {
            moved_.add(filled.where);
        }
        return true;
    }

    void report(std::vector<Issue> &issues) const
    {
        issues.insert(issues.end(), unread_.begin(), unread_.end());
        const auto tell = [&](const Places &places, const std::string &what, const std::string &remedy) {
            if (places.count > 0) {
                issues.push_back(warningAt(places.text(), what, remedy));
            }
        };
        const auto count = [](const Places &places) { return static_cast<std::int64_t>(places.count); };
        tell(empty_,
             translateCount("Engine", "%1 well has no value: it does not count.",
                            "%1 wells have no value: they do not count.", count(empty_)),
             {});
        tell(noNumber_,
             translateCount("Engine", "%1 well holds no number: it does not count.",
                            "%1 wells hold no number: they do not count.", count(noNumber_)),
             translate("Engine", "Write a number, or leave the cell empty and use the column note."));
        tell(unknown_,
             translateCount("Engine", "%1 row names neither a strain nor a well of the plan: left out.",
                            "%1 rows name neither a strain nor a well of the plan: left out.", count(unknown_)),
             translate("Engine", "Fill in knockouts, or plate and well."));
        tell(moved_,
             translateCount("Engine", "%1 well holds another strain than planned; the sheet counts.",
                            "%1 wells hold other strains than planned; the sheet counts.", count(moved_)),
             {});
        tell(twice_,
             translateCount("Engine", "%1 well stands twice; both rows count as replicates.",
                            "%1 wells stand twice; all rows count as replicates.", count(twice_)),
             translate("Engine", "Delete one row where the same measurement was pasted twice."));
        reportMissing(issues);
        reportColumns(issues);
    }

    void reportMissing(std::vector<Issue> &issues) const
    {
        Places missing;
        for (const auto &[place, strain] : plan_.wells) {
            if (well_ && !present_.contains(place)) {
                missing.add(std::to_string(place.first) + " " + place.second);
            }
        }
        if (missing.count > 0) {
            issues.push_back(
                noteAt(table_.name(), translateCount("Engine", "%1 planned well is not in the sheet: %2",
                                                     "%1 planned wells are not in the sheet: %2",
                                                     static_cast<std::int64_t>(missing.count), {missing.text()})));
        }
    }

    void reportColumns(std::vector<Issue> &issues) const
    {
        constexpr std::array<std::string_view, 6> known{"strain", "names", "replicate", "note", "fitness", "role"};
        std::vector<std::string> ignored;
        for (std::size_t column = 0; column < table_.columns().size(); ++column) {
            const std::string name = lowered(table_.columns()[column]);
            const bool used = column == *value_ || plate_ == column || well_ == column || strain_ == column ||
                              std::find(known.begin(), known.end(), name) != known.end();
            if (!used && !name.empty()) {
                ignored.push_back(table_.columns()[column]);
            }
        }
        if (!ignored.empty()) {
            issues.push_back(
                noteAt(table_.name(), translate("Engine", "Columns that are not read: %1", {joined(ignored, ", ")})));
        }
    }

    const DelimitedTable &table_;
    const StoredPlan &plan_;
    GenotypeReader reader_;
    std::optional<std::size_t> plate_;
    std::optional<std::size_t> well_;
    std::optional<std::size_t> role_;
    std::optional<std::size_t> strain_;
    std::optional<std::size_t> value_;
    std::set<std::pair<int, std::string>> seen_;
    std::set<std::pair<int, std::string>> present_;
    std::vector<Issue> unread_;
    Places empty_;
    Places noNumber_;
    Places unknown_;
    Places moved_;
    Places twice_;
};

} // namespace

FilledSheet readPlateSheet(const std::filesystem::path &path, const StoredPlan &plan, const GeneCatalogue &genes,
                           std::vector<Issue> &issues)
{
    std::string text = readFile(path);
    const std::string hash = sha256(text);
    refuseOtherThanText(text, path, translate("Engine", "a plate sheet (save a spreadsheet as CSV)"));
    const DelimitedTable table = DelimitedTable::parse(std::move(text), path.string());
    issues.insert(issues.end(), table.issues().begin(), table.issues().end());
    FilledSheet sheet = SheetReader(table, plan, genes).read(issues);
    sheet.sha256 = hash;
    return sheet;
}

} // namespace knockscape
