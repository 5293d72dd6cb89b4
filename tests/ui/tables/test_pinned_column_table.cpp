// The first column of a table stays in sight, and works like the column it stands for.
#include "tests/ui/picture.h"

#include "ui/tables/pinned_column_table.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>
#include <QWheelEvent>

using namespace knockscape::ui;
using namespace knockscape::ui::tests;

namespace
{

constexpr int rows = 60;
constexpr int columns = 10;
constexpr int firstWidth = 120;
constexpr int otherWidth = 90;

} // namespace

class TestPinnedColumnTable : public QObject
{
    Q_OBJECT

    QWidget *strip() { return table->findChild<QWidget *>(QStringLiteral("pinnedColumn")); }
    QHeaderView *title() { return table->findChild<QHeaderView *>(QStringLiteral("pinnedTitle")); }
    int selectedRows() { return static_cast<int>(table->selectionModel()->selectedRows().size()); }
    QModelIndex cell(int row, int column) { return model.index(row, column); }
    void scrollSideways(int pixels)
    {
        table->horizontalScrollBar()->setValue(pixels);
        QCOMPARE(table->horizontalScrollBar()->value(), pixels);
    }
    /// The middle of a row in the strip.
    QPoint inStrip(int row) { return {strip()->width() / 2, table->visualRect(cell(row, 1)).center().y()}; }
    void clickStrip(int row, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(strip(), Qt::LeftButton, modifiers, inStrip(row));
    }

private slots:
    void init()
    {
        applyTheme(ThemeChoice::Light);
        model.clear();
        model.setRowCount(rows);
        model.setColumnCount(columns);
        for (int row = 0; row < rows; ++row) {
            for (int column = 0; column < columns; ++column) {
                model.setItem(row, column, new QStandardItem(QStringLiteral("%1/%2").arg(row).arg(column)));
            }
        }
        table = std::make_unique<PinnedColumnTable>();
        table->setModel(&model);
        table->setSelectionBehavior(QAbstractItemView::SelectRows);
        table->setSelectionMode(QAbstractItemView::ExtendedSelection);
        table->setEditTriggers(QAbstractItemView::NoEditTriggers);
        table->setShowGrid(false);
        table->verticalHeader()->hide();
        table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
        table->horizontalHeader()->setSortIndicatorShown(true);
        table->horizontalHeader()->setSectionsClickable(true);
        for (int column = 0; column < columns; ++column) {
            table->setColumnWidth(column, column == 0 ? firstWidth : otherWidth);
        }
        table->resize(500, 300);
        table->show();
        table->activateWindow();
        QVERIFY(QTest::qWaitForWindowExposed(table.get()));
    }
    void cleanup() { table.reset(); }

    void standsInItsOwnPlaceUntilScrolled()
    {
        QVERIFY(!strip()->isVisible());
        QCOMPARE(table->pinnedWidth(), 0);
        // As the column itself looks.
        const QRect place(table->viewport()->mapTo(table.get(), QPoint()), QSize(firstWidth - 1, 200));
        const QImage before = table->grab(place).toImage();
        scrollSideways(250);
        QVERIFY(strip()->isVisible());
        QVERIFY(title()->isVisible());
        QCOMPARE(table->pinnedWidth(), firstWidth);
        QCOMPARE(table->grab(place).toImage(), before);
        shoot(*table, QStringLiteral("pinned-column"));
        scrollSideways(0);
        QVERIFY(!strip()->isVisible());
        QVERIFY(!title()->isVisible());
    }

