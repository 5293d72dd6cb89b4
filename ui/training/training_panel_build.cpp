// How the training panel is put together.
#include "ui/training/training_panel_private.h"

#include "ui/plots/enlarger.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QFormLayout>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace knockscape::ui
{
namespace
{

/// A form row with its explanation below, so that a setting needs no manual.
void addSetting(QFormLayout *form, const QString &caption, QWidget *field, const QString &name, const QString &meaning)
{
    field->setObjectName(name);
    field->setToolTip(meaning);
    auto *label = new QLabel(caption);
    label->setToolTip(meaning);
    label->setBuddy(field);
    field->setAccessibleName(caption);
    field->setAccessibleDescription(meaning);
    form->addRow(label, field);
}

QFormLayout *makeForm(QWidget *parent)
{
    auto *form = new QFormLayout(parent);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(gridUnit);
    form->setVerticalSpacing(gridUnit / 2);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    return form;
}

} // namespace

void TrainingPanel::Private::build()
{
    pages = new QStackedWidget(q);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(buildSetup());
    pages->addWidget(scroll);
    pages->addWidget(buildRun());
    auto *layout = new QVBoxLayout(q);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(pages);
}

QWidget *TrainingPanel::Private::buildSetup()
{
    auto *page = new QWidget;
    auto *columns = new QHBoxLayout;
    columns->setSpacing(3 * gridUnit);
    columns->addWidget(buildLabels(), 1);
    columns->addWidget(buildSettings(), 1);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(2 * gridUnit, gridUnit, 2 * gridUnit, gridUnit);
    layout->setSpacing(gridUnit);
    interruptedBar = new InterruptedBar;
    layout->addWidget(interruptedBar);
    layout->addLayout(columns, 1);
    layout->addWidget(buildStart());
    return page;
}

QWidget *TrainingPanel::Private::buildLabels()
{
    auto *part = new QWidget;
    const auto button = [&](const QString &icon, const QString &text, const QString &tip, const QString &name) {
        auto *made = new QPushButton(themedIcon(icon), text);
        made->setToolTip(tip);
        made->setObjectName(name);
        return made;
    };
    filesButton =
        button(QStringLiteral("import"), TrainingPanel::tr("Choose files…"),
               TrainingPanel::tr("A table of knockouts with fitness or interaction, a simulation, or tables of "
                                 "Costanzo et al. 2016; several files are joined"),
               QStringLiteral("trainFiles"));
    offerButton = button(QStringLiteral("demo"), {}, {}, QStringLiteral("trainOffer"));
    simulateButton = button(
        QStringLiteral("metabolism"), TrainingPanel::tr("Simulate growth"),
        TrainingPanel::tr("Simulate all metabolic single deletions and 2,000 random doubles by flux balance, and "
                          "learn from those"),
        QStringLiteral("trainSimulate"));
    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(gridUnit / 2);
    auto *first = new QHBoxLayout;
    first->addWidget(filesButton, 1);
    first->addWidget(offerButton, 1);
    buttons->addLayout(first);
    buttons->addWidget(simulateButton);

    labelsSummary = new QLabel;
    labelsSummary->setObjectName(QStringLiteral("trainLabels"));
    labelsSummary->setTextFormat(Qt::RichText);
    labelsSummary->setWordWrap(true);
    labelsSummary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    readingRow = new QWidget;
    readingBar = new QProgressBar;
    readingBar->setTextVisible(false);
    readingCancel = new QToolButton;
    readingCancel->setObjectName(QStringLiteral("trainReadingCancel"));
    readingCancel->setIcon(themedIcon(QStringLiteral("cancel")));
    readingCancel->setAccessibleName(TrainingPanel::tr("Cancel"));
    readingCancel->setAutoRaise(true);
    auto *reading = new QHBoxLayout(readingRow);
    reading->setContentsMargins(0, 0, 0, 0);
    reading->addWidget(readingBar, 1);
    reading->addWidget(readingCancel);
    QSizePolicy policy = readingRow->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    readingRow->setSizePolicy(policy);
    readingRow->hide();
    issueList = new QListWidget;
    issueList->setObjectName(QStringLiteral("trainIssues"));
    issueList->setAccessibleName(TrainingPanel::tr("What was left out, and why"));
    issueList->setWordWrap(true);
    issueList->setSelectionMode(QAbstractItemView::SingleSelection);
    issueList->setMaximumHeight(14 * gridUnit);
    issueList->hide();

    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gridUnit);
    column->addWidget(makeCaption(TrainingPanel::tr("What to learn from")));
    column->addLayout(buttons);
    column->addWidget(readingRow);
    column->addWidget(labelsSummary);
    column->addWidget(issueList);
    column->addStretch(1);
    return part;
}

