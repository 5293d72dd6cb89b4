#pragma once

#include "engine/cell/gene_rule.h"

#include <string>
#include <string_view>
#include <vector>

/// How gene_rule.h reads rules. Private to engine/cell.
namespace knockscape
{

/// A rule as postfix steps over its names.
struct ParsedRule {
    std::vector<std::string> names;
    std::vector<RuleStep> steps;
};

/// Reads a rule; no steps for an empty text. Needs no stack for parentheses, however deep. Throws InputError with
/// `where` and the column.
ParsedRule parseRuleSteps(std::string_view text, const std::string &where);

/// What divides names in a rule.
bool isRuleBlank(char c) noexcept;
bool isRuleOperator(char c) noexcept;

} // namespace knockscape
