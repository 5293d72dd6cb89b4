#include "engine/cell/importers/raw_network.h"

#include "engine/cell/identifier_kind.h"
#include "engine/cell/importers/gene_matcher.h"
#include "engine/cell/importers/gene_names.h"
#include "engine/cell/spreadsheet_names.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/core/translate_count.h"

#include <algorithm>
#include <utility>

namespace knockscape
{
namespace
{

/// Some 300 MB of memory while they are read and bound; published networks of one organism that are of any use have
/// fewer.
constexpr std::size_t networkEdgeLimit = 6'000'000;
/// Different names at most: more than the genes of every organism that has a network.
constexpr std::size_t nameLimit = 1'000'000;
constexpr std::size_t shownUnresolved = 5;

/// An interaction between genes and the line it stands on.
struct BoundEdge {
    GeneEdge edge;
    std::uint32_t line = 0;
};

std::string lineOf(const std::string &file, std::size_t line)
{
    return file + ":" + std::to_string(line);
}

/// Joins the names of a raw network to genes.
class NetworkBinder
{
public:
    NetworkBinder(const RawNetwork &raw, const GeneCatalogue &genes, const std::string &file, ImportedFile &report)
        : raw_(raw), genes_(genes), matcher_(genes, raw.names()), file_(file), report_(report), leftOut_(raw.leftOut)
    {
    }

    void bind(bool directed, std::vector<Issue> &issues)
    {
        resolveNames();
        chooseOrganism();
        bindEdges(directed);
        issues.insert(issues.end(), raw_.issues.begin(), raw_.issues.end());
        matcher_.report(file_, issues);
        if (edges_.empty() && (!raw_.edges().empty() || leftOut_.count() > 0)) {
            // With the reasons and places, which are all there is to know.
            std::vector<Issue> reasons = {
                raw_.edges().empty()
                    ? errorAt(file_, translate("Engine", "None of the interactions could be read."),
                              translate("Engine", "What was left out says why.") + takenHint(raw_.columns))
                    : errorAt(file_, translate("Engine", "None of the interactions is between genes of this cell."),
                              explainMismatch(report_.firstUnresolved, genes_) + takenHint(raw_.columns))};
            leftOut_.report(file_, interactionsLeftOut, reasons);
            reportSpreadsheet(reasons);
            throw InputError(std::move(reasons));
        }
        reportSpreadsheet(issues);
        if (edges_.empty()) {
            issues.push_back(warningAt(
                file_, translate("Engine", "The file has no interaction: this network is empty."),
                translate("Engine", "Leave it out, or choose a file that has some.") + takenHint(raw_.columns)));
        }
        leftOut_.report(file_, interactionsLeftOut, issues);
        if (report_.selfLoops == edges_.size() && edges_.size() > 1) {
            throw InputError(
                errorAt(file_, translate("Engine", "Every interaction is of a gene with itself."),
                        translate("Engine", "Name the columns of source and target.") + takenHint(raw_.columns)));
        }
        if (report_.selfLoops > 0) {
            issues.push_back(noteAt(file_, translateCount("Engine", "%1 interaction of a gene with itself was kept.",
                                                          "%1 interactions of a gene with itself were kept.",
                                                          static_cast<std::int64_t>(report_.selfLoops))));
        }
    }

    /// The edges, each pair of genes once.
    std::vector<GeneEdge> merged(std::vector<Issue> &issues)
    {
        const auto ends = [](const BoundEdge &bound) { return std::pair(bound.edge.source, bound.edge.target); };
        std::stable_sort(edges_.begin(), edges_.end(),
                         [&](const BoundEdge &a, const BoundEdge &b) { return ends(a) < ends(b); });
        std::vector<GeneEdge> result;
        result.reserve(edges_.size());
        LeftOut conflicts;
        for (const BoundEdge &bound : edges_) {
            if (result.empty() || result.back().source != bound.edge.source ||
                result.back().target != bound.edge.target) {
                result.push_back(bound.edge);
                continue;
            }
            ++report_.edgesRepeated;
            if (result.back().weight != bound.edge.weight) {
                ++report_.edgesConflicting;
                conflicts.add({}, joined({genes_[bound.edge.source].id, genes_[bound.edge.target].id}, " "),
                              lineOf(file_, bound.line),
                              translate("Engine", "Remove the lines whose weight is wrong."));
            }
        }
        conflicts.report(
            file_,
            [](std::int64_t count, const std::string &why) {
                return translateCount("Engine",
                                      "%1 repeated interaction has another weight than before; the first "
                                      "weight was kept: %2.",
                                      "%1 repeated interactions have another weight than before; the first weight was "
                                      "kept: %2.",
                                      count, {why});
            },
            issues);
        if (report_.edgesRepeated > 0) {
            issues.push_back(noteAt(file_, translateCount("Engine", "%1 repeated interaction was merged.",
                                                          "%1 repeated interactions were merged.",
                                                          static_cast<std::int64_t>(report_.edgesRepeated))));
        }
        return result;
    }

private:
    void resolveNames()
    {
        geneOfName_.reserve(raw_.names().size());
        for (std::uint32_t name = 0; name < raw_.names().size(); ++name) {
            NamesMeaning meaning = geneOfNames(genes_, raw_.allNames(name));
            if (meaning.gene < 0 && !meaning.conflicting && !raw_.synonyms(name).empty()) {
                meaning = geneOfNames(genes_, raw_.synonyms(name));
            }
            const bool isUnknown = meaning.gene < 0 && !meaning.conflicting;
            geneOfName_.push_back(isUnknown ? matcher_.gene(raw_.names()[name]) : meaning.gene);
            conflicting_.push_back(meaning.conflicting);
        }
    }

