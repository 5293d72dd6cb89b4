#pragma once

#include "engine/core/issue.h"

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace knockscape
{

/// Reads the rules of one file as people and programs write them, and writes them as parseGeneRule reads them. Words
/// and parentheses mean what they say everywhere. A sign without blanks around it is part of a name where the name with
/// it is known (fig|83333.1.peg.4, ADE5,7), and divides names where those are or stand alone in other rules; of names
/// that nobody knows, "|" and "&" divide, except behind the name of a database (fig|…, or a word that stands before
/// every bar of the file).
class RuleStyle
{
public:
    /// `rules` are all rules of the file; `known` tells whether a name is that of a gene.
    RuleStyle(const std::vector<std::string> &rules, std::function<bool(std::string_view)> known);

    /// The rule, with names that need it in quotes. What is no rule ("-", "None") becomes an empty text.
    std::string read(const std::string &rule);

    /// Says how signs were read that others may read otherwise.
    void report(const std::string &file, std::vector<Issue> &issues) const;

private:
    void addWord(std::string_view word);
    void addName(std::string_view name);
    void addSign(char sign);
    /// Adds the parts of `word` between any `sign` as names with the sign's meaning between them.
    void addDivided(std::string_view word, char sign);
    bool barIsPartOf(std::string_view word) const;
    bool allKnown(std::string_view word, char sign) const;

    std::function<bool(std::string_view)> known_;
    /// Words of the rules without a sign in them: names, and what stands between.
    std::unordered_set<std::string> alone_;
    /// The word before every bar of the file; empty if there is none.
    std::string database_;
    /// The rule that is being read, for messages, and its parts so far.
    std::string current_;
    std::vector<std::string> parts_;
    /// By sign: how many times it was read as a word, and where first.
    std::map<char, std::pair<std::size_t, std::string>> signs_;
    /// Names that were kept whole though they hold a sign.
    std::size_t kept_ = 0;
    std::string firstKept_;
    std::size_t noRules_ = 0;
    std::string firstNoRule_;
};

} // namespace knockscape
