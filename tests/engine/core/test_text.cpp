#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace knockscape;

class TestText : public QObject
{
    Q_OBJECT

private slots:
    void trimsAndLowers()
    {
        QVERIFY(trimmed(" \t a b\r\n") == "a b");
        QVERIFY(trimmed("\r\n") == "");
        QCOMPARE(lowered("YAL001C-Ä"), std::string("yal001c-Ä"));
    }

    void splitsAtEverySeparator()
    {
        const auto parts = split("a,,b;c", ",;");
        QCOMPARE(parts.size(), std::size_t{4});
        QVERIFY(parts[1].empty());
        QVERIFY(parts[3] == "c");
        QCOMPARE(split(",a,,b,", ",", true).size(), std::size_t{2});
        QCOMPARE(split("", ",").size(), std::size_t{1});
        QVERIFY(split("", ",", true).empty());
        QCOMPARE(joined({"a", "b", "a"}, "; "), std::string("a; b; a"));
        QCOMPARE(joined({}, ";"), std::string());
    }

    void parsesNumbersOfTheCLocaleOnly_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("valid");
        QTest::addColumn<double>("value");
        const double infinity = std::numeric_limits<double>::infinity();
        QTest::newRow("plain") << "0.95" << true << 0.95;
        QTest::newRow("exponent") << "-1.5e-3" << true << -0.0015;
        QTest::newRow("plus") << "+2" << true << 2.0;
        QTest::newRow("infinite") << "-inf" << true << -infinity;
        QTest::newRow("too small is zero") << "1e-400" << true << 0.0;
        QTest::newRow("too small without exponent") << "0." + QString(400, '0') + "1" << true << 0.0;
        for (const char *text :
             {"", " ", "1,5", "0x1", "1 ", " 1", "1.2.3", "--1", "+-1", "1e", "e5", "1e400", "nan(1)", "1_000", "١"}) {
            QTest::newRow(text) << QString::fromUtf8(text) << false << 0.0;
        }
    }

    void parsesNumbersOfTheCLocaleOnly()
    {
        QFETCH(QString, text);
        QFETCH(bool, valid);
        QFETCH(double, value);
        const auto number = parseNumber(text.toStdString());
        QCOMPARE(number.has_value(), valid);
        if (valid) {
            QCOMPARE(*number, value);
        }
    }

    void parsesWholeNumbers()
    {
        QCOMPARE(parseInteger("-12").value(), -12LL);
        QVERIFY(!parseInteger("12.0"));
        QVERIFY(!parseInteger("99999999999999999999"));
        QVERIFY(!parseInteger(""));
    }

    void formatsNumbers()
    {
        QCOMPARE(formatNumber(1.0 / 3.0), std::string("0.333333333"));
        QCOMPARE(formatNumber(1.0 / 3.0, 3), std::string("0.333"));
        QCOMPARE(formatNumber(-0.5), std::string("-0.5"));
        QCOMPARE(formatNumber(std::nan("")), std::string());
        QCOMPARE(formatExactly(0.1), std::string("0.1"));
        QCOMPARE(formatExactly(0.1F), std::string("0.1"));
        for (const double value : {1.0 / 3.0, 1e-310, 123456789.123456789, -std::numeric_limits<double>::infinity()}) {
            QCOMPARE(parseNumber(formatExactly(value)).value(), value);
        }
    }

    void recognisesUtf8_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("valid");
        QTest::newRow("ascii") << QByteArray("gene names of eight and more") << true;
        QTest::newRow("two to four bytes") << QByteArray("ä–€𝄞 after") << true;
        QTest::newRow("overlong slash") << QByteArray("\xc0\xaf") << false;
        QTest::newRow("overlong three") << QByteArray("\xe0\x80\xaf") << false;
        QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << false;
        QTest::newRow("above U+10FFFF") << QByteArray("\xf4\x90\x80\x80") << false;
        QTest::newRow("cut short") << QByteArray("abcdefgh\xe2\x82") << false;
        QTest::newRow("lone continuation") << QByteArray("abcdefgh\x80") << false;
        QTest::newRow("latin 1") << QByteArray("caf\xe9 au lait") << false;
    }

    void recognisesUtf8()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, valid);
        QCOMPARE(isUtf8(bytes.toStdString()), valid);
    }

    void replacesPlaceholders()
    {
        QCOMPARE(translate("Engine", "%2 of %1, 100%", {"ten", "two"}), std::string("two of ten, 100%"));
        QCOMPARE(translate("Engine", "%1 %3", {"%2", "x"}), std::string("%2 %3"));
    }
};

QTEST_APPLESS_MAIN(TestText)
#include "test_text.moc"
