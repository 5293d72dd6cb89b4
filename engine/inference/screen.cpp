#include "engine/inference/screen.h"

#include "engine/core/files.h"
#include "engine/core/issue.h"
#include "engine/core/prediction_intervals.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/inference/default_ranking.h"
#include "engine/inference/screen_expression.h"
#include "engine/inference/screen_json.h"
#include "engine/inference/screen_matrix.h"
#include "engine/inference/simulated_predictor.h"

#include <algorithm>
#include <chrono>
#include <future>
#include <optional>
#include <ostream>

namespace knockscape
{

namespace
{

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// The request's expressions, parsed.
struct Expressions {
    ScreenExpression by;
    std::optional<ScreenExpression> where;
    std::vector<ScreenExpression> columns;
};

/// The expression that the request ranks by.
std::string rankingOf(const Predictor &predictor, const ScreenRequest &request)
{
    return trimmed(request.by).empty() ? chooseRanking(predictor.models(), *request.source).by : request.by;
}

/// The support below which genotypes rank last.
std::int64_t floorOf(const ScreenExpression &by, const ScreenRequest &request)
{
    return by.reads("support") ? 0 : request.minSupport;
}

ScreenExpression parsed(const std::string &text, const std::string &where, const Predictor &predictor,
                        const std::shared_ptr<const PredictionIntervals> &intervals)
{
    ScreenExpression expression = ScreenExpression::parse(text, where, intervals);
    if (expression.needsIntervals() && !intervals->any()) {
        throw InputError(errorAt(where, intervals->reason()));
    }
    if (expression.needsEnsemble() && predictor.models().size() < 2) {
        throw InputError(errorAt(where, translate("Engine", "A spread needs several models."),
                                 translate("Engine", "Name more models, or leave fitness_sd and interaction_sd out.")));
    }
    if (predictor.models().empty() && expression.reads("interaction")) {
        throw InputError(errorAt(where, translate("Engine", "Simulated growth has no interaction score."),
                                 translate("Engine", "Use epistasis: simulated fitness less expected fitness.")));
    }
    return expression;
}

Expressions parsed(const Predictor &predictor, const ScreenRequest &request)
{
    const auto intervals = std::make_shared<const PredictionIntervals>(predictor.models());
    Expressions expressions{parsed(rankingOf(predictor, request), "--by", predictor, intervals), {}, {}};
    if (!trimmed(request.where).empty()) {
        expressions.where = parsed(request.where, "--where", predictor, intervals);
    }
    // Without an array nobody chose its columns.
    for (const std::string &column :
         request.matrix.empty() && predictor.models().empty() ? std::vector<std::string>() : request.matrixColumns) {
        expressions.columns.push_back(parsed(column, "--matrix-columns", predictor, intervals));
    }
    return expressions;
}

/// Adds a block of predictions to what a screen has gathered.
void gather(const PredictionBlock &block, const Expressions &expressions, ScreenState &state)
{
    for (std::size_t row = 0; row < block.size(); ++row) {
        const Prediction &prediction = block.predictions[row];
        const auto genes = block.genesOf(row);
        const std::uint64_t index = block.first + row;
        const double key = expressions.by.value(prediction, genes.size());
        const bool hit = !expressions.where || expressions.where->holds(prediction, genes.size());
        const bool lacksSupport = prediction.lacksSupport(state.top.minSupport());
        if (hit) {
            ++state.hits;
            state.unsupported += lacksSupport ? 1 : 0;
            state.top.add({index, key, prediction});
        }
        state.histograms[0].add(prediction.fitness, hit);
        state.histograms[1].add(prediction.interaction, hit);
        state.histograms[2].add(prediction.epistasis(), hit);
        if (state.genes.empty()) {
            continue;
        }
        for (const GeneIndex gene : genes) {
            GeneSummary &summary = state.genes[static_cast<std::size_t>(gene)];
            ++summary.genotypes;
            summary.hits += hit ? 1 : 0;
            summary.fitness += prediction.fitness;
            summary.interaction += prediction.interaction;
            summary.epistasis += prediction.epistasis();
            summary.see(key, index, !lacksSupport);
        }
    }
    state.done += block.size();
}

/// Runs `work`, which waits for the disk, on a thread of its own, so that the person who ticks genes meanwhile is
/// answered.
template <typename Work>
void besideYielding(const ScreenRequest &request, Work work)
{
    if (!request.yield) {
        work();
        return;
    }
    std::future<void> done = std::async(std::launch::async, std::move(work));
    while (done.wait_for(std::chrono::milliseconds(1)) != std::future_status::ready) {
        request.yield();
    }
    done.get();
}

/// Stores the state of a screen and finds it again. The first line says which screen it belongs to.
class Checkpoint
{
public:
    Checkpoint(const ScreenRequest &request, std::string fingerprint)
        : path_(request.checkpoint), least_(request.secondsBetweenCheckpoints),
          heading_("knockscape-screen 1 " + std::move(fingerprint) + " " + std::to_string(request.range.first) + " " +
                   std::to_string(request.range.count) + "\n")
    {
    }