    /// Keeps the organism whose names mean most genes; the names of the others mean none.
    void chooseOrganism()
    {
        if (raw_.organisms().size() < 2) {
            return;
        }
        std::vector<std::size_t> resolved(raw_.organisms().size(), 0);
        for (std::size_t name = 0; name < geneOfName_.size(); ++name) {
            resolved[raw_.organismOfName()[name]] += geneOfName_[name] >= 0 ? 1 : 0;
        }
        kept_ = static_cast<std::uint32_t>(std::max_element(resolved.begin(), resolved.end()) - resolved.begin());
        severalOrganisms_ = true;
    }

    bool isOther(std::uint32_t name) const { return severalOrganisms_ && raw_.organismOfName()[name] != kept_; }

    void bindEdges(bool directed)
    {
        edges_.reserve(raw_.edges().size());
        std::vector<bool> used(geneOfName_.size(), false);
        for (const RawNetwork::Edge &edge : raw_.edges()) {
            used[edge.source] = used[edge.target] = true;
            if (isOther(edge.source) || isOther(edge.target)) {
                leftOut_.add(translate("Engine", "another organism than %1", {raw_.organisms()[kept_]}),
                             raw_.organisms()[raw_.organismOfName()[isOther(edge.source) ? edge.source : edge.target]],
                             lineOf(file_, edge.line),
                             translate("Engine", "The organism whose names mean most genes of the cell was kept."));
                continue;
            }
            GeneEdge bound{geneOfName_[edge.source], geneOfName_[edge.target], edge.weight};
            if (bound.source < 0 || bound.target < 0) {
                const std::uint32_t name = bound.source < 0 ? edge.source : edge.target;
                if (conflicting_[name]) {
                    leftOut_.add(translate("Engine", "the names mean different genes"),
                                 joined(raw_.allNames(name), " = "), lineOf(file_, edge.line),
                                 translate("Engine", "Correct the names in the file or in the gene table."));
                } else {
                    leftOut_.add(translate("Engine", "gene not in this cell"), raw_.names()[name],
                                 lineOf(file_, edge.line), unknownGeneRemedy());
                }
                continue;
            }
            report_.selfLoops += bound.source == bound.target ? 1 : 0;
            if (!directed && bound.source > bound.target) {
                std::swap(bound.source, bound.target);
            }
            edges_.push_back({bound, edge.line});
        }
        report_.edgesListed = raw_.edges().size();
        report_.edgesLeftOut = raw_.edges().size() - edges_.size();
        countNames(used);
    }

    void countNames(const std::vector<bool> &used)
    {
        for (std::size_t name = 0; name < used.size(); ++name) {
            if (!used[name] || isOther(static_cast<std::uint32_t>(name))) {
                continue;
            }
            if (geneOfName_[name] >= 0) {
                ++report_.namesResolved;
            } else if (++report_.namesUnresolved <= shownUnresolved) {
                report_.firstUnresolved.push_back(raw_.names()[name].substr(0, 60));
            }
        }
    }

    /// Names that a spreadsheet has changed, with the line of their first interaction.
    void reportSpreadsheet(std::vector<Issue> &issues) const
    {
        std::vector<std::uint32_t> lines(raw_.names().size(), 0);
        for (const RawNetwork::Edge &edge : raw_.edges()) {
            for (const std::uint32_t name : {edge.source, edge.target}) {
                lines[name] = lines[name] == 0 ? edge.line : lines[name];
            }
        }
        SpreadsheetNames spreadsheet;
        for (std::size_t name = 0; name < lines.size(); ++name) {
            spreadsheet.look(raw_.names()[name], lines[name]);
        }
        spreadsheet.report(file_, genes_, issues);
    }

