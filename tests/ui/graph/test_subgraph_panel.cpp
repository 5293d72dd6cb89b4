#include "graph_test_cell.h"
#include "tests/patience.h"
#include "tests/ui/picture.h"
#include "ui/graph/graph_view.h"
#include "ui/graph/subgraph_panel.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QXmlStreamReader>

#include <algorithm>
#include <set>

using namespace knockscape;
using namespace knockscape::ui;
using namespace knockscape::ui::tests;

namespace
{

constexpr int kPatience = ::knockscape::testing::patience;

void show(SubgraphPanel &panel, const std::shared_ptr<const Cell> &cell, const Genotype &focus)
{
    panel.setCell(cell);
    panel.setFocus(focus);
    panel.resize(720, 480);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    QTRY_VERIFY_WITH_TIMEOUT(panel.settled(), kPatience);
}

int nodeOfGene(const GraphView &view, int gene)
{
    const auto &nodes = view.scene().nodes;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (nodes[i].kind == NodeKind::Gene && nodes[i].row == gene)
            return static_cast<int>(i);
    }
    return -1;
}

QToolButton *button(QWidget &panel, const QString &text)
{
    for (QToolButton *candidate : panel.findChildren<QToolButton *>()) {
        if (candidate->text() == text)
            return candidate;
    }
    return nullptr;
}

QLabel *message(QWidget &panel)
{
    for (QLabel *label : panel.findChildren<QLabel *>()) {
        if (label->isVisible() && !label->text().isEmpty())
            return label;
    }
    return nullptr;
}

} // namespace

class TestSubgraphPanel : public QObject
{
    Q_OBJECT

private slots:
    void init() { qApp->setPalette(lightPalette()); }

    void showsTheNeighbourhood()
    {
        SubgraphPanel panel;
        QSignalSpy shown(&panel, &SubgraphPanel::layoutShown);
        show(panel, smallCell(), Genotype{1});
        QCOMPARE(shown.count(), 1);
        // HXK2 with MIG1, SNF1 and REG1; edges among them in both networks.
        QCOMPARE(shown.first().at(0).toInt(), 4);
        QCOMPARE(shown.first().at(1).toInt(), 7);
        std::set<QString> labels;
        for (const SceneNode &node : panel.view()->scene().nodes)
            labels.insert(node.label);
        QCOMPARE(labels, (std::set<QString>{"HXK2", "MIG1", "SNF1", "REG1"}));
        QVERIFY(panel.view()->scene().nodes.front().knockedOut);
        keepPicture(panel, "network-small");
    }

    void clickSelectsAndDoubleClickToggles()
    {
        SubgraphPanel panel;
        show(panel, smallCell(), Genotype{1});
        QSignalSpy selected(&panel, &SubgraphPanel::geneSelected);
        QSignalSpy toggled(&panel, &SubgraphPanel::geneToggled);
        GraphView *view = panel.view();
        const QPoint place = view->pixelOf(nodeOfGene(*view, 4)).toPoint();
        QTest::mouseClick(view, Qt::LeftButton, {}, place);
        QCOMPARE(selected.count(), 1);
        QCOMPARE(selected.first().at(0).toInt(), 4);
        QTest::mouseDClick(view, Qt::LeftButton, {}, place);
        QCOMPARE(toggled.count(), 1);
        QCOMPARE(toggled.first().at(0).toInt(), 4);
        QTest::mouseClick(view, Qt::LeftButton, {}, QPoint(2, 2));
        QCOMPARE(view->current(), -1);
        QVERIFY(selected.count() <= 2);
    }

