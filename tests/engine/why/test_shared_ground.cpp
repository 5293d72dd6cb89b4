// What deleted genes share, on a cell that is small enough to be read.

#include "engine/why/shared_ground.h"

#include <QtTest>

using namespace knockscape;

namespace
{

constexpr GeneIndex A = 0;
constexpr GeneIndex B = 1;
constexpr GeneIndex C = 2;
constexpr GeneIndex D = 3;

Gene geneOf(const char *id, std::vector<std::string> annotations)
{
    Gene gene;
    gene.id = id;
    gene.annotations = std::move(annotations);
    return gene;
}

Reaction reactionOf(const char *id, const char *rule)
{
    Reaction reaction;
    reaction.id = id;
    reaction.rule = parseGeneRule(rule, id);
    reaction.subsystem = "glycolysis";
    return reaction;
}

Cell smallCell()
{
    Cell cell;
    cell.genes = GeneCatalogue({geneOf("A", {"4", "100", "200", "X complex|membrane"}),
                                geneOf("B", {"4", "9500", "9000", "X complex"}),
                                geneOf("C", {"4", "90000", "95000", "membrane"}), geneOf("D", {"", "", "", ""}),
                                geneOf("E", {"5", "1", "2", ""})},
                               {"chromosome", "start", "end", "go_component"});
    cell.networks.emplace_back("physical", false, 5,
                               std::vector<GeneEdge>{{A, B, 1.0F}, {A, D, 1.0F}, {B, D, 1.0F}, {C, D, 1.0F}});
    cell.networks.emplace_back("regulatory", true, 5, std::vector<GeneEdge>{{B, A, 1.0F}});
    cell.metabolism.reactions = {reactionOf("R1", "A or B"), reactionOf("R2", "A and C"),
                                 reactionOf("R3", "(A and B) or A")};
    cell.metabolism.bindGenes(cell.genes);
    return cell;
}

} // namespace

class TestSharedGround : public QObject
{
    Q_OBJECT

private slots:
    void everythingTheyShare()
    {
        const Cell cell = smallCell();
        const SharedGround shared = sharedGround(cell, GeneGroups(cell), GenePositions(cell.genes), Genotype{A, B, C});
        // Pathway of all three first, then what fewer share.
        QCOMPARE(shared.groups.front().group.name, std::string("glycolysis"));
        QCOMPARE(shared.groups.front().genes.size(), std::size_t{3});
        const auto found = std::find_if(shared.groups.begin(), shared.groups.end(),
                                        [](const SharedGroup &it) { return it.group.name == "X complex"; });
        QVERIFY(found != shared.groups.end());
        QCOMPARE(found->group.kind, GeneGroup::Kind::Complex);
        QVERIFY((found->genes == std::vector<GeneIndex>{A, B}));

        QCOMPARE(shared.paths.size(), std::size_t{4});
        const SharedPaths &joined = shared.paths.front();
        QVERIFY(joined.forward && joined.backward && !joined.directed);
        QVERIFY((joined.through == std::vector<GeneIndex>{D}));
        const SharedPaths &regulates = shared.paths.back();
        QVERIFY(!regulates.forward && regulates.backward && regulates.directed);

        using How = SharedReactions::How;
        std::vector<std::pair<How, std::int32_t>> reactions;
        for (const SharedReactions &it : shared.reactions) {
            reactions.emplace_back(it.how, it.reactions.front());
        }
        QVERIFY((reactions ==
                 std::vector<std::pair<How, std::int32_t>>{{How::Isozymes, 0}, {How::Rule, 2}, {How::Complex, 1}}));

        QCOMPARE(shared.chromosomes.size(), std::size_t{3});
        QCOMPARE(shared.chromosomes[0].distance, std::int64_t{8800});
        QVERIFY(shared.chromosomes[0].linked());
        QVERIFY(!shared.chromosomes[1].linked());
        QVERIFY(shared.unplaced.empty());
    }

    void nothingIsNothing()
    {
        const Cell cell = smallCell();
        const SharedGround shared = sharedGround(cell, GeneGroups(cell), GenePositions(cell.genes), Genotype{D});
        QVERIFY(shared.groups.empty() && shared.paths.empty() && shared.reactions.empty());
        QVERIFY((shared.unplaced == std::vector<GeneIndex>{D}));
    }
};

QTEST_APPLESS_MAIN(TestSharedGround)
#include "test_shared_ground.moc"
