#include "engine/cell/gene_rule.h"

#include "engine/core/issue.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <unordered_map>
#include <utility>

namespace knockscape
{
namespace
{

constexpr int deepestNesting = 200;
/// Genes in all alternatives that one rule may go through: what stops a rule that was made to explode.
constexpr std::uint64_t workLimit = 10'000'000;

/// One complex: its genes (numbers of names) in order of appearance, and sorted for comparisons.
struct Alternative {
    std::vector<int> genes;
    std::vector<int> sorted;
};

Alternative combined(const Alternative &a, const Alternative &b)
{
    Alternative result = a;
    for (const int gene : b.genes) {
        if (!std::binary_search(a.sorted.begin(), a.sorted.end(), gene)) {
            result.genes.push_back(gene);
        }
    }
    result.sorted = result.genes;
    std::sort(result.sorted.begin(), result.sorted.end());
    return result;
}

/// Alternatives in order of appearance, each set of genes once.
struct Alternatives {
    std::vector<Alternative> list;
    std::set<std::vector<int>> present;
};

enum class Token { Name, And, Or, Open, Close, End };

class RuleParser
{
public:
    RuleParser(std::string_view text, const std::string &where, std::size_t limit)
        : text_(text), where_(where), limit_(limit)
    {
        advance();
    }

    GeneRule parse()
    {
        if (token_ == Token::End) {
            return {};
        }
        const std::vector<Alternative> alternatives = disjunction(0).list;
        if (token_ != Token::End) {
            fail(token_ == Token::Close ? translate("Engine", "a parenthesis is closed that was never opened")
                                        : translate("Engine", "“and” or “or” is missing"));
        }
        GeneRule rule;
        for (const Alternative &alternative : alternatives) {
            std::vector<std::string> &genes = rule.alternatives.emplace_back();
            for (const int gene : alternative.genes) {
                genes.emplace_back(names_[static_cast<std::size_t>(gene)]);
            }
        }
        return rule;
    }

private:
    [[noreturn]] void fail(const std::string &what) const
    {
        throw InputError(
            errorAt(where_, translate("Engine", "Gene rule, column %1: %2.", {std::to_string(tokenStart_ + 1), what}),
                    translate("Engine", "Write rules as in “(A and B) or C”.")));
    }

    static bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
    static bool isOperator(char c) { return c == '(' || c == ')' || c == '&' || c == '|'; }

    /// Reads the next token into token_, tokenStart_ and name_.
    void advance()
    {
        while (position_ < text_.size() && isBlank(text_[position_])) {
            ++position_;
        }
        tokenStart_ = position_;
        if (position_ == text_.size()) {
            token_ = Token::End;
            return;
        }
        const char c = text_[position_];
        if (isOperator(c)) {
            ++position_;
            if ((c == '&' || c == '|') && position_ < text_.size() && text_[position_] == c) {
                ++position_;
            }
            token_ = c == '(' ? Token::Open : c == ')' ? Token::Close : c == '&' ? Token::And : Token::Or;
            return;
        }
        while (position_ < text_.size() && !isBlank(text_[position_]) && !isOperator(text_[position_])) {
            ++position_;
        }
        name_ = text_.substr(tokenStart_, position_ - tokenStart_);
        const std::string word = name_.size() <= 3 ? lowered(name_) : std::string();
        token_ = word == "and" ? Token::And : word == "or" ? Token::Or : Token::Name;
    }

    Alternatives disjunction(int depth)
    {
        Alternatives alternatives = conjunction(depth);
        while (token_ == Token::Or) {
            advance();
            for (Alternative &alternative : conjunction(depth).list) {
                addAlternative(alternatives, std::move(alternative));
            }
        }
        return alternatives;
    }

    Alternatives conjunction(int depth)
    {
        Alternatives alternatives = operand(depth);
        while (token_ == Token::And) {
            advance();
            const Alternatives right = operand(depth);
            Alternatives product;
            for (const Alternative &a : alternatives.list) {
                for (const Alternative &b : right.list) {
                    addAlternative(product, combined(a, b));
                }
            }
            alternatives = std::move(product);
        }
        return alternatives;
    }

    Alternatives operand(int depth)
    {
        if (token_ == Token::Open) {
            if (depth == deepestNesting) {
                fail(translate("Engine", "parentheses are nested more than %1 deep", {std::to_string(deepestNesting)}));
            }
            advance();
            Alternatives inner = disjunction(depth + 1);
            if (token_ != Token::Close) {
                fail(token_ == Token::End ? translate("Engine", "a parenthesis is never closed")
                                          : translate("Engine", "“and” or “or” is missing"));
            }
            advance();
            return inner;
        }
        if (token_ != Token::Name) {
            fail(translate("Engine", "a gene name is missing"));
        }
        const auto [entry, isNew] = numbers_.try_emplace(name_, static_cast<int>(names_.size()));
        if (isNew) {
            names_.push_back(name_);
        }
        advance();
        Alternatives single;
        addAlternative(single, {{entry->second}, {entry->second}});
        return single;
    }

    /// Adds `added` unless the same genes are there already. One that merely contains another stays: it is a complex of
    /// its own, with a hyperedge of its own.
    void addAlternative(Alternatives &alternatives, Alternative added)
    {
        work_ += added.genes.size() + 1;
        if (work_ > workLimit) {
            fail(translate("Engine", "the rule is too complex to expand"));
        }
        if (!alternatives.present.insert(added.sorted).second) {
            return;
        }
        if (alternatives.list.size() == limit_) {
            fail(translate("Engine", "the rule has more than %1 alternatives", {std::to_string(limit_)}));
        }
        alternatives.list.push_back(std::move(added));
    }

    std::string_view text_;
    const std::string &where_;
    std::size_t limit_;
    std::size_t position_ = 0;
    std::size_t tokenStart_ = 0;
    Token token_ = Token::End;
    std::string_view name_;
    std::vector<std::string_view> names_;
    std::unordered_map<std::string_view, int> numbers_;
    std::uint64_t work_ = 0;
};

} // namespace

GeneRule parseGeneRule(std::string_view text, const std::string &where, std::size_t limit)
{
    return RuleParser(text, where, limit).parse();
}

} // namespace knockscape