    const RawNetwork &raw_;
    const GeneCatalogue &genes_;
    GeneMatcher matcher_;
    const std::string &file_;
    ImportedFile &report_;
    LeftOut leftOut_;
    std::vector<bool> conflicting_;
    std::vector<GeneIndex> geneOfName_;
    bool severalOrganisms_ = false;
    std::uint32_t kept_ = 0;
    std::vector<BoundEdge> edges_;
};

} // namespace

std::size_t RawNetwork::organismNumber(std::string_view organism)
{
    if (lastOrganism_ < organisms_.size() && organisms_[lastOrganism_] == organism) {
        return lastOrganism_;
    }
    const auto found = organismNumbers_.find(organism);
    if (found != organismNumbers_.end()) {
        lastOrganism_ = found->second;
    } else {
        lastOrganism_ = organisms_.size();
        organismNumbers_.emplace(std::string(organism), static_cast<std::uint32_t>(lastOrganism_));
        organisms_.emplace_back(organism);
        numbers_.emplace_back();
    }
    return lastOrganism_;
}

std::uint32_t RawNetwork::intern(std::string_view name, std::string_view organism)
{
    const std::size_t organismIndex = organismNumber(organism);
    Numbers &numbers = numbers_[organismIndex];
    const auto found = numbers.find(name);
    if (found != numbers.end()) {
        return found->second;
    }
    const auto number = static_cast<std::uint32_t>(names_.size());
    numbers.emplace(std::string(name), number);
    names_.emplace_back(name);
    organismOfName_.push_back(static_cast<std::uint32_t>(organismIndex));
    return number;
}

void RawNetwork::addOtherNames(std::uint32_t name, std::vector<std::string> others)
{
    if (!others.empty()) {
        otherNames_.try_emplace(name, std::move(others));
    }
}

void RawNetwork::addSynonyms(std::uint32_t name, std::vector<std::string> synonyms)
{
    if (!synonyms.empty()) {
        synonyms_.try_emplace(name, std::move(synonyms));
    }
}

const std::vector<std::string> &RawNetwork::synonyms(std::uint32_t name) const
{
    static const std::vector<std::string> none;
    const auto found = synonyms_.find(name);
    return found == synonyms_.end() ? none : found->second;
}

std::vector<std::string> RawNetwork::allNames(std::uint32_t name) const
{
    std::vector<std::string> names = {names_[name]};
    if (const auto others = otherNames_.find(name); others != otherNames_.end()) {
        names.insert(names.end(), others->second.begin(), others->second.end());
    }
    return names;
}

bool RawNetwork::takeTaxaOff()
{
    const bool all = !names_.empty() && std::all_of(names_.begin(), names_.end(), [](const std::string &name) {
        return identifierKind(name) == IdentifierKind::StringProtein;
    });
    if (!all) {
        return false;
    }
    organisms_.clear();
    organismNumbers_.clear();
    numbers_.clear();
    for (std::size_t i = 0; i < names_.size(); ++i) {
        const std::size_t dot = names_[i].find('.');
        organismOfName_[i] = static_cast<std::uint32_t>(organismNumber(std::string_view(names_[i]).substr(0, dot)));
        names_[i].erase(0, dot + 1);
        numbers_[organismOfName_[i]].emplace(names_[i], static_cast<std::uint32_t>(i));
    }
    return true;
}

void RawNetwork::add(std::uint32_t source, std::uint32_t target, float weight, std::size_t line,
                     const std::string &file)
{
    if (edges_.size() == networkEdgeLimit) {
        throw InputError(errorAt(lineOf(file, line),
                                 translate("Engine", "There are more than %1 million interactions.",
                                           {std::to_string(networkEdgeLimit / 1'000'000)}),
                                 translate("Engine", "Keep those with a high score.")));
    }
    if (names_.size() > nameLimit) {
        throw InputError(errorAt(lineOf(file, line),
                                 translate("Engine", "There are more than %1 million different names.",
                                           {std::to_string(nameLimit / 1'000'000)}),
                                 translate("Engine", "Check that the columns of genes were chosen.")));
    }
    edges_.push_back({source, target, weight, static_cast<std::uint32_t>(line)});
}

void RawNetwork::add(std::string_view source, std::string_view target, float weight, std::size_t line,
                     const std::string &file)
{
    const std::uint32_t sourceNumber = intern(source);
    add(sourceNumber, intern(target), weight, line, file);
}

void RawNetwork::ignoreWeights() noexcept
{
    for (Edge &edge : edges_) {
        edge.weight = 1.0F;
    }
}

void RawNetwork::reverse() noexcept
{
    for (Edge &edge : edges_) {
        std::swap(edge.source, edge.target);
    }
}

GeneNetwork bindNetwork(const RawNetwork &raw, const std::string &type, bool directed, const GeneCatalogue &genes,
                        const std::string &file, std::vector<Issue> &issues, ImportedFile &report)
{
    NetworkBinder binder(raw, genes, file, report);
    binder.bind(directed, issues);
    GeneNetwork network(type, directed, genes.size(), binder.merged(issues));
    report.edgesKept = network.edges().size();
    return network;
}

} // namespace knockscape
