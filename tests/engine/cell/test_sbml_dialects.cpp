#include "tests/engine/cell/import_attempts.h"

#include <QtTest>

using namespace knockscape;
using namespace knockscape::tests;

namespace
{

/// A Level 2 model: species as they are written, and reactions.
QByteArray levelTwo(const QByteArray &species, const QByteArray &reactions, const QByteArray &more = {})
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sbml xmlns=\"http://www.sbml.org/sbml/level2/version4\" "
           "level=\"2\" version=\"4\"><model id=\"m\"><listOfCompartments><compartment id=\"c\"/><compartment id=\"x\" "
           "name=\"Boundary\"/></listOfCompartments><listOfSpecies>" +
           species + "</listOfSpecies>" + more + "<listOfReactions>" + reactions + "</listOfReactions></model></sbml>";
}

QByteArray species(const QByteArray &id, const QByteArray &compartment = "c", const QByteArray &name = {})
{
    return "<species id=\"" + id + "\" name=\"" + name + "\"" +
           (compartment.isEmpty() ? QByteArray() : " compartment=\"" + compartment + "\"") + "/>";
}

/// left and right are species; the first of several that a comma divides is followed by the others. The rule may be
/// empty.
QByteArray conversion(const QByteArray &id, const QByteArray &left, const QByteArray &right,
                      const QByteArray &rule = {}, const QByteArray &modifiers = {}, const QByteArray &objective = "1")
{
    const auto list = [](const QByteArray &ids, const QByteArray &name, const QByteArray &element) {
        QByteArray text;
        for (const QByteArray &one : ids.split(',')) {
            text += one.isEmpty() ? QByteArray() : "<" + element + " species=\"" + one + "\"/>";
        }
        return text.isEmpty() ? text : "<" + name + ">" + text + "</" + name + ">";
    };
    return "<reaction id=\"" + id + "\" reversible=\"false\"><notes><p xmlns=\"http://www.w3.org/1999/xhtml\">" +
           "GENE_ASSOCIATION: " + rule + "</p></notes>" + list(left, "listOfReactants", "speciesReference") +
           list(right, "listOfProducts", "speciesReference") +
           list(modifiers, "listOfModifiers", "modifierSpeciesReference") +
           "<kineticLaw><math "
           "xmlns=\"http://www.w3.org/1998/Math/MathML\"><cn>0</cn></math><listOfParameters><parameter "
           "id=\"lower_bound\" value=\"-10\"/><parameter id=\"UPPER_BOUND\" value=\"10\"/><parameter "
           "id=\"OBJECTIVE_COEFFICIENT\" value=\"" +
           objective + "\"/></listOfParameters></kineticLaw></reaction>";
}

QString idsOf(const Metabolism &metabolism)
{
    QStringList ids;
    for (const Metabolite &metabolite : metabolism.metabolites) {
        ids << QString::fromStdString(metabolite.id);
    }
    return ids.join(' ');
}

QString termsOf(const Metabolism &metabolism, std::size_t reaction)
{
    QStringList terms;
    for (const StoichiometricTerm &term : metabolism.reactions.at(reaction).terms) {
        terms << QString("%1 %2")
                     .arg(term.coefficient)
                     .arg(QString::fromStdString(
                         metabolism.metabolites.at(static_cast<std::size_t>(term.metabolite)).id));
    }
    return terms.join(", ");
}

/// A model of Level 3 with fbc 2 around what stands behind its species a and b.
QByteArray levelThree(const QByteArray &lists, const QByteArray &strict = "false")
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sbml xmlns=\"http://www.sbml.org/sbml/level3/version1/core\" "
           "xmlns:fbc=\"http://www.sbml.org/sbml/level3/version1/fbc/version2\" level=\"3\" version=\"1\" "
           "fbc:required=\"false\"><model id=\"m\" fbc:strict=\"" +
           strict +
           "\"><listOfCompartments><compartment id=\"c\" "
           "constant=\"true\"/></listOfCompartments><listOfSpecies><species "
           "id=\"a\" compartment=\"c\" hasOnlySubstanceUnits=\"false\" boundaryCondition=\"false\" "
           "constant=\"false\"/><species id=\"b\" hasOnlySubstanceUnits=\"false\" boundaryCondition=\"false\" "
           "constant=\"false\"/></listOfSpecies>" +
           lists + "</model></sbml>";
}

QByteArray plainReaction(const QByteArray &id,
                         const QByteArray &reactant = "<speciesReference species=\"a\" "
                                                      "stoichiometry=\"1\" constant=\"true\"/>",
                         const QByteArray &rest = {}, const QByteArray &bounds = {})
{
    return "<reaction id=\"" + id + "\" reversible=\"true\" fast=\"false\" " + bounds + "><listOfReactants>" +
           reactant + "</listOfReactants>" + rest + "</reaction>";
}

} // namespace

/// SBML as the programs of twenty years wrote it.
class TestSbmlDialects : public QObject
{
    Q_OBJECT

    std::vector<Issue> issues_;

