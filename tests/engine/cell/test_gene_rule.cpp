#include "engine/cell/gene_rule.h"
#include "engine/core/issue.h"

#include <QRandomGenerator>
#include <QtTest>

#include <algorithm>
#include <set>

using namespace knockscape;

namespace
{

/// "A+B|C" for (A and B) or C.
std::string shown(const GeneRule &rule)
{
    std::string text;
    for (const auto &alternative : rule.alternatives) {
        text += text.empty() ? "" : "|";
        for (const std::string &gene : alternative) {
            text += gene;
            text += &gene == &alternative.back() ? "" : "+";
        }
    }
    return text;
}

/// A random rule over genes a…f, and its value for a set of present genes, found without a normal form.
struct RandomRule {
    std::string text;
    std::vector<RandomRule> parts;
    bool conjunction = false;

    static RandomRule make(QRandomGenerator &random, int depth)
    {
        RandomRule rule;
        if (depth == 0 || random.bounded(3) == 0) {
            rule.text = std::string(1, static_cast<char>('a' + random.bounded(6)));
            return rule;
        }
        rule.conjunction = random.bounded(2) == 0;
        const int count = 1 + random.bounded(3);
        for (int i = 0; i < count; ++i) {
            rule.parts.push_back(make(random, depth - 1));
            rule.text += i == 0 ? "(" : rule.conjunction ? " AND " : " or ";
            rule.text += rule.parts.back().text;
        }
        rule.text += ')';
        return rule;
    }

    bool holds(unsigned present) const
    {
        if (parts.empty()) {
            return (present >> static_cast<unsigned>(text[0] - 'a') & 1U) != 0;
        }
        const auto partHolds = [&](const RandomRule &part) { return part.holds(present); };
        return conjunction ? std::all_of(parts.begin(), parts.end(), partHolds)
                           : std::any_of(parts.begin(), parts.end(), partHolds);
    }
};

} // namespace

