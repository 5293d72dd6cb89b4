#pragma once

#include "engine/core/issue.h"
#include "engine/fba/explanation.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace knockscape::ui
{

class Session;

/// A nutrient that would let a genotype grow.
struct RescueOffer {
    /// Row of the exchange reaction, and its id.
    std::int32_t exchange = 0;
    std::string exchangeId;
    /// "L-leucine".
    QString nutrient;
    /// 1/h with it in the medium.
    double growth = 0.0;
};

/// What of the cell a sentence speaks about.
struct ExplainedThing {
    enum class Kind { Reaction, Metabolite, Rescue };

    Kind kind = Kind::Reaction;
    /// Of the cell's reactions (Rescue: the exchange reaction), or metabolites.
    std::int32_t row = 0;
    /// As the sentence has it, where it names it.
    QString name;
};

struct ExplainedSentence {
    QString text;
    std::vector<ExplainedThing> things;
};

/// Why the session's set grows less than the wild type, in sentences. Rows are those of the cell.
struct ExplainedSet {
    Genotype genotype;
    Medium medium;
    /// Explanation::ofMedium where the wild type does not grow on the medium: then this is about the medium.
    Explanation explanation;
    /// Most important first.
    std::vector<ExplainedSentence> sentences;
    /// Best growth first.
    std::vector<RescueOffer> rescues;
};

/// Explains the growth of the session's knockout set on the session's medium, when asked: seconds of work for a genome,
/// on a thread of its own. Only the newest question is answered. Where not even the wild type grows on the medium, it
/// says what the medium lacks. GUI thread.
class ExplainService : public QObject
{
    Q_OBJECT

public:
    explicit ExplainService(Session *session, QObject *parent = nullptr);
    ~ExplainService() override;

    /// Asks about what the session holds now; does nothing where that is answered, or being answered.
    void request();
    /// The answer of what the session holds now, if there is one.
    const std::optional<ExplainedSet> &answer() const noexcept { return answer_; }
    bool busy() const noexcept { return busy_; }
    void cancel();

signals:
    /// Set, cell or medium changed: an answer before is not about it any more. Who wants one must ask again.
    void outdated();
    void started();
    void ready(const knockscape::ui::ExplainedSet &answer);
    void failed(const knockscape::Issue &issue);
    void cancelled();

private:
    class Worker;

    void invalidate(bool conditions);
    void start();
    void startOnMedium(const Issue &issue);
    void take(const ExplainedSet &answer);
    void fail(const Issue &issue);

    Session *session_;
    std::unique_ptr<Worker> worker_;
    std::optional<ExplainedSet> answer_;
    bool busy_ = false;
    bool conditionsChanged_ = true;
};

} // namespace knockscape::ui
