#include "engine/cell/importers/metabolic_model.h"

#include "engine/core/translate.h"
#include "engine/core/translate_count.h"

#ifdef KNOCKSCAPE_SBML
#include "engine/cell/gene_rule.h"
#include "engine/cell/importers/character_codes.h"
#include "engine/cell/importers/sbml_enzymes.h"
#include "engine/cell/importers/sbml_fluxes.h"
#include "engine/cell/importers/sbml_notes.h"
#include "engine/cell/importers/sbml_numbers.h"
#include "engine/cell/importers/sbml_outline.h"
#include "engine/cell/importers/sbml_types.h"
#include "engine/cell/left_out.h"
#include "engine/core/text.h"

#include <sbml/packages/comp/common/CompExtensionTypes.h>
#include <sbml/packages/fbc/common/FbcExtensionTypes.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>
#include <unordered_map>

LIBSBML_CPP_NAMESPACE_USE
#endif

namespace knockscape
{

#ifdef KNOCKSCAPE_SBML

namespace
{

/// Elements that the library is given at most: it takes half a kilobyte for most, four for a species. The model of
/// yeast has 40,000 with its annotations.
constexpr std::size_t sbmlElementLimit = 250'000;

class SbmlImporter
{
public:
    SbmlImporter(const ImportFile &file, std::vector<Issue> &issues) : file_(file), issues_(issues) {}

    MetabolicModel read(const SbmlOutline &outline)
    {
        document_.reset(readSBMLFromString(outline.xml.c_str()));
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
        numbers_ = std::make_unique<SbmlNumbers>(*model_);
        enzymes_ = std::make_unique<SbmlEnzymes>(*model_, outline);
        fluxes_ = std::make_unique<SbmlFluxes>(*model_, *numbers_, file_.name, issues_);
        for (unsigned i = 0; i < model_->getNumCompartments(); ++i) {
            result_.compartmentNames[model_->getCompartment(i)->getId()] = model_->getCompartment(i)->getName();
        }
        readMetabolites(outline);
        readGenes(outline);
        readReactions(outline);
        fluxes_->finish(result_.metabolism.reactions, rows_);
        for (ModelGene &gene : enzymes_->genes()) {
            result_.genes.push_back(std::move(gene));
        }
        enzymes_->report(file_.name, issues_);
        charges_.report(file_.name, chargesNotKnown, issues_);
        stoichiometry_.report(
            file_.name,
            [](std::int64_t count, const std::string &why) {
                return translateCount("Engine", "%1 coefficient is a formula without a value and was read as 1: %2.",
                                      "%1 coefficients are formulas without a value and were read as 1: %2.", count,
                                      {why});
            },
            issues_);
        fluxes_->report(result_.metabolism.reactions);
        return std::move(result_);
    }

private:
    [[noreturn]] void fail(const std::string &element, const std::string &what, const std::string &remedy) const
    {
        throw InputError(errorAt(element.empty() ? file_.name : file_.name + ", " + element, what, remedy));
    }

    static std::string described(const SBMLError &error)
    {
        // First the rule of the format and where it is written, then what is wrong here: that is what can be acted on.
        std::string message(trimmed(error.getMessage()));
        const std::size_t reference = message.find("Reference: ");
        const std::size_t here = message.find('\n', reference);
        if (reference != std::string::npos && here != std::string::npos) {
            const std::string specific(trimmed(std::string_view(message).substr(here)));
            message = specific.empty() ? message : specific;
        }
        message = message.substr(0, message.find("Reference: "));
        std::replace(message.begin(), message.end(), '\n', ' ');
        return std::string(trimmed(message.substr(0, 300)));
    }