class TestGeneRule : public QObject
{
    Q_OBJECT

private slots:
    void parsesRules_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("normalForm");
        QTest::newRow("empty") << ""
                               << "";
        QTest::newRow("blank") << " \t"
                               << "";
        QTest::newRow("one") << "YAL001C"
                             << "YAL001C";
        QTest::newRow("complex and isozyme") << "(A and B) or C"
                                             << "A+B|C";
        QTest::newRow("precedence") << "A or B and C"
                                    << "A|B+C";
        QTest::newRow("any case") << "A AND b Or c aNd D"
                                  << "A+b|c+D";
        QTest::newRow("signs") << "A&B||C&&D|E"
                               << "A+B|C+D|E";
        QTest::newRow("glued parentheses") << "A and(B or C)"
                                           << "A+B|A+C";
        QTest::newRow("nested") << "((A or B) and (C or (D and E)))"
                                << "A+C|A+D+E|B+C|B+D+E";
        QTest::newRow("repeated gene") << "A and A and B"
                                       << "A+B";
        QTest::newRow("repeated alternative") << "(A and B) or (B and A) or A and B"
                                              << "A+B";
        QTest::newRow("larger complex is kept") << "A or (A and B)"
                                                << "A|A+B";
        QTest::newRow("order of appearance") << "(A and D) or (C and A)"
                                             << "A+D|C+A";
        QTest::newRow("names that look alike") << "android or orc or band"
                                               << "android|orc|band";
        QTest::newRow("odd characters") << "YER087C-B or 2-oxo' and x:1.5_a"
                                        << "YER087C-B|2-oxo'+x:1.5_a";
    }

    void parsesRules()
    {
        QFETCH(QString, text);
        QFETCH(QString, normalForm);
        QCOMPARE(QString::fromStdString(shown(parseGeneRule(text.toStdString(), "here"))), normalForm);
    }

    void namesTheColumnOfAnError_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("column");
        QTest::newRow("operator at the end") << "A and" << 6;
        QTest::newRow("operator at the start") << "or A" << 1;
        QTest::newRow("two operators") << "A and or B" << 7;
        QTest::newRow("two names") << "A B" << 3;
        QTest::newRow("never closed") << "(A or B" << 8;
        QTest::newRow("never opened") << "A or B)" << 7;
        QTest::newRow("empty parentheses") << "A or ()" << 7;
        QTest::newRow("only operator") << "and" << 1;
        QTest::newRow("negation") << "not A" << 5;
    }

    void namesTheColumnOfAnError()
    {
        QFETCH(QString, text);
        QFETCH(int, column);
        try {
            parseGeneRule(text.toStdString(), "reactions.tsv:7");
            QFAIL("the rule was accepted");
        } catch (const InputError &error) {
            QCOMPARE(error.issues().front().where, std::string("reactions.tsv:7"));
            const std::string expected = "character " + std::to_string(column) + " on:";
            QVERIFY2(error.issues().front().what.find(expected) != std::string::npos, error.what());
        }
    }

    void nestingMayBeAsDeepAsARuleIsLong()
    {
        const auto nested = [](int depth) {
            return std::string(static_cast<std::size_t>(depth), '(') + "A" +
                   std::string(static_cast<std::size_t>(depth), ')');
        };
        QCOMPARE(shown(parseGeneRule(nested(1'000'000), "here")), std::string("A"));
        QVERIFY_EXCEPTION_THROWN(parseGeneRule(nested(1'000'000) + ")", "here"), InputError);
        QVERIFY_EXCEPTION_THROWN(parseGeneRule("(" + nested(1'000'000), "here"), InputError);
        // A binary “or” of a genome, nested to the left and to the right.
        std::string left = "g0";
        std::string right;
        std::string closing;
        for (int i = 1; i < 3000; ++i) {
            left = "(" + left + " or g" + std::to_string(i) + ")";
            right += "(g" + std::to_string(i - 1) + " or ";
            closing += ')';
        }
        right += "g2999" + closing;
        const GeneRule rule = parseGeneRule(left, "here");
        QCOMPARE(rule.alternatives.size(), std::size_t{3000});
        QCOMPARE(parseGeneRule(right, "here"), rule);
    }

    /// A rule that cannot be written out is still a rule: it is evaluated as it stands.
    void rulesTooLargeToWriteOutKeepTheirMeaning()
    {
        std::string product;
        for (int i = 0; i < 40; ++i) {
            const std::string number = std::to_string(i);
            product += (i == 0 ? "(a" : " and (a") + number + " or b" + number + ")";
        }
        const GeneRule rule = parseGeneRule(product, "here");
        QCOMPARE(rule.alternatives.size(), std::size_t{1});
        QCOMPARE(rule.alternatives[0].size(), std::size_t{80});
        const auto holdsWithout = [&](const std::set<std::string> &absent) {
            return ruleHolds(rule.formula,
                             [&](std::size_t name) { return absent.count(rule.alternatives[0][name]) == 0; });
        };
        QVERIFY(holdsWithout({}));
        QVERIFY(holdsWithout({"a0", "b1", "a39"}));
        QVERIFY(!holdsWithout({"a7", "b7"}));
        // The same alternatives again and again: the normal form would stay small but the work does not.
        std::string wide = "(g0";
        for (int i = 1; i < 4000; ++i) {
            wide += " or g" + std::to_string(i);
        }
        wide += ")";
        QVERIFY(!parseGeneRule(wide + " and " + wide, "here").formula.empty());
        QCOMPARE(parseGeneRule(wide, "here").alternatives.size(), std::size_t{4000});
        QVERIFY(parseGeneRule(wide, "here").formula.empty());
    }

    void aBudgetIsSharedByTheRulesOfAModel()
    {
        RuleBudget few;
        few.alternatives = 2;
        QVERIFY(!parseGeneRule("A or B or C", "here", &few).formula.empty());
        QVERIFY(parseGeneRule("A or B", "here", &few).formula.empty());
        RuleBudget small;
        small.mentions = 7;
        QVERIFY(parseGeneRule("A and B", "here", &small).formula.empty());
        QVERIFY(parseGeneRule("A and B", "here", &small).formula.empty());
        QVERIFY(!parseGeneRule("A and B", "here", &small).formula.empty());
    }

    void namesMayHoldAnything_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"fig|1219067.16.peg.31", "HLA A", "a(b)", "and", "OR", "\"x\"", "x\"", "a\\", "\\\"",
                                 "a&b", "ADE5,7", "gene;1", "", " ", "2-oxo'", "(", "µ"}) {
            QTest::newRow(name) << QString(name);
        }
    }

    void namesMayHoldAnything()
    {
        QFETCH(QString, name);
        const std::string odd = name.toStdString();
        const std::string quoted = ruleName(odd);
        const std::string rule = "(" + quoted + " and B) or " + quoted;
        if (odd.empty()) {
            QVERIFY_EXCEPTION_THROWN(parseGeneRule(rule, "here"), InputError);
            return;
        }
        const GeneRule parsed = parseGeneRule(rule, "here");
        QCOMPARE(parsed.alternatives, (std::vector<std::vector<std::string>>{{odd, "B"}, {odd}}));
        QCOMPARE(namesInRule(rule), (std::vector<std::string>{odd, "B", odd}));
        QCOMPARE(renamedRule(rule, [&](const std::string &text) { return text == odd ? "A" : odd; }),
                 "(A and " + quoted + ") or A");
    }

    void normalFormMeansTheSame()
    {
        QRandomGenerator random(20);
        for (int i = 0; i < 500; ++i) {
            const RandomRule rule = RandomRule::make(random, 4);
            const GeneRule parsed = parseGeneRule(rule.text, "here");
            RuleBudget none;
            none.alternatives = 0;
            const GeneRule formula = parseGeneRule(rule.text, "here", &none);
            QVERIFY(!formula.formula.empty());
            std::set<std::set<std::string>> unique;
            for (const auto &alternative : parsed.alternatives) {
                QVERIFY(unique.insert({alternative.begin(), alternative.end()}).second);
            }
            for (unsigned present = 0; present < 64; ++present) {
                const bool holds =
                    std::any_of(parsed.alternatives.begin(), parsed.alternatives.end(), [&](const auto &genes) {
                        return std::all_of(genes.begin(), genes.end(), [&](const std::string &gene) {
                            return (present >> static_cast<unsigned>(gene[0] - 'a') & 1U) != 0;
                        });
                    });
                QVERIFY2(holds == rule.holds(present), rule.text.c_str());
                const auto isPresent = [&](std::size_t name) {
                    return (present >> static_cast<unsigned>(formula.alternatives[0][name][0] - 'a') & 1U) != 0;
                };
                QVERIFY2(ruleHolds(formula.formula, isPresent) == holds, rule.text.c_str());
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestGeneRule)
#include "test_gene_rule.moc"
