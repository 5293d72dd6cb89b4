#include "engine/cell/importers/metabolic_model.h"

#include "engine/core/translate.h"

#ifdef KNOCKSCAPE_SBML
#include "engine/cell/importers/gene_matcher.h"
#include "engine/cell/importers/sbml_notes.h"
#include "engine/cell/importers/xml_reader.h"
#include "engine/core/text.h"

// First: the headers of the packages depend on it.
#include <sbml/SBMLTypes.h>

#include <sbml/packages/comp/common/CompExtensionTypes.h>
#include <sbml/packages/fbc/common/FbcExtensionTypes.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <optional>
#include <unordered_map>

LIBSBML_CPP_NAMESPACE_USE

// Outside of our namespace, which has a Reaction too.
using SbmlReaction = LIBSBML_CPP_NAMESPACE_QUALIFIER Reaction;
#endif

namespace knockscape
{

#ifdef KNOCKSCAPE_SBML

namespace
{

/// Elements that the library is given at most: it takes half a kilobyte for most, four for a species. The model of
/// yeast has 40,000 with its annotations.
constexpr std::size_t elementLimit = 250'000;

/// `id` without the prefix and with "__45__" as the character it stands for.
std::string cleanId(const std::string &id, std::string_view prefix)
{
    const std::string_view name = id;
    const bool prefixed = name.starts_with(prefix) && name.size() > prefix.size();
    // decodedGeneName takes off a "G_" of its own, which here belongs to the name.
    return decodedGeneName("G_" + std::string(prefixed ? name.substr(prefix.size()) : name));
}

class SbmlImporter
{
public:
    SbmlImporter(const ImportFile &file, std::vector<Issue> &issues) : file_(file), issues_(issues) {}

    /// `xml` is the file's content without what nobody needs.
    MetabolicModel read(const std::string &xml)
    {
        document_.reset(readSBMLFromString(xml.c_str()));
        checkErrors();
        model_ = document_->getModel();
        if (model_ == nullptr) {
            fail({}, translate("Engine", "There is no model in the file."),
                 translate("Engine", "Choose an SBML model."));
        }
        checkSubmodels();
        fbc_ = dynamic_cast<FbcModelPlugin *>(model_->getPlugin("fbc"));
        result_.format = translate("Engine", "SBML Level %1", {std::to_string(document_->getLevel())});
        if (fbc_ != nullptr) {
            result_.format += ", fbc " + std::to_string(fbc_->getPackageVersion());
        }
        result_.name = model_->isSetName() ? model_->getName() : model_->getId();
        readMetabolites();
        readGenes();
        for (unsigned i = 0; i < model_->getNumParameters(); ++i) {
            const Parameter *parameter = model_->getParameter(i);
            parameters_[parameter->getId()] = parameter;
        }
        for (unsigned i = 0; i < model_->getNumReactions(); ++i) {
            readReaction(*model_->getReaction(i));
        }
        readVersion1Bounds();
        readObjective();
        leftOut_.report(file_.name, translate("Engine", "things"), issues_);
        doubtful_.report(file_.name, translate("Engine", "flux bounds"), issues_);
        return std::move(result_);
    }

private:
    [[noreturn]] void fail(const std::string &element, const std::string &what, const std::string &remedy) const
    {
        throw InputError(errorAt(element.empty() ? file_.name : file_.name + ", " + element, what, remedy));
    }

    static std::string described(const SBMLError &error)
    {
        std::string message(trimmed(error.getMessage()));
        std::replace(message.begin(), message.end(), '\n', ' ');
        return message.substr(0, 300);
    }

