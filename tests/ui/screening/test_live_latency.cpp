// From the click on a gene to its painted prediction, in the window at the size of the yeast genome: how long it takes
// with nothing else to do, and while all pairs are screened. A measurement, not a check of this machine: it runs where
// KNOCKSCAPE_LATENCY is set, to the number of clicks or 1 for the default.

#include "screen_fixture.h"
#include "ui/mainwindow/knockout_dock.h"
#include "ui/mainwindow/prediction_card.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFileInfo>
#include <QProcess>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <random>

using namespace knockscape;
using namespace knockscape::ui;
using namespace knockscape::ui::tests;

namespace
{

const QString yeast = QStringLiteral(KNOCKSCAPE_SHARED_DIR "/data/yeast/");
constexpr std::size_t largestSet = 4;

/// Milliseconds from the click until its handler returned, until the answer arrived, and until the card was painted.
struct Tick {
    double handled = 0.0;
    double answered = 0.0;
    double painted = 0.0;
};

QString quantiles(std::vector<Tick> ticks, double Tick::*part)
{
    std::sort(ticks.begin(), ticks.end(), [part](const Tick &a, const Tick &b) { return a.*part < b.*part; });
    const auto at = [&](double share) {
        return ticks[static_cast<std::size_t>(std::floor(share * static_cast<double>(ticks.size() - 1)))].*part;
    };
    return QStringLiteral("p50 %1, p90 %2, p99 %3, worst %4 ms")
        .arg(at(0.5), 0, 'f', 1)
        .arg(at(0.9), 0, 'f', 1)
        .arg(at(0.99), 0, 'f', 1)
        .arg(at(1.0), 0, 'f', 1);
}

/// Runs `knockscape-cli` beside this program.
bool runCli(const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/knockscape-cli"), arguments);
    return process.waitForFinished(600'000) && process.exitCode() == 0;
}

} // namespace

class TestLiveLatency : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void alone();
    void duringAScreenOfAllPairs();
    void cleanupTestCase();

private:
    bool eventFilter(QObject *object, QEvent *event) override;
    std::optional<Tick> tick();
    void pauseFor(int milliseconds);
    void report(const char *what, const std::vector<Tick> &ticks);

    QTemporaryDir home_;
    std::unique_ptr<ScreenFixture> f_;
    int clicks_ = 300;
    std::mt19937 random_{1};
    QEventLoop loop_;
    QElapsedTimer clock_;
    Tick current_;
    bool waiting_ = false;
};

void TestLiveLatency::initTestCase()
{
    if (!qEnvironmentVariableIsSet("KNOCKSCAPE_LATENCY")) {
        QSKIP("Set KNOCKSCAPE_LATENCY to measure");
    }
    if (!QFileInfo::exists(yeast + QStringLiteral("yeast-GEM-9.0.2.xml"))) {
        QSKIP("The shared data folder with the yeast data is not there");
    }
    clicks_ = std::max(clicks_, qEnvironmentVariableIntValue("KNOCKSCAPE_LATENCY"));
    f_ = std::make_unique<ScreenFixture>(home_.path());
    const QString cell = home_.filePath(QStringLiteral("yeast.cell"));
    const QString model = home_.filePath(QStringLiteral("yeast.safetensors"));
    const QString labels = home_.filePath(QStringLiteral("labels.tsv"));
    QFile all(yeast + QStringLiteral("labels.tsv"));
    QFile few(labels);
    QVERIFY(all.open(QIODevice::ReadOnly) && few.open(QIODevice::WriteOnly));
    for (int line = 0; line < 200; ++line) {
        few.write(all.readLine());
    }
    few.close();
    QVERIFY(runCli({QStringLiteral("cell"), QStringLiteral("import"), QStringLiteral("--quiet"),
                    QStringLiteral("--out"), cell, QStringLiteral("--genes"), yeast + QStringLiteral("genes.tsv"),
                    QStringLiteral("--physical"), yeast + QStringLiteral("physical.tsv"),
                    QStringLiteral("--regulatory"), yeast + QStringLiteral("regulatory.tsv"), QStringLiteral("--sbml"),
                    yeast + QStringLiteral("yeast-GEM-9.0.2.xml"), QStringLiteral("--features"),
                    yeast + QStringLiteral("codon_features.tsv")}));
    // What it has learnt does not matter for the time it takes.
    QVERIFY(runCli({QStringLiteral("train"), QStringLiteral("--no-log"), QStringLiteral("--quiet"),
                    QStringLiteral("--cell"), cell, QStringLiteral("--labels"), labels, QStringLiteral("--epochs"),
                    QStringLiteral("1"), QStringLiteral("--out"), model}));
    f_->open();
    f_->window->openFiles({cell.toStdString(), model.toStdString()});
    QTRY_VERIFY_WITH_TIMEOUT(f_->bench()->modelState() == ModelState::Ready, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!f_->bench()->inference()->busy(), patience);
    qApp->installEventFilter(this);
    connect(f_->bench(), &Workbench::liveChanged, this, [this](const LivePrediction &live) {
        if (waiting_ && live.genotype == f_->session()->knockouts()) {
            waiting_ = false;
            current_.answered = static_cast<double>(clock_.nsecsElapsed()) / 1e6;
        }
    });
}

