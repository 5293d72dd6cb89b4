#include "engine/cell/gene_rule_parser.h"

#include "engine/core/issue.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <cstdint>
#include <unordered_map>
#include <utility>

namespace knockscape
{
namespace
{

/// A rule as a tree of numbered names. A list within a list of the same kind is one list, so that "a or (b or (c …"
/// is as flat as "a or b or c". Grown and walked without recursion: rules may be nested as deep as they like.
class RuleTree
{
public:
    std::int32_t addGene(std::int32_t gene)
    {
        nodes_.push_back({RuleStep::Kind::Gene, gene});
        return static_cast<std::int32_t>(nodes_.size() - 1);
    }

    /// The node that means both or either of two others, which become part of it.
    std::int32_t join(RuleStep::Kind kind, std::int32_t left, std::int32_t right)
    {
        if (at(left).kind == kind) {
            const bool same = at(right).kind == kind;
            at(at(left).last).next = same ? at(right).first : right;
            at(left).last = same ? at(right).last : right;
            return left;
        }
        if (at(right).kind == kind) {
            at(left).next = at(right).first;
            at(right).first = left;
            return right;
        }
        nodes_.push_back({kind, 0, left, right});
        at(left).next = right;
        return static_cast<std::int32_t>(nodes_.size() - 1);
    }

    /// The tree below `root` in postfix order.
    std::vector<RuleStep> steps(std::int32_t root) const
    {
        struct Open {
            std::int32_t node;
            std::int32_t child;
            std::int32_t count;
        };
        std::vector<RuleStep> result;
        std::vector<Open> open = {{root, at(root).first, 0}};
        while (!open.empty()) {
            Open &top = open.back();
            if (top.child >= 0) {
                const std::int32_t child = top.child;
                top.child = at(child).next;
                ++top.count;
                open.push_back({child, at(child).first, 0});
                continue;
            }
            const Node &node = at(top.node);
            result.push_back({node.kind, node.kind == RuleStep::Kind::Gene ? node.gene : top.count});
            open.pop_back();
        }
        return result;
    }

private:
    struct Node {
        RuleStep::Kind kind = RuleStep::Kind::Gene;
        std::int32_t gene = 0;
        std::int32_t first = -1;
        std::int32_t last = -1;
        std::int32_t next = -1;
    };

    Node &at(std::int32_t node) { return nodes_[static_cast<std::size_t>(node)]; }
    const Node &at(std::int32_t node) const { return nodes_[static_cast<std::size_t>(node)]; }

    std::vector<Node> nodes_;
};

enum class Token { Name, And, Or, Open, Close, End };

class RuleParser
{
public:
    RuleParser(std::string_view text, const std::string &where) : text_(text), where_(where) { advance(); }

    ParsedRule parse()
    {
        if (token_ == Token::End) {
            return {};
        }
        for (bool wantsOperand = true; token_ != Token::End || wantsOperand; advance()) {
            wantsOperand = wantsOperand ? readOperand() : readOperator();
        }
        reduce(0);
        if (!pending_.empty()) {
            fail(translate("Engine", "a parenthesis is never closed"));
        }
        return {std::move(names_), tree_.steps(values_.back())};
    }

private:
    [[noreturn]] void fail(const std::string &what) const { throw GeneRuleError(where_, tokenStart_ + 1, what); }

    /// True if another operand is wanted after the token.
    bool readOperand()
    {
        if (token_ == Token::Open) {
            pending_.push_back(Token::Open);
            return true;
        }
        if (token_ != Token::Name || name_.empty()) {
            fail(translate("Engine", "a gene name is missing"));
        }
        const auto [entry, isNew] = numbers_.try_emplace(name_, static_cast<std::int32_t>(names_.size()));
        if (isNew) {
            names_.push_back(name_);
        }
        values_.push_back(tree_.addGene(entry->second));
        return false;
    }

    bool readOperator()
    {
        if (token_ == Token::And || token_ == Token::Or) {
            reduce(strength(token_));
            pending_.push_back(token_);
            return true;
        }
        if (token_ != Token::Close) {
            fail(translate("Engine", "“and” or “or” is missing"));
        }
        reduce(strength(Token::Or));
        if (pending_.empty()) {
            fail(translate("Engine", "a parenthesis is closed that was never opened"));
        }
        pending_.pop_back();
        return false;
    }

    static int strength(Token token) { return token == Token::And ? 2 : token == Token::Or ? 1 : 0; }

    /// Joins what the pending operators that bind at least as strongly join; a parenthesis ends them.
    void reduce(int least)
    {
        while (!pending_.empty() && pending_.back() != Token::Open && strength(pending_.back()) >= least) {
            const std::int32_t right = values_.back();
            values_.pop_back();
            values_.back() = tree_.join(pending_.back() == Token::And ? RuleStep::Kind::All : RuleStep::Kind::Any,
                                        values_.back(), right);
            pending_.pop_back();
        }
    }

    /// Reads the next token into token_, tokenStart_ and name_.
    void advance()
    {
        while (position_ < text_.size() && isRuleBlank(text_[position_])) {
            ++position_;
        }
        tokenStart_ = position_;
        if (position_ == text_.size()) {
            token_ = Token::End;
            return;
        }
        const char c = text_[position_];
        if (isRuleOperator(c)) {
            ++position_;
            if ((c == '&' || c == '|') && position_ < text_.size() && text_[position_] == c) {
                ++position_;
            }
            token_ = c == '(' ? Token::Open : c == ')' ? Token::Close : c == '&' ? Token::And : Token::Or;
            return;
        }
        token_ = Token::Name;
        if (const std::size_t length = quotedNameLength(text_.substr(position_)); length > 0) {
            name_ = withoutNameQuotes(text_.substr(position_, length));
            position_ += length;
            return;
        }
        while (position_ < text_.size() && !isRuleBlank(text_[position_]) && !isRuleOperator(text_[position_])) {
            ++position_;
        }
        name_ = text_.substr(tokenStart_, position_ - tokenStart_);
        const std::string word = name_.size() <= 3 ? lowered(name_) : std::string();
        token_ = word == "and" ? Token::And : word == "or" ? Token::Or : Token::Name;
    }

    std::string_view text_;
    const std::string &where_;
    std::size_t position_ = 0;
    std::size_t tokenStart_ = 0;
    Token token_ = Token::End;
    std::string name_;
    std::vector<std::string> names_;
    std::unordered_map<std::string, std::int32_t> numbers_;
    RuleTree tree_;
    std::vector<std::int32_t> values_;
    std::vector<Token> pending_;
};

} // namespace

GeneRuleError::GeneRuleError(const std::string &where, std::size_t column, std::string fault)
    : InputError(errorAt(where,
                         translate("Engine", "The gene rule cannot be read from character %1 on: %2.",
                                   {std::to_string(column), fault}),
                         translate("Engine", "Write rules as in “(A and B) or C”."))),
      fault_(std::move(fault))
{
}

ParsedRule parseRuleSteps(std::string_view text, const std::string &where)
{
    return RuleParser(text, where).parse();
}

bool isRuleBlank(char c) noexcept
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isRuleOperator(char c) noexcept
{
    return c == '(' || c == ')' || c == '&' || c == '|';
}

} // namespace knockscape