    void keysWalkSelectAndToggle()
    {
        SubgraphPanel panel;
        show(panel, smallCell(), Genotype{1});
        QSignalSpy selected(&panel, &SubgraphPanel::geneSelected);
        QSignalSpy toggled(&panel, &SubgraphPanel::geneToggled);
        GraphView *view = panel.view();
        QTest::keyClick(view, Qt::Key_Right);
        QCOMPARE(view->current(), 0);
        std::set<int> visited = {0};
        for (const Qt::Key key : {Qt::Key_Left, Qt::Key_Up, Qt::Key_Right, Qt::Key_Down, Qt::Key_Left, Qt::Key_Up}) {
            QTest::keyClick(view, key);
            visited.insert(view->current());
        }
        QVERIFY(visited.size() >= 3);
        const int gene = view->scene().nodes[static_cast<std::size_t>(view->current())].row;
        QTest::keyClick(view, Qt::Key_Space);
        QCOMPARE(selected.count(), 1);
        QCOMPARE(selected.first().at(0).toInt(), gene);
        QTest::keyClick(view, Qt::Key_Return);
        QCOMPARE(toggled.count(), 1);
        QCOMPARE(toggled.first().at(0).toInt(), gene);
        const double zoom = view->zoom();
        QTest::keyClick(view, Qt::Key_Plus);
        QVERIFY(view->zoom() > zoom);
        QTest::keyClick(view, Qt::Key_0);
        QCOMPARE(view->zoom(), zoom);
    }

    void knockoutsAreStruckWithoutANewLayout()
    {
        SubgraphPanel panel;
        show(panel, smallCell(), Genotype{1});
        QSignalSpy shown(&panel, &SubgraphPanel::layoutShown);
        const QPointF before = panel.view()->scene().nodes[1].centre;
        panel.setKnockouts(Genotype{4});
        const GraphScene &scene = panel.view()->scene();
        QVERIFY(!scene.nodes.front().knockedOut);
        QVERIFY(scene.nodes[static_cast<std::size_t>(nodeOfGene(*panel.view(), 4))].knockedOut);
        QCOMPARE(scene.nodes[1].centre, before);
        QVERIFY(panel.settled());
        QCOMPARE(shown.count(), 0);
    }

