// The mouse wheel passes over choices and changes none, wherever they are in the window and its dialogs.

#include "tests/ui/mainwindow/window_fixture.h"
#include "ui/theme/wheel_guard.h"

#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDial>
#include <QMetaProperty>
#include <QScrollArea>
#include <QScrollBar>
#include <QSlider>
#include <QSpinBox>
#include <QTabBar>
#include <QVBoxLayout>
#include <QWheelEvent>

using namespace knockscape;
using namespace knockscape::ui;
using namespace knockscape::ui::tests;

namespace
{

/// One notch of a real wheel over the middle of a widget: it goes on to parents that do not take it.
void turnWheel(QWidget *widget, int notches)
{
    const QPointF middle = QRectF(widget->rect()).center();
    QWheelEvent event(middle, widget->mapToGlobal(middle), {}, {0, 120 * notches}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QSpontaneKeyEvent::setSpontaneous(&event);
    QCoreApplication::instance()->notify(widget, &event);
}

QVariant valueOf(const QWidget *choice)
{
    if (const auto *tabs = qobject_cast<const QTabBar *>(choice)) {
        return tabs->currentIndex();
    }
    if (const auto *box = qobject_cast<const QComboBox *>(choice)) {
        return box->currentIndex();
    }
    return choice->metaObject()->userProperty().read(choice);
}

/// Every choice there is, with the line edits inside spin boxes and editable combo boxes, which the wheel meets first.
std::vector<std::pair<QWidget *, QWidget *>> choicesIn(QWidget *root)
{
    std::vector<std::pair<QWidget *, QWidget *>> found;
    for (QWidget *widget : root->findChildren<QWidget *>()) {
        if (WheelGuard::isChoice(widget)) {
            found.emplace_back(widget, widget);
            for (QWidget *part : widget->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
                if (!part->isWindow()) {
                    found.emplace_back(widget, part);
                }
            }
        }
    }
    return found;
}

QString nameOf(const QWidget *widget)
{
    return QStringLiteral("%1 %2 in %3")
        .arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName(),
             QString::fromLatin1(widget->parentWidget()->metaObject()->className()));
}

/// How many choices of `root` were turned over; fails the test on the first that changed.
int turnOverAll(QWidget *root)
{
    int turned = 0;
    for (const auto &[choice, under] : choicesIn(root)) {
        for (const bool focused : {false, true}) {
            for (const int notches : {1, -1}) {
                const QVariant before = valueOf(choice);
                if (focused) {
                    choice->setFocus();
                }
                turnWheel(under, notches);
                const bool same = valueOf(choice) == before;
                [&] { QVERIFY2(same, qPrintable(nameOf(choice))); }();
                if (!same) {
                    return turned;
                }
            }
        }
        ++turned;
    }
    return turned;
}

template <typename Widget>
Widget *add(QWidget *page)
{
    auto *widget = new Widget(page);
    page->layout()->addWidget(widget);
    return widget;
}

/// A page higher than its view, with a choice of every kind.
struct Page {
    explicit Page(QWidget *parent)
    {
        view = new QScrollArea(parent);
        auto *page = new QWidget;
        new QVBoxLayout(page);
        box = add<QComboBox>(page);
        box->addItems({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
        editable = add<QComboBox>(page);
        editable->addItems({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
        editable->setEditable(true);
        add<QSpinBox>(page)->setValue(7);
        add<QDoubleSpinBox>(page)->setValue(7.0);
        add<QDateTimeEdit>(page);
        add<QSlider>(page)->setValue(7);
        add<QDial>(page)->setValue(7);
        auto *tabs = add<QTabBar>(page);
        for (const char *name : {"a", "b", "c"}) {
            tabs->addTab(QString::fromLatin1(name));
        }
        tabs->setCurrentIndex(1);
        box->setCurrentIndex(1);
        editable->setCurrentIndex(1);
        page->setMinimumHeight(4000);
        view->setWidget(page);
        view->setWidgetResizable(true);
        view->resize(300, 300);
        view->show();
    }

    QScrollArea *view;
    QComboBox *box;
    QComboBox *editable;
};

} // namespace

class TestWheel : public QObject
{
    Q_OBJECT

private slots:
    void everyKindOfChoiceIsKept();
    void thePageScrollsInstead();
    void withoutTheGuardChoicesWouldChange();
    void everyChoiceOfTheWindowIsKept();

private:
    QTemporaryDir settings_;
};

void TestWheel::everyKindOfChoiceIsKept()
{
    const WheelGuard guard;
    // Created after the guard, as dialogs are.
    const Page page(nullptr);
    const std::unique_ptr<QWidget> owner(page.view);
    QVERIFY(QTest::qWaitForWindowExposed(page.view));
    QVERIFY(turnOverAll(page.view) >= 8);
}

void TestWheel::thePageScrollsInstead()
{
    const WheelGuard guard;
    const Page page(nullptr);
    const std::unique_ptr<QWidget> owner(page.view);
    QVERIFY(QTest::qWaitForWindowExposed(page.view));
    QScrollBar *bar = page.view->verticalScrollBar();
    for (QWidget *choice : std::initializer_list<QWidget *>{page.box, page.editable}) {
        const int before = bar->value();
        turnWheel(choice, -1);
        QVERIFY(bar->value() > before);
    }
    const int before = bar->value();
    turnWheel(bar, 1);
    QVERIFY(bar->value() < before);
}

void TestWheel::withoutTheGuardChoicesWouldChange()
{
    const Page page(nullptr);
    const std::unique_ptr<QWidget> owner(page.view);
    QVERIFY(QTest::qWaitForWindowExposed(page.view));
    turnWheel(page.box, -1);
    QCOMPARE(page.box->currentIndex(), 2);
}

void TestWheel::everyChoiceOfTheWindowIsKept()
{
    WindowFixture fixture(settings_.path());
    fixture.open();
    // What only exists once it is asked for.
    fixture.window->showImport();
    const int inWindow = turnOverAll(fixture.window.get());
    QVERIFY2(inWindow >= 15, qPrintable(QString::number(inWindow)));
    QAction *preferences = fixture.window->findChild<QAction *>(QStringLiteral("preferences"));
    QVERIFY(preferences != nullptr);
    preferences->trigger();
    // Dialogs are children of the window.
    QVERIFY(turnOverAll(fixture.window.get()) > inWindow);
}

QTEST_MAIN(TestWheel)
#include "test_wheel.moc"