QWidget *TrainingPanel::Private::buildSettings()
{
    auto *part = new QWidget;
    auto *fields = new QWidget;
    QFormLayout *form = makeForm(fields);
    epochs = new QSpinBox;
    epochs->setRange(0, 100'000);
    epochs->setSpecialValueText(TrainingPanel::tr("%1 (default)").arg(TrainingConfig().epochs));
    addSetting(form, TrainingPanel::tr("Epochs, at most"), epochs, QStringLiteral("trainEpochs"),
               TrainingPanel::tr("Passes over the labels. Training stops earlier when the validation rows no longer "
                                 "improve, and keeps the best epoch."));
    ensemble = new QSpinBox;
    ensemble->setRange(1, 50);
    addSetting(form, TrainingPanel::tr("Models"), ensemble, QStringLiteral("trainEnsemble"),
               TrainingPanel::tr("Train several models that differ in their seed. Together they predict better and say "
                                 "how sure they are; each takes as long as the first."));
    split = new QComboBox;
    split->addItem(TrainingPanel::tr("genotypes at random"), static_cast<int>(SplitKind::Random));
    split->addItem(TrainingPanel::tr("genes"), static_cast<int>(SplitKind::ByGene));
    split->addItem(TrainingPanel::tr("pairs of genes"), static_cast<int>(SplitKind::ByPair));
    addSetting(form, TrainingPanel::tr("Hold out"), split, QStringLiteral("trainSplit"),
               TrainingPanel::tr("What the reported accuracy is about: new combinations (at random), genes that "
                                 "training never saw, or pairs that training never saw together."));
    heldOut = new QSpinBox;
    heldOut->setRange(2, 80);
    heldOut->setValue(20);
    heldOut->setSuffix(QStringLiteral(" %"));
    addSetting(form, TrainingPanel::tr("Held out"), heldOut, QStringLiteral("trainHeldOut"),
               TrainingPanel::tr("Half of it chooses the best epoch, the other half only reports the accuracy."));
    seed = new QSpinBox;
    seed->setRange(0, 1'000'000'000);
    addSetting(form, TrainingPanel::tr("Seed"), seed, QStringLiteral("trainSeed"),
               TrainingPanel::tr("The same seed gives the same model on the CPU."));
    advancedToggle = new QToolButton;
    advancedToggle->setObjectName(QStringLiteral("trainAdvanced"));
    advancedToggle->setText(TrainingPanel::tr("Advanced"));
    advancedToggle->setCheckable(true);
    advancedToggle->setAutoRaise(true);
    advancedToggle->setFocusPolicy(Qt::StrongFocus);
    advancedToggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    advancedToggle->setIcon(themedIcon(QStringLiteral("right")));
    advanced = buildAdvanced();
    advanced->hide();
    connect(advancedToggle, &QToolButton::toggled, this, [this](bool shown) {
        advanced->setVisible(shown);
        advancedToggle->setIcon(themedIcon(shown ? QStringLiteral("down") : QStringLiteral("right")));
    });
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gridUnit);
    column->addWidget(makeCaption(TrainingPanel::tr("How to learn")));
    column->addWidget(fields);
    column->addWidget(advancedToggle);
    column->addWidget(advanced);
    column->addStretch(1);
    return part;
}

QWidget *TrainingPanel::Private::buildAdvanced()
{
    auto *part = new QWidget;
    QFormLayout *form = makeForm(part);
    const QString standard = TrainingPanel::tr("default");
    loss = new QComboBox;
    loss->addItem(standard);
    loss->addItem(TrainingPanel::tr("squared"), static_cast<int>(LossKind::Mse));
    loss->addItem(TrainingPanel::tr("log cosh"), static_cast<int>(LossKind::LogCosh));
    loss->addItem(TrainingPanel::tr("Huber"), static_cast<int>(LossKind::Huber));
    addSetting(form, TrainingPanel::tr("Loss"), loss, QStringLiteral("trainLoss"),
               TrainingPanel::tr("How differences count. Log cosh and Huber forgive outliers."));
    rate = new QDoubleSpinBox;
    rate->setDecimals(5);
    rate->setRange(0.0, 1.0);
    rate->setSingleStep(0.0005);
    rate->setSpecialValueText(standard);
    addSetting(form, TrainingPanel::tr("Learning rate"), rate, QStringLiteral("trainRate"),
               TrainingPanel::tr("The size of the steps. Lower it where training diverges."));
    dropout = new QDoubleSpinBox;
    dropout->setDecimals(2);
    dropout->setRange(-0.01, 0.9);
    dropout->setSingleStep(0.01);
    dropout->setValue(-0.01);
    dropout->setSpecialValueText(standard);
    addSetting(form, TrainingPanel::tr("Dropout"), dropout, QStringLiteral("trainDropout"),
               TrainingPanel::tr("Part of the activations that is switched off at random; more of it for few labels."));
    hidden = new QSpinBox;
    hidden->setRange(0, 512);
    hidden->setSingleStep(8);
    hidden->setSpecialValueText(standard);
    addSetting(form, TrainingPanel::tr("Hidden size"), hidden, QStringLiteral("trainHidden"),
               TrainingPanel::tr("Width of the model. Time and memory grow with it."));
    convolution = new QComboBox;
    convolution->addItem(standard);
    for (const QString &kind :
         {QStringLiteral("GCN"), QStringLiteral("GAT"), QStringLiteral("GIN"), QStringLiteral("Transformer")}) {
        convolution->addItem(kind, kind);
    }
    addSetting(form, TrainingPanel::tr("Convolution"), convolution, QStringLiteral("trainConvolution"),
               TrainingPanel::tr("How messages pass over the gene networks."));
    return part;
}

QWidget *TrainingPanel::Private::buildStart()
{
    auto *part = new QWidget;
    output = new QLineEdit;
    output->setObjectName(QStringLiteral("trainOutput"));
    output->setAccessibleName(TrainingPanel::tr("Model file to write"));
    auto *browse = new QToolButton;
    browse->setObjectName(QStringLiteral("trainBrowse"));
    browse->setText(QStringLiteral("…"));
    browse->setToolTip(TrainingPanel::tr("Choose where the model is written"));
    connect(browse, &QToolButton::clicked, this, [this] { chooseOutput(); });
    auto *save = new QHBoxLayout;
    save->setSpacing(gridUnit);
    auto *caption = new QLabel(TrainingPanel::tr("Save as"));
    caption->setBuddy(output);
    save->addWidget(caption);
    save->addWidget(output, 1);
    save->addWidget(browse);
    estimateText = new QLabel;
    estimateText->setObjectName(QStringLiteral("trainEstimate"));
    estimateText->setWordWrap(true);
    estimateText->setTextFormat(Qt::PlainText);
    startButton = new QPushButton(themedIcon(QStringLiteral("predict")), TrainingPanel::tr("Start training"));
    startButton->setObjectName(QStringLiteral("trainStart"));
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * gridUnit);
    row->addWidget(estimateText, 1);
    row->addWidget(startButton);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gridUnit);
    column->addLayout(save);
    column->addLayout(row);
    return part;
}

