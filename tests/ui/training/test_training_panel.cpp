#include "tests/ui/picture.h"
#include "tests/ui/training/training_fixture.h"

#include "engine/store/run_database.h"
#include "ui/compare/compare_panel.h"
#include "ui/mainwindow/message_bar.h"
#include "ui/plots/training_curves.h"

#include <qcustomplot.h>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTimer>
#include <QToolButton>

using namespace knockscape;
using namespace knockscape::ui;
using namespace knockscape::ui::tests;

class TestTrainingPanel : public QObject
{
    Q_OBJECT

    TrainingCurves *curves() { return fixture->find<TrainingCurves>("trainCurves"); }
    std::unique_ptr<TrainingFixture> makeFixture()
    {
        return std::make_unique<TrainingFixture>(settings.path(), folder.path());
    }
    std::vector<RunRecord> runs() { return RunDatabase(fixture->database().toStdString()).runs(); }

private slots:
    void init()
    {
        fixture = makeFixture();
        applyTheme(ThemeChoice::Light);
    }
    void cleanup() { fixture.reset(); }

    void nothingStartsWithoutLabels()
    {
        fixture->openTrain();
        QVERIFY(!fixture->find<QPushButton>("trainStart")->isEnabled());
        QVERIFY(fixture->find<QLabel>("trainEstimate")->text().contains(QStringLiteral("Choose labels")));
        QVERIFY(fixture->find<QPushButton>("trainOffer")->isVisible());
        QVERIFY(fixture->find<QPushButton>("trainSimulate")->isVisible());
    }

    void saysWhatWasReadAndWhatItWillCost()
    {
        fixture->openTrain();
        fixture->click("trainOffer");
        auto *summary = fixture->find<QLabel>("trainLabels");
        QTRY_VERIFY_WITH_TIMEOUT(summary->text().contains(QStringLiteral("17,187 rows")), patience);
        QVERIFY2(summary->text().contains(QStringLiteral("4,716 triples")), qPrintable(summary->text()));
        QVERIFY2(summary->text().contains(QStringLiteral("Fitness")), qPrintable(summary->text()));
        QVERIFY(!fixture->find<QListWidget>("trainIssues")->isVisible());
        // One epoch was really run to tell.
        auto *estimate = fixture->find<QLabel>("trainEstimate");
        QTRY_VERIFY2_WITH_TIMEOUT(estimate->text().contains(QStringLiteral("an epoch")), qPrintable(estimate->text()),
                                  patience);
        QVERIFY(estimate->text().contains(QStringLiteral("of memory")));
        const QString one = estimate->text();
        fixture->setSpin("trainEnsemble", 3);
        QVERIFY(estimate->text() != one);
    }

    void trainsAnEnsembleShowsItAndOpensIt()
    {
        const QString output = fixture->newModel();
        fixture->prepare(output, 2);
        fixture->setSpin("trainEnsemble", 2);
        QSignalSpy ended(fixture->service(), &TrainingService::ended);
        QSignalSpy progressed(fixture->service(), &TrainingService::progressed);
        fixture->click("trainStart");
        // What comes before the first epoch is told as well.
        auto *state = fixture->find<QLabel>("trainState");
        QTRY_VERIFY_WITH_TIMEOUT(!progressed.empty(), patience);
        QVERIFY2(state->text().contains(QStringLiteral("Fitting interaction factors: ")), qPrintable(state->text()));
        QVERIFY(fixture->find<QToolButton>("trainingIndicator")->isVisible());
        // Training goes on behind another tab, and the live prediction beside it.
        fixture->window->tabs()->setCurrentIndex(0);
        QSignalSpy live(fixture->bench(), &Workbench::liveChanged);
        fixture->tick("ZWF1");
        QTRY_VERIFY_WITH_TIMEOUT(!live.empty(), patience);
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
        QCOMPARE(ended.front().at(0).value<JobEnd>(), JobEnd::Finished);
        QVERIFY(!fixture->find<QToolButton>("trainingIndicator")->isVisible());
        QTest::keyClick(fixture->window.get(), Qt::Key_T, Qt::ControlModifier);
        for (const int member : {0, 1}) {
            QCOMPARE(curves()->points(member).size(), std::size_t{2});
            QVERIFY(std::isfinite(curves()->points(member).front().trainLoss));
            QVERIFY(std::isfinite(curves()->points(member).front().validationLoss));
        }
        QVERIFY(fixture->find<QLabel>("trainResults")->text().contains(QStringLiteral("multiplicative")));

        // Both members are files, opened as an ensemble by one click.
        const QString first = QString(output).replace(QStringLiteral(".safetensors"), QStringLiteral(".1.safetensors"));
        const QString second =
            QString(output).replace(QStringLiteral(".safetensors"), QStringLiteral(".2.safetensors"));
        QVERIFY(QFile::exists(first) && QFile::exists(second));
        QSignalSpy models(fixture->session(), &Session::modelsChanged);
        fixture->click("trainOpen");
        QTRY_VERIFY_WITH_TIMEOUT(!models.empty() && fixture->session()->models().size() == 2, patience);
        const TrainingFacts &facts = fixture->session()->models().front().training;
        QCOMPARE(facts.labelsSha256, fixture->panel()->plan().labels->sha256);
        QCOMPARE(fixture->session()->models().back().training.seed, std::uint64_t{1});

        // The run is in the history with both files.
        QTRY_VERIFY_WITH_TIMEOUT(!runs().empty() && runs().front().status == RunStatus::Finished, patience);
        const RunRecord run = runs().front();
        QCOMPARE(run.kind, std::string("train"));
        QVERIFY(run.parametersJson.find("\"ensemble\":2") != std::string::npos);
        QCOMPARE(RunDatabase(fixture->database().toStdString()).artifacts(run.id).size(), std::size_t{2});

        // And the new ensemble is compared on what it held out.
        fixture->click("trainCompare");
        auto *compare = fixture->window->compare();
        QTRY_VERIFY_WITH_TIMEOUT(compare->comparison() != nullptr, patience);
        QVERIFY(compare->comparison()->anyTrained);
    }