    void blockedReactionsAreStruckWithoutANewLayout()
    {
        SubgraphPanel panel;
        show(panel, smallCell(), Genotype{2});
        QTest::mouseClick(button(panel, "Metabolism"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(panel.settled(), kPatience);
        const auto reaction = [&]() -> const SceneNode & {
            const auto &nodes = panel.view()->scene().nodes;
            return *std::find_if(nodes.begin(), nodes.end(), [](const SceneNode &node) {
                return node.kind == NodeKind::Reaction && node.row == 1;
            });
        };
        QVERIFY(!reaction().knockedOut);
        QVERIFY(!reaction().fullTooltip().contains("Blocked"));
        QSignalSpy shown(&panel, &SubgraphPanel::layoutShown);
        const QImage before = panel.view()->grab().toImage();
        panel.setBlockedReactions({1});
        QVERIFY(reaction().knockedOut);
        QVERIFY(reaction().fullTooltip().contains("Blocked"));
        QVERIFY(panel.view()->grab().toImage() != before);
        QCOMPARE(shown.count(), 0);
        // A new layout keeps the mark; another genotype takes it away.
        panel.setFocus(Genotype{1, 2});
        QTRY_COMPARE_WITH_TIMEOUT(shown.count(), 1, kPatience);
        QVERIFY(reaction().knockedOut);
        panel.setBlockedReactions({});
        QVERIFY(!reaction().knockedOut);
    }

    void onlyTheNewestRequestIsShown()
    {
        SubgraphPanel panel;
        show(panel, smallCell(), Genotype{1});
        QSignalSpy shown(&panel, &SubgraphPanel::layoutShown);
        for (const GeneIndex gene : {0, 2, 3, 5})
            panel.setFocus(Genotype{gene});
        QVERIFY(!panel.settled());
        QTRY_VERIFY_WITH_TIMEOUT(panel.settled(), kPatience);
        QCOMPARE(shown.count(), 1);
        QCOMPARE(panel.view()->scene().nodes.front().row, 5);
    }

    void nothingIsLaidOutWhileHidden()
    {
        SubgraphPanel panel;
        QSignalSpy shown(&panel, &SubgraphPanel::layoutShown);
        panel.setCell(smallCell());
        panel.setFocus(Genotype{1});
        QTest::qWait(300);
        QCOMPARE(shown.count(), 0);
        QVERIFY(!panel.settled());
        panel.show();
        QTRY_COMPARE_WITH_TIMEOUT(shown.count(), 1, kPatience);
        panel.hide();
        panel.setFocus(Genotype{3});
        QTest::qWait(200);
        QCOMPARE(shown.count(), 1);
        panel.show();
        QTRY_COMPARE_WITH_TIMEOUT(shown.count(), 2, kPatience);
    }

    void switchesChangeThePicture()
    {
        SubgraphPanel panel;
        show(panel, smallCell(), Genotype{1});
        QCheckBox *physical = nullptr;
        for (QCheckBox *box : panel.findChildren<QCheckBox *>()) {
            if (box->text() == "physical")
                physical = box;
        }
        QVERIFY(physical && physical->isVisible());
        physical->click();
        QTRY_VERIFY_WITH_TIMEOUT(panel.settled(), kPatience);
        QCOMPARE(panel.view()->scene().nodes.size(), std::size_t{2});
        QTest::mouseClick(button(panel, "Metabolism"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(panel.settled(), kPatience);
        QVERIFY(!physical->isVisible());
        const auto &nodes = panel.view()->scene().nodes;
        QVERIFY(
            std::any_of(nodes.begin(), nodes.end(), [](const SceneNode &n) { return n.kind == NodeKind::Reaction; }));
        keepPicture(panel, "metabolism-small");
        auto *limit = panel.findChild<QSpinBox *>();
        limit->setValue(2);
        QTRY_VERIFY_WITH_TIMEOUT(panel.settled(), kPatience);
        QCOMPARE(panel.view()->scene().nodes.size(), std::size_t{2});
        QVERIFY(panel.view()->scene().caption.contains(" of "));
    }

    void emptyStatesSayWhy()
    {
        SubgraphPanel panel;
        show(panel, nullptr, {});
        QVERIFY(message(panel)->text().contains("Open a cell"));
        panel.setCell(smallCell());
        QTRY_VERIFY(panel.settled());
        QVERIFY(message(panel)->text().contains("Select or knock out"));
        panel.setFocus(Genotype{7});
        QTest::mouseClick(button(panel, "Metabolism"), Qt::LeftButton);
        QTRY_VERIFY(panel.settled());
        QVERIFY(message(panel)->text().contains("ORPHAN"));
        QString error;
        QVERIFY(!written(panel.picture(), "/tmp/never.svg", &error));
        QVERIFY(!error.isEmpty());
    }

    void exportsWhatIsSeen()
    {
        QTemporaryDir folder;
        SubgraphPanel panel;
        qApp->setPalette(darkPalette());
        show(panel, smallCell(), Genotype{1});
        const QString base = folder.filePath("network");
        QString error;
        for (const char *suffix : {".png", ".svg", ".pdf"})
            QVERIFY2(written(panel.picture(), base + suffix, &error), qPrintable(error));
        QImage png(base + ".png");
        QCOMPARE(png.size(), panel.picture().layout.pixels());
        QCOMPARE(png.pixelColor(0, 0), QColor(Qt::white));
        QFile svg(base + ".svg");
        QVERIFY(svg.open(QIODevice::ReadOnly));
        QXmlStreamReader reader(&svg);
        QString text;
        while (!reader.atEnd()) {
            if (reader.readNext() == QXmlStreamReader::Characters)
                text += reader.text();
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        for (const char *label : {"HXK2", "MIG1", "SNF1", "REG1", "physical", "regulatory", "Neighbours: 3"})
            QVERIFY2(text.contains(label), label);
        QFile pdf(base + ".pdf");
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        const QByteArray bytes = pdf.readAll();
        QVERIFY(bytes.startsWith("%PDF-") && bytes.contains("/FontFile"));
        QVERIFY(!written(panel.picture(), "/nonexistent-folder/network.png", &error));
        QVERIFY(error.contains("/nonexistent-folder"));
        if (!pictureFolder().isEmpty())
            png.save(pictureFolder() + "/network-export.png");
    }

    void yeastNeighbourhoodsAreQuick_data()
    {
        QTest::addColumn<QString>("gene");
        QTest::addColumn<QString>("view");
        QTest::newRow("HXK2 network") << "HXK2"
                                      << "Gene network";
        QTest::newRow("HSP82 network, a hub") << "HSP82"
                                              << "Gene network";
        QTest::newRow("PGI1 metabolism") << "PGI1"
                                         << "Metabolism";
        QTest::newRow("FAS1 metabolism") << "FAS1"
                                         << "Metabolism";
    }

    void yeastNeighbourhoodsAreQuick()
    {
        QFETCH(QString, gene);
        QFETCH(QString, view);
        static const std::shared_ptr<const Cell> cell = yeastCell(KNOCKSCAPE_SHARED_DIR);
        if (!cell)
            QSKIP("The shared yeast tables are not there");
        SubgraphPanel panel;
        show(panel, cell, {});
        QTest::mouseClick(button(panel, view), Qt::LeftButton);
        QElapsedTimer time;
        time.start();
        panel.setFocus(Genotype{cell->genes.resolve(gene.toStdString()).gene});
        QTRY_VERIFY_WITH_TIMEOUT(panel.settled(), kPatience);
        const GraphScene &scene = panel.view()->scene();
        qInfo("%d nodes, %d edges, %lld ms: %s", static_cast<int>(scene.nodes.size()),
              static_cast<int>(scene.edges.size()), static_cast<long long>(time.elapsed()), qPrintable(scene.caption));
        QVERIFY(scene.nodes.size() > 2 && scene.nodes.size() <= 60);
        keepPicture(panel, QStringLiteral("yeast-") + QString(QTest::currentDataTag()).replace(' ', '-'));
    }

    void demoCellPictures_data()
    {
        QTest::addColumn<QString>("genes");
        QTest::addColumn<bool>("metabolism");
        QTest::addColumn<bool>("dark");
        QTest::newRow("network") << "HXK2 PGI1" << false << false;
        QTest::newRow("metabolism") << "HXK2 PGI1" << true << false;
        QTest::newRow("metabolism-dark") << "PDC1 ADH1" << true << true;
        QTest::newRow("network-dark") << "LEU3 LEU2" << false << true;
    }

    void demoCellPictures()
    {
        QFETCH(QString, genes);
        QFETCH(bool, metabolism);
        QFETCH(bool, dark);
        const auto cell = demoCell(KNOCKSCAPE_RESOURCES_DIR);
        QVERIFY(cell);
        applyTheme(dark ? ThemeChoice::Dark : ThemeChoice::Light);
        std::vector<GeneIndex> rows;
        for (const QString &gene : genes.split(' '))
            rows.push_back(cell->genes.resolve(gene.toStdString()).gene);
        QVERIFY(std::find(rows.begin(), rows.end(), -1) == rows.end());
        SubgraphPanel panel;
        show(panel, cell, Genotype(rows));
        if (metabolism)
            QTest::mouseClick(button(panel, "Metabolism"), Qt::LeftButton);
        QElapsedTimer time;
        time.start();
        QTRY_VERIFY_WITH_TIMEOUT(panel.settled(), kPatience);
        const GraphScene &scene = panel.view()->scene();
        qInfo("%d nodes, %d edges, %lld ms", static_cast<int>(scene.nodes.size()), static_cast<int>(scene.edges.size()),
              static_cast<long long>(time.elapsed()));
        QVERIFY(scene.nodes.size() > 2);
        keepPicture(panel, QStringLiteral("demo-") + QTest::currentDataTag());
    }
};

QTEST_MAIN(TestSubgraphPanel)
#include "test_subgraph_panel.moc"
