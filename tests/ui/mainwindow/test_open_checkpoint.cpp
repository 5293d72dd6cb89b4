// Opening models that come from elsewhere: what they do not tell is asked for, and what they hold is shown.

#include "engine/core/files.h"
#include "engine/core/safetensors.h"
#include "tests/ui/drop.h"
#include "tests/ui/mainwindow/window_fixture.h"
#include "tests/ui/picture.h"
#include "ui/mainwindow/hyperparameter_dialog.h"
#include "ui/mainwindow/model_info_dialog.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeWidget>

using namespace knockscape;
using namespace knockscape::ui;
using namespace knockscape::ui::tests;

namespace
{

QPushButton *button(QDialog *dialog, QDialogButtonBox::StandardButton which)
{
    return dialog->findChild<QDialogButtonBox *>()->button(which);
}

} // namespace

class TestOpenCheckpoint : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir folder_;
    QTemporaryDir settings_;
    std::unique_ptr<WindowFixture> fixture_;

    /// The demo's tensors alone, under a name that says nothing.
    std::filesystem::path bareModel() const
    {
        TensorFile file = readSafetensors(demoFiles().models.front());
        file.metadata.clear();
        const std::filesystem::path path = folder_.filePath(QStringLiteral("weights.bin")).toStdString();
        writeSafetensors(path, file);
        return path;
    }

    template <class Dialog>
    Dialog *shownDialog()
    {
        Dialog *dialog = fixture_->window->findChild<Dialog *>();
        return dialog != nullptr && dialog->isVisible() ? dialog : nullptr;
    }

