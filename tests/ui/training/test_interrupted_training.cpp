// A training whose process is killed is offered by the next window, and goes on to the model it would have become.
#include "tests/ui/training/training_fixture.h"

#include "engine/module/torch_module.h"
#include "engine/training/checkpoint_file.h"
#include "ui/mainwindow/message_bar.h"
#include "ui/training/training_journal.h"

#include <QDir>
#include <QLabel>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace knockscape;
using namespace knockscape::ui;
using namespace knockscape::ui::tests;

namespace
{

/// Set in the process that is killed: the folder of everything.
constexpr const char *victimFolder = "KNOCKSCAPE_TEST_VICTIM_FOLDER";
constexpr const char *victimEpochs = "KNOCKSCAPE_TEST_VICTIM_EPOCHS";
constexpr const char *victimModels = "KNOCKSCAPE_TEST_VICTIM_MODELS";

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestInterruptedTraining : public QObject
{
    Q_OBJECT

    std::unique_ptr<TrainingFixture> makeFixture(const QString &place)
    {
        auto made = std::make_unique<TrainingFixture>(place, place);
        made->dataFolder = place;
        return made;
    }

    QString output() const { return folder->filePath(QStringLiteral("trained-1.safetensors")); }
    QString checkpoint() const { return checkpointOf(output()); }
    static QString checkpointOf(const QString &model)
    {
        return QString::fromStdString(checkpointPath(model.toStdString()).string());
    }
    QStringList notes() const
    {
        return QDir(folder->filePath(QStringLiteral("trainings"))).entryList({QStringLiteral("*.json")});
    }

    /// Trains in another process and kills it once `awaited` is there.
    void trainAndKill(int epochs, int models, const QString &awaited)
    {
        QProcess victim;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QLatin1String(victimFolder), folder->path());
        environment.insert(QLatin1String(victimEpochs), QString::number(epochs));
        environment.insert(QLatin1String(victimModels), QString::number(models));
        victim.setProcessEnvironment(environment);
        victim.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        victim.start(QCoreApplication::applicationFilePath(), {QStringLiteral("trainsUntilItIsKilled")});
        QTRY_VERIFY2_WITH_TIMEOUT(QFile::exists(awaited) || victim.state() == QProcess::NotRunning, "no checkpoint",
                                  patience);
        victim.kill();
        QVERIFY(victim.waitForFinished(patience));
        QCOMPARE(victim.exitStatus(), QProcess::CrashExit);
        QVERIFY(QFile::exists(awaited));
        QCOMPARE(notes().size(), 1);
    }