    /// XML that cannot be read is fatal; other errors are reported, and what depends on them is checked later.
    void checkErrors()
    {
        std::size_t others = 0;
        std::string first;
        std::string firstPlace;
        for (unsigned i = 0; i < document_->getNumErrors(); ++i) {
            const SBMLError *error = document_->getError(i);
            if (error->getSeverity() < LIBSBML_SEV_ERROR) {
                continue;
            }
            const std::string where = file_.at(error->getLine());
            // A declaration or an element that says less than it should is no reason to refuse well-formed XML: what is
            // missing and needed is missed where it is read.
            const bool harmless = error->getErrorId() == MissingXMLEncoding || error->getErrorId() == MissingXMLDecl ||
                                  error->getErrorId() == MissingXMLRequiredAttribute;
            if (!harmless &&
                (error->isXML() || error->getSeverity() == LIBSBML_SEV_FATAL || document_->getModel() == nullptr)) {
                throw InputError(errorAt(
                    where, translate("Engine", "The model cannot be read from here on: %1", {described(*error)}),
                    translate("Engine", "Export the model again; the validator of sbml.org says what is wrong with a "
                                        "file.")));
            }
            if (others++ == 0) {
                first = described(*error);
                firstPlace = where;
            }
        }
        if (others > 0) {
            issues_.push_back(warningAt(
                firstPlace,
                translateCount("Engine", "The model breaks a rule of SBML in %1 place and was read all the same: %2",
                               "The model breaks rules of SBML in %1 places and was read all the same; the first: %2",
                               static_cast<std::int64_t>(others), {first}),
                translate("Engine", "Check that this part of the model is as you know it; the validator of sbml.org "
                                    "lists all of them.")));
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

    static std::string annotationsOf(const SbmlOutline &outline, const std::string &id)
    {
        const auto found = outline.entries.find(id);
        return found == outline.entries.end() ? std::string() : joinedEntries(found->second);
    }

    void readMetabolites(const SbmlOutline &outline)
    {
        std::vector<std::string> ids;
        std::vector<unsigned> places;
        for (unsigned i = 0; i < model_->getNumSpecies(); ++i) {
            const std::string id = model_->getSpecies(i)->getId();
            if (!enzymes_->isEnzyme(id)) {
                ids.push_back(id);
                places.push_back(i);
            }
        }
        const std::vector<std::string> plain = plainSbmlIds(ids, "M_");
        for (unsigned i = 0; i < ids.size(); ++i) {
            const Species *species = model_->getSpecies(places[i]);
            if (species->getBoundaryCondition()) {
                metabolites_[species->getId()] = -1;
                continue;
            }
            Metabolite metabolite;
            metabolite.id = plain[i];
            metabolite.name = species->getName();
            metabolite.compartment = species->getCompartment();
            metabolite.annotations = annotationsOf(outline, species->getId());
            const SbmlNotes notes = species->isSetNotes() ? SbmlNotes(species->getNotes()->toXMLString()) : SbmlNotes();
            metabolite.formula = notes.value("FORMULA");
            std::optional<double> charge = parseNumber(notes.value("CHARGE"));
            if (model_->getLevel() < 3 && species->isSetCharge()) {
                charge = species->getCharge();
            }
            if (const auto *fbc = dynamic_cast<const FbcSpeciesPlugin *>(species->getPlugin("fbc"))) {
                metabolite.formula = fbc->isSetChemicalFormula() ? fbc->getChemicalFormula() : metabolite.formula;
                charge = fbc->isSetCharge() ? std::optional<double>(fbc->getCharge()) : charge;
            }
            if (charge && !std::isnan(*charge)) {
                metabolite.charge = plausibleCharge(*charge);
                if (!metabolite.charge) {
                    charges_.add({}, formatNumber(*charge), file_.at(species->getLine()));
                }
            }
            metabolites_[species->getId()] = static_cast<std::int32_t>(result_.metabolism.metabolites.size());
            result_.metabolism.metabolites.push_back(std::move(metabolite));
        }
    }

    void readGenes(const SbmlOutline &outline)
    {
        std::vector<std::string> ids;
        for (unsigned i = 0; fbc_ != nullptr && i < fbc_->getNumGeneProducts(); ++i) {
            ids.push_back(fbc_->getGeneProduct(i)->getId());
        }
        const std::vector<std::string> plain = plainSbmlIds(ids, "G_");
        for (unsigned i = 0; i < ids.size(); ++i) {
            const GeneProduct *source = fbc_->getGeneProduct(i);
            ModelGene gene;
            gene.id = plain[i];
            gene.name = source->getName();
            if (const std::string label = source->getLabel(); !label.empty() && label != ids[i] && label != gene.id) {
                gene.otherNames.push_back(label);
                gene.name = gene.name.empty() ? label : gene.name;
            }
            if (const auto names = outline.names.find(ids[i]); names != outline.names.end()) {
                gene.otherNames.insert(gene.otherNames.end(), names->second.begin(), names->second.end());
            }
            geneIds_[ids[i]] = gene.id;
            result_.genes.push_back(std::move(gene));
        }
    }

    void readReactions(const SbmlOutline &outline)
    {
        std::vector<std::string> ids;
        for (unsigned i = 0; i < model_->getNumReactions(); ++i) {
            ids.push_back(model_->getReaction(i)->getId());
        }
        const std::vector<std::string> plain = plainSbmlIds(ids, "R_");
        for (unsigned i = 0; i < ids.size(); ++i) {
            const auto rule = outline.rules.find(ids[i]);
            readReaction(*model_->getReaction(i), plain[i], rule == outline.rules.end() ? nullptr : &rule->second);
            result_.metabolism.reactions.back().annotations = annotationsOf(outline, ids[i]);
        }
    }

    /// `rule` is that of the fbc package, if there is one.
    void readReaction(const SbmlReaction &source, const std::string &id, const std::string *rule)
    {
        knockscape::Reaction reaction;
        reaction.id = id;
        reaction.name = source.getName();
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
        fluxes_->read(source, result_.metabolism.reactions.size(), reaction);
        if (rule != nullptr && !rule->empty()) {
            reaction.ruleText = renamedRule(*rule, [&](const std::string &gene) {
                const auto found = geneIds_.find(gene);
                return found == geneIds_.end() ? gene : found->second;
            });
        }
        if (reaction.ruleText.empty()) {
            reaction.ruleText = enzymes_->rule(source);
        }
        // "biomass production" of the Systems Biology Ontology.
        if (source.getSBOTerm() == 629) {
            result_.growthReactions.push_back(reaction.id);
        }
        rows_[source.getId()] = result_.metabolism.reactions.size();
        result_.metabolism.reactions.push_back(std::move(reaction));
    }

    void addSpecies(knockscape::Reaction &reaction, const SpeciesReference &reference, double sign,
                    const std::string &element)
    {
        const auto found = metabolites_.find(reference.getSpecies());
        if (found == metabolites_.end()) {
            fail(element,
                 translate("Engine", "It converts the species %1, which the model does not list.",
                           {reference.getSpecies()}),
                 translate("Engine", "Add it to the list of species, or correct the id."));
        }
        const std::optional<double> stoichiometry = numbers_->stoichiometry(reference);
        if (!stoichiometry) {
            stoichiometry_.add({}, reaction.id, file_.at(reference.getLine()),
                               translate("Engine", "Write the numbers into the model."));
        }
        if (found->second >= 0) {
            reaction.terms.push_back({found->second, sign * stoichiometry.value_or(1.0)});
        }
    }

    const ImportFile &file_;
    std::vector<Issue> &issues_;
    std::unique_ptr<SBMLDocument> document_;
    Model *model_ = nullptr;
    FbcModelPlugin *fbc_ = nullptr;
    MetabolicModel result_;
    std::unique_ptr<SbmlNumbers> numbers_;
    std::unique_ptr<SbmlEnzymes> enzymes_;
    std::unique_ptr<SbmlFluxes> fluxes_;
    LeftOut charges_;
    LeftOut stoichiometry_;
    std::unordered_map<std::string, std::int32_t> metabolites_;
    /// Plain id by the id in the file.
    std::unordered_map<std::string, std::string> geneIds_;
    std::unordered_map<std::string, std::size_t> rows_;
};

} // namespace

MetabolicModel readSbmlModel(const ImportFile &file, std::vector<Issue> &issues)
{
    if (file.content.find('\0') != std::string::npos) {
        throw InputError(errorAt(file.name,
                                 translate("Engine", "There is a zero byte: the file is damaged or not SBML."),
                                 translate("Engine", "Download or export the model again.")));
    }
    MetabolicModel model = SbmlImporter(file, issues).read(readSbmlOutline(file, sbmlElementLimit));
    finishModel(model, file.name, issues);
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
