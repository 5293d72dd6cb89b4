// The table of fluxes on the demo. Fluxes that every optimum has: SciPy's HiGHS.

#include "tests/ui/fluxes/flux_fixture.h"
#include "tests/ui/picture.h"
#include "ui/fluxes/flux_table.h"
#include "ui/fluxes/flux_table_model.h"
#include "ui/session/flux_service.h"
#include "ui/session/range_service.h"
#include "ui/tables/pinned_column_table.h"

#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>

#include <cmath>

using namespace knockscape;
using namespace knockscape::ui;
using ::knockscape::testing::FluxFixture;

class TestFluxTable : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        fixture_ = std::make_unique<FluxFixture>();
        fluxes_ = std::make_unique<FluxService>(&fixture_->session);
        ranges_ = std::make_unique<RangeService>(&fixture_->session);
        table_ = std::make_unique<FluxTable>(&fixture_->session, fluxes_.get(), ranges_.get());
        table_->resize(1100, 300);
        table_->show();
        QVERIFY(QTest::qWaitForWindowExposed(table_.get()));
        view_ = table_->findChild<PinnedColumnTable *>("fluxRows");
        model_ = qobject_cast<FluxTableModel *>(view_->model());
        fixture_->session.setKnockouts(fixture_->set({"LEU2"}));
        QTRY_VERIFY(model_->fluxes() && model_->fluxes()->genotype == fixture_->session.knockouts());
    }
    void cleanup()
    {
        table_.reset();
        ranges_.reset();
        fluxes_.reset();
        fixture_.reset();
    }

    void showsBothFluxesTheLargestChangeFirst()
    {
        const std::vector<std::int32_t> shown = table_->shownReactions();
        QCOMPARE(shown.size(), fixture_->cell->metabolism.reactions.size());
        const FluxPair &pair = *model_->fluxes();
        for (std::size_t i = 1; i < shown.size(); ++i) {
            QVERIFY(std::abs(fluxChange(pair, shown[i - 1])) >= std::abs(fluxChange(pair, shown[i])));
        }
        QVERIFY(std::abs(fluxChange(pair, shown[0])) > 1.0);
        QVERIFY(std::abs(pair.wildType[std::size_t(fixture_->reaction("HIS7"))] - 0.03022490541) < 1e-6);
        QVERIFY(std::abs(pair.knockout[std::size_t(fixture_->reaction("KGD"))] - 0.111111069) < 1e-5);
        QCOMPARE(textAt(fixture_->reaction("KGD"), FluxColumn::Knockout), QString("0.111"));
        QVERIFY(table_->findChild<QLabel *>("fluxStatus")->text().contains("0.458"));
        tests::shoot(*table_, QStringLiteral("flux-table"));
    }

    void namesWhatIsBlocked()
    {
        auto *which = table_->findChild<QComboBox *>("fluxSelection");
        which->setFocus();
        QTest::keyClick(which, Qt::Key_End);
        QCOMPARE(table_->shownReactions().size(), model_->fluxes()->blockedReactions.size());
        QCOMPARE(table_->shownReactions().size(), std::size_t(1));
        QCOMPARE(textAt(table_->shownReactions()[0], FluxColumn::Knockout), QString("blocked"));
    }

    void filtersByWordsOfReactionAndGene()
    {
        auto *filter = table_->findChild<QLineEdit *>("fluxFilter");
        QTest::keyClicks(filter, "leu2");
        QCOMPARE(table_->shownReactions().size(), std::size_t(1));
        const int reaction = table_->shownReactions()[0];
        QVERIFY(fixture_->cell->metabolism.reactions[std::size_t(reaction)].blockedBy(fixture_->session.knockouts()));
        QTest::keyClicks(filter, " nonsense");
        QVERIFY(table_->shownReactions().empty());
        // What is chosen elsewhere is let through.
        QSignalSpy selected(table_.get(), &FluxTable::reactionSelected);
        table_->selectReaction(fixture_->reaction("HIS7"));
        QVERIFY(filter->text().isEmpty());
        QCOMPARE(model_->reactionAt(view_->currentIndex().row()), fixture_->reaction("HIS7"));
        QVERIFY(selected.empty());
    }

    void tellsWhatIsChosenAndActivated()
    {
        QSignalSpy selected(table_.get(), &FluxTable::reactionSelected);
        QSignalSpy activated(table_.get(), &FluxTable::reactionActivated);
        QTest::mouseClick(view_->viewport(), Qt::LeftButton, {}, view_->visualRect(model_->index(2, 0)).center());
        QCOMPARE(selected.size(), 1);
        QCOMPARE(selected[0][0].toInt(), table_->shownReactions()[2]);
        QTest::keyClick(view_, Qt::Key_Down);
        QCOMPARE(selected.back()[0].toInt(), table_->shownReactions()[3]);
        QTest::keyClick(view_, Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
        // The row stays with its reaction when the fluxes change.
        const int reaction = selected.back()[0].toInt();
        fixture_->session.setKnockouts(fixture_->set({"PGI1"}));
        QTRY_VERIFY(model_->fluxes() && model_->fluxes()->genotype == fixture_->session.knockouts());
        QCOMPARE(model_->reactionAt(view_->currentIndex().row()), reaction);
    }

    void sortsByAnyColumn()
    {
        view_->sortByColumn(static_cast<int>(FluxColumn::Reaction), Qt::AscendingOrder);
        const QString first = model_->index(0, 0).data().toString();
        const QString last = model_->index(model_->rowCount() - 1, 0).data().toString();
        QVERIFY(QString::localeAwareCompare(first, last) < 0);
        view_->sortByColumn(static_cast<int>(FluxColumn::WildType), Qt::DescendingOrder);
        const auto &wildType = model_->fluxes()->wildType;
        QVERIFY(wildType[std::size_t(table_->shownReactions().front())] > 1.0);
        QVERIFY(wildType[std::size_t(table_->shownReactions().back())] < -1.0);
    }

    void findsRangesOfTheChosenRows()
    {
        fixture_->session.clearKnockouts();
        QTRY_VERIFY(model_->fluxes() && model_->fluxes()->genotype.empty());
        const int reaction = fixture_->reaction("HIS7");
        QCOMPARE(textAt(reaction, FluxColumn::Range), QString());
        table_->selectReaction(reaction);
        QSignalSpy ended(ranges_.get(), &RangeService::ended);
        QTest::mouseClick(table_->findChild<QToolButton *>("fluxRanges"), Qt::LeftButton);
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(ranges_->known().size(), std::size_t(1));
        // Histidine goes into biomass only: growth fixes this flux.
        const FluxRange range = ranges_->known().at(reaction);
        QVERIFY(std::abs(range.low - 0.03022490541) < 1e-5 && std::abs(range.high - 0.03022490541) < 1e-5);
        QVERIFY(textAt(reaction, FluxColumn::Range).contains("0.0302"));
        fixture_->session.setKnockouts(fixture_->set({"PGI1"}));
        QCOMPARE(textAt(reaction, FluxColumn::Range), QString());
    }

    void keepsTheRangesFoundWhenStopped()
    {
        QSignalSpy progressed(ranges_.get(), &RangeService::progressed);
        QSignalSpy ended(ranges_.get(), &RangeService::ended);
        view_->clearSelection();
        QTest::mouseClick(table_->findChild<QToolButton *>("fluxRanges"), Qt::LeftButton);
        QTRY_VERIFY(progressed.size() >= 2);
        if (ranges_->busy()) {
            QTest::mouseClick(table_->findChild<QToolButton *>("fluxRangeCancel"), Qt::LeftButton);
        }
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY(!ranges_->known().empty());
        QVERIFY(!ranges_->busy());
    }

    void copiesAndWritesWhatIsSeen()
    {
        auto *which = table_->findChild<QComboBox *>("fluxSelection");
        which->setFocus();
        QTest::keyClick(which, Qt::Key_End);
        view_->setFocus();
        QTest::keySequence(view_, QKeySequence::Copy);
        const QStringList lines = QGuiApplication::clipboard()->text().split('\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[0].split('\t').mid(0, 6),
                 (QStringList{"reaction", "name", "equation", "wild_type", "knockout", "delta"}));
        QTemporaryDir folder;
        for (const QString &kind : {QStringLiteral("csv"), QStringLiteral("tsv"), QStringLiteral("xlsx")}) {
            QString error;
            const QString file = folder.filePath("fluxes." + kind);
            QVERIFY2(table_->exportTable(file, &error), qPrintable(error));
            QVERIFY(QFile(file).size() > 0);
        }
        QFile written(folder.filePath("fluxes.tsv"));
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(written.readAll()), QGuiApplication::clipboard()->text());
        QFile about(folder.filePath("fluxes.csv-metadata.json"));
        QVERIFY(about.open(QIODevice::ReadOnly));
        const QByteArray json = about.readAll();
        QVERIFY2(json.contains("\"pfba\"") && json.contains("YCL018W") && json.contains("medium"), json.constData());
        QString error;
        QVERIFY(!table_->exportTable(folder.filePath("no/such/folder/fluxes.csv"), &error));
        QVERIFY(!error.isEmpty());
    }

    void saysWhyThereAreNone()
    {
        fixture_->session.setMedium({"nothing", "nothing", {}});
        QTRY_VERIFY(!model_->fluxes());
        QTRY_VERIFY(table_->findChild<QLabel *>("fluxStatus")->text().contains("wild type"));
        QVERIFY(!table_->findChild<QToolButton *>("fluxExport")->isEnabled());
        QVERIFY(!table_->findChild<QToolButton *>("fluxRanges")->isEnabled());
    }

private:
    QString textAt(int reaction, FluxColumn column) const
    {
        const int row = model_->rowOf(reaction);
        return model_->index(row, static_cast<int>(column)).data().toString();
    }

    std::unique_ptr<FluxFixture> fixture_;
    std::unique_ptr<FluxService> fluxes_;
    std::unique_ptr<RangeService> ranges_;
    std::unique_ptr<FluxTable> table_;
    PinnedColumnTable *view_ = nullptr;
    FluxTableModel *model_ = nullptr;
};

QTEST_MAIN(TestFluxTable)
#include "test_flux_table.moc"
