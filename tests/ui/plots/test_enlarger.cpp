// One part of a window that has the whole page, and gives it back.

#include "ui/plots/enlarger.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>
#include <QVBoxLayout>

#include <memory>

using namespace knockscape::ui;

namespace
{

/// Title over a splitter of a plot (with its button) and a table; another tab.
struct Page {
    Page()
    {
        tabs = std::make_unique<QTabWidget>();
        auto *page = new QWidget;
        auto *column = new QVBoxLayout(page);
        title = new QLabel(QStringLiteral("title"));
        progress = new QLabel(QStringLiteral("42 %"));
        progress->setProperty(Enlarger::stays, true);
        hidden = new QLabel(QStringLiteral("never"));
        hidden->hide();
        split = new QSplitter(Qt::Vertical);
        plot = new QWidget;
        auto *bar = new QVBoxLayout(plot);
        button = new EnlargeButton(plot, plot);
        field = new QLineEdit;
        bar->addWidget(button);
        bar->addWidget(field);
        table = new QWidget;
        split->addWidget(plot);
        split->addWidget(table);
        column->addWidget(title);
        column->addWidget(hidden);
        column->addWidget(progress);
        column->addWidget(split, 1);
        tabs->addTab(page, QStringLiteral("one"));
        tabs->addTab(new QWidget, QStringLiteral("two"));
        tabs->resize(600, 500);
        tabs->show();
        split->setSizes({150, 250});
    }

    std::unique_ptr<QTabWidget> tabs;
    QLabel *title;
    QLabel *progress;
    QLabel *hidden;
    QSplitter *split;
    QWidget *plot;
    QLineEdit *field;
    EnlargeButton *button;
    QWidget *table;
};

} // namespace

class TestEnlarger : public QObject
{
    Q_OBJECT

private slots:
    void aClickGivesThePageAndAnotherTakesIt()
    {
        Page page;
        QVERIFY(QTest::qWaitForWindowExposed(page.tabs.get()));
        const QList<int> sizes = page.split->sizes();
        const int before = page.plot->height();
        QSignalSpy changed(Enlarger::of(page.plot), &Enlarger::changed);
        QTest::mouseClick(page.button, Qt::LeftButton);
        QCOMPARE(Enlarger::of(page.plot)->part(), page.plot);
        QVERIFY(page.button->isChecked() && page.button->isVisible());
        QVERIFY(!page.title->isVisible() && !page.table->isVisible() && !page.tabs->tabBar()->isVisible());
        QVERIFY(page.progress->isVisible());
        QTRY_VERIFY(page.plot->height() > 2 * before);
        QTest::mouseClick(page.button, Qt::LeftButton);
        QVERIFY(page.title->isVisible() && page.table->isVisible() && page.tabs->tabBar()->isVisible());
        QVERIFY(!page.hidden->isVisible());
        QTRY_COMPARE(page.split->sizes(), sizes);
        QCOMPARE(changed.size(), 2);
    }

    void escapeReturns()
    {
        Page page;
        QVERIFY(QTest::qWaitForWindowExposed(page.tabs.get()));
        page.button->click();
        QVERIFY(!page.title->isVisible());
        QTest::keyClick(page.field, Qt::Key_Escape);
        QVERIFY(page.title->isVisible());
        QVERIFY(!page.button->isChecked());
        QCOMPARE(Enlarger::of(page.plot)->part(), nullptr);
    }

    void anotherTabReturns()
    {
        Page page;
        QVERIFY(QTest::qWaitForWindowExposed(page.tabs.get()));
        page.button->click();
        page.tabs->setCurrentIndex(1);
        QVERIFY(page.tabs->tabBar()->isVisible());
        QCOMPARE(Enlarger::of(page.plot)->part(), nullptr);
        page.tabs->setCurrentIndex(0);
        QVERIFY(page.title->isVisible() && page.table->isVisible());
    }

    void thePartMayGo()
    {
        Page page;
        QVERIFY(QTest::qWaitForWindowExposed(page.tabs.get()));
        page.button->click();
        delete page.plot;
        QTest::keyClick(page.tabs.get(), Qt::Key_Escape);
        Enlarger::of(page.tabs.get())->restore();
        QVERIFY(page.title->isVisible());
    }
};

QTEST_MAIN(TestEnlarger)
#include "test_enlarger.moc"