    void cancellingKeepsTheBestSoFar()
    {
        const QString output = fixture->newModel();
        fixture->prepare(output, 5000);
        QSignalSpy epochs(fixture->service(), &TrainingService::epochDone);
        QSignalSpy ended(fixture->service(), &TrainingService::ended);
        fixture->click("trainStart");
        QTRY_VERIFY_WITH_TIMEOUT(epochs.size() >= 2, patience);

        // Paused: no epoch ends until it goes on.
        fixture->click("trainPause");
        QVERIFY(fixture->service()->paused());
        QVERIFY(fixture->find<QLabel>("trainState")->text().contains(QStringLiteral("paused")));
        QSignalSpy quiet(fixture->service(), &TrainingService::epochDone);
        QTest::qWait(0);
        const auto running = epochs.size();
        // The epoch in progress may still end; after that there is silence.
        QVERIFY(!QTest::qWaitFor([&] { return epochs.size() > running + 1; }, 1500));
        fixture->click("trainPause");
        QTRY_VERIFY_WITH_TIMEOUT(epochs.size() > running + 1, patience);

        fixture->click("trainCancel");
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
        QCOMPARE(ended.front().at(0).value<JobEnd>(), JobEnd::Cancelled);
        QVERIFY(QFile::exists(output));
        QVERIFY(fixture->find<QLabel>("trainState")->text().contains(QStringLiteral("saved")));
        fixture->click("trainOpen");
        QTRY_COMPARE_WITH_TIMEOUT(fixture->session()->models().front().path,
                                  std::filesystem::path(output.toStdString()), patience);
        QTRY_VERIFY_WITH_TIMEOUT(!runs().empty() && runs().front().status == RunStatus::Cancelled, patience);
    }

    void brokenLabelsShowTheirIssues()
    {
        fixture->openTrain();
        const QString file = fixture->labelsFile("knockouts\tfitness\nPGI1\t0.5\nNOSUCHGENE\t0.4\nZWF1\t0.9\n");
        fixture->panel()->load({file.toStdString()});
        auto *issues = fixture->find<QListWidget>("trainIssues");
        QTRY_VERIFY_WITH_TIMEOUT(issues->isVisible(), patience);
        QVERIFY(!issues->findItems(QStringLiteral("NOSUCHGENE"), Qt::MatchContains).empty());
        QVERIFY(fixture->panel()->plan().labels != nullptr);

        fixture->panel()->load({fixture->labelsFile("knockouts\tfitness\nPGI1\tvery sick\n").toStdString()});
        QTRY_VERIFY_WITH_TIMEOUT(fixture->panel()->plan().labels == nullptr && issues->isVisible(), patience);
        QVERIFY2(issues->item(0)->text().contains(QStringLiteral(":2")), qPrintable(issues->item(0)->text()));
        QVERIFY(!fixture->find<QPushButton>("trainStart")->isEnabled());
        QVERIFY(fixture->window->findChild<MessageBar *>()->text().contains(QStringLiteral("not read")));
    }

