// The training panel before a training: labels, settings, and what it will cost.
#include "ui/training/training_panel_private.h"

#include "ui/theme/colours.h"
#include "ui/theme/icon.h"
#include "ui/theme/path_text.h"
#include "ui/training/training_text.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>
#include <QUrl>

#include <algorithm>
#include <cmath>
#include <thread>

namespace knockscape::ui
{
namespace
{

/// Settings change faster than an epoch can be measured.
constexpr int estimatePause = 700;
/// Doubles simulated beside all singles: enough to learn from, quick at genome scale.
constexpr int simulatedDoubles = 2000;

} // namespace

TrainingPanel::Private::Private(TrainingPanel *panel, Session *document, TrainingService *training)
    : q(panel), session(document), service(training)
{
    build();
    connectSetup();
    connectRun();
    onCellChanged();
}

void TrainingPanel::Private::connectSetup()
{
    connect(session, &Session::cellChanged, this, [this] { onCellChanged(); });
    connect(filesButton, &QPushButton::clicked, this, [this] { chooseFiles(); });
    connect(offerButton, &QPushButton::clicked, this, [this] { q->load({offered}); });
    connect(simulateButton, &QPushButton::clicked, this, [this] { simulate(); });
    connect(readingCancel, &QToolButton::clicked, this, [this] {
        reader.cancel();
        readingRow->hide();
        stopGoingOn();
        updateStart();
    });
    connect(startButton, &QPushButton::clicked, this, [this] { start(); });
    connect(&reader, &LabelService::progressed, this,
            [this](const QString &stage, quint64 done, quint64 total) { showReading(stage, done, total); });
    connect(&reader, &LabelService::ready, this,
            [this](const std::shared_ptr<const LabelTable> &read, const MeasuredLabelsPtr &measured,
                   const std::vector<Issue> &issues) {
                files = measured->files();
                showLabels(read, measured->title(), issues);
                if (goingOn) {
                    goOnWithLabels();
                }
            });
    connect(&reader, &LabelService::refused, this, [this](const std::vector<Issue> &issues) {
        files.clear();
        showLabels(nullptr, {}, issues);
        stopGoingOn();
        emit q->reported(TrainingPanel::tr("The labels were not read"), issues);
    });
    estimateTimer.setSingleShot(true);
    estimateTimer.setInterval(estimatePause);
    connect(&estimateTimer, &QTimer::timeout, this, [this] { startEstimate(); });
    connect(service, &TrainingService::estimated, this, [this](const TrainingEstimate &measured) {
        estimating = false;
        estimate = measured;
        showEstimate();
    });
    connect(service, &TrainingService::estimateFailed, this, [this](const std::vector<Issue> &issues) {
        estimating = false;
        estimate.reset();
        estimateText->setText(
            TrainingPanel::tr("This cannot be trained: %1").arg(QString::fromStdString(describe(issues.front()))));
    });
    // What one epoch costs depends on these; how many there are does not change it.
    for (QSpinBox *box : {hidden, heldOut}) {
        connect(box, &QSpinBox::valueChanged, this, [this] { scheduleEstimate(); });
    }
    for (QComboBox *box : {split, convolution}) {
        connect(box, &QComboBox::currentIndexChanged, this, [this] { scheduleEstimate(); });
    }
    for (QSpinBox *box : {epochs, ensemble}) {
        connect(box, &QSpinBox::valueChanged, this, [this] { showEstimate(); });
    }
    connect(output, &QLineEdit::textEdited, this, [this] { outputChosen = true; });
    connect(output, &QLineEdit::textChanged, this, [this] { updateStart(); });
    connect(issueList, &QListWidget::itemActivated, this, [](const QListWidgetItem *item) {
        if (const QString file = item->data(Qt::UserRole).toString(); !file.isEmpty()) {
            QDesktopServices::openUrl(QUrl::fromLocalFile(file));
        }
    });
}

void TrainingPanel::Private::onCellChanged()
{
    reader.cancel();
    readingRow->hide();
    offered.clear();
    offerButton->hide();
    files.clear();
    outputChosen = false;
    const bool hasMetabolism = session->cell() && !session->cell()->metabolism.empty();
    simulateButton->setVisible(hasMetabolism && LabelService::canSimulate());
    showLabels(nullptr, {}, {});
    output->setText(suggestedOutput());
    if (goingOn) {
        goOnWithCell();
    }
}

QString TrainingPanel::Private::suggestedOutput() const
{
    if (!session->cell()) {
        return {};
    }
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    QString folder = QSettings().value(QStringLiteral("folders/train"), documents).toString();
    if (!QFileInfo(folder).isWritable()) {
        folder = QDir::homePath();
    }
    const QString stem = QFileInfo(toQString(session->cellFolder())).completeBaseName();
    QString file = QDir(folder).filePath(stem + QStringLiteral("-trained.safetensors"));
    for (int n = 2; (QFileInfo::exists(file) || hasCheckpoint(file)) && n < 1000; ++n) {
        file = QDir(folder).filePath(QStringLiteral("%1-trained-%2.safetensors").arg(stem).arg(n));
    }
    return file;
}

void TrainingPanel::Private::chooseFiles()
{
    const QString key = QStringLiteral("folders/labels");
    const QStringList chosen =
        QFileDialog::getOpenFileNames(q, TrainingPanel::tr("Choose labels (several files are joined)"),
                                      QSettings().value(key, QDir::homePath()).toString(),
                                      TrainingPanel::tr("Labels (*.tsv *.csv *.txt *.gz *.bz2);;All files (*)"));
    if (chosen.isEmpty()) {
        return;
    }
    QSettings().setValue(key, QFileInfo(chosen.front()).absolutePath());
    std::vector<std::filesystem::path> paths;
    for (const QString &file : chosen) {
        paths.emplace_back(file.toStdString());
    }
    q->load(paths);
}

void TrainingPanel::Private::chooseOutput()
{
    const QString file = QFileDialog::getSaveFileName(q, TrainingPanel::tr("Save the model as"), output->text(),
                                                      TrainingPanel::tr("Models (*.safetensors)"));
    if (!file.isEmpty()) {
        QSettings().setValue(QStringLiteral("folders/train"), QFileInfo(file).absolutePath());
        outputChosen = true;
        output->setText(QFileInfo(file).suffix().isEmpty() ? file + QStringLiteral(".safetensors") : file);
    }
}

void TrainingPanel::Private::simulate()
{
    simulationSeed = static_cast<std::uint64_t>(seed->value());
    showReading(TrainingPanel::tr("Simulating growth"), 0, 0);
    reader.simulate(session->cell(), simulatedDoubles, simulationSeed);
}

void TrainingPanel::Private::showReading(const QString &text, quint64 done, quint64 total)
{
    readingRow->show();
    readingBar->setRange(0, total > 0 ? 1000 : 0);
    readingBar->setValue(total > 0 ? static_cast<int>(done * 1000 / total) : 0);
    labelsSummary->setText(text.toHtmlEscaped());
    updateStart();
}

void TrainingPanel::Private::showLabels(const std::shared_ptr<const LabelTable> &read, const QString &title,
                                        const std::vector<Issue> &issues)
{
    readingRow->hide();
    table = read;
    labelsTitle = title;
    estimate.reset();
    service->abandonEstimate();
    estimating = false;
    if (table) {
        counts = countLabels(table->labels);
        labelsSummary->setText(QStringLiteral("<b>%1</b><br>%2").arg(title.toHtmlEscaped(), labelsText(counts)));
    } else {
        labelsSummary->setText(
            TrainingPanel::tr(
                "A model learns from genotypes whose growth (relative to wild type = 1) or interaction is "
                "known: measured, or simulated.")
                .toHtmlEscaped());
    }
    showIssues(issues);
    updateStart();
    scheduleEstimate();
}

void TrainingPanel::Private::showIssues(const std::vector<Issue> &issues)
{
    found = issues;
    issueList->clear();
    for (const Issue &issue : issues) {
        const QString where = QString::fromStdString(issue.where);
        auto *item = new QListWidgetItem(
            themedIcon(issue.severity == Severity::Error ? QStringLiteral("error") : QStringLiteral("warning"),
                       severityColour(issue.severity, q->palette())),
            QString::fromStdString(describe(issue)), issueList);
        const QString file = where.section(QLatin1Char(':'), 0, 0);
        for (const std::filesystem::path &path : files) {
            if (toQString(path) == file || toQString(path.filename()) == file) {
                item->setData(Qt::UserRole, toQString(path));
                item->setToolTip(TrainingPanel::tr("Double click opens %1").arg(toQString(path)));
            }
        }
    }
    issueList->setVisible(!issues.empty());
}

TrainingSettings TrainingPanel::Private::settings() const
{
    TrainingSettings made;
    if (epochs->value() > 0) {
        made.epochs = epochs->value();
    }
    made.ensemble = ensemble->value();
    made.split = static_cast<SplitKind>(split->currentData().toInt());
    made.validationFraction = heldOut->value() / 200.0;
    made.testFraction = made.validationFraction;
    made.seed = static_cast<std::uint64_t>(seed->value());
    if (loss->currentData().isValid()) {
        made.loss = static_cast<LossKind>(loss->currentData().toInt());
    }
    if (rate->value() > 0.0) {
        made.learningRate = rate->value();
    }
    if (dropout->value() >= 0.0) {
        made.dropout = dropout->value();
    }
    if (hidden->value() > 0) {
        made.hiddenChannels = hidden->value();
    }
    if (convolution->currentData().isValid()) {
        made.convolution = convolution->currentData().toString().toStdString();
    }
    return made;
}

QString TrainingPanel::Private::blockedReason() const
{
    if (!session->cell()) {
        return TrainingPanel::tr("Open a cell first.");
    }
    if (service->running()) {
        return TrainingPanel::tr("A training is running.");
    }
    if (!table) {
        return TrainingPanel::tr("Choose labels to learn from.");
    }
    const QFileInfo file(output->text());
    if (output->text().isEmpty() || file.isDir()) {
        return TrainingPanel::tr("Choose a file to save the model as.");
    }
    if (!QFileInfo(file.absolutePath()).isWritable()) {
        return TrainingPanel::tr("Nothing can be written to %1; save the model somewhere else.")
            .arg(file.absolutePath());
    }
    return {};
}

void TrainingPanel::Private::updateStart()
{
    const QString blocked = blockedReason();
    for (QPushButton *button : {filesButton, offerButton, simulateButton}) {
        button->setEnabled(session->cell() != nullptr && !reader.busy());
    }
    startButton->setEnabled(blocked.isEmpty() && !reader.busy());
    if (!blocked.isEmpty()) {
        estimateText->setText(blocked);
    } else {
        showEstimate();
    }
}

TrainingPanel::TrainingPanel(Session *session, TrainingService *service, QWidget *parent)
    : QWidget(parent), d(std::make_unique<Private>(this, session, service))
{
}

TrainingPanel::~TrainingPanel() = default;

void TrainingPanel::load(const std::vector<std::filesystem::path> &files)
{
    if (!d->session->cell() || files.empty()) {
        return;
    }
    d->files = files;
    d->reader.read(files, d->session->cell());
    d->showReading(tr("Reading labels"), 0, 0);
}

void TrainingPanel::offer(const std::filesystem::path &labels)
{
    d->offered = labels;
    d->offerButton->setVisible(!labels.empty());
    d->offerButton->setText(tr("Use %1").arg(toQString(labels.filename())));
    d->offerButton->setToolTip(toQString(labels));
}

void TrainingPanel::setTorchSettings(const TorchSettings &settings)
{
    d->torch = settings;
    if (settings.threads == 0) {
        // One core stays free for the window and its live prediction.
        d->torch.threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()) - 1U);
        d->torch.threads = std::max(1, d->torch.threads);
    }
}

TrainingPlan TrainingPanel::plan() const
{
    return {d->session->cell(),
            d->session->cellFolder(),
            d->table,
            d->labelsTitle,
            d->settings(),
            d->torch,
            std::filesystem::path(d->output->text().toStdString()),
            {d->files, d->files.empty() ? simulatedDoubles : 0, d->simulationSeed}};
}

std::vector<Issue> TrainingPanel::issues() const
{
    return d->found;
}

} // namespace knockscape::ui
