#include "engine/cell/gene_rule.h"

#include "engine/core/issue.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <array>
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
constexpr std::uint64_t workLimit = 1'000'000;

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
    /// How many there would be without merging; what may be there when they are too many to expand.
    double size = 0.0;
    bool expanded = true;
};

enum class Token { Name, And, Or, Open, Close, End };

class RuleParser
{
public:
    RuleParser(std::string_view text, const std::string &where, std::size_t limit, std::uint64_t *work)
        : text_(text), where_(where), limit_(limit), sharedWork_(work)
    {
        advance();
    }

    GeneRule parse()
    {
        if (token_ == Token::End) {
            return {};
        }
        const Alternatives all = disjunction(0);
        const std::vector<Alternative> &alternatives = all.list;
        if (token_ != Token::End) {
            fail(token_ == Token::Close ? translate("Engine", "a parenthesis is closed that was never opened")
                                        : translate("Engine", "“and” or “or” is missing"));
        }
        if (!all.expanded) {
            tokenStart_ = 0;
            fail(translate("Engine", "the rule has more than %1 alternatives (about %2 before merging)",
                           {std::to_string(limit_), formatNumber(all.size, 3)}));
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
            Alternatives right = conjunction(depth);
            alternatives.size += right.size;
            alternatives.expanded = alternatives.expanded && right.expanded;
            for (std::size_t i = 0; alternatives.expanded && i < right.list.size(); ++i) {
                addAlternative(alternatives, std::move(right.list[i]));
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
            product.expanded = alternatives.expanded && right.expanded;
            for (std::size_t a = 0; product.expanded && a < alternatives.list.size(); ++a) {
                for (std::size_t b = 0; product.expanded && b < right.list.size(); ++b) {
                    addAlternative(product, combined(alternatives.list[a], right.list[b]));
                }
            }
            product.size = alternatives.size * right.size;
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
        single.size = 1.0;
        return single;
    }

    /// Adds `added` unless the same genes are there already; gives up expanding where they become too many. One that
    /// merely contains another stays: it is a complex of its own, with a hyperedge of its own.
    void addAlternative(Alternatives &alternatives, Alternative added)
    {
        work_ += added.genes.size() + 1;
        if (sharedWork_ != nullptr) {
            *sharedWork_ -= std::min<std::uint64_t>(*sharedWork_, added.genes.size() + 1);
        }
        if (work_ > workLimit || (sharedWork_ != nullptr && *sharedWork_ == 0)) {
            alternatives.expanded = false;
        } else if (alternatives.present.insert(added.sorted).second) {
            alternatives.expanded = alternatives.list.size() < limit_;
        } else {
            return;
        }
        if (!alternatives.expanded) {
            alternatives.list.clear();
            alternatives.present.clear();
            return;
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
    std::uint64_t *sharedWork_;
};

} // namespace

std::string plainGeneRule(std::string_view text)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 24> signs = {
        {{"\xc2\xa0", " "},         {"\xe2\x80\x83", " "}, {"\xe2\x80\x89", " "}, {"\xe2\x80\xaf", " "},
         {"\xe3\x80\x80", " "},     {"\xe2\x80\x8b", ""},  {"\xef\xbb\xbf", ""},  {"\xe2\x80\x90", "-"},
         {"\xe2\x80\x91", "-"},     {"\xe2\x80\x92", "-"}, {"\xe2\x80\x93", "-"}, {"\xe2\x80\x94", "-"},
         {"\xe2\x80\x95", "-"},     {"\xe2\x88\x92", "-"}, {"\xef\xbc\x8d", "-"}, {"\xe2\x88\xa7", " and "},
         {"\xe2\x8b\x80", " and "}, {"\xc3\x97", " and "}, {"\xc2\xb7", " and "}, {"\xe2\x88\xa8", " or "},
         {"\xe2\x8b\x81", " or "},  {"\xef\xbc\x88", "("}, {"\xef\xbc\x89", ")"}, {"\xc2\xad", ""}}};
    std::string plain;
    plain.reserve(text.size());
    while (!text.empty()) {
        const auto *sign = static_cast<unsigned char>(text.front()) < 0x80
                               ? signs.end()
                               : std::find_if(signs.begin(), signs.end(),
                                              [&](const auto &entry) { return text.starts_with(entry.first); });
        if (sign == signs.end()) {
            plain += text.front();
            text.remove_prefix(1);
        } else {
            plain += sign->second;
            text.remove_prefix(sign->first.size());
        }
    }
    return plain;
}

GeneRule parseGeneRule(std::string_view text, const std::string &where, std::size_t limit, std::uint64_t *work)
{
    return RuleParser(text, where, limit, work).parse();
}

} // namespace knockscape
