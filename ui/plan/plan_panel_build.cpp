// How the plan panel is put together.
#include "ui/plan/plan_panel_private.h"

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

/// A title before an entry; a click on it, or Alt and its letter, goes there.
void addChoice(QGridLayout *grid, int row, int column, const QString &title, QWidget *entry, const char *name)
{
    auto *label = new QLabel(title);
    label->setBuddy(entry);
    entry->setObjectName(QLatin1String(name));
    entry->setAccessibleName(title);
    grid->addWidget(label, row, 2 * column);
    grid->addWidget(entry, row, 2 * column + 1);
}

} // namespace

void PlanPanel::Private::build()
{
    words = new QLabel;
    words->setObjectName(QStringLiteral("planWords"));
    words->setWordWrap(true);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    words->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto *scroll = new QScrollArea;
    scroll->setWidget(words);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFixedHeight(9 * gridUnit);
    auto *layout = new QVBoxLayout(q);
    layout->setContentsMargins(gridUnit, gridUnit, gridUnit, gridUnit);
    layout->setSpacing(gridUnit);
    layout->addWidget(buildChoices());
    layout->addWidget(scroll);
    layout->addWidget(buildViews(), 1);
    connectParts();
}

QWidget *PlanPanel::Private::buildChoices()
{
    auto *choices = new QWidget;
    auto *grid = new QGridLayout(choices);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(gridUnit);
    sourceBox = new QComboBox;
    sourceBox->addItems({PlanPanel::tr("All pairs of the cell"), PlanPanel::tr("Knockout set × all genes"),
                         PlanPanel::tr("List of genotypes")});
    goalBox = new QComboBox;
    goalBox->addItem(PlanPanel::tr("Find hits"), QStringLiteral("find"));
    goalBox->addItem(PlanPanel::tr("Learn most"), QStringLiteral("learn"));
    goalBox->addItem(PlanPanel::tr("Find and learn"), QStringLiteral("mixture"));
    goalBox->addItem(PlanPanel::tr("Test where models disagree"), QStringLiteral("test"));
    // Their longest words, in any language, are no reason to take width from the docks.
    for (QComboBox *box : {sourceBox, goalBox}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
    }
    budgetBox = new QSpinBox;
    budgetBox->setRange(1, 100'000);
    budgetBox->setValue(96);
    thresholdBox = new QDoubleSpinBox;
    thresholdBox->setRange(-2.0, 2.0);
    thresholdBox->setSingleStep(0.01);
    thresholdBox->setValue(-0.12);
    thresholdBox->setToolTip(PlanPanel::tr("A hit has an interaction below this; above it where it is positive"));
    perGeneBox = new QSpinBox;
    perGeneBox->setRange(0, 10'000);
    perGeneBox->setValue(10);
    perGeneBox->setSpecialValueText(PlanPanel::tr("any"));
    perGeneBox->setToolTip(PlanPanel::tr("Genotypes with the same gene, at most"));
    linkedBox = new QDoubleSpinBox;
    linkedBox->setRange(0.0, 1'000.0);
    linkedBox->setDecimals(0);
    linkedBox->setValue(20.0);
    linkedBox->setSuffix(PlanPanel::tr(" kb"));
    linkedBox->setToolTip(PlanPanel::tr("Pairs of genes nearer than this are left out: crosses hardly separate them"));
    plateBox = new QComboBox;
    plateBox->addItem(PlanPanel::tr("96 wells"), 96);
    plateBox->addItem(PlanPanel::tr("384 wells"), 384);
    replicateBox = new QSpinBox;
    replicateBox->setRange(1, 384);
    replicateBox->setValue(4);
    seedBox = new QSpinBox;
    seedBox->setRange(0, 1'000'000);
    addChoice(grid, 0, 0, PlanPanel::tr("From"), sourceBox, "planSource");
    addChoice(grid, 0, 1, PlanPanel::tr("Goal"), goalBox, "planGoal");
    addChoice(grid, 0, 2, PlanPanel::tr("Strains"), budgetBox, "planBudget");
    addChoice(grid, 1, 0, PlanPanel::tr("Plates"), plateBox, "planPlate");
    addChoice(grid, 1, 1, PlanPanel::tr("Hit"), thresholdBox, "planThreshold");
    addChoice(grid, 1, 2, PlanPanel::tr("Per gene"), perGeneBox, "planPerGene");
    addChoice(grid, 2, 0, PlanPanel::tr("Replicates"), replicateBox, "planReplicates");
    addChoice(grid, 2, 1, PlanPanel::tr("Linked"), linkedBox, "planLinked");
    addChoice(grid, 2, 2, PlanPanel::tr("Seed"), seedBox, "planSeed");

    runButton = new QPushButton(themedIcon(QStringLiteral("predict")), PlanPanel::tr("Plan"));
    cancelButton = new QPushButton(themedIcon(QStringLiteral("cancel")), PlanPanel::tr("Cancel"));
    writeButton = new QPushButton(themedIcon(QStringLiteral("export")), PlanPanel::tr("Write to folder…"));
    measureButton = new QPushButton(themedIcon(QStringLiteral("import")), PlanPanel::tr("Add measurements…"));
    runButton->setObjectName(QStringLiteral("planRun"));
    cancelButton->setObjectName(QStringLiteral("planCancel"));
    writeButton->setObjectName(QStringLiteral("planWrite"));
    measureButton->setObjectName(QStringLiteral("planMeasure"));
    bar = new QProgressBar;
    bar->setTextVisible(false);
    bar->setMinimumWidth(4 * gridUnit);
    bar->setAccessibleName(PlanPanel::tr("Progress of the plan"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(gridUnit);
    buttons->addWidget(runButton);
    buttons->addWidget(cancelButton);
    buttons->addWidget(bar, 1);
    buttons->addWidget(writeButton);
    buttons->addWidget(measureButton);
    grid->addLayout(buttons, 3, 0, 1, 6);
    return choices;
}

QWidget *PlanPanel::Private::buildViews()
{
    views = new QTabWidget;
    views->setObjectName(QStringLiteral("planViews"));
    views->setDocumentMode(true);
    genotypes = new PlanTableView;
    genotypes->setObjectName(QStringLiteral("planGenotypes"));
    strains = new PlanTableView;
    strains->setObjectName(QStringLiteral("planStrains"));
    measured = new PlanTableView;
    measured->setObjectName(QStringLiteral("planMeasured"));
    reasons = new QTextBrowser;
    reasons->setObjectName(QStringLiteral("planReasons"));
    auto *plates = new QWidget;
    auto *column = new QVBoxLayout(plates);
    plateNumber = new QSpinBox;
    plateNumber->setObjectName(QStringLiteral("planPlateNumber"));
    plateNumber->setPrefix(PlanPanel::tr("Plate "));
    plateNumber->setAccessibleName(PlanPanel::tr("Plate"));
    picture = new PlateView;
    picture->setObjectName(QStringLiteral("planPicture"));
    auto *scroll = new QScrollArea;
    scroll->setWidget(picture);
    scroll->setAlignment(Qt::AlignCenter);
    column->addWidget(plateNumber, 0, Qt::AlignLeft);
    column->addWidget(scroll, 1);
    views->addTab(genotypes, PlanPanel::tr("Genotypes"));
    views->addTab(strains, PlanPanel::tr("Strains"));
    views->addTab(plates, PlanPanel::tr("Plates"));
    views->addTab(reasons, PlanPanel::tr("Reasons"));
    views->addTab(measured, PlanPanel::tr("Measured"));
    return views;
}

} // namespace knockscape::ui