QWidget *TrainingPanel::Private::buildRun()
{
    auto *page = new QWidget;
    runTitle = new QLabel;
    QFont bold = runTitle->font();
    bold.setBold(true);
    runTitle->setFont(bold);
    runTitle->setTextFormat(Qt::PlainText);
    runTitle->setMinimumWidth(10 * gridUnit);
    runState = new QLabel;
    runState->setObjectName(QStringLiteral("trainState"));
    runState->setTextFormat(Qt::PlainText);
    runBar = new QProgressBar;
    runBar->setTextVisible(false);
    runBar->setRange(0, 1000);
    pauseButton = new QPushButton(TrainingPanel::tr("Pause"));
    pauseButton->setObjectName(QStringLiteral("trainPause"));
    cancelButton = new QPushButton(themedIcon(QStringLiteral("stop")), TrainingPanel::tr("Stop, keep the best"));
    cancelButton->setObjectName(QStringLiteral("trainCancel"));
    cancelButton->setToolTip(TrainingPanel::tr("Ends the training; the model of the best epoch so far is saved"));
    curves = new TrainingCurves;
    curves->setObjectName(QStringLiteral("trainCurves"));
    results = new QLabel;
    results->setObjectName(QStringLiteral("trainResults"));
    results->setTextFormat(Qt::RichText);
    results->setWordWrap(true);
    results->setTextInteractionFlags(Qt::TextSelectableByMouse);
    openButton = new QPushButton(themedIcon(QStringLiteral("open-model")), TrainingPanel::tr("Open this model now"));
    openButton->setObjectName(QStringLiteral("trainOpen"));
    compareButton = new QPushButton(themedIcon(QStringLiteral("plot")), TrainingPanel::tr("Compare with its labels"));
    compareButton->setObjectName(QStringLiteral("trainCompare"));
    auto *save = new QPushButton(themedIcon(QStringLiteral("export")), TrainingPanel::tr("Export curves…"));
    connect(save, &QPushButton::clicked, this, [this] { exportCurves(); });
    againButton = new QPushButton(TrainingPanel::tr("Train another"));
    againButton->setObjectName(QStringLiteral("trainAgain"));

    auto *head = new QHBoxLayout;
    head->setSpacing(gridUnit);
    head->addWidget(runTitle, 1);
    head->addWidget(pauseButton);
    head->addWidget(cancelButton);
    head->addWidget(new EnlargeButton(q, q));
    auto *progress = new QHBoxLayout;
    progress->setSpacing(gridUnit);
    progress->addWidget(runBar, 1);
    progress->addWidget(runState);
    // Two and two: side by side they are wider than the page in other languages.
    auto *ends = new QGridLayout;
    ends->setSpacing(gridUnit);
    ends->addWidget(openButton, 0, 0);
    ends->addWidget(compareButton, 0, 1);
    ends->addWidget(save, 1, 0);
    ends->addWidget(againButton, 1, 1);
    ends->setColumnStretch(2, 1);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(2 * gridUnit, gridUnit, 2 * gridUnit, gridUnit);
    layout->setSpacing(gridUnit);
    layout->addLayout(head);
    layout->addLayout(progress);
    layout->addWidget(curves, 1);
    layout->addWidget(results);
    layout->addLayout(ends);
    return page;
}

} // namespace knockscape::ui