    std::optional<ScreenState> read() const
    {
        std::error_code ignored;
        if (path_.empty() || !std::filesystem::exists(path_, ignored)) {
            return std::nullopt;
        }
        const std::string content = readFile(path_);
        if (!content.starts_with(heading_)) {
            throw InputError(
                errorAt(path_.string(),
                        translate("Engine", "The unfinished screen stored here is not the one that was asked for."),
                        translate("Engine", "Ask for the same models, cell, genotypes, filter, columns and part, or "
                                            "delete the file and start again.")));
        }
        return parseScreenState(std::string_view(content).substr(heading_.size()), path_.string());
    }

    /// Writes a copy of the state while the screen goes on: often enough to lose little, seldom enough to cost little.
    void writeWhenDue(const ScreenState &state, ScreenMatrix *matrix)
    {
        if (path_.empty()) {
            return;
        }
        if (writing_.valid()) {
            if (writing_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) {
                return;
            }
            writing_.get();
            last_ = Clock::now();
        }
        if (secondsSince(last_) > std::max(least_, 20.0 * cost_)) {
            writing_ = std::async(std::launch::async, [this, state, matrix] { write(state, matrix); });
        }
    }

    /// Behind one that is being written; may be called on another thread.
    void writeNow(const ScreenState &state, ScreenMatrix *matrix)
    {
        wait();
        if (!path_.empty()) {
            write(state, matrix);
        }
    }

    void wait()
    {
        if (writing_.valid()) {
            writing_.get();
        }
    }

private:
    void write(const ScreenState &state, ScreenMatrix *matrix)
    {
        const Clock::time_point start = Clock::now();
        if (matrix != nullptr) {
            matrix->flush(); // what the state calls done must be on disk before it
        }
        writeFileAtomically(path_, [&](std::ostream &stream) { stream << heading_ << toJson(state); });
        cost_ = secondsSince(start);
    }

    std::filesystem::path path_;
    double least_;
    std::string heading_;
    Clock::time_point last_ = Clock::now();
    double cost_ = 0.0;
    std::future<void> writing_; ///< last: its end is waited for before anything it uses goes
};

/// Batches that take a few milliseconds, whatever the model's size and the machine's load; shorter ones where a person
/// may wait for the next yield.
class BatchSize
{
public:
    BatchSize(const EvaluatorFacts &facts, bool yields)
        : size_(facts.batch), adapts_(facts.adaptsBatch), longest_(yields ? 0.0025 : 0.005)
    {
    }