    void anErrorWhileTrainingIsTold()
    {
        fixture->prepare(fixture->newModel(), 2);
        fixture->click("trainAdvanced");
        auto *rate = fixture->find<QDoubleSpinBox>("trainRate");
        rate->setFocus();
        rate->selectAll();
        QTest::keyClicks(rate, QStringLiteral("1"));
        QTest::keyClick(rate, Qt::Key_Tab);
        // Where the model is to be written, a folder appears meanwhile.
        const QString output = fixture->find<QLineEdit>("trainOutput")->text();
        QSignalSpy ended(fixture->service(), &TrainingService::ended);
        fixture->click("trainStart");
        QVERIFY(QDir().mkpath(output + QStringLiteral("/x")));
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
        QCOMPARE(ended.front().at(0).value<JobEnd>(), JobEnd::Failed);
        QVERIFY(fixture->find<QLabel>("trainState")->text().contains(QStringLiteral("failed")));
        QVERIFY(fixture->find<QLabel>("trainResults")->isVisible());
        fixture->click("trainAgain");
        QVERIFY(fixture->find<QPushButton>("trainFiles")->isVisible());
    }

    void learnsFromSimulatedGrowth()
    {
        fixture->openTrain();
        fixture->click("trainSimulate");
        auto *summary = fixture->find<QLabel>("trainLabels");
        QTRY_VERIFY_WITH_TIMEOUT(summary->text().contains(QStringLiteral("2,000 doubles")), patience);
        QVERIFY(summary->text().contains(QStringLiteral("simulated")));
        QCOMPARE(fixture->panel()->plan().labels->sha256.size(), std::size_t{64});
    }

    void quittingAsksAndKeepsTheBest()
    {
        const QString output = fixture->newModel();
        fixture->prepare(output, 5000);
        QSignalSpy epochs(fixture->service(), &TrainingService::epochDone);
        fixture->click("trainStart");
        QTRY_VERIFY_WITH_TIMEOUT(!epochs.empty(), patience);
        const auto answer = [](const QString &button) {
            QTimer::singleShot(0, [button] {
                auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
                if (box == nullptr) {
                    qFatal("nobody asked");
                }
                for (QAbstractButton *choice : box->buttons()) {
                    if (choice->text().remove(QLatin1Char('&')).startsWith(button)) {
                        QTest::mouseClick(choice, Qt::LeftButton);
                        return;
                    }
                }
                qFatal("no such button");
            });
        };
        answer(QStringLiteral("Cancel"));
        QVERIFY(!fixture->window->close());
        QVERIFY(fixture->service()->running());
        answer(QStringLiteral("Stop and quit"));
        QVERIFY(fixture->window->close());
        const QString database = fixture->database();
        QFile::copy(database, database + QStringLiteral(".before"));
        fixture->window.reset();
        QVERIFY(QFile::exists(output));
        QCOMPARE(runs().front().status, RunStatus::Cancelled);
        QCOMPARE(RunDatabase(database.toStdString()).artifacts(runs().front().id).size(), std::size_t{1});
    }

    void pictures()
    {
        if (pictureFolder().isEmpty()) {
            QSKIP("set KNOCKSCAPE_PICTURES to a folder to write pictures");
        }
        for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
            applyTheme(theme);
            const auto keep = [&](const char *name) {
                keepPicture(*fixture->window, themeKey(theme) + QLatin1Char('-') + QLatin1String(name));
            };
            fixture->prepare(fixture->newModel(), 12);
            fixture->setSpin("trainEnsemble", 2);
            QTRY_VERIFY_WITH_TIMEOUT(
                fixture->find<QLabel>("trainEstimate")->text().contains(QStringLiteral("an epoch")), patience);
            keep("train-setup");
            fixture->click("trainAdvanced");
            QTest::qWait(50);
            keep("train-advanced");
            QSignalSpy epochs(fixture->service(), &TrainingService::epochDone);
            QSignalSpy ended(fixture->service(), &TrainingService::ended);
            fixture->click("trainStart");
            QTRY_VERIFY_WITH_TIMEOUT(epochs.size() > 15, patience);
            QTest::qWait(50);
            keep("train-run");
            QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
            QTest::qWait(50);
            keep("train-done");
            fixture = makeFixture();
        }
    }

private:
    QTemporaryDir settings;
    QTemporaryDir folder;
    std::unique_ptr<TrainingFixture> fixture;
};

QTEST_MAIN(TestTrainingPanel)
#include "test_training_panel.moc"
