#include "engine/core/translate_count.h"
#include "ui/theme/counted_text.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace knockscape;
using namespace knockscape::ui;

namespace
{

/// A language with three forms, as Polish has them, of one text.
class ThreeForms : public QTranslator
{
public:
    QString translate(const char *context, const char *source, const char *, int n) const override
    {
        if (QLatin1String(context) != QLatin1String("Test") || QLatin1String(source) != QLatin1String("%1 genes")) {
            return {};
        }
        const bool few = n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14);
        return n == 1 ? QStringLiteral("%1 gen") : few ? QStringLiteral("%1 geny") : QStringLiteral("%1 genów");
    }
    bool isEmpty() const override { return false; }
};

QString inWindow(qint64 count)
{
    return trCount("Test", "%1 gene", "%1 genes", count);
}

std::string inEngine(std::int64_t count)
{
    return translateCount("Test", "%1 gene", "%1 genes", count);
}

} // namespace

class TestCountedText : public QObject
{
    Q_OBJECT

private slots:
    void cleanup();
    void englishNeedsNoTranslation();
    void everyLanguageHasItsForms();
    void furtherArgumentsAreKept();
    void translatorsAreGivenCountedTexts();
};

void TestCountedText::cleanup()
{
    setCountTranslator(nullptr);
}

void TestCountedText::englishNeedsNoTranslation()
{
    QCOMPARE(inWindow(0), QStringLiteral("0 genes"));
    QCOMPARE(inWindow(1), QStringLiteral("1 gene"));
    QCOMPARE(inWindow(2), QStringLiteral("2 genes"));
    QCOMPARE(inWindow(6604), QStringLiteral("6,604 genes"));
    QCOMPARE(inEngine(0), std::string("0 genes"));
    QCOMPARE(inEngine(1), std::string("1 gene"));
    QCOMPARE(inEngine(6604), std::string("6604 genes"));
    // A form may do without its count.
    QCOMPARE(trCount("Test", "the gene and its parts", "%1 genes and their parts", 1),
             QStringLiteral("the gene and its parts"));
}

void TestCountedText::everyLanguageHasItsForms()
{
    ThreeForms translator;
    QCoreApplication::installTranslator(&translator);
    setCountTranslator([](const char *context, const char *text, std::int64_t count) {
        return translatedForm(context, text, count).toStdString();
    });
    const auto remove = qScopeGuard([&] { QCoreApplication::removeTranslator(&translator); });
    QCOMPARE(inWindow(1), QStringLiteral("1 gen"));
    QCOMPARE(inWindow(3), QStringLiteral("3 geny"));
    QCOMPARE(inWindow(7), QStringLiteral("7 genów"));
    QCOMPARE(inEngine(1), std::string("1 gen"));
    QCOMPARE(inEngine(22), std::string("22 geny"));
    QCOMPARE(inEngine(12), std::string("12 genów"));
    // More than fits into the number that Qt decides by.
    QCOMPARE(inWindow(5'000'000'003), QStringLiteral("5,000,000,003 geny"));
    QCOMPARE(inWindow(5'000'000'012), QStringLiteral("5,000,000,012 genów"));
}

void TestCountedText::furtherArgumentsAreKept()
{
    QCOMPARE(trCount("Test", "%1 row of %2", "%1 rows of %2", 2).arg(QStringLiteral("x.tsv")),
             QStringLiteral("2 rows of x.tsv"));
    QCOMPARE(translateCount("Test", "%2 of %1 row in %3", "%2 of %1 rows in %3", 1, {"0", "x%1.tsv"}),
             std::string("0 of 1 row in x%1.tsv"));
}

void TestCountedText::translatorsAreGivenCountedTexts()
{
    QTemporaryDir folder;
    QFile source(folder.filePath(QStringLiteral("a.cpp")));
    QVERIFY(source.open(QIODevice::WriteOnly));
    source.write(
        "auto a = trCount(\"List\", \"%1 gene\",\n    \"%1 genes \"\n    \"and their parts\", f(1, 2)).arg(x);\n"
        "auto b = translateCount(\"Engine\", \"%1 row\", \"%1 rows\", rows.size(), {name});\n"
        "auto c = translate(\"Engine\", \"no rows in %1\", {name});\n");
    source.close();
    QProcess collect;
    collect.start(QStringLiteral("python3"),
                  {QStringLiteral(KNOCKSCAPE_RESOURCES_DIR "/../translations/collect-texts"), folder.path()});
    QVERIFY(collect.waitForFinished(-1));
    QCOMPARE(collect.exitCode(), 0);
    const QString texts = QString::fromUtf8(collect.readAllStandardOutput());
    for (const char *text :
         {"translate(\"List\", \"%1 genes \"\n    \"and their parts\", nullptr, 2)",
          "translate(\"Engine\", \"%1 rows\", nullptr, 2)", "translate(\"Engine\", \"no rows in %1\")"}) {
        QVERIFY2(texts.contains(QString::fromUtf8(text)), qPrintable(texts));
    }
    QVERIFY2(!texts.contains(QStringLiteral("%1 gene\"")), qPrintable(texts));
}

QTEST_GUILESS_MAIN(TestCountedText)
#include "test_counted_text.moc"