    QString offer() { return fixture->find<QLabel>("trainInterrupted")->text(); }
    bool offered() { return fixture->find<QLabel>("trainInterrupted")->isVisible(); }

private slots:
    void init() { folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { fixture.reset(); }

    /// Not a test of its own: what the process does that the others kill.
    void trainsUntilItIsKilled()
    {
        if (!qEnvironmentVariableIsSet(victimFolder)) {
            QSKIP("runs in a process of its own, which the other tests start");
        }
        const QString place = qEnvironmentVariable(victimFolder);
        fixture = makeFixture(place);
        fixture->prepare(fixture->newModel(), qEnvironmentVariableIntValue(victimEpochs));
        fixture->setSpin("trainEnsemble", qEnvironmentVariableIntValue(victimModels));
        fixture->setSpin("trainSeed", 5);
        fixture->click("trainStart");
        QTest::qWait(patience);
    }

    void goesOnWithTheSameSettings()
    {
        trainAndKill(4000, 1, checkpoint());
        const auto facts = readCheckpointFacts(checkpoint().toStdString());
        QVERIFY(facts && facts->epoch >= 1);

        // Another window: no cell is open, and it says so at once.
        fixture = makeFixture(folder->path());
        fixture->open();
        auto *message = fixture->window->findChild<MessageBar *>();
        QVERIFY(message->hasMessage());
        QVERIFY2(message->text().contains(QStringLiteral("was interrupted")), qPrintable(message->text()));
        fixture->showTrain();
        QVERIFY(offered());
        const auto places = [this] {
            QCoreApplication::processEvents();
            QList<QPoint> found;
            for (const char *part : {"trainFiles", "trainEpochs"})
                found << fixture->find<QWidget>(part)->mapTo(fixture->panel(), QPoint());
            return found;
        };
        const QList<QPoint> before = places();
        for (const QString &part :
             {QStringLiteral("labels-1.tsv"), QStringLiteral("epoch %1 of at most 4000").arg(facts->epoch)}) {
            QVERIFY2(offer().contains(part), qPrintable(offer()));
        }
        QSignalSpy epochs(fixture->service(), &TrainingService::epochDone);
        QSignalSpy ended(fixture->service(), &TrainingService::ended);
        fixture->click("trainGoOn");
        QTRY_VERIFY_WITH_TIMEOUT(!epochs.empty(), patience);
        QVERIFY(fixture->session()->cell() != nullptr);
        // The epoch after the checkpoint's, not the first.
        QCOMPARE(epochs.front().at(1).value<EpochReport>().epoch, facts->epoch + 1);
        const TrainingSettings settings = fixture->service()->plan().settings;
        QCOMPARE(settings.epochs, std::optional(4000));
        QCOMPARE(settings.seed, std::uint64_t{5});
        QCOMPARE(notes().size(), 1);
        QVERIFY(!offered());

        // Stopping keeps the best so far and leaves nothing to go on from.
        fixture->click("trainCancel");
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
        QCOMPARE(ended.front().at(0).value<JobEnd>(), JobEnd::Cancelled);
        QVERIFY(QFile::exists(output()));
        QVERIFY(!QFile::exists(checkpoint()));
        QVERIFY(notes().empty());
        fixture->click("trainAgain");
        QVERIFY(!offered());
        // Its room stays: nothing moved.
        QCOMPARE(places(), before);
        QCOMPARE(fixture->panel()->plan().settings.seed, std::uint64_t{5});
    }

    void keepsFinishedMembersOfAnEnsemble()
    {
        const QString first = folder->filePath(QStringLiteral("trained-1.1.safetensors"));
        const QString second = folder->filePath(QStringLiteral("trained-1.2.safetensors"));
        trainAndKill(3, 40, checkpointOf(second));
        const QByteArray finished = contentOf(first);
        QVERIFY(!finished.isEmpty());

        fixture = makeFixture(folder->path());
        fixture->openTrain();
        QVERIFY2(offer().contains(QStringLiteral("of 40")), qPrintable(offer()));
        QSignalSpy members(fixture->service(), &TrainingService::memberDone);
        QSignalSpy epochs(fixture->service(), &TrainingService::epochDone);
        fixture->click("trainGoOn");
        QTRY_VERIFY_WITH_TIMEOUT(!epochs.empty(), patience);
        // The cell was open already: its model stays open.
        QVERIFY(!fixture->session()->models().empty());
        QVERIFY(epochs.front().at(0).toInt() >= 1);
        QCOMPARE(members.front().at(0).value<TrainedModel>().member, 0);
        QCOMPARE(contentOf(first), finished);
    }

    void refusesABrokenCheckpointAndLosesNothing()
    {
        trainAndKill(4000, 1, checkpoint());
        const QByteArray good = contentOf(checkpoint());
        QFile broken(checkpoint());
        QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("not a checkpoint") > 0);
        broken.close();

        fixture = makeFixture(folder->path());
        fixture->openTrain();
        QVERIFY2(offer().contains(QStringLiteral("cannot go on")), qPrintable(offer()));
        QSignalSpy ended(fixture->service(), &TrainingService::ended);
        fixture->click("trainGoOn");
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
        QCOMPARE(ended.front().at(0).value<JobEnd>(), JobEnd::Failed);
        QVERIFY(fixture->find<QLabel>("trainResults")->text().contains(QStringLiteral("checkpoint")));
        QCOMPARE(contentOf(checkpoint()), QByteArray("not a checkpoint"));
        QCOMPARE(notes().size(), 1);

        // With the checkpoint put back it goes on after all.
        QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write(good) == good.size());
        broken.close();
        fixture->click("trainAgain");
        fixture->window->tabs()->setCurrentIndex(0);
        fixture->showTrain();
        QVERIFY(offered());
        QSignalSpy epochs(fixture->service(), &TrainingService::epochDone);
        fixture->click("trainGoOn");
        QTRY_VERIFY_WITH_TIMEOUT(!epochs.empty(), patience);
        QVERIFY(epochs.front().at(1).value<EpochReport>().epoch > 1);
    }

    void refusesOtherLabelsAndAForeignCheckpoint()
    {
        trainAndKill(4000, 1, checkpoint());
        const QString labels = folder->filePath(QStringLiteral("labels-1.tsv"));
        const QByteArray before = contentOf(labels);
        QFile file(labels);
        QVERIFY(file.open(QIODevice::Append) && file.write("PGI1\t0.5\t\n") > 0);
        file.close();
        fixture = makeFixture(folder->path());
        fixture->openTrain();
        fixture->click("trainGoOn");
        auto *message = fixture->window->findChild<MessageBar *>();
        QTRY_VERIFY2_WITH_TIMEOUT(message->text().contains(QStringLiteral("no longer those")),
                                  qPrintable(message->text()), patience);
        QVERIFY(!fixture->service()->running());
        QVERIFY(offered());
        QVERIFY(QFile::exists(checkpoint()));
        QVERIFY(fixture->find<QPushButton>("trainGoOn")->isEnabled());

        // The labels as they were, but a checkpoint of another seed.
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(before) == before.size());
        file.close();
        TrainingRequest other = fixture->panel()->plan().request(0);
        other.labels.labels.resize(other.labels.labels.size() / 2);
        other.output = folder->filePath(QStringLiteral("other.safetensors")).toStdString();
        other.checkpointSeconds = 0.0;
        other.epochs = 2;
        JobControl stop;
        torchModule().train(
            other, {"cpu", 1, {}}, [&](const EpochReport &) { stop.cancel.cancel(); }, stop);
        const QByteArray foreign = contentOf(checkpointOf(folder->filePath(QStringLiteral("other.safetensors"))));
        QVERIFY(!foreign.isEmpty());
        QFile place(checkpoint());
        QVERIFY(place.open(QIODevice::WriteOnly) && place.write(foreign) == foreign.size());
        place.close();
        QSignalSpy ended(fixture->service(), &TrainingService::ended);
        fixture->click("trainGoOn");
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
        QCOMPARE(ended.front().at(0).value<JobEnd>(), JobEnd::Failed);
        QVERIFY(fixture->find<QLabel>("trainResults")->text().contains(QStringLiteral("belongs to a training")));
        QCOMPARE(contentOf(checkpoint()), foreign);
    }

    void discardingRemovesWhatWasLeft()
    {
        trainAndKill(4000, 1, checkpoint());
        fixture = makeFixture(folder->path());
        fixture->openTrain();
        QVERIFY(offered());
        fixture->click("trainDiscard");
        QVERIFY(!offered());
        QVERIFY(!QFile::exists(checkpoint()));
        QVERIFY(notes().empty());
        QVERIFY(QDir(folder->filePath(QStringLiteral("trainings"))).isEmpty());
    }

    void aCellThatIsGoneIsTold()
    {
        trainAndKill(4000, 1, checkpoint());
        // The note names a cell that is not there.
        const QString note = folder->filePath(QStringLiteral("trainings/") + notes().front());
        QByteArray text = contentOf(note);
        text.replace("demo/central-metabolism.cell", "demo/gone.cell");
        QVERIFY(text.contains("gone.cell"));
        QFile file(note);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        file.close();
        fixture = makeFixture(folder->path());
        fixture->openTrain();
        fixture->click("trainGoOn");
        auto *message = fixture->window->findChild<MessageBar *>();
        QTRY_VERIFY2_WITH_TIMEOUT(message->text().contains(QStringLiteral("was not opened")),
                                  qPrintable(message->text()), patience);
        QTRY_VERIFY(fixture->find<QPushButton>("trainGoOn")->isEnabled());
        QVERIFY(!fixture->service()->running());
        QVERIFY(QFile::exists(checkpoint()));
    }

private:
    std::unique_ptr<QTemporaryDir> folder;
    std::unique_ptr<TrainingFixture> fixture;
};

QTEST_MAIN(TestInterruptedTraining)
#include "test_interrupted_training.moc"