/// The card's number was painted after the answer: the person sees it.
bool TestLiveLatency::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::Paint && !waiting_ && current_.answered > 0.0 && current_.painted == 0.0 &&
        object->objectName() == QStringLiteral("fitness")) {
        QTimer::singleShot(0, this, [this] {
            current_.painted = static_cast<double>(clock_.nsecsElapsed()) / 1e6;
            loop_.quit();
        });
    }
    return false;
}

std::optional<Tick> TestLiveLatency::tick()
{
    auto *list = f_->part<QTreeView>("geneList");
    const Genotype &set = f_->session()->knockouts();
    const int visible = list->viewport()->height() / list->sizeHintForRow(0);
    std::vector<int> candidates;
    for (int row = 0; row < visible - 1; ++row) {
        const bool ticked = set.contains(static_cast<const GeneListModel *>(list->model())->geneAt(row));
        if (set.size() < largestSet || ticked) {
            candidates.push_back(row);
        }
    }
    const int row = candidates[random_() % candidates.size()];
    QStyleOptionViewItem option;
    option.initFrom(list);
    option.widget = list;
    option.rect = list->visualRect(list->model()->index(row, GeneListModel::Tick));
    option.features = QStyleOptionViewItem::HasCheckIndicator;
    const QPoint place = list->style()->subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &option, list).center();
    current_ = {};
    waiting_ = true;
    clock_.start();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, place);
    current_.handled = static_cast<double>(clock_.nsecsElapsed()) / 1e6;
    QTimer tooLong;
    connect(&tooLong, &QTimer::timeout, &loop_, &QEventLoop::quit);
    tooLong.start(5000);
    loop_.exec();
    return current_.painted > 0.0 ? std::optional(current_) : std::nullopt;
}

void TestLiveLatency::pauseFor(int milliseconds)
{
    QEventLoop pause;
    QTimer::singleShot(milliseconds, &pause, &QEventLoop::quit);
    pause.exec();
}

void TestLiveLatency::report(const char *what, const std::vector<Tick> &ticks)
{
    QVERIFY(!ticks.empty());
    qInfo("%s, %zu clicks, %zu genes: seen %s", what, ticks.size(), f_->session()->cell()->genes.size(),
          qPrintable(quantiles(ticks, &Tick::painted)));
    qInfo("  of this, click handled after %s; answer there after %s", qPrintable(quantiles(ticks, &Tick::handled)),
          qPrintable(quantiles(ticks, &Tick::answered)));
}

void TestLiveLatency::alone()
{
    std::vector<Tick> ticks;
    for (int click = 0; click < clicks_; ++click) {
        if (const auto seen = tick()) {
            ticks.push_back(*seen);
        }
        pauseFor(20 + static_cast<int>(random_() % 80));
    }
    report("alone", ticks);
}

void TestLiveLatency::duringAScreenOfAllPairs()
{
    std::vector<Tick> ticks;
    QSignalSpy ended(f_->panel(), &ScreenPanel::ended);
    QSignalSpy progressed(f_->bench()->screens(), &ScreenService::progressed);
    const auto begin = [&] {
        ended.clear();
        f_->panel()->run(f_->plan(static_cast<int>(f_->session()->cell()->genes.size()), 2));
    };
    QElapsedTimer run;
    run.start();
    begin();
    for (int click = 0; click < clicks_; ++click) {
        if (const auto seen = tick()) {
            ticks.push_back(*seen);
        }
        pauseFor(20 + static_cast<int>(random_() % 80));
        if (!ended.isEmpty()) {
            qInfo("a screen of all pairs took %.1f s", static_cast<double>(run.elapsed()) / 1000.0);
            run.start();
            begin();
        }
    }
    f_->panel()->cancel();
    if (ended.isEmpty()) {
        QVERIFY(ended.wait(patience));
    }
    report("during a screen of all pairs", ticks);
}

void TestLiveLatency::cleanupTestCase()
{
    qApp->removeEventFilter(this);
    f_.reset();
}

QTEST_MAIN(TestLiveLatency)
#include "test_live_latency.moc"