    std::uint64_t size() const noexcept { return size_; }
    void took(double seconds)
    {
        if (adapts_ && seconds > longest_ && size_ > 256) {
            size_ /= 2;
        } else if (adapts_ && seconds < 0.4 * longest_ && size_ < 65536) {
            size_ *= 2;
        }
    }

private:
    std::uint64_t size_;
    bool adapts_;
    double longest_;
};

std::vector<Prediction> singlesOf(Predictor &predictor, const Combinations &combinations)
{
    PredictionBlock block;
    predictor.openScreen(std::make_shared<Combinations>(combinations.panel(), 1))
        ->evaluate({0, combinations.panel().size()}, block);
    return block.predictions;
}

std::unique_ptr<ScreenMatrix> openMatrix(Predictor &predictor, const ScreenRequest &request,
                                         const Expressions &expressions, bool keep)
{
    if (request.matrix.empty()) {
        return nullptr;
    }
    std::vector<Prediction> diagonal;
    if (ScreenMatrix::isSquare(request)) {
        diagonal = singlesOf(predictor, *request.source->combinations());
        if (request.yield) {
            request.yield();
        }
    }
    std::unique_ptr<ScreenMatrix> matrix;
    besideYielding(request,
                   [&] { matrix = std::make_unique<ScreenMatrix>(request, expressions.columns, diagonal, keep); });
    return matrix;
}

} // namespace

std::string screenFingerprint(const Predictor &predictor, const ScreenRequest &request)
{
    std::string text = predictor.cell()->sha256 + ' ' + predictor.cell()->genes.idsSha256() + ' ';
    for (const ModelSummary &model : predictor.models()) {
        text += model.sha256 + ' ';
    }
    if (const auto *simulated = dynamic_cast<const SimulatedPredictor *>(&predictor)) {
        text += simulated->identity() + ' ';
    }
    text += request.source->fingerprint() + '\n' + rankingOf(predictor, request) + '\n' + request.where + '\n' +
            std::to_string(request.top) + (request.descending ? " descending" : " ascending") +
            (request.minSupport > 0 ? " min-support " + std::to_string(request.minSupport) : "") +
            (request.wantsGeneSummaries ? " genes " : " ") + (request.matrix.empty() ? "" : "matrix ");
    return sha256(text + (request.matrix.empty() ? std::string() : joined(request.matrixColumns, ",")));
}

ScreenEstimate estimateScreen(Predictor &predictor, const ScreenRequest &request)
{
    const Expressions expressions = parsed(predictor, request);
    const std::uint64_t diskBytes = request.matrix.empty() ? 0 : NpyFile::bytes(matrixShape(request));
    if (auto *simulated = dynamic_cast<SimulatedPredictor *>(&predictor)) {
        return {request.range.count, simulated->secondsFor(*request.source, request.range), diskBytes};
    }
    const auto evaluator = predictor.openScreen(request.source);
    BatchSize batch(evaluator->facts(), false);
    PredictionBlock block;
    std::uint64_t measured = 0;
    double best = 0.0;
    const Clock::time_point start = Clock::now();
    while (measured < request.range.count && (measured == 0 || secondsSince(start) < 0.1)) {
        const std::uint64_t count = std::min(batch.size(), request.range.count - measured);
        const Clock::time_point begin = Clock::now();
        evaluator->evaluate({request.range.first + measured, count}, block);
        const double seconds = secondsSince(begin);
        batch.took(seconds);
        best = std::max(best, static_cast<double>(count) / seconds);
        measured += count;
    }
    ScreenEstimate estimate;
    estimate.genotypes = request.range.count;
    estimate.seconds = measured == 0 ? 0.0 : static_cast<double>(request.range.count) / best;
    estimate.diskBytes = diskBytes;
    return estimate;
}

ScreenResult runScreen(Predictor &predictor, const ScreenRequest &request, const JobControl &control)
{
    const Clock::time_point start = Clock::now();
    const Expressions expressions = parsed(predictor, request);
    const auto yield = [&request] {
        if (request.yield) {
            request.yield();
        }
    };
    ScreenResult result;
    std::unique_ptr<ScreenMatrix> matrix;
    Checkpoint checkpoint(request, screenFingerprint(predictor, request));
    yield();
    std::optional<ScreenState> stored = request.resume ? checkpoint.read() : std::nullopt;
    const bool goesOn = stored.has_value();
    result.state.top = TopRows(request.top, request.descending, floorOf(expressions.by, request));
    result.state.genes.resize(request.wantsGeneSummaries ? predictor.cell()->genes.size() : 0);
    if (goesOn) {
        result.state = std::move(*stored);
        result.resumedAt = result.state.done;
    }
    if (auto *simulated = dynamic_cast<SimulatedPredictor *>(&predictor)) {
        simulated->watch(control.cancel);
    }
    ScreenState &state = result.state;
    try {
        const auto evaluator = predictor.openScreen(request.source);
        yield();
        matrix = openMatrix(predictor, request, expressions, goesOn);
        BatchSize batch(evaluator->facts(), static_cast<bool>(request.yield));
        PredictionBlock block;
        const std::string stage = translate("Engine", "Screening");
        while (state.done < request.range.count && !control.cancel.cancelled()) {
            const Clock::time_point begin = Clock::now();
            const std::uint64_t count = std::min(batch.size(), request.range.count - state.done);
            evaluator->evaluate({request.range.first + state.done, count}, block);
            if (matrix) {
                matrix->add(block);
            }
            gather(block, expressions, state);
            batch.took(secondsSince(begin));
            if (control.progress) {
                control.progress({stage, state.done, request.range.count});
            }
            checkpoint.writeWhenDue(state, matrix.get());
            yield();
        }
    } catch (const Cancelled &) {
        // Within a batch that is simulated: the batches before it are there.
    }
    result.finished = state.done == request.range.count;
    besideYielding(request, [&] {
        if (!result.finished) {
            checkpoint.writeNow(state, matrix.get());
        } else {
            checkpoint.wait();
            if (matrix) {
                matrix->finish();
            }
        }
    });
    result.seconds = secondsSince(start);
    return result;
}

} // namespace knockscape