    /// XML that cannot be read is fatal; other errors are reported, and what depends on them is checked later.
    void checkErrors()
    {
        std::size_t others = 0;
        for (unsigned i = 0; i < document_->getNumErrors(); ++i) {
            const SBMLError *error = document_->getError(i);
            if (error->getSeverity() < LIBSBML_SEV_ERROR) {
                continue;
            }
            const std::string where = file_.at(error->getLine());
            // A declaration that says less than it should is no reason to refuse well-formed XML.
            const bool harmless = error->getErrorId() == MissingXMLEncoding || error->getErrorId() == MissingXMLDecl;
            if (!harmless && (error->isXML() || error->getSeverity() == LIBSBML_SEV_FATAL ||
                              error->getErrorId() == NotSchemaConformant)) {
                throw InputError(errorAt(where, described(*error), translate("Engine", "Correct the SBML file.")));
            }
            if (++others <= 3) {
                issues_.push_back(warningAt(where, described(*error)));
            }
        }
        if (others > 3) {
            issues_.push_back(warningAt(
                file_.name, translate("Engine", "There are %1 more such errors.", {std::to_string(others - 3)})));
        }
    }

    void checkSubmodels() const
    {
        const auto *comp = dynamic_cast<const CompModelPlugin *>(model_->getPlugin("comp"));
        if (comp != nullptr && comp->getNumSubmodels() > 0) {
            fail({}, translate("Engine", "The model is composed of submodels (comp package)."),
                 translate("Engine", "Flatten it first, for example with libSBML's flattenModel."));
        }
    }

    void readMetabolites()
    {
        for (unsigned i = 0; i < model_->getNumSpecies(); ++i) {
            const Species *species = model_->getSpecies(i);
            if (species->getBoundaryCondition()) {
                metabolites_[species->getId()] = -1;
                continue;
            }
            Metabolite metabolite;
            metabolite.id = cleanId(species->getId(), "M_");
            metabolite.name = species->getName();
            metabolite.compartment = species->getCompartment();
            const SbmlNotes notes = species->isSetNotes() ? SbmlNotes(species->getNotes()->toXMLString()) : SbmlNotes();
            metabolite.formula = notes.value("FORMULA");
            if (const auto charge = parseInteger(notes.value("CHARGE")); charge && std::abs(*charge) < 10'000) {
                metabolite.charge = static_cast<int>(*charge);
            }
            if (model_->getLevel() < 3 && species->isSetCharge()) {
                metabolite.charge = species->getCharge();
            }
            if (const auto *fbc = dynamic_cast<const FbcSpeciesPlugin *>(species->getPlugin("fbc"))) {
                metabolite.formula = fbc->isSetChemicalFormula() ? fbc->getChemicalFormula() : metabolite.formula;
                metabolite.charge = fbc->isSetCharge() ? std::optional<int>(fbc->getCharge()) : metabolite.charge;
            }
            metabolites_[species->getId()] = static_cast<std::int32_t>(result_.metabolism.metabolites.size());
            result_.metabolism.metabolites.push_back(std::move(metabolite));
        }
    }

    void readGenes()
    {
        for (unsigned i = 0; fbc_ != nullptr && i < fbc_->getNumGeneProducts(); ++i) {
            const GeneProduct *gene = fbc_->getGeneProduct(i);
            std::string label = decodedGeneName(gene->isSetLabel() ? gene->getLabel() : gene->getId());
            // Rules are text in which blanks and parentheses separate names.
            std::replace_if(
                label.begin(), label.end(),
                [](char c) { return std::string_view(" \t\r\n()&|").find(c) != std::string_view::npos; }, '_');
            if (gene->isSetName()) {
                result_.geneNames[label] = gene->getName();
            }
            geneLabels_[gene->getId()] = std::move(label);
        }
    }