    Metabolism read(const QByteArray &content)
    {
        issues_.clear();
        return importSbml(content, issues_).metabolism;
    }

    bool says(const char *text) const { return described(issues_).find(text) != std::string::npos; }

private slots:
    void prefixesGoOnlyWhereAllHaveThem()
    {
        QCOMPARE(idsOf(read(levelTwo(species("M_a") + species("M_b"), conversion("R_r", "M_a", "M_b", "YAL001C")))),
                 QString("a b"));
        QCOMPARE(idsOf(read(levelTwo(species("M_a") + species("a"), conversion("R_r", "M_a", "a", "YAL001C")))),
                 QString("M_a a"));
        const Metabolism two =
            read(levelTwo(species("a") + species("b"), conversion("R_r", "a", "b") + conversion("r", "b", "a")));
        QCOMPARE(two.reactions[0].id, std::string("R_r"));
        QCOMPARE(two.reactions[1].id, std::string("r"));
    }

    void aSpeciesNeedsNoCompartment()
    {
        QCOMPARE(idsOf(read(levelTwo(species("a", "") + species("b"), conversion("r", "a", "b")))), QString("a b"));
        QVERIFY(!issues_.empty());
        QCOMPARE(idsOf(read(levelThree("<listOfReactions>" + plainReaction("r") + "</listOfReactions>"))),
                 QString("a b"));
    }

    void theOutsideIsInNoBalance_data()
    {
        QTest::addColumn<QByteArray>("species");
        QTest::addColumn<QByteArray>("reactions");
        QTest::addColumn<QString>("ids");
        QTest::addColumn<bool>("said");
        const auto row = [](const char *title, const QByteArray &all, const QByteArray &reactions, const char *ids,
                            bool said) { QTest::newRow(title) << all << reactions << QString(ids) << said; };
        const QByteArray pair = species("s_e") + species("s_b");
        const QByteArray exchange = conversion("EX_s", "s_e", "s_b");
        row("marked by _b", pair, exchange, "s_e", true);
        row("as the published model has it, to another", pair + species("t_e") + species("t_b"),
            conversion("EX_s", "s_e", "t_b") + conversion("EX_t", "t_e", "s_b"), "s_e t_e", true);
        row("a compartment of that name", species("s_e") + species("anything", "x"),
            conversion("EX_s", "s_e", "anything"), "s_e", true);
        row("with a gene", pair, conversion("T", "s_e", "s_b", "YAL001C"), "s_e s_b", false);
        row("used by another reaction", pair + species("t_e") + species("t_b"),
            exchange + conversion("R", "t_e,s_e", "t_b"), "s_e s_b t_e t_b", false);
        row("_b without another of its name", species("s_e") + species("cyt_b"), conversion("R", "s_e", "cyt_b"),
            "s_e cyt_b", false);
        row("two of them in one reaction", pair + species("t_e") + species("t_b"),
            exchange + conversion("R", "s_b", "t_b"), "s_e s_b t_e t_b", false);
    }

    void theOutsideIsInNoBalance()
    {
        QFETCH(QByteArray, species);
        QFETCH(QByteArray, reactions);
        QFETCH(QString, ids);
        QFETCH(bool, said);
        QCOMPARE(idsOf(read(levelTwo(species, reactions))), ids);
        QCOMPARE(says("read as the outside"), said);
    }

    void modifiersAreEnzymes()
    {
        const QByteArray all = species("a") + species("b") + species("E1", "c", "YAL001C") +
                               species("E2", "c", "YAL002W:YAL003W") + species("M_i");
        const Metabolism metabolism =
            read(levelTwo(all, conversion("r", "a", "b", {}, "E1,E2,a") + conversion("s", "b", "a", "TFC3", "E2")));
        QCOMPARE(idsOf(metabolism), QString("a b M_i"));
        QCOMPARE(metabolism.reactions[0].ruleText, std::string("YAL001C or (YAL002W and YAL003W)"));
        QCOMPARE(metabolism.reactions[0].isozymes, (std::vector<std::vector<GeneIndex>>{{0}, {1, 2}}));
        // A rule that is there is the rule.
        QCOMPARE(metabolism.reactions[1].isozymes, (std::vector<std::vector<GeneIndex>>{{0}}));
        QVERIFY2(says("as modifiers"), described(issues_).c_str());
        QVERIFY2(says("1 modifier is a metabolite"), described(issues_).c_str());
    }

