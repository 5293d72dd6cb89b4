#include "tests/ui/genes/ui_fixture.h"

#include "ui/results/genotype_list_model.h"
#include "ui/results/genotype_list_panel.h"
#include "ui/results/genotype_list_view.h"

#include <QClipboard>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace knockscape;
using namespace knockscape::ui;
using namespace knockscape::ui::tests;

using Genotypes = std::vector<Genotype>;

class TestGenotypeList : public QObject
{
    Q_OBJECT

    template <typename Widget>
    Widget *find(const char *name)
    {
        return panel->findChild<Widget *>(QLatin1String(name));
    }
    // Like the session: what is asked for happens.
    void follow()
    {
        connect(panel.get(), &GenotypeListPanel::genotypesEdited, panel.get(),
                [this](const Genotypes &genotypes, const QString &what) {
                    QVERIFY(!what.isEmpty());
                    edited = genotypes;
                    panel->setGenotypes(genotypes);
                });
    }
    void select(int row, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(list->viewport(), Qt::LeftButton, modifiers,
                          list->visualRect(list->model()->index(row, 0)).center());
    }

private slots:
    void init()
    {
        applyTheme(ThemeChoice::Light);
        edited.clear();
        panel = std::make_unique<GenotypeListPanel>();
        panel->setCell(smallCell());
        panel->resize(420, 420);
        panel->show();
        panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowExposed(panel.get()));
        list = panel->findChild<GenotypeListView *>();
    }

    void emptyStateSaysWhatToDo()
    {
        QVERIFY(find<QLabel>("genotypesEmpty")->isVisible());
        QVERIFY(!list->isVisible());
        QVERIFY(!find<QPushButton>("genotypesPredict")->isEnabled());
        QVERIFY(!find<QToolButton>("genotypesAdd")->isEnabled());
        QVERIFY(!find<QPushButton>("genotypesAgainst")->isEnabled());
        QVERIFY(find<QPushButton>("genotypesSingles")->isEnabled());
        shoot(*panel, QStringLiteral("genotypes-empty"));
    }

    void addsTheCurrentSet()
    {
        follow();
        panel->setCurrentSet(Genotype{0, 1});
        QTest::mouseClick(find<QToolButton>("genotypesAdd"), Qt::LeftButton);
        QCOMPARE(edited, (Genotypes{Genotype{0, 1}}));
        QCOMPARE(find<QLabel>("genotypesCount")->text(), QStringLiteral("1 genotype"));
        QCOMPARE(list->model()->index(0, 0).data().toString(), QStringLiteral("hxk1Δ hxk2Δ"));
        QSignalSpy predict(panel.get(), &GenotypeListPanel::predictRequested);
        QTest::mouseClick(find<QPushButton>("genotypesPredict"), Qt::LeftButton);
        QCOMPARE(predict.size(), 1);
        QSignalSpy against(panel.get(), &GenotypeListPanel::currentAgainstAllRequested);
        QTest::mouseClick(find<QPushButton>("genotypesAgainst"), Qt::LeftButton);
        QCOMPARE(against.size(), 1);
    }

    void countsByOrder()
    {
        panel->setGenotypes(
            {Genotype{}, Genotype{0}, Genotype{1}, Genotype{0, 1}, Genotype{0, 1, 2}, Genotype{0, 1, 2, 3}});
        QCOMPARE(find<QLabel>("genotypesCount")->text(),
                 QStringLiteral("6 genotypes: 1 wild type, 2 single, 1 double, 1 triple, 1 of four or more"));
        shoot(*panel, QStringLiteral("genotypes"));
    }

    void deleteRemovesTheSelection()
    {
        follow();
        panel->setGenotypes({Genotype{0}, Genotype{1}, Genotype{2}, Genotype{3}});
        select(0);
        select(2, Qt::ControlModifier);
        QTest::keyClick(list, Qt::Key_Delete);
        QCOMPARE(edited, (Genotypes{Genotype{1}, Genotype{3}}));
        // The next one is selected, so that Delete can go on.
        QCOMPARE(list->selectionModel()->selectedRows().size(), 1);
        QTest::keyClick(list, Qt::Key_Delete);
        QTest::keyClick(list, Qt::Key_Delete);
        QVERIFY(edited.empty());
        QVERIFY(find<QLabel>("genotypesEmpty")->isVisible());
    }

    void movesByKeysAndButtons()
    {
        follow();
        panel->setGenotypes({Genotype{0}, Genotype{1}, Genotype{2}, Genotype{3}});
        select(1);
        QTest::keyClick(list, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(edited, (Genotypes{Genotype{0}, Genotype{2}, Genotype{1}, Genotype{3}}));
        QTest::keyClick(list, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(edited, (Genotypes{Genotype{0}, Genotype{2}, Genotype{3}, Genotype{1}}));
        QVERIFY(!find<QToolButton>("genotypesDown")->isEnabled());
        QTest::mouseClick(find<QToolButton>("genotypesUp"), Qt::LeftButton);
        QCOMPARE(edited, (Genotypes{Genotype{0}, Genotype{2}, Genotype{1}, Genotype{3}}));
        QTest::mouseClick(find<QToolButton>("genotypesClear"), Qt::LeftButton);
        QVERIFY(edited.empty());
    }

    void rowsAreMovedByDrag()
    {
        follow();
        panel->setGenotypes({Genotype{0}, Genotype{1}, Genotype{2}, Genotype{3}});
        auto *model = qobject_cast<GenotypeListModel *>(list->model());
        const std::unique_ptr<QMimeData> mime(model->mimeData({model->index(3), model->index(0)}));
        QCOMPARE(mime->text(), QStringLiteral("HXK1\nZWF1"));
        model->dropMimeData(mime.get(), Qt::MoveAction, 2, 0, {});
        QCOMPARE(edited, (Genotypes{Genotype{1}, Genotype{0}, Genotype{3}, Genotype{2}}));
        // Rows of a list that has shrunk in the meantime, and foreign data, move nothing.
        panel->setGenotypes({Genotype{0}});
        edited.clear();
        QVERIFY(!model->dropMimeData(mime.get(), Qt::MoveAction, 0, 0, {}));
        QVERIFY(edited.empty());
    }

    void movingKeepsOrderWithinTheMoved()
    {
        const Genotypes all{Genotype{0}, Genotype{1}, Genotype{2}, Genotype{3}, Genotype{4}};
        QCOMPARE(withRowsMoved(all, {1, 3}, 0),
                 (Genotypes{Genotype{1}, Genotype{3}, Genotype{0}, Genotype{2}, Genotype{4}}));
        QCOMPARE(withRowsMoved(all, {1, 3}, 5),
                 (Genotypes{Genotype{0}, Genotype{2}, Genotype{4}, Genotype{1}, Genotype{3}}));
        QCOMPARE(withRowsMoved(all, {2}, 3), all);
    }

    void blockedButtonsSayWhy()
    {
        panel->setGenotypes({Genotype{0}});
        panel->setCurrentSet(Genotype{1});
        panel->setBlocked(QStringLiteral("A prediction is running"));
        for (const char *name : {"genotypesPredict", "genotypesSingles", "genotypesAgainst"}) {
            QVERIFY(!find<QPushButton>(name)->isEnabled());
            QCOMPARE(find<QPushButton>(name)->toolTip(), QStringLiteral("A prediction is running"));
        }
        panel->setBlocked({});
        QVERIFY(find<QPushButton>("genotypesPredict")->isEnabled());
        QSignalSpy paste(panel.get(), &GenotypeListPanel::pasteRequested);
        QTest::mouseClick(find<QToolButton>("genotypesPaste"), Qt::LeftButton);
        QCOMPARE(paste.size(), 1);
    }

    void copiesNames()
    {
        panel->setGenotypes({Genotype{0, 1}, Genotype{}});
        list->setFocus();
        list->selectAll();
        QTest::keyClick(list, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("HXK1 HXK2\nWT"));
    }

private:
    std::unique_ptr<GenotypeListPanel> panel;
    GenotypeListView *list = nullptr;
    Genotypes edited;
};

QTEST_MAIN(TestGenotypeList)
#include "test_genotype_list.moc"
