#include "engine/fba/flux_balance.h"
#include "map_test_parts.h"
#include "tests/patience.h"
#include "tests/ui/picture.h"
#include "ui/metabolism/map_words.h"
#include "ui/metabolism/metabolism_panel.h"
#include "ui/session/session.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>
#include <QTreeWidget>

#include <cmath>

using namespace knockscape;
using namespace knockscape::ui;
using namespace knockscape::ui::tests;

namespace
{

std::shared_ptr<const FluxPair> fluxesOf(const std::shared_ptr<const Cell> &cell, const Genotype &knockouts)
{
    FluxBalance balance(cell);
    auto pair = std::make_shared<FluxPair>();
    pair->genotype = knockouts;
    pair->wildType = balance.simulateFluxes({}, FluxMethod::Parsimonious).fluxes;
    const SimulatedFluxes knockout = balance.simulateFluxes(knockouts, FluxMethod::Parsimonious);
    pair->knockout = knockout.fluxes;
    pair->growth = knockout.growth.growth;
    pair->lostMetabolites = balance.lostMetabolites(knockouts);
    return pair;
}

} // namespace

class TestMetabolismPanel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        applyTheme(ThemeChoice::Light);
        cell_ = demoCell();
        bna1_ = cell_->genes.resolve("BNA1").gene;
        npt1_ = cell_->genes.resolve("NPT1").gene;
        QVERIFY(bna1_ >= 0 && npt1_ >= 0);
    }

    void aWholeGenomeIsNoPictureAndSaysWhatIs()
    {
        auto genome = std::make_shared<Cell>(*cell_);
        for (const Reaction &reaction : cell_->metabolism.reactions) {
            for (const char *copy : {"_2", "_3"}) {
                genome->metabolism.reactions.push_back(reaction);
                genome->metabolism.reactions.back().id += copy;
            }
        }
        const auto refusal = [&genome] {
            MapOrder order;
            order.cell = genome;
            order.choice.kind = MapChoice::Kind::WithFlux;
            order.fluxes.assign(genome->metabolism.reactions.size(), 1.0);
            try {
                MapWorkshop().draw(order, {});
            } catch (const InputError &error) {
                return QString::fromStdString(describe(error.issues().front()));
            }
            return QString();
        };
        QVERIFY2(refusal().contains("too many") && refusal().contains("by pathway ("), qPrintable(refusal()));
        for (Reaction &reaction : genome->metabolism.reactions)
            reaction.subsystem.clear();
        QVERIFY2(refusal().contains("names no pathways"), qPrintable(refusal()));
    }

    void theEmptyTabSaysWhatToDo()
    {
        MetabolismPanel panel;
        panel.show();
        auto *message = panel.findChild<QLabel *>("mapMessage");
        auto *button = panel.findChild<QPushButton *>("mapMessageButton");
        QVERIFY(message->isVisible() && !message->text().isEmpty());
        QVERIFY(!button->isVisible());
        panel.setCell(std::make_shared<Cell>());
        QVERIFY(message->text().contains("Import"));
        panel.setCell(cell_);
        QVERIFY(button->isVisible());
        QVERIFY(!panel.picture().paint);
    }

    void aPathwayOfTheListIsDrawn()
    {
        MetabolismPanel panel;
        open(panel);
        QSignalSpy shown(&panel, &MetabolismPanel::mapShown);
        auto *search = panel.findChild<QLineEdit *>("mapSearch");
        search->setFocus();
        QTest::keyClicks(search, "glycoly");
        auto *tree = panel.findChild<QTreeWidget *>("mapTree");
        QTreeWidgetItem *pathway = nullptr;
        for (QTreeWidgetItemIterator item(tree); *item != nullptr; ++item) {
            if ((*item)->parent() != nullptr && !(*item)->isHidden())
                pathway = *item;
        }
        QVERIFY(pathway != nullptr && pathway->text(0).contains("glycoly", Qt::CaseInsensitive));
        tree->scrollToItem(pathway);
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualItemRect(pathway).center());
        QTRY_COMPARE(shown.count(), 1);
        QVERIFY(panel.canvas()->scene()->reactionRows.size() > 5);
        QVERIFY(panel.findChild<QLabel *>("mapTitle")->text().contains("glycoly", Qt::CaseInsensitive));
    }

    void onlyTheNewestWishIsShown()
    {
        MetabolismPanel panel;
        open(panel);
        panel.setKnockouts(Genotype{bna1_, npt1_});
        QSignalSpy shown(&panel, &MetabolismPanel::mapShown);
        for (int steps = 3; steps >= 1; --steps)
            panel.show({MapChoice::Kind::Around, {}, steps, {}, {}});
        QTRY_VERIFY(panel.settled());
        QCOMPARE(shown.count(), 1);
        QCOMPARE(panel.choice().steps, 1);
    }

    void theKnockoutIsExplainedOnTheMap()
    {
        MetabolismPanel panel;
        openAround(panel);
        panel.setFluxes(fluxesOf(cell_, Genotype{bna1_, npt1_}));
        const MapPainting &painting = panel.canvas()->painting();
        const std::int32_t npt1 = reactionsOf(*cell_, {"NPT1"}).front();
        QVERIFY(painting.blocked[static_cast<std::size_t>(npt1)]);
        int lost = 0;
        for (const std::int32_t row : panel.canvas()->scene()->match.metabolites) {
            lost += row >= 0 && painting.metabolites[static_cast<std::size_t>(row)] == MetaboliteMark::Lost ? 1 : 0;
        }
        QVERIFY(lost > 0);
        // Values of the painting are those of the simulation, and one scale serves both.
        auto *paintBy = panel.findChild<QComboBox *>("paintBy");
        paintBy->setFocus();
        QTest::keyClick(paintBy, Qt::Key_Down);
        QCOMPARE(panel.canvas()->painting().scale, MapPainting::Scale::Difference);
        keepPicture(panel, "metabolism-nad");
        shoot(panel, "metabolism-nad");
    }

    void rangesAreAskedForAndShown()
    {
        MetabolismPanel panel;
        openAround(panel);
        panel.setFluxes(fluxesOf(cell_, Genotype{bna1_}));
        QSignalSpy asked(&panel, &MetabolismPanel::rangesRequested);
        auto *paintBy = panel.findChild<QComboBox *>("paintBy");
        paintBy->setFocus();
        QCOMPARE(paintBy->count(), 4);
        panel.offerRanges();
        panel.offerRanges();
        QCOMPARE(paintBy->count(), 5);
        QTest::keyClick(paintBy, Qt::Key_End);
        QCOMPARE(asked.count(), 1);
        const auto rows = asked.first().at(0).value<std::vector<std::int32_t>>();
        QCOMPARE(rows, panel.canvas()->scene()->reactionRows);
        panel.setRanges({{rows.front(), {-1.0, 2.0}}});
        const MapPainting &painting = panel.canvas()->painting();
        QCOMPARE(painting.reactionValues[static_cast<std::size_t>(rows.front())], 3.0);
        QVERIFY(std::isnan(painting.reactionValues[static_cast<std::size_t>(rows.back())]));
        QCOMPARE(painting.limit, 5.0);
        // What became untrue is asked for again.
        panel.setRanges({});
        QTRY_COMPARE(asked.count(), 2);
    }

    void valuesOfGenesHaveTheirOwnLegend()
    {
        MetabolismPanel panel;
        openAround(panel);
        std::vector<double> values(cell_->genes.size(), std::nan(""));
        values[static_cast<std::size_t>(npt1_)] = -0.4;
        panel.setGeneValues("Δ fitness", values);
        QCOMPARE(panel.canvas()->painting().geneLimit, 0.4);
        QCOMPARE(panel.canvas()->painting().scaleOfGenes().title, QStringLiteral("Δ fitness"));
        panel.canvas()->zoomBy(1.5, {300.0, 300.0});
        keepPicture(panel, "metabolism-genes");
    }

    void returnTogglesAReactionAndUndoBringsItBack()
    {
        MetabolismPanel panel;
        Session session;
        session.setCell(cell_, {});
        connect(&panel, &MetabolismPanel::knockoutsChosen, &session, &Session::setKnockouts);
        connect(&session, &Session::knockoutsChanged, &panel, &MetabolismPanel::setKnockouts);
        open(panel);
        session.setKnockouts(Genotype{bna1_, npt1_});
        panel.show({MapChoice::Kind::Around, {}, 1, {}, {}});
        QTRY_VERIFY(panel.settled());
        MapCanvas *canvas = panel.canvas();
        const std::int32_t npt1 = reactionsOf(*cell_, {"NPT1"}).front();
        QVERIFY(panel.showReaction(npt1));
        QTRY_VERIFY(!canvas->flying());
        const MapView before = canvas->view();
        const MapElement element = canvas->selected();
        // A table beside it that follows the selection and answers does not move the map.
        QVERIFY(panel.showReaction(npt1));
        QVERIFY(!canvas->flying());
        QTest::keyClick(canvas, Qt::Key_Return);
        QCOMPARE(session.knockouts(), Genotype{bna1_});
        QVERIFY(!canvas->painting().blocked[static_cast<std::size_t>(npt1)]);
        // The map stays where it is.
        QCOMPARE(canvas->view().zoom, before.zoom);
        QCOMPARE(canvas->view().offset, before.offset);
        QCOMPARE(canvas->selected(), element);
        session.undoStack()->undo();
        QCOMPARE(session.knockouts(), (Genotype{bna1_, npt1_}));
        QVERIFY(canvas->painting().blocked[static_cast<std::size_t>(npt1)]);
        QTest::mouseDClick(canvas, Qt::LeftButton, {}, canvas->pixelOf(element).toPoint());
        QCOMPARE(session.knockouts(), Genotype{bna1_});
    }

    void aReactionOfAComplexAsksWhichGene()
    {
        MetabolismPanel panel;
        open(panel);
        std::int32_t row = -1;
        for (std::size_t i = 0; i < cell_->metabolism.reactions.size() && row < 0; ++i) {
            const Reaction &reaction = cell_->metabolism.reactions[i];
            if (reaction.isozymes.size() == 1 && reaction.isozymes.front().size() == 2 && !reaction.subsystem.empty())
                row = static_cast<std::int32_t>(i);
        }
        QVERIFY(row >= 0);
        const Reaction &reaction = cell_->metabolism.reactions[static_cast<std::size_t>(row)];
        panel.show({MapChoice::Kind::Pathway, QString::fromStdString(reaction.subsystem), 1, {}, {}});
        QTRY_VERIFY(panel.settled());
        auto *parts = panel.findChild<QComboBox *>("mapParts");
        for (int part = 0; part < parts->count() && !panel.showReaction(row); ++part)
            parts->setCurrentIndex(part);
        QVERIFY(panel.showReaction(row));
        QTRY_VERIFY(!panel.canvas()->flying());
        QSignalSpy chosen(&panel, &MetabolismPanel::knockoutsChosen);
        QTest::keyClick(panel.canvas(), Qt::Key_Return);
        auto *menu = panel.findChild<QMenu *>("knockoutOffers");
        QVERIFY(menu != nullptr && menu->isVisible());
        QCOMPARE(menu->actions().size(), 2);
        QTest::keyClick(menu, Qt::Key_Return);
        QCOMPARE(chosen.count(), 1);
        QVERIFY(reaction.blockedBy(chosen.first().at(0).value<Genotype>()));
    }

    void clickShowsTheCardWithLinks()
    {
        MetabolismPanel panel;
        openAround(panel);
        panel.setFluxes(fluxesOf(cell_, Genotype{bna1_, npt1_}));
        const std::int32_t npt1 = reactionsOf(*cell_, {"NPT1"}).front();
        QVERIFY(panel.showReaction(npt1));
        auto *card = panel.findChild<QTextBrowser *>("mapCard");
        QVERIFY(card->toPlainText().contains("NPT1"));
        QVERIFY(card->toHtml().contains("line-through"));
        for (const MapElement &element : panel.canvas()->scene()->neighboursOf(panel.canvas()->selected())) {
            const std::int32_t row = panel.canvas()->scene()->rowOf(element);
            QVERIFY(row >= 0);
            QVERIFY(metaboliteCard(*cell_, row, nullptr, true)
                        .contains(QString::fromStdString(cell_->metabolism.metabolites[std::size_t(row)].id)));
        }
    }

    void whatCannotBeDrawnSaysWhy()
    {
        MetabolismPanel panel;
        open(panel);
        QSignalSpy failed(&panel, &MetabolismPanel::failed);
        panel.show({MapChoice::Kind::Around, {}, 1, {}, {}});
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(panel.findChild<QLabel *>("mapMessage")->isVisible());
        panel.show({MapChoice::Kind::Route, {}, 1, "no such thing", "NAD"});
        QTRY_COMPARE(failed.count(), 2);
        QVERIFY(failed.last().at(0).toString().contains("no such thing"));
        panel.openMap("/nowhere/map.json");
        QTRY_COMPARE(failed.count(), 3);
    }

    void aMapIsMovedUndoneAndSaved()
    {
        MetabolismPanel panel;
        openAround(panel);
        QTest::mouseClick(panel.findChild<QToolButton *>("mapEdit"), Qt::LeftButton);
        MapCanvas *canvas = panel.canvas();
        const std::int32_t npt1 = reactionsOf(*cell_, {"NPT1"}).front();
        QVERIFY(panel.showReaction(npt1));
        QTRY_VERIFY(!canvas->flying());
        const MapElement disc = canvas->scene()->neighboursOf(canvas->selected()).front();
        const QPointF before = canvas->scene()->placeOf(disc);
        canvas->flyTo(disc);
        QTRY_VERIFY(!canvas->flying());
        const QPoint from = canvas->pixelOf(disc).toPoint();
        QTest::mousePress(canvas, Qt::LeftButton, {}, from);
        QTest::mouseMove(canvas, from + QPoint(30, 10));
        QTest::mouseMove(canvas, from + QPoint(60, 20));
        QTest::mouseRelease(canvas, Qt::LeftButton, {}, from + QPoint(60, 20));
        const QPointF moved = canvas->scene()->placeOf(disc) - before;
        QVERIFY(std::abs(moved.x() - 60.0 / canvas->view().zoom) < 1e-6);
        QTest::keyClick(canvas, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(canvas->scene()->placeOf(disc), before);
        QTest::mouseClick(panel.findChild<QToolButton *>("mapRedo"), Qt::LeftButton);
        QCOMPARE(canvas->scene()->placeOf(disc) - before, moved);
        QTest::keyClick(canvas, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(canvas->scene()->placeOf(disc).y(), before.y() + moved.y() + 10.0);

        QTemporaryDir folder;
        const QString file = folder.filePath("moved.json");
        QString error;
        QVERIFY2(panel.saveMap(file, &error), qPrintable(error));
        QVERIFY(!panel.saveMap("/nowhere/moved.json", &error));
        QVERIFY(!error.isEmpty());
        const QPointF place = canvas->scene()->placeOf(disc);
        const std::string id = canvas->scene()->document.nodes[static_cast<std::size_t>(disc.index)].id;
        const std::size_t reactions = canvas->scene()->document.reactions.size();
        panel.openMap(file);
        QTRY_VERIFY(panel.settled());
        QCOMPARE(canvas->scene()->document.reactions.size(), reactions);
        // A file may have its elements in another order.
        double nearest = 1e9;
        for (const MapNode &node : canvas->scene()->document.nodes) {
            if (node.id == id)
                nearest = std::hypot(node.position.x - place.x(), node.position.y - place.y());
        }
        QVERIFY(nearest < 0.01);
    }

    void sideBySideHasOneView()
    {
        MetabolismPanel panel;
        openAround(panel);
        panel.setFluxes(fluxesOf(cell_, Genotype{bna1_, npt1_}));
        QTest::mouseClick(panel.findChild<QToolButton *>("mapBeside"), Qt::LeftButton);
        QVERIFY(panel.wildTypeCanvas()->isVisible());
        panel.canvas()->zoomBy(1.7, {100.0, 100.0});
        QCOMPARE(panel.wildTypeCanvas()->view().zoom, panel.canvas()->view().zoom);
        QCOMPARE(panel.wildTypeCanvas()->view().offset, panel.canvas()->view().offset);
        panel.wildTypeCanvas()->panBy({-20.0, 10.0});
        QCOMPARE(panel.wildTypeCanvas()->view().offset, panel.canvas()->view().offset);
        QVERIFY(panel.wildTypeCanvas()->painting().blocked.empty());
        QCOMPARE(panel.wildTypeCanvas()->painting().limit, panel.canvas()->painting().limit);
        keepPicture(panel, "metabolism-beside");
    }

    void picturesAreWritten()
    {
        MetabolismPanel panel;
        openAround(panel);
        panel.setFluxes(fluxesOf(cell_, Genotype{bna1_, npt1_}));
        QTemporaryDir folder;
        const PictureSource source = panel.picture();
        for (const char *suffix : {"png", "svg", "pdf"}) {
            const QString file = folder.filePath(QStringLiteral("map.") + suffix);
            QString error;
            QVERIFY2(written(source, file, &error), qPrintable(error));
            QVERIFY(QFile(file).size() > 2000);
            if (!pictureFolder().isEmpty())
                QFile::copy(file, pictureFolder() + QStringLiteral("/nad-map.") + suffix);
        }
        QFile svg(folder.filePath("map.svg"));
        QVERIFY(svg.open(QIODevice::ReadOnly));
        const QByteArray text = svg.readAll();
        // Words are words, and the legend has its numbers' unit.
        QVERIFY(text.contains("NPT1") && text.contains("mmol/gDW/h"));
    }

    void mapsOfOthersOpen_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("Escher") << "iMM904.Central_carbon_metabolism.json";
        QTest::newRow("SBGN") << "yeast8-sbgn/histidine_metabolism.sbgn";
    }
    void mapsOfOthersOpen()
    {
        QFETCH(QString, file);
        const QString path = QStringLiteral(KNOCKSCAPE_SHARED_DIR "/data/maps/") + file;
        if (!QFile::exists(path))
            QSKIP("the shared maps are not here");
        MetabolismPanel panel;
        open(panel);
        QSignalSpy shown(&panel, &MetabolismPanel::mapShown);
        panel.openMap(path);
        QTRY_COMPARE(shown.count(), 1);
        QVERIFY(shown.first().at(1).toInt() > 5);
        keepPicture(panel, QStringLiteral("other-") + QTest::currentDataTag());
    }

private:
    void open(MetabolismPanel &panel)
    {
        panel.setCell(cell_);
        panel.resize(1100, 620);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
    }

    void openAround(MetabolismPanel &panel)
    {
        open(panel);
        panel.setKnockouts(Genotype{bna1_, npt1_});
        panel.show({MapChoice::Kind::Around, {}, 2, {}, {}});
        QTRY_VERIFY(panel.settled());
        QVERIFY(panel.canvas()->scene() != nullptr);
    }

    std::shared_ptr<const Cell> cell_;
    GeneIndex bna1_ = -1;
    GeneIndex npt1_ = -1;
};

QTEST_MAIN(TestMetabolismPanel)
#include "test_metabolism_panel.moc"