    void readReaction(const SbmlReaction &source)
    {
        knockscape::Reaction reaction;
        reaction.id = cleanId(source.getId(), "R_");
        reaction.name = source.getName();
        // Default of the COBRA toolbox where a file gives no bounds.
        reaction.lowerBound = source.getReversible() ? -1000.0 : 0.0;
        reaction.upperBound = 1000.0;
        const std::string element = translate("Engine", "reaction %1", {source.getId()});
        for (unsigned i = 0; i < source.getNumReactants(); ++i) {
            addSpecies(reaction, *source.getReactant(i), -1.0, element);
        }
        for (unsigned i = 0; i < source.getNumProducts(); ++i) {
            addSpecies(reaction, *source.getProduct(i), 1.0, element);
        }
        reaction.terms = summedTerms(reaction.terms);
        const SbmlNotes notes =
            source.isSetNotes() ? SbmlNotes(const_cast<SbmlReaction &>(source).getNotes()->toXMLString()) : SbmlNotes();
        reaction.ruleText = notes.value("GENE_ASSOCIATION");
        reaction.subsystem = notes.value("SUBSYSTEM");
        readKineticLaw(source, reaction);
        if (const auto *fbc = dynamic_cast<const FbcReactionPlugin *>(source.getPlugin("fbc"))) {
            if (fbc->isSetLowerFluxBound()) {
                reaction.lowerBound = bound(fbc->getLowerFluxBound(), reaction.lowerBound, reaction.id);
            }
            if (fbc->isSetUpperFluxBound()) {
                reaction.upperBound = bound(fbc->getUpperFluxBound(), reaction.upperBound, reaction.id);
            }
            if (fbc->isSetGeneProductAssociation() && fbc->getGeneProductAssociation()->getAssociation() != nullptr) {
                reaction.ruleText = ruleText(*fbc->getGeneProductAssociation()->getAssociation(), element);
            }
        }
        rows_[source.getId()] = result_.metabolism.reactions.size();
        result_.metabolism.reactions.push_back(std::move(reaction));
    }

    void addSpecies(knockscape::Reaction &reaction, const SpeciesReference &reference, double sign,
                    const std::string &element)
    {
        const auto found = metabolites_.find(reference.getSpecies());
        if (found == metabolites_.end()) {
            fail(element, translate("Engine", "The species %1 does not exist.", {reference.getSpecies()}),
                 translate("Engine", "Add it to the list of species or correct the id."));
        }
        if (reference.isSetStoichiometryMath()) {
            leftOut_.add(translate("Engine", "stoichiometry given by a formula"), reaction.id,
                         file_.at(reference.getLine()));
        }
        if (found->second >= 0) {
            const double stoichiometry = reference.getStoichiometry();
            reaction.terms.push_back({found->second, sign * (std::isnan(stoichiometry) ? 1.0 : stoichiometry)});
        }
    }

    /// Value of a flux bound; where the file has none, the default is taken and reported.
    double bound(const std::string &parameter, double usual, const std::string &reaction)
    {
        const auto found = parameters_.find(parameter);
        if (found != parameters_.end() && found->second->isSetValue() && !std::isnan(found->second->getValue())) {
            return found->second->getValue();
        }
        doubtful_.add(translate("Engine", "the parameter has no value, %1 was taken", {formatNumber(usual)}), parameter,
                      translate("Engine", "reaction %1", {reaction}));
        return usual;
    }

    /// Bounds and objective as Level 2 files of the COBRA toolbox carry them.
    static void readKineticLaw(const SbmlReaction &source, knockscape::Reaction &reaction)
    {
        const KineticLaw *law = source.getKineticLaw();
        for (unsigned i = 0; law != nullptr && i < law->getNumParameters(); ++i) {
            const Parameter *parameter = law->getParameter(i);
            if (!parameter->isSetValue() || std::isnan(parameter->getValue())) {
                continue;
            }
            if (parameter->getId() == "LOWER_BOUND") {
                reaction.lowerBound = parameter->getValue();
            } else if (parameter->getId() == "UPPER_BOUND") {
                reaction.upperBound = parameter->getValue();
            } else if (parameter->getId() == "OBJECTIVE_COEFFICIENT") {
                reaction.objective = parameter->getValue();
            }
        }
    }

    /// The association as a rule; its depth is bounded by checkXml.
    std::string ruleText(const FbcAssociation &association, const std::string &element) const
    {
        if (const auto *reference = dynamic_cast<const GeneProductRef *>(&association)) {
            const auto found = geneLabels_.find(reference->getGeneProduct());
            return found != geneLabels_.end() ? found->second : decodedGeneName(reference->getGeneProduct());
        }
        const auto *conjunction = dynamic_cast<const FbcAnd *>(&association);
        const auto *disjunction = dynamic_cast<const FbcOr *>(&association);
        if (conjunction == nullptr && disjunction == nullptr) {
            fail(element, translate("Engine", "The gene association cannot be read."),
                 translate("Engine", "Use and, or and geneProductRef."));
        }
        const unsigned count =
            conjunction != nullptr ? conjunction->getNumAssociations() : disjunction->getNumAssociations();
        std::string text;
        for (unsigned i = 0; i < count; ++i) {
            const FbcAssociation *part =
                conjunction != nullptr ? conjunction->getAssociation(i) : disjunction->getAssociation(i);
            const bool nested = dynamic_cast<const GeneProductRef *>(part) == nullptr;
            text += i == 0 ? "" : conjunction != nullptr ? " and " : " or ";
            text += nested ? "(" : "";
            text += ruleText(*part, element);
            text += nested ? ")" : "";
        }
        return text;
    }

