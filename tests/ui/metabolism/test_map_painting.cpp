#include "ui/metabolism/map_painting.h"
#include "ui/theme/colours.h"
#include "ui/theme/theme.h"

#include <QTest>

#include <cmath>

using namespace knockscape;
using namespace knockscape::ui;

namespace
{

Reaction oneReaction(double low, double high)
{
    Reaction reaction;
    reaction.id = "PGI";
    reaction.lowerBound = low;
    reaction.upperBound = high;
    return reaction;
}

MapPainting fluxes(std::vector<double> values, MapPainting::Scale scale = MapPainting::Scale::Magnitude)
{
    MapPainting painting;
    painting.scale = scale;
    painting.limit = 10.0;
    painting.reactionValues = std::move(values);
    return painting;
}

} // namespace

class TestMapPainting : public QObject
{
    Q_OBJECT

private slots:
    void arrowheadsFollowTheSignOfTheFlux()
    {
        const Reaction both = oneReaction(-1000.0, 1000.0);
        const MapPainting painting = fluxes({3.0, -3.0, 0.0});
        const QPalette palette = lightPalette();
        const ReactionStyle forwards = reactionStyle(painting, 0, &both, true, palette);
        QVERIFY(forwards.headAtProducts && !forwards.headAtSubstrates);
        const ReactionStyle backwards = reactionStyle(painting, 1, &both, true, palette);
        QVERIFY(!backwards.headAtProducts && backwards.headAtSubstrates);
        // Without flux the bounds say where it could run.
        const ReactionStyle idle = reactionStyle(painting, 2, &both, true, palette);
        QVERIFY(idle.headAtProducts && idle.headAtSubstrates);
        const Reaction oneWay = oneReaction(0.0, 1000.0);
        QVERIFY(!reactionStyle(painting, 2, &oneWay, true, palette).headAtSubstrates);
    }

    void aDifferenceKeepsTheDirectionOfTheFlux()
    {
        const Reaction both = oneReaction(-1000.0, 1000.0);
        MapPainting painting = fluxes({-4.0}, MapPainting::Scale::Difference);
        painting.directions = {2.0};
        const ReactionStyle style = reactionStyle(painting, 0, &both, true, lightPalette());
        QVERIFY(style.headAtProducts && !style.headAtSubstrates);
    }

    void widthAndColourGrowWithTheValue()
    {
        const Reaction any = oneReaction(0.0, 1000.0);
        const MapPainting painting = fluxes({0.1, 1.0, 10.0, 1000.0});
        double before = 0.0;
        for (int row = 0; row < 3; ++row) {
            const ReactionStyle style = reactionStyle(painting, row, &any, false, lightPalette());
            QVERIFY(style.width > before);
            before = style.width;
        }
        // What is beyond the scale looks as its end.
        QCOMPARE(reactionStyle(painting, 3, &any, false, lightPalette()).width, before);
    }

    void increaseIsOrangeAndDecreaseBlue()
    {
        const MapPainting painting = fluxes({}, MapPainting::Scale::Difference);
        for (const QPalette &palette : {lightPalette(), darkPalette()}) {
            QCOMPARE(valueColour(painting, 10.0, palette), positiveColour(palette));
            QCOMPARE(valueColour(painting, -10.0, palette), negativeColour(palette));
            QCOMPARE(valueColour(painting, std::nan(""), palette), noValueColour(palette));
        }
    }

    void theBlockedAreCrossedAndTheUnknownGrey()
    {
        const Reaction any = oneReaction(0.0, 1000.0);
        MapPainting painting = fluxes({0.0});
        painting.blocked = {true};
        QVERIFY(reactionStyle(painting, 0, &any, false, lightPalette()).crossed);
        const ReactionStyle unknown = reactionStyle(painting, -1, nullptr, true, lightPalette());
        QVERIFY(!unknown.crossed);
        QCOMPARE(unknown.colour, noValueColour(lightPalette()));
        QVERIFY(unknown.headAtSubstrates);
        // A row beyond the list has no value.
        QCOMPARE(reactionStyle(painting, 7, &any, false, lightPalette()).colour, noValueColour(lightPalette()));
    }

    void lostMetabolitesAreHollowAndRescuedOnesRinged()
    {
        MapPainting painting;
        painting.metabolites = {MetaboliteMark::None, MetaboliteMark::Lost, MetaboliteMark::Rescued};
        const QPalette palette = lightPalette();
        QVERIFY(!metaboliteStyle(painting, 0, true, palette).hollow);
        const MetaboliteStyle lost = metaboliteStyle(painting, 1, true, palette);
        QVERIFY(lost.hollow && !lost.ringed);
        QCOMPARE(lost.fill, palette.color(QPalette::Base));
        QVERIFY(metaboliteStyle(painting, 2, true, palette).ringed);
    }

    void theScaleEndsAtARoundNumber_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("limit");
        QTest::newRow("one") << 1.0 << 1.0;
        QTest::newRow("above one") << 1.01 << 2.0;
        QTest::newRow("negative") << -17.0 << 20.0;
        QTest::newRow("small") << 0.0042 << 0.005;
        QTest::newRow("nine") << 9.0 << 10.0;
        QTest::newRow("none") << 1e-9 << 0.0;
        QTest::newRow("NaN") << std::nan("") << 0.0;
    }
    void theScaleEndsAtARoundNumber()
    {
        QFETCH(double, value);
        QFETCH(double, limit);
        // What is not shown does not count.
        QVERIFY(std::abs(scaleLimit({500.0, value}, {1}) - limit) <= 1e-12);
    }
};

QTEST_MAIN(TestMapPainting)
#include "test_map_painting.moc"
