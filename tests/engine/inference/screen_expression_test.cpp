#include "engine/core/issue.h"
#include "engine/core/prediction_intervals.h"
#include "engine/inference/screen_expression.h"

#include <QtTest>

#include <cmath>
#include <limits>
#include <random>

using namespace knockscape;

namespace
{

Prediction example()
{
    Prediction prediction;
    prediction.fitness = 0.4;
    prediction.interaction = -0.25;
    prediction.expectedFitness = 0.9;
    prediction.support = 21;
    prediction.inRange = true;
    return prediction;
}

double valueOf(const char *text)
{
    return ScreenExpression::parse(text, "--where").value(example(), 2);
}

} // namespace

/// --where and --by: what an expression means, and what is said about one that means nothing.
class ScreenExpressionTest : public QObject
{
    Q_OBJECT

private slots:
    void intervalsAreThoseOfTheModels()
    {
        IntervalFacts facts;
        facts.rows = "test";
        facts.interaction.bins = {{2, 5, -1, 100, -0.5, 0.125}};
        const auto intervals = std::make_shared<const PredictionIntervals>(facts);
        const auto expression = ScreenExpression::parse("interaction_high < -0.1", "--where", intervals);
        QVERIFY(expression.needsIntervals());
        QVERIFY(expression.holds(example(), 2)); // −0.25 + 0.125
        QVERIFY(!expression.holds(example(), 3));
        QCOMPARE(ScreenExpression::parse("interaction_low", "--by", intervals).value(example(), 2), -0.75);
        QVERIFY(std::isnan(ScreenExpression::parse("fitness_low", "--by", intervals).value(example(), 2)));
        QVERIFY(std::isnan(valueOf("interaction_high")));
        QVERIFY(!ScreenExpression::parse("interaction < 0", "--where").needsIntervals());
    }
    void values_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("expected");
        QTest::newRow("column") << "fitness" << 0.4;
        QTest::newRow("delta") << "fitness_delta" << -0.6;
        QTest::newRow("epistasis") << "epistasis" << -0.5;
        QTest::newRow("support") << "support" << 21.0;
        QTest::newRow("n") << "n" << 2.0;
        QTest::newRow("in_range") << "in_range" << 1.0;
        QTest::newRow("example") << "fitness < 0.5 && epistasis < -0.1 && support > 20" << 1.0;
        QTest::newRow("example, false") << "fitness < 0.5 && epistasis < -0.1 && support > 21" << 0.0;
        QTest::newRow("product first") << "1 + 2 * 3" << 7.0;
        QTest::newRow("parentheses") << "(1 + 2) * 3" << 9.0;
        QTest::newRow("left to right") << "8 - 3 - 2" << 3.0;
        QTest::newRow("division") << "8 / 4 / 2" << 1.0;
        QTest::newRow("unary") << "--2 - -3" << 5.0;
        QTest::newRow("minus column") << "-interaction" << 0.25;
        QTest::newRow("and before or") << "1 || 0 && 0" << 1.0;
        QTest::newRow("not") << "!(n == 2)" << 0.0;
        QTest::newRow("not not") << "!!5" << 1.0;
        QTest::newRow("sum before comparison") << "1 + 1 <= 2" << 1.0;
        QTest::newRow("abs") << "abs(interaction - 1) * 2" << 2.5;
        QTest::newRow("max") << "max(interaction, epistasis)" << -0.25;
        QTest::newRow("min") << "min(interaction, epistasis, fitness)" << -0.5;
        QTest::newRow("max of one") << "max(n)" << 2.0;
        QTest::newRow("nested functions") << "max(min(n, 1), abs(interaction), 0) + 1" << 2.0;
        QTest::newRow("max in a filter") << "max(interaction, epistasis) < -0.2 && n == 2" << 1.0;
        QTest::newRow("max with NaN first") << "max(fitness_sd, 1) >= 1 || max(fitness_sd, 1) < 1" << 0.0;
        QTest::newRow("min with NaN behind") << "min(1, fitness_sd) >= 0 || min(1, fitness_sd) < 0" << 0.0;
        QTest::newRow("exponent") << "1.5e-1 + .5" << 0.65;
        QTest::newRow("unequal") << "n != 3" << 1.0;
        QTest::newRow("no blanks") << "fitness>=.4&&n>=2" << 1.0;
        QTest::newRow("NaN compares false") << "fitness_sd < 1 || fitness_sd >= 1" << 0.0;
        QTest::newRow("NaN is not true") << "!fitness_sd" << 1.0;
    }

    void values()
    {
        QFETCH(QString, text);
        QFETCH(double, expected);
        const double value = valueOf(qPrintable(text));
        QVERIFY2(std::abs(value - expected) < 1e-12, qPrintable(QString::number(value)));
    }

    void knowsWhatNeedsAnEnsemble()
    {
        QVERIFY(ScreenExpression::parse("1 + abs(fitness_sd)", "").needsEnsemble());
        QVERIFY(!ScreenExpression::parse("fitness", "").needsEnsemble());
        QCOMPARE(ScreenExpression::parse("  n == 2 ", "").text(), std::string("n == 2"));
    }

    void namesWhatItReads()
    {
        const ScreenExpression expression = ScreenExpression::parse("max(support, 1) + n", "");
        QVERIFY(expression.reads("support") && expression.reads("n") && !expression.reads("fitness"));
    }

    void saysHowManyNumbersAFunctionTakes()
    {
        for (const auto &[text, message] :
             {std::pair{"abs(n, 1)", "abs takes one number"}, std::pair{"min()", "min takes at least one number"}}) {
            try {
                ScreenExpression::parse(text, "");
                QFAIL("accepted");
            } catch (const InputError &error) {
                QVERIFY2(QString(error.what()).contains(message), error.what());
            }
        }
    }

    void errors_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("character");
        QTest::newRow("empty") << "" << 1;
        QTest::newRow("unknown column") << "n > 1 && fitnes < 1" << 10;
        QTest::newRow("unclosed") << "(fitness < 1" << 13;
        QTest::newRow("no operand") << "fitness <" << 10;
        QTest::newRow("single ampersand") << "n & n" << 3;
        QTest::newRow("two operands") << "fitness 0.5" << 9;
        QTest::newRow("chained") << "0 < fitness < 1" << 13;
        QTest::newRow("bad number") << "fitness < 0.5x" << 11;
        QTest::newRow("comma") << "fitness < 0,5" << 12;
        QTest::newRow("assignment") << "n = 2" << 3;
        QTest::newRow("abs without") << "abs fitness" << 5;
        QTest::newRow("abs of two") << "abs(n, 1)" << 6;
        QTest::newRow("max of none") << "1 + max()" << 9;
        QTest::newRow("max unclosed") << "max(n, 1" << 9;
        QTest::newRow("max with a gap") << "max(n,, 1)" << 7;
        QTest::newRow("function of another name") << "sqrt(n)" << 1;
        QTest::newRow("closing") << "n)" << 2;
        QTest::newRow("NUL and bytes") << QString("n < \u00e9") << 5;
    }

    void errors()
    {
        QFETCH(QString, text);
        QFETCH(int, character);
        try {
            ScreenExpression::parse(text.toStdString(), "--where");
            QFAIL("accepted");
        } catch (const InputError &error) {
            const QString message = QString::fromStdString(error.what());
            QVERIFY2(message.startsWith("--where: At character " + QString::number(character) + " "),
                     qPrintable(message));
            QVERIFY(message.contains("expected_fitness")); // the columns there are
            QVERIFY(message.contains("abs, max, min"));    // and the functions
        }
    }

    void refusesHostileDepth()
    {
        for (const std::string &text :
             {std::string(100'000, '('), std::string(100'000, '-') + "1", std::string(100'000, '!') + "n"}) {
            QVERIFY_EXCEPTION_THROWN(ScreenExpression::parse(text, "--where"), InputError);
        }
        std::string right = "1";
        for (int i = 0; i < 70; ++i) {
            right = "1+(" + right + ")";
        }
        QVERIFY_EXCEPTION_THROWN(ScreenExpression::parse(right, "--where"), InputError);
        std::string wide = "1";
        for (int i = 0; i < 5000; ++i) {
            wide += "+1";
        }
        QCOMPARE(ScreenExpression::parse(wide, "--where").value({}, 0), 5001.0);
    }

    /// Any text is either refused as an input or evaluates without a crash.
    void survivesRandomTexts()
    {
        std::mt19937 random(1);
        const std::vector<std::string> pieces{"fitness", "n",  "abs", "(", ")", "&&",   "||",  "!",
                                              "<",       "<=", "==",  "-", "+", "*",    "/",   "1",
                                              ".",       "e",  " ",   "&", "=", "\xff", "0x1", "1e9"};
        int accepted = 0;
        for (int round = 0; round < 20'000; ++round) {
            std::string text;
            const int length = std::uniform_int_distribution<int>(1, 9)(random);
            for (int i = 0; i < length; ++i) {
                text += pieces[std::uniform_int_distribution<std::size_t>(0, pieces.size() - 1)(random)];
            }
            try {
                ScreenExpression::parse(text, "x").value(example(), 2);
                ++accepted;
            } catch (const InputError &) {
            }
        }
        QVERIFY(accepted > 100);
    }
};

QTEST_GUILESS_MAIN(ScreenExpressionTest)
#include "screen_expression_test.moc"