    void readVersion1Bounds()
    {
        for (unsigned i = 0; fbc_ != nullptr && i < fbc_->getNumFluxBounds(); ++i) {
            FluxBound *bound = fbc_->getFluxBound(i);
            const auto found = rows_.find(bound->getReaction());
            if (found == rows_.end() || std::isnan(bound->getValue())) {
                fail(translate("Engine", "flux bound of %1", {bound->getReaction()}),
                     translate("Engine", "The reaction does not exist or the bound has no value."),
                     translate("Engine", "Correct the list of flux bounds."));
            }
            knockscape::Reaction &reaction = result_.metabolism.reactions[found->second];
            const std::string operation = bound->getOperation();
            if (operation != "lessEqual") {
                reaction.lowerBound = bound->getValue();
            }
            if (operation != "greaterEqual") {
                reaction.upperBound = bound->getValue();
            }
        }
    }

    void readObjective()
    {
        Objective *objective = fbc_ != nullptr ? fbc_->getActiveObjective() : nullptr;
        if (objective == nullptr && fbc_ != nullptr && fbc_->getNumObjectives() > 0) {
            objective = fbc_->getObjective(0);
        }
        for (unsigned i = 0; objective != nullptr && i < objective->getNumFluxObjectives(); ++i) {
            const FluxObjective *flux = objective->getFluxObjective(i);
            const auto found = rows_.find(flux->getReaction());
            if (found == rows_.end()) {
                issues_.push_back(
                    warningAt(file_.name, translate("Engine", "The objective names a reaction %1 that does not exist.",
                                                    {flux->getReaction()})));
                continue;
            }
            const double sign = objective->getType() == "minimize" ? -1.0 : 1.0;
            const double coefficient = std::isnan(flux->getCoefficient()) ? 1.0 : flux->getCoefficient();
            result_.metabolism.reactions[found->second].objective = sign * coefficient;
        }
    }

    const ImportFile &file_;
    std::vector<Issue> &issues_;
    std::unique_ptr<SBMLDocument> document_;
    Model *model_ = nullptr;
    FbcModelPlugin *fbc_ = nullptr;
    MetabolicModel result_;
    LeftOut leftOut_;
    LeftOut doubtful_;
    std::unordered_map<std::string, std::int32_t> metabolites_;
    std::unordered_map<std::string, std::string> geneLabels_;
    std::unordered_map<std::string, const Parameter *> parameters_;
    std::unordered_map<std::string, std::size_t> rows_;
};

} // namespace

MetabolicModel readSbmlModel(const ImportFile &file, std::vector<Issue> &issues)
{
    if (file.content.find('\0') != std::string::npos) {
        throw InputError(errorAt(file.name, translate("Engine", "There is a NUL byte: this is not an SBML file."),
                                 translate("Engine", "Choose an SBML model.")));
    }
    // Annotations are half of many files, and the library takes a hundred times their size. The check comes before it
    // also because it is less careful with nesting and entities.
    const std::string xml = withoutElements(file.content, "annotation", elementLimit, file.name);
    MetabolicModel model = SbmlImporter(file, issues).read(xml);
    checkModel(model, file.name);
    return model;
}

#else

MetabolicModel readSbmlModel(const ImportFile &file, std::vector<Issue> &)
{
    throw InputError(errorAt(file.name, translate("Engine", "This build cannot read SBML (no libsbml)."),
                             translate("Engine", "Use a COBRA JSON model, or build with libsbml.")));
}

#endif

} // namespace knockscape
