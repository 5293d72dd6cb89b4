#include "engine/core/json_value.h"

#include <QtTest>

#include <limits>

using namespace knockscape;
using Json = nlohmann::json;

class TestJsonValue : public QObject
{
    Q_OBJECT

    template <class Read>
    static QString mismatch(const char *text, const Read &read)
    {
        try {
            const Json document = parseJson(text);
            read(JsonPlace(document));
            return {};
        } catch (const JsonMismatch &error) {
            return QString::fromUtf8(error.what());
        }
    }

private slots:
    void integersAreOfTheRightKindAndRange()
    {
        QCOMPARE(jsonInteger<int>(Json::parse("7")), std::optional(7));
        QCOMPARE(jsonInteger<int>(Json::parse("-7")), std::optional(-7));
        QCOMPARE(jsonInteger<int>(Json::parse("64.0")), std::optional(64));
        QCOMPARE(jsonInteger<int>(Json::parse("-2147483648")), std::optional(std::numeric_limits<int>::min()));
        QCOMPARE(jsonInteger<std::uint64_t>(Json::parse("18446744073709551615")),
                 std::optional(std::numeric_limits<std::uint64_t>::max()));
        QCOMPARE(jsonInteger<std::int64_t>(Json::parse("-9223372036854775808")),
                 std::optional(std::numeric_limits<std::int64_t>::min()));
        for (const char *text : {"2147483648", "-2147483649", "18446744073709551615", "1e30", "-1e30", "0.5", "\"7\"",
                                 "true", "null", "[]", "{}"}) {
            QVERIFY2(!jsonInteger<int>(Json::parse(text)), text);
        }
        for (const char *text : {"-5.55", "-1", "1.8446744073709552e19", "1e300", "-0.5"}) {
            QVERIFY2(!jsonInteger<std::uint64_t>(Json::parse(text)), text);
        }
        QVERIFY(!jsonInteger<std::int64_t>(Json::parse("9223372036854775808")));
        QVERIFY(!jsonInteger<std::int64_t>(Json::parse("9.2233720368547758e18")));
        QVERIFY(!jsonInteger<int>(Json::parse("8"), 1, 7));
        QVERIFY(!jsonInteger<int>(Json(std::nan(""))));
        QCOMPARE(jsonInteger<int>(nlohmann::ordered_json::parse("3"), 1, 7), std::optional(3));
    }

    void realsAreFinite()
    {
        QCOMPARE(jsonReal(Json::parse("2")), std::optional(2.0));
        QCOMPARE(jsonReal(Json::parse("-2.5e3")), std::optional(-2500.0));
        for (const Json &value : {Json(std::nan("")), Json(INFINITY), Json(true), Json("1"), Json()}) {
            QVERIFY(!jsonReal(value));
        }
        QVERIFY(!jsonReal(Json(1.5), 0.0, 1.0));
    }

    void mismatchesNameTheirPlace()
    {
        const char *text = R"({"top":[[1,2.5,"x",true,-1]],"n":{"m":3}})";
        QVERIFY(mismatch(text, [](const JsonPlace &json) {
                    QCOMPARE(json["top"][0][0].integer<int>(), 1);
                    QCOMPARE(json["top"][0][1].real(), 2.5);
                    QCOMPARE(json["top"][0][2].text(), std::string("x"));
                    QVERIFY(json["top"][0][3].flag());
                    QCOMPARE(json["n"]["m"].integer<std::uint64_t>(), std::uint64_t{3});
                }).isEmpty());
        const auto says = [&](const auto &read, const char *word) {
            const QString said = mismatch(text, read);
            return said.contains(QLatin1String(word)) && !said.contains("json");
        };
        QVERIFY(says([](const JsonPlace &json) { (void)json["top"][0][1].integer<int>(); }, "top[0][1]"));
        QVERIFY(says([](const JsonPlace &json) { (void)json["top"][0].integers<std::uint64_t>(); }, "top[0][1]"));
        QVERIFY(says([](const JsonPlace &json) { (void)json["top"][0][4].integer<std::uint64_t>(); }, "from 0"));
        QVERIFY(says([](const JsonPlace &json) { (void)json["top"][1]; }, "top[1]"));
        QVERIFY(says([](const JsonPlace &json) { (void)json["top"]["x"]; }, "top.x"));
        QVERIFY(says([](const JsonPlace &json) { (void)json["n"][0]; }, "a list"));
        QVERIFY(says([](const JsonPlace &json) { (void)json["n"]["m"].text(); }, "n.m"));
        QVERIFY(says([](const JsonPlace &json) { (void)json["n"]["m"].flag(); }, "true or false"));
        QVERIFY(says([](const JsonPlace &json) { (void)json["top"].real(); }, "a number"));
        QVERIFY(mismatch("{\"a\": ", [](const JsonPlace &) {}).contains("no JSON"));
        QVERIFY(mismatch("[1e999]", [](const JsonPlace &) {}).contains("too large"));
    }
};

QTEST_APPLESS_MAIN(TestJsonValue)
#include "test_json_value.moc"