private slots:
    void init()
    {
        applyTheme(ThemeChoice::Light);
        fixture_ = std::make_unique<WindowFixture>(settings_.path());
        fixture_->openDemo();
    }

    void cleanup() { fixture_.reset(); }

    void filesAreSortedByContent()
    {
        const auto write = [this](const QString &name, const std::string &bytes) {
            const std::filesystem::path path = folder_.filePath(name).toStdString();
            writeFileAtomically(path, [&](std::ostream &stream) { stream << bytes; });
            return path;
        };
        const auto zip = write(QStringLiteral("a.unknown"), std::string("PK\3\4") + std::string(26, '\0') +
                                                                "archive/data.pkl" + std::string(99, 'x'));
        const auto document =
            write(QStringLiteral("b.docx"), std::string("PK\3\4") + std::string(26, '\0') + "word/document.xml");
        const auto empty = write(QStringLiteral("c.ckpt"), "");
        const FilesToOpen files = sortFiles({zip, document, empty, bareModel()});
        QCOMPARE(files.models, (std::vector<std::filesystem::path>{zip, empty, bareModel()}));
        QCOMPARE(files.unknown, (std::vector<std::filesystem::path>{document}));
    }

    void whatTheFileDoesNotTellIsAskedFor()
    {
        const std::filesystem::path path = bareModel();
        fixture_->window->openFiles({path});
        QTRY_VERIFY_WITH_TIMEOUT(shownDialog<HyperparameterDialog>() != nullptr, patience);
        auto *dialog = shownDialog<HyperparameterDialog>();
        const auto choices = dialog->findChildren<QComboBox *>();
        QVERIFY(choices.size() >= 3);
        for (const QComboBox *choice : choices) {
            QVERIFY(choice->currentText().contains(QStringLiteral("default")));
            QVERIFY(!choice->accessibleName().isEmpty());
        }
        keepPicture(*dialog, "hyperparameters-light");
        // By keys alone: the first choice has the focus, Down takes the next value.
        auto *first = choices.front();
        QTRY_VERIFY(first->hasFocus());
        const int before = first->currentIndex();
        QTest::keyClick(first, before + 1 < first->count() ? Qt::Key_Down : Qt::Key_Up);
        QVERIFY(first->currentIndex() != before);
        auto *activation = dialog->findChild<QComboBox *>(QStringLiteral("activation"));
        activation->setFocus();
        QTest::keyClicks(activation, QStringLiteral("tanh"));
        const QJsonObject answers = QJsonDocument::fromJson(QByteArray::fromStdString(dialog->answers())).object();
        QCOMPARE(answers.value(QStringLiteral("activation")).toString(), QStringLiteral("tanh"));

        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(fixture_->session()->models().front().path, path, patience);
        const QString config = QString::fromStdString(fixture_->session()->models().front().configJson);
        QVERIFY2(config.contains(QStringLiteral("\"activation\":\"tanh\"")), qPrintable(config));

        // It is not asked again.
        fixture_->window->openFiles(demoFiles().models);
        QTRY_VERIFY_WITH_TIMEOUT(fixture_->session()->models().front().path != path, patience);
        fixture_->window->openFiles({path});
        QTRY_COMPARE_WITH_TIMEOUT(fixture_->session()->models().front().path, path, patience);
    }

    void aQuestionThatIsLeftKeepsTheModelBefore()
    {
        QSettings().remove(QStringLiteral("models"));
        const std::filesystem::path before = fixture_->session()->models().front().path;
        QSignalSpy reported(fixture_->bench(), &Workbench::reported);
        fixture_->window->openFiles({bareModel()});
        QTRY_VERIFY_WITH_TIMEOUT(shownDialog<HyperparameterDialog>() != nullptr, patience);
        QTest::mouseClick(button(shownDialog<HyperparameterDialog>(), QDialogButtonBox::Cancel), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(reported.size(), 1, patience);
        const auto issues = reported.front().at(1).value<std::vector<Issue>>();
        QVERIFY(issues.size() >= 3);
        QVERIFY(issues.front().where.find("weights.bin") != std::string::npos);
        QCOMPARE(fixture_->session()->models().front().path, before);
        QVERIFY(fixture_->bench()->modelState() == ModelState::Ready);
    }

    void damagedCheckpointsAreReported()
    {
        const std::filesystem::path path = folder_.filePath(QStringLiteral("broken.ckpt")).toStdString();
        writeFileAtomically(path, [](std::ostream &stream) { stream << "PK\3\4 and nothing more"; });
        QSignalSpy reported(fixture_->bench(), &Workbench::reported);
        fixture_->window->openFiles({path});
        QTRY_COMPARE_WITH_TIMEOUT(reported.size(), 1, patience);
        const auto issues = reported.front().at(1).value<std::vector<Issue>>();
        QVERIFY(issues.front().where.find("broken.ckpt") != std::string::npos);
        QVERIFY(!issues.front().remedy.empty());
    }

    /// A folder of shards that is dropped on the window is named, and the model stays.
    void foldersOfShardsAreNamed()
    {
        const std::filesystem::path before = fixture_->session()->models().front().path;
        // As DeepSpeed's Lightning strategy writes one, and a folder whose name says nothing.
        const std::filesystem::path deepSpeed =
            std::filesystem::path(KNOCKSCAPE_TEST_DATA) / "checkpoints" / "deepspeed.ckpt";
        const std::filesystem::path plain = folder_.filePath(QStringLiteral("step 100")).toStdString();
        std::filesystem::create_directories(plain);
        writeFileAtomically(plain / "__0_0.distcp", [](std::ostream &stream) { stream << ' '; });
        for (const std::filesystem::path &folder : {deepSpeed, plain}) {
            QSignalSpy reported(fixture_->bench(), &Workbench::reported);
            drop(fixture_->window.get(), {folder});
            QTRY_COMPARE_WITH_TIMEOUT(reported.size(), 1, patience);
            const auto issues = reported.front().at(1).value<std::vector<Issue>>();
            QVERIFY(issues.front().what.find("folder of shards") != std::string::npos);
            QVERIFY(issues.front().remedy.find("Join them first") != std::string::npos);
            QCOMPARE(fixture_->session()->models().front().path, before);
        }
    }

    void modelInformation()
    {
        auto *action = fixture_->window->findChild<QAction *>(QStringLiteral("modelInfo"));
        QVERIFY(action->isEnabled());
        QTest::keySequence(fixture_->window.get(), action->shortcut());
        QTRY_VERIFY(shownDialog<ModelInfoDialog>() != nullptr);
        auto *dialog = shownDialog<ModelInfoDialog>();
        for (const char *word : {"central-metabolism.safetensors", "convolution", "fitness_head", "fitness_pearson"}) {
            QVERIFY2(dialog->text().contains(QLatin1String(word)), qPrintable(dialog->text()));
        }
        auto *tree = dialog->findChild<QTreeWidget *>(QStringLiteral("modelFacts"));
        QVERIFY(tree->topLevelItemCount() >= 5);
        keepPicture(*dialog, "model-info-light");
        keepPicture(*fixture_->window, "window-light");
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("copyFacts")), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), dialog->text());
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(shownDialog<ModelInfoDialog>() == nullptr);
    }

    void bothThemes()
    {
        applyTheme(ThemeChoice::Dark);
        std::vector<HyperparameterQuestion> questions{
            {"activation", "the activation of the gene encoder", {"\"relu\"", "\"gelu\""}, "\"relu\""},
            {"norm", "the norm after each layer", {"null", "\"pair\""}, "null"},
            {"gene_encoder_layer_config.normalize", "whether GCN normalises by degree", {"true", "false"}, "true"}};
        HyperparameterDialog dialog(QStringLiteral("/data/model.pt"), questions);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        keepPicture(dialog, "hyperparameters-dark");
        const QJsonObject answers = QJsonDocument::fromJson(QByteArray::fromStdString(dialog.answers())).object();
        QCOMPARE(
            answers.value(QStringLiteral("gene_encoder_layer_config")).toObject().value(QStringLiteral("normalize")),
            QJsonValue(true));
        QVERIFY(answers.value(QStringLiteral("norm")).isNull());
        ModelInfoDialog info(fixture_->session()->models(), QStringLiteral("demo"));
        info.show();
        QVERIFY(QTest::qWaitForWindowExposed(&info));
        keepPicture(info, "model-info-dark");
    }
};

QTEST_MAIN(TestOpenCheckpoint)
#include "test_open_checkpoint.moc"
