// Choosing, editing and saving a medium.

#include "tests/ui/fluxes/flux_fixture.h"
#include "tests/ui/picture.h"
#include "ui/fluxes/medium_box.h"
#include "ui/fluxes/medium_dialog.h"
#include "ui/fluxes/medium_model.h"
#include "ui/session/media_choices.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>

using namespace knockscape;
using namespace knockscape::ui;
using ::knockscape::testing::FluxFixture;

class TestMediaChoice : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        folder_ = std::make_unique<QTemporaryDir>();
        fixture_ = std::make_unique<FluxFixture>();
        bundle_ = folder_->filePath("demo.cell").toStdString();
        fixture_->session.setCell(fixture_->cell, bundle_);
        box_ = std::make_unique<MediumBox>(&fixture_->session);
        box_->show();
        QVERIFY(QTest::qWaitForWindowExposed(box_.get()));
    }
    void cleanup()
    {
        box_.reset();
        fixture_.reset();
    }

    void offersTheMediaOfTheCell()
    {
        // own, minimal glucose, anaerobic, rich, a line, Edit.
        QCOMPARE(box_->count(), 6);
        QCOMPARE(box_->currentIndex(), 0);
        QVERIFY(box_->toolTip().contains("EX_glc: 10"));
        QTest::keyClick(box_.get(), Qt::Key_Down);
        QCOMPARE(fixture_->session.medium().name, std::string("minimal-glucose"));
        QTest::keyClick(box_.get(), Qt::Key_Down);
        QCOMPARE(fixture_->session.medium().name, std::string("anaerobic"));
        QCOMPARE(fixture_->session.medium().uptake.count("EX_o2"), std::size_t(0));
        fixture_->session.undoStack()->undo();
        QCOMPARE(box_->currentIndex(), 1);
        fixture_->session.undoStack()->undo();
        QCOMPARE(box_->currentIndex(), 0);
        QCOMPARE(fixture_->session.medium().name, std::string("own"));
    }

    void keepsWhatWasTried()
    {
        const auto nutrients = nutrientsOf(*fixture_->cell);
        const Medium tried = mediumWith(fixture_->session.medium(), nutrients.front(), 10.0);
        fixture_->session.setMedium(tried);
        QCOMPARE(box_->count(), 7);
        QCOMPARE(box_->currentText(), titleOf(tried));
        fixture_->session.undoStack()->undo();
        QCOMPARE(box_->currentIndex(), 0);
        QCOMPARE(box_->findText(titleOf(tried)), 4);
    }

    void editsAndSaysWhetherTheWildTypeGrows()
    {
        MediumDialog dialog(&fixture_->session);
        dialog.show();
        auto *growth = dialog.findChild<QLabel *>("mediumGrowth");
        QTRY_VERIFY(growth->text().contains("0.458"));
        auto *nutrients = dialog.findChild<QTableView *>("mediumNutrients");
        QTest::keyClicks(dialog.findChild<QLineEdit *>("mediumSearch"), "ex_nh4");
        QCOMPARE(nutrients->model()->rowCount(), 1);
        nutrients->selectRow(0);
        nutrients->setFocus();
        QTest::keyClick(nutrients, Qt::Key_Delete);
        QCOMPARE(dialog.medium().uptake.count("EX_nh4"), std::size_t(0));
        QVERIFY(dialog.medium().name != "own");
        QTRY_VERIFY(growth->text().contains("does not grow"));
        tests::shoot(dialog, QStringLiteral("medium-dialog"));
        QTest::mouseClick(dialog.findChild<QPushButton *>("mediumAdd"), Qt::LeftButton);
        QCOMPARE(dialog.medium().uptake.at("EX_nh4"), DefaultUptake);
        QTRY_VERIFY(growth->text().contains("grows at"));
        QTest::mouseClick(dialog.findChild<QPushButton *>("mediumUse"), Qt::LeftButton);
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
        QCOMPARE(fixture_->session.medium().uptake.at("EX_nh4"), DefaultUptake);
        fixture_->session.undoStack()->undo();
        QCOMPARE(fixture_->session.medium().name, std::string("own"));
    }

    void showsOnlyWhatIsTakenUp()
    {
        MediumDialog dialog(&fixture_->session);
        dialog.show();
        auto *nutrients = dialog.findChild<QTableView *>("mediumNutrients");
        const int all = nutrients->model()->rowCount();
        auto *only = dialog.findChild<QCheckBox *>("mediumOnlyTaken");
        only->setFocus();
        QTest::keyClick(only, Qt::Key_Space);
        QCOMPARE(nutrients->model()->rowCount(), int(fixture_->session.medium().uptake.size()));
        QVERIFY(nutrients->model()->rowCount() < all);
    }

    void savesBesideTheCellUnderAGoodName()
    {
        MediumDialog dialog(&fixture_->session);
        QSignalSpy saved(&dialog, &MediumDialog::saved);
        dialog.show();
        auto *name = dialog.findChild<QLineEdit *>("mediumName");
        auto *save = dialog.findChild<QPushButton *>("mediumSave");
        name->selectAll();
        QTest::keyClicks(name, "rich");
        QTest::mouseClick(save, Qt::LeftButton);
        QVERIFY(saved.empty());
        QVERIFY(dialog.findChild<QLabel *>("mediumGrowth")->text().startsWith("rich"));
        QVERIFY(savedMedia(bundle_).empty());
        name->selectAll();
        QTest::keyClicks(name, "my medium");
        QTest::mouseClick(save, Qt::LeftButton);
        QCOMPARE(saved.size(), 1);
        QCOMPARE(savedMedia(bundle_), std::vector<std::string>{"my medium"});
        QCOMPARE(fixture_->session.medium().name, std::string("my medium"));
        box_->refresh();
        QCOMPARE(box_->currentText(), QString("my medium"));
        std::vector<Issue> issues;
        QCOMPARE(mediaOf(*fixture_->cell, bundle_, issues).back().uptake, fixture_->session.medium().uptake);
    }

    void refusesUptakesThatAreNone()
    {
        MediumModel model(nutrientsOf(*fixture_->cell), fixture_->session.medium().uptake);
        const QModelIndex place = model.index(0, MediumModel::Uptake);
        const double before = model.uptakeAt(0);
        for (const char *text : {"-1", "much", "nan", "inf"}) {
            QVERIFY2(!model.setData(place, QString::fromLatin1(text), Qt::EditRole), text);
            QCOMPARE(model.uptakeAt(0), before);
        }
        QVERIFY(model.setData(place, "2.5", Qt::EditRole));
        QCOMPARE(model.uptakeAt(0), 2.5);
        QVERIFY(model.setData(place, "", Qt::EditRole));
        QCOMPARE(model.uptakeAt(0), 0.0);
    }

    void aCellWithoutMetabolismHasNoChoice()
    {
        auto bare = std::make_shared<Cell>(*fixture_->cell);
        bare->metabolism = {};
        fixture_->session.setCell(bare, {});
        QVERIFY(!box_->isEnabled());
    }

private:
    std::unique_ptr<QTemporaryDir> folder_;
    std::filesystem::path bundle_;
    std::unique_ptr<FluxFixture> fixture_;
    std::unique_ptr<MediumBox> box_;
};

QTEST_MAIN(TestMediaChoice)
#include "test_media_choice.moc"