    void coefficientsMayBeComputed()
    {
        const QByteArray math = "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><apply><times/><ci>n</ci><cn>2</cn>"
                                "</apply></math>";
        const QByteArray parameter = "<listOfParameters><parameter id=\"n\" value=\"3\"/></listOfParameters>";
        QByteArray reaction = conversion("r", "a", "b");
        reaction.replace("<speciesReference species=\"a\"/>", "<speciesReference species=\"a\"><stoichiometryMath>" +
                                                                  math + "</stoichiometryMath></speciesReference>");
        QCOMPARE(termsOf(read(levelTwo(species("a") + species("b"), reaction, parameter)), 0), QString("-6 a, 1 b"));
        reaction.replace("<ci>n</ci>", "<ci>nothing</ci>");
        read(levelTwo(species("a") + species("b"), reaction, parameter));
        QVERIFY2(says("was read as 1"), described(issues_).c_str());
        const QByteArray assigned =
            "<listOfParameters><parameter id=\"n\" value=\"3\" constant=\"true\"/></listOfParameters>"
            "<listOfInitialAssignments><initialAssignment symbol=\"sr\">" +
            math + "</initialAssignment></listOfInitialAssignments><listOfReactions>" +
            plainReaction("r", "<speciesReference id=\"sr\" species=\"a\" constant=\"true\"/>") + "</listOfReactions>";
        QCOMPARE(termsOf(read(levelThree(assigned)), 0), QString("-6 a"));
    }

    void boundsAndObjectiveComeInEveryDialect()
    {
        const QByteArray local =
            "<kineticLaw><math xmlns=\"http://www.w3.org/1998/Math/MathML\"><cn>0</cn></math><listOfLocalParameters>"
            "<localParameter id=\"LOWER_BOUND\" value=\"-5\"/><localParameter id=\"UPPER_BOUND\" value=\"7\"/>"
            "<localParameter id=\"OBJECTIVE_COEFFICIENT\" value=\"1\"/></listOfLocalParameters></kineticLaw>";
        const QByteArray one = "<speciesReference species=\"a\" stoichiometry=\"1\" constant=\"true\"/>";
        Metabolism metabolism =
            read(levelThree("<listOfReactions>" + plainReaction("r", one, local) + "</listOfReactions>"));
        QCOMPARE(metabolism.reactions[0].lowerBound, -5.0);
        QCOMPARE(metabolism.reactions[0].upperBound, 7.0);
        QCOMPARE(metabolism.reactions[0].objective, 1.0);
        metabolism = read(levelThree("<listOfReactions>" + plainReaction("r") + "</listOfReactions>"));
        QCOMPARE(metabolism.reactions[0].lowerBound, -1000.0);
        QVERIFY2(says("1 reaction has no bounds"), described(issues_).c_str());
        QVERIFY2(says("no objective"), described(issues_).c_str());
        const auto objective = [](const QByteArray &id, const QByteArray &type, const QByteArray &reaction) {
            return "<fbc:objective fbc:id=\"" + id + "\" fbc:type=\"" + type +
                   "\"><fbc:listOfFluxObjectives><fbc:fluxObjective fbc:reaction=\"" + reaction +
                   "\" fbc:coefficient=\"2\"/></fbc:listOfFluxObjectives></fbc:objective>";
        };
        const auto chosen = [&](const QByteArray &active) {
            const Metabolism read2 = read(levelThree(
                "<listOfReactions>" + plainReaction("r") + plainReaction("s", one, local) + "</listOfReactions>" +
                "<fbc:listOfObjectives" + active + ">" + objective("o1", "maximize", "r") +
                objective("o2", "minimize", "s") + "</fbc:listOfObjectives>"));
            return QString("%1 %2").arg(read2.reactions[0].objective).arg(read2.reactions[1].objective);
        };
        QCOMPARE(chosen(" fbc:activeObjective=\"o1\""), QString("2 0"));
        QCOMPARE(chosen(" fbc:activeObjective=\"o2\""), QString("0 -2"));
        QCOMPARE(chosen(" fbc:activeObjective=\"gone\""), QString("2 0"));
        QVERIFY2(says("which of its 2 objectives"), described(issues_).c_str());
    }

    void growthIsProposedByNameAndTerm()
    {
        const QByteArray two =
            "<listOfReactions>" + plainReaction("growth_of_crystals") + plainReaction("v17") + "</listOfReactions>";
        read(levelThree(two));
        QVERIFY2(says("Perhaps it is growth_of_crystals"), described(issues_).c_str());
        read(levelThree(QByteArray(two).replace("id=\"v17\"", "id=\"v17\" sboTerm=\"SBO:0000629\"")));
        QVERIFY2(says("Perhaps it is v17"), described(issues_).c_str());
    }

    void aChargeThatCannotBeIsNotKnown_data()
    {
        QTest::addColumn<QByteArray>("charge");
        QTest::addColumn<int>("value");
        QTest::newRow("one") << QByteArray("-3") << -3;
        QTest::newRow("huge") << QByteArray("10000000") << 99;
        QTest::newRow("smallest") << QByteArray("-2147483648") << 99;
    }

    void aChargeThatCannotBeIsNotKnown()
    {
        QFETCH(QByteArray, charge);
        QFETCH(int, value);
        QByteArray odd = species("a");
        odd.replace("/>", " charge=\"" + charge + "\"/>");
        QCOMPARE(read(levelTwo(odd + species("b"), conversion("r", "a", "b"))).metabolites[0].charge.value_or(99),
                 value);
        QCOMPARE(says("counts as not known"), value == 99);
    }
};

QTEST_APPLESS_MAIN(TestSbmlDialects)
#include "test_sbml_dialects.moc"
