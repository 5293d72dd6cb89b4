#pragma once

#include "engine/cell/cell.h"
#include "engine/core/job_control.h"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace knockscape
{

/// Growth of one genotype by flux balance.
struct SimulatedGrowth {
    /// Optimal objective in 1/h; 0 where infeasible; NaN where the solver failed.
    double growth = 0.0;
    /// Growth relative to wild type, clamped to [0, ∞).
    double fitness = 0.0;
    /// Rows of Metabolism::reactions that the deletions block, ascending.
    std::vector<std::int32_t> blockedReactions;
    /// How many of the deleted genes the metabolic model knows; where it knows none of them, the numbers are the wild
    /// type's and say nothing about the deletion.
    std::size_t genesInModel = 0;
    /// "ok", "infeasible" (no flux distribution meets the bounds, e.g. the maintenance demand: growth is 0), that the
    /// model knows none of the deleted genes, or that no answer could be shown to be right, with NaN for the numbers.
    std::string status = "ok";
};

/// An optimum of a genotype, for genotypes that delete more.
struct KnownOptimum {
    /// 1/h; NaN where there is none to be used.
    double growth = 0.0;
    /// Per reaction.
    std::vector<bool> carriesFlux;
};

/// Fitness below this counts as no growth, as in the screens for synthetic lethality that flux balance is held to.
constexpr double LethalFitness = 0.01;

/// Where a genotype grows, by LethalFitness of the wild type on the same medium.
enum class Viability {
    Viable,         ///< on the cell's own medium
    RichMediumOnly, ///< not there, but on the rich medium of onRichMedium()
    Lethal,         ///< on neither
    Unknown         ///< the solver found no answer, or the wild type has none on the rich medium
};

/// Which of the flux distributions that a genotype could have is taken for what it does.
enum class FluxMethod {
    /// Any that grows best: the growth is the answer, the fluxes are one choice of many.
    Optimum,
    /// Of those that grow best the one with the least total flux (Lewis et al. 2010, doi:10.1038/msb.2010.47): enzymes
    /// cost. The total is unique; single fluxes need not be.
    Parsimonious,
    /// Linear MOMA: the least Σ|v − w| from w, the wild type's parsimonious fluxes (Segrè, Vitkup & Church 2002,
    /// doi:10.1073/pnas.232349399, there with squares; Becker et al. 2007, doi:10.1038/nprot.2007.99, with this sum): a
    /// cell that was not selected for its deletion changes little. Where several are as near, one that grows best.
    LinearMoma
};

/// "fba", "pfba" and "lmoma", as commands and files call the methods, and back; nothing for another text.
std::string nameOf(FluxMethod method);
std::optional<FluxMethod> fluxMethodOf(std::string_view name);

/// Growth and fluxes of one genotype.
struct SimulatedFluxes {
    /// By linear MOMA the growth of those fluxes, else the best there is.
    SimulatedGrowth growth;
    /// One per reaction, mmol/gDW/h: balanced, within the bounds, 0 where blocked. Empty where the genotype is
    /// infeasible or has no answer.
    std::vector<double> fluxes;
    /// Σ|v| over all reactions, growth and exchange too; NaN without fluxes.
    double total = 0.0;
    /// Σ|v − w| by linear MOMA; NaN otherwise.
    double distance = 0.0;
};

/// The fluxes a reaction can carry, in mmol/gDW/h; NaN where the solver found no answer.
struct FluxRange {
    double low = 0.0;
    double high = 0.0;
};

struct Explanation;

/// Flux balance analysis of gene deletions (Orth, Thiele & Palsson 2010, doi:10.1038/nbt.1614): maximise the reactions'
/// objective subject to S·v = 0 and the bounds; a deletion sets the bounds of the reactions it blocks to zero.
///
/// Solved by GLPK's dual simplex, warm-started from the wild type's basis each time, so answers do not depend on the
/// order of calls. No answer rests on the solver's word: each is shown to be the optimum, or infeasible, by arithmetic
/// of 30 digits, or has no number (engine/fba/README.md). A deletion that blocks nothing but reactions without flux in
/// the wild type's optimum leaves that optimum feasible and is answered without solving.
///
/// GLPK keeps its memory per thread: an object must be built, used and destroyed on one thread. Several threads may
/// have one each. `control` cancels (Cancelled); an answer that takes more than a minute of processor time (that of
/// the wild type: five) is given up.
class FluxBalance
{
public:
    /// Throws InputError when the cell has no reactions, no objective, bounds that contradict, or its wild type cannot
    /// grow, and EngineError when it could not be found out whether it can.
    explicit FluxBalance(std::shared_ptr<const Cell> cell, const JobControl &control = {});
    ~FluxBalance();
    FluxBalance(FluxBalance &&) noexcept;
    FluxBalance &operator=(FluxBalance &&) noexcept;

    /// Growth of the wild type in 1/h.
    double wildTypeGrowth() const;
    /// Fluxes of the wild type's optimum, one per reaction.
    const std::vector<double> &wildTypeFluxes() const;
    /// Throws InputError for a gene outside the cell's catalogue.
    SimulatedGrowth simulate(const Genotype &genotype, const JobControl &control = {});

    /// The optimum that simulate() found, to be kept for genotypes that delete more genes.
    KnownOptimum optimumOf(const Genotype &genotype, const JobControl &control = {});
    /// Growth of a genotype, given optima of parts of it: one that carries no flux through what the genotype blocks is
    /// its optimum too, and nothing is solved. Which are given changes no answer. An entry may be nullptr.
    SimulatedGrowth simulateBeside(const Genotype &genotype, std::span<const KnownOptimum *const> parts,
                                   const JobControl &control = {});

    /// Growth and fluxes by `method`. The first call for a method solves its wild type, which the object then keeps.
    SimulatedFluxes simulateFluxes(const Genotype &genotype, FluxMethod method, const JobControl &control = {});

    /// Why the genotype grows less than the wild type, and what would rescue it (engine/fba/explanation.h). The first
    /// call finds what the wild type can make, which the object then keeps. Throws as the constructor does, and
    /// Cancelled.
    Explanation explain(const Genotype &genotype, const JobControl &control = {});

    /// Metabolites that the wild type can make and the genotype cannot, even where by-products may pile up: rows of
    /// Metabolism::metabolites, ascending (Explanation::lostPilingUp).
    std::vector<std::int32_t> lostMetabolites(const Genotype &genotype, const JobControl &control = {});
    /// explain() for the wild type under other bounds of the same reactions, such as another medium's
    /// (explainMedium()).
    Explanation explainConditions(const Metabolism &conditions, const JobControl &control = {});

    /// Growth on a rich medium (onRichMedium()), fitness relative to the wild type there. The first call solves that
    /// wild type, which the object then keeps; the calls after it cost what simulate() does. Throws InputError as the
    /// constructor does, for the cell on that medium.
    SimulatedGrowth simulateOnRichMedium(const Genotype &genotype, const JobControl &control = {});
    /// Where the genotype grows; asks for the rich medium only where it does not on its own.
    Viability viability(const Genotype &genotype, const JobControl &control = {});

    /// simulate() without its short cuts: every deletion is solved, and from a basis that knows nothing of the wild
    /// type. For measuring what they are worth, and for checking.
    SimulatedGrowth simulateAfresh(const Genotype &genotype, const JobControl &control = {});

    /// Flux variability analysis (Mahadevan & Schilling 2003, doi:10.1016/j.ymben.2003.09.002): for each of `reactions`
    /// (rows of Metabolism::reactions) the smallest and largest flux of the wild type over all flux distributions that
    /// reach `fraction` of its growth. A range without 0 means that this growth needs the reaction. Throws InputError
    /// for a reaction that is not there or a fraction outside [0, 1], and Cancelled.
    std::vector<FluxRange> variability(const std::vector<std::int32_t> &reactions, double fraction = 1.0,
                                       const JobControl &control = {});
    /// The same for a genotype and its own growth; NaN where it is infeasible or has no answer.
    std::vector<FluxRange> variability(const Genotype &genotype, const std::vector<std::int32_t> &reactions,
                                       double fraction = 1.0, const JobControl &control = {});

    /// Growth of `genotype` in 1/h by another method: the simplex method in rational arithmetic, which knows no
    /// rounding, on a problem built afresh, with every bound as it is and the coefficients as decimal fractions.
    /// Milliseconds to seconds for a genome; for checking. NaN where it found no answer, 0 where infeasible.
    double growthByExactArithmetic(const Genotype &genotype, const JobControl &control = {});

private:
    struct Problem;
    std::unique_ptr<Problem> problem_;
};

} // namespace knockscape