    void clicksSelectRows()
    {
        scrollSideways(250);
        QSignalSpy doubleClicked(table.get(), &QAbstractItemView::doubleClicked);
        clickStrip(2);
        QCOMPARE(table->currentIndex(), cell(2, 0));
        QCOMPARE(selectedRows(), 1);
        QCOMPARE(table->horizontalScrollBar()->value(), 250);
        clickStrip(5, Qt::ShiftModifier);
        QCOMPARE(selectedRows(), 4);
        clickStrip(3, Qt::ControlModifier);
        QCOMPARE(selectedRows(), 3);
        // A row begun in another column ends here.
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(cell(1, 5)).center());
        clickStrip(3, Qt::ShiftModifier);
        QCOMPARE(selectedRows(), 3);
        QVERIFY(table->selectionModel()->isRowSelected(1));
        clickStrip(4);
        QTest::mouseDClick(strip(), Qt::LeftButton, {}, inStrip(4));
        QCOMPARE(doubleClicked.size(), 1);
        QCOMPARE(doubleClicked.front().front().toModelIndex(), cell(4, 0));
    }

    void draggingSelects()
    {
        scrollSideways(250);
        QTest::mousePress(strip(), Qt::LeftButton, {}, inStrip(1));
        QTest::mouseMove(strip(), inStrip(2));
        QTest::mouseMove(strip(), inStrip(4));
        QTest::mouseRelease(strip(), Qt::LeftButton, {}, inStrip(4));
        QCOMPARE(selectedRows(), 4);
    }

    void followsUpAndDown()
    {
        scrollSideways(250);
        table->verticalScrollBar()->setValue(20);
        const int row = table->rowAt(5);
        QVERIFY(row >= 20);
        clickStrip(row);
        QCOMPARE(table->currentIndex(), cell(row, 0));
        const int before = table->verticalScrollBar()->value();
        QWheelEvent wheel(QPointF(20, 50), strip()->mapToGlobal(QPointF(20, 50)), {}, {0, -120}, Qt::NoButton, {},
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(strip(), &wheel);
        QVERIFY(table->verticalScrollBar()->value() > before);
        QCOMPARE(table->horizontalScrollBar()->value(), 250);
    }

    void theCurrentCellIsNeverBeneath()
    {
        table->setFocus();
        table->setCurrentIndex(cell(3, columns - 1));
        QVERIFY(table->pinnedWidth() > 0);
        for (int column = columns - 2; column >= 1; --column) {
            QTest::keyClick(table.get(), Qt::Key_Left);
            QCOMPARE(table->currentIndex(), cell(3, column));
            QVERIFY(table->visualRect(table->currentIndex()).left() >= table->pinnedWidth());
        }
        scrollSideways(250);
        table->scrollTo(cell(40, 0));
        QCOMPARE(table->horizontalScrollBar()->value(), 250);
        QVERIFY(table->viewport()->rect().contains(QPoint(5, table->visualRect(cell(40, 1)).center().y())));
    }

    void titleSortsAndResizes()
    {
        QHeaderView *header = table->horizontalHeader();
        header->setSortIndicator(4, Qt::DescendingOrder);
        scrollSideways(250);
        QSignalSpy sorted(header, &QHeaderView::sortIndicatorChanged);
        QTest::mouseClick(title()->viewport(), Qt::LeftButton, {}, title()->viewport()->rect().center());
        QCOMPARE(sorted.size(), 1);
        QCOMPARE(header->sortIndicatorSection(), 0);
        QCOMPARE(header->sortIndicatorOrder(), Qt::AscendingOrder);
        QTest::mouseClick(title()->viewport(), Qt::LeftButton, {}, title()->viewport()->rect().center());
        QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);
        table->showSortIndicator(2, Qt::AscendingOrder);
        QCOMPARE(sorted.size(), 2);
        QCOMPARE(title()->sortIndicatorSection(), 2);

        const QPoint edge(title()->viewport()->width() - 1, title()->viewport()->height() / 2);
        QTest::mousePress(title()->viewport(), Qt::LeftButton, {}, edge);
        QTest::mouseMove(title()->viewport(), edge + QPoint(15, 0));
        QTest::mouseMove(title()->viewport(), edge + QPoint(30, 0));
        QTest::mouseRelease(title()->viewport(), Qt::LeftButton, {}, edge + QPoint(30, 0));
        QCOMPARE(table->columnWidth(0), firstWidth + 30);
        QCOMPARE(table->pinnedWidth(), firstWidth + 30);
    }

    void menusAndTitlesMenus()
    {
        table->setContextMenuPolicy(Qt::CustomContextMenu);
        table->horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
        scrollSideways(250);
        QSignalSpy menu(table.get(), &QWidget::customContextMenuRequested);
        QContextMenuEvent asked(QContextMenuEvent::Mouse, inStrip(3), strip()->mapToGlobal(inStrip(3)));
        QApplication::sendEvent(strip(), &asked);
        QCOMPARE(menu.size(), 1);
        QCOMPARE(table->indexAt(menu.front().front().toPoint()), cell(3, 0));
        QSignalSpy columnMenu(table->horizontalHeader(), &QWidget::customContextMenuRequested);
        QContextMenuEvent onTitle(QContextMenuEvent::Mouse, QPoint(5, 5), title()->mapToGlobal(QPoint(5, 5)));
        QApplication::sendEvent(title()->viewport(), &onTitle);
        QCOMPARE(columnMenu.size(), 1);
    }

    void languagesFromTheRight()
    {
        table->setLayoutDirection(Qt::RightToLeft);
        QVERIFY(!strip()->isVisible());
        scrollSideways(250);
        QVERIFY(strip()->isVisible());
        QCOMPARE(strip()->geometry().right(), table->viewport()->geometry().right());
        clickStrip(2);
        QCOMPARE(table->currentIndex(), cell(2, 0));
        table->setFocus();
        table->setCurrentIndex(cell(3, columns - 1));
        for (int column = columns - 2; column >= 1; --column) {
            QTest::keyClick(table.get(), Qt::Key_Right);
            QCOMPARE(table->currentIndex(), cell(3, column));
            QVERIFY(table->visualRect(table->currentIndex()).right() <
                    table->viewport()->width() - table->pinnedWidth());
        }
        scrollSideways(250);
        shoot(*table, QStringLiteral("pinned-column-rtl"));
    }

    void aWideColumnLeavesRoom()
    {
        table->setColumnWidth(0, 2000);
        table->scrollTo(cell(0, 5));
        QVERIFY(strip()->isVisible());
        QVERIFY(table->pinnedWidth() < table->viewport()->width() * 2 / 3);
        QVERIFY(table->visualRect(cell(0, 5)).left() >= table->pinnedWidth());
    }

    void changesAreSeen()
    {
        scrollSideways(250);
        const QImage before = strip()->grab().toImage();
        model.item(0, 0)->setText(QStringLiteral("another name"));
        QVERIFY(strip()->grab().toImage() != before);
        table->setColumnHidden(0, true);
        scrollSideways(200);
        QVERIFY(!strip()->isVisible());
    }

private:
    QStandardItemModel model;
    std::unique_ptr<PinnedColumnTable> table;
};

QTEST_MAIN(TestPinnedColumnTable)
#include "test_pinned_column_table.moc"
