// How the screen dialog is put together.
#include "ui/screening/screen_dialog_private.h"

#include "engine/inference/screen_expression.h"
#include "ui/session/evaluator.h"
#include "ui/session/media_choices.h"
#include "ui/theme/colours.h"
#include "ui/theme/icon.h"
#include "ui/theme/number_format.h"
#include "ui/theme/theme.h"

#include <QFontDatabase>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace knockscape::ui
{
namespace
{

/// With room for `lines` at all times, so that nothing jumps while one types; 0: it takes room when it has words.
QLabel *makeMessage(const QString &name, int lines = 0)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    label->setMinimumHeight(lines * label->fontMetrics().lineSpacing());
    label->setVisible(lines > 0);
    return label;
}

QWidget *rowOf(const std::vector<QWidget *> &parts)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridUnit);
    for (QWidget *part : parts) {
        layout->addWidget(part, part == parts.front() ? 1 : 0);
    }
    return row;
}

template <typename Field>
Field *named(Field *field, const QString &name, const QString &caption, const QString &meaning)
{
    field->setObjectName(name);
    field->setAccessibleName(caption);
    field->setToolTip(meaning);
    return field;
}

} // namespace

void ScreenDialog::Private::build()
{
    q->setWindowTitle(ScreenDialog::tr("Screen"));
    auto *column = new QVBoxLayout(q);
    column->setContentsMargins(2 * gridUnit, 2 * gridUnit, 2 * gridUnit, 2 * gridUnit);
    column->setSpacing(gridUnit);
    form = new QFormLayout;
    form->setHorizontalSpacing(2 * gridUnit);
    form->setVerticalSpacing(gridUnit);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    buildGenotypes(form);
    buildKeeping(form);
    buildWhole(form);
    column->addLayout(form);
    column->addStretch(1);

    cost = new QLabel;
    cost->setObjectName(QStringLiteral("screenCost"));
    QFont large = cost->font();
    large.setBold(true);
    cost->setFont(large);
    cost->setWordWrap(true);
    // Room for two lines at all times, so that nothing jumps while one types.
    cost->setMinimumHeight(2 * cost->fontMetrics().lineSpacing());
    warning = makeMessage(QStringLiteral("screenWarning"));
    notice = makeMessage(QStringLiteral("screenNotice"));
    column->addWidget(cost);
    column->addWidget(warning);
    column->addWidget(notice);
    buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    startButton = buttons->addButton(ScreenDialog::tr("Start"), QDialogButtonBox::AcceptRole);
    startButton->setObjectName(QStringLiteral("screenStart"));
    column->addWidget(buttons);
    // Only a button that is in the dialog can be the one that Enter presses.
    startButton->setDefault(true);
    q->setMinimumWidth(560);
}

void ScreenDialog::Private::buildGenotypes(QFormLayout *target)
{
    const auto add = [target](const QString &caption, QWidget *field) { target->addRow(caption, field); };
    evaluator = named(new QComboBox, QStringLiteral("screenEvaluator"), ScreenDialog::tr("Answers"),
                      ScreenDialog::tr("Whether a trained model predicts the genotypes or their growth is simulated by "
                                       "flux balance analysis"));
    if (!session->models().empty()) {
        evaluator->addItem(ScreenDialog::tr("predicted by the model"), static_cast<int>(Evaluator::Model));
    }
    if (whyNotSimulated(session->cell().get()).isEmpty()) {
        evaluator->addItem(ScreenDialog::tr("simulated (medium: %1)").arg(titleOf(session->medium())),
                           static_cast<int>(Evaluator::Simulation));
    }
    add(ScreenDialog::tr("Answers"), evaluator);
    kind = named(new QComboBox, QStringLiteral("screenKind"), ScreenDialog::tr("Genotypes"),
                 ScreenDialog::tr("Which genotypes are screened"));
    kind->addItem(ScreenDialog::tr("All single deletions"), static_cast<int>(ScreenKind::Singles));
    kind->addItem(ScreenDialog::tr("The knockout set with each gene"), static_cast<int>(ScreenKind::Against));
    kind->addItem(ScreenDialog::tr("All pairs"), static_cast<int>(ScreenKind::Pairs));
    kind->addItem(ScreenDialog::tr("All combinations of several genes"), static_cast<int>(ScreenKind::Combinations));
    kind->addItem(ScreenDialog::tr("Genotypes of a file"), static_cast<int>(ScreenKind::List));
    add(ScreenDialog::tr("Genotypes"), kind);
    order = named(new QSpinBox, QStringLiteral("screenOrder"), ScreenDialog::tr("Genes in each"),
                  ScreenDialog::tr("How many genes are deleted together"));
    order->setRange(3, 16);
    add(ScreenDialog::tr("Genes in each"), order);
    fixedSet = new QLabel;
    fixedSet->setObjectName(QStringLiteral("screenFixed"));
    fixedSet->setWordWrap(true);
    add(ScreenDialog::tr("Knockout set"), fixedSet);
    panel = named(new QComboBox, QStringLiteral("screenPanel"), ScreenDialog::tr("Genes"),
                  ScreenDialog::tr("The genes that are deleted"));
    add(ScreenDialog::tr("Genes"), panel);
    names = named(new QPlainTextEdit, QStringLiteral("screenNames"), ScreenDialog::tr("Names of genes"),
                  ScreenDialog::tr("Names or systematic names, separated by blanks, commas or lines"));
    names->setPlaceholderText(ScreenDialog::tr("PGI1 ZWF1 YGL253W …"));
    names->setTabChangesFocus(true);
    names->setFixedHeight(9 * gridUnit);
    add(QString(), names);
    fileName = new QLabel;
    fileButton = named(new QPushButton(themedIcon(QStringLiteral("import")), ScreenDialog::tr("Choose…")),
                       QStringLiteral("screenFile"), ScreenDialog::tr("Choose a file"),
                       ScreenDialog::tr("A knockout list with one genotype a line, or a table with a column "
                                        "“knockouts”"));
    fileRow = rowOf({fileName, fileButton});
    add(ScreenDialog::tr("File"), fileRow);
    reviewText = makeMessage(QStringLiteral("screenReview"));
    add(QString(), reviewText);
    leaveOut = new QCheckBox(ScreenDialog::tr("Leave these names out"));
    leaveOut->setObjectName(QStringLiteral("screenLeaveOut"));
    add(QString(), leaveOut);
    withoutEssential = new QCheckBox;
    withoutEssential->setObjectName(QStringLiteral("screenLeaveOutEssential"));
    withoutEssential->setToolTip(
        ScreenDialog::tr("Genes known to be essential: deleting one alone is lethal, whatever else is deleted"));
    add(QString(), withoutEssential);
    essentialFixed = makeMessage(QStringLiteral("screenFixedEssential"));
    add(QString(), essentialFixed);
}

void ScreenDialog::Private::buildKeeping(QFormLayout *target)
{
    const QString columns = QString::fromStdString([] {
        std::string text;
        for (const std::string &column : ScreenExpression::columnNames()) {
            text += (text.empty() ? "" : ", ") + column;
        }
        return text;
    }());
    top = named(new QSpinBox, QStringLiteral("screenTop"), ScreenDialog::tr("Best rows"),
                ScreenDialog::tr("How many of the best genotypes are kept and logged"));
    top->setRange(1, 1'000'000);
    top->setGroupSeparatorShown(true);
    top->setValue(1000);
    by = named(new QComboBox, QStringLiteral("screenBy"), ScreenDialog::tr("Ranked by"),
               ScreenDialog::tr("A column or an expression of columns: %1").arg(columns));
    by->setEditable(true);
    direction = named(new QComboBox, QStringLiteral("screenDirection"), ScreenDialog::tr("Direction"),
                      ScreenDialog::tr("Which end is best"));
    direction->addItem(ScreenDialog::tr("lowest first"), false);
    direction->addItem(ScreenDialog::tr("highest first"), true);
    target->addRow(ScreenDialog::tr("Best rows"), top);
    target->addRow(ScreenDialog::tr("Ranked by"), rowOf({by, direction}));
    byMessage = makeMessage(QStringLiteral("screenByMessage"), 3);
    target->addRow(QString(), byMessage);
    supportLast = new QCheckBox(ScreenDialog::tr("Genotypes with less training support than"));
    supportLast->setObjectName(QStringLiteral("screenSupportLast"));
    supportLast->setChecked(true);
    supportLast->setToolTip(ScreenDialog::tr("Rank genotypes last whose least trained gene was in fewer training "
                                             "genotypes: what the model says of them rests on networks alone"));
    minSupport = named(new QSpinBox, QStringLiteral("screenMinSupport"), ScreenDialog::tr("Least training support"),
                       ScreenDialog::tr("Training genotypes that held the least trained gene"));
    minSupport->setRange(1, 1'000'000);
    minSupport->setValue(static_cast<int>(defaultMinSupport));
    auto *support = rowOf({supportLast, minSupport, new QLabel(ScreenDialog::tr("rank last"))});
    static_cast<QHBoxLayout *>(support->layout())->setStretch(0, 0);
    static_cast<QHBoxLayout *>(support->layout())->addStretch(1);
    target->addRow(ScreenDialog::tr("Support"), support);
    where = named(new QLineEdit, QStringLiteral("screenWhere"), ScreenDialog::tr("Only where"),
                  ScreenDialog::tr("A condition on the columns: %1").arg(columns));
    where->setPlaceholderText(QStringLiteral("fitness < 0.5 && epistasis < -0.1"));
    where->setClearButtonEnabled(true);
    target->addRow(ScreenDialog::tr("Only where"), where);
    whereMessage = makeMessage(QStringLiteral("screenWhereMessage"), 2);
    target->addRow(QString(), whereMessage);
}

void ScreenDialog::Private::buildWhole(QFormLayout *target)
{
    whole = named(new QComboBox, QStringLiteral("screenWhole"), ScreenDialog::tr("Every row"),
                  ScreenDialog::tr("What becomes of the rows that are not among the best"));
    whole->addItem(ScreenDialog::tr("Browse all rows (temporary file)"), static_cast<int>(WholeResult::Temporary));
    whole->addItem(ScreenDialog::tr("Browse all rows, and keep them as a NumPy file"),
                   static_cast<int>(WholeResult::File));
    whole->addItem(ScreenDialog::tr("Keep the best rows only"), static_cast<int>(WholeResult::None));
    target->addRow(ScreenDialog::tr("Every row"), whole);
    matrix = named(new QLineEdit, QStringLiteral("screenMatrix"), ScreenDialog::tr("NumPy file"),
                   ScreenDialog::tr("The whole result as float32 array, for numpy.load"));
    matrix->setPlaceholderText(ScreenDialog::tr("screen.npy"));
    auto *choose = named(new QToolButton, QStringLiteral("screenChooseMatrix"), ScreenDialog::tr("Choose a file"),
                         ScreenDialog::tr("Choose where the array is written"));
    choose->setText(QStringLiteral("…"));
    choose->setFocusPolicy(Qt::StrongFocus);
    connect(choose, &QToolButton::clicked, this, [this] { chooseMatrix(); });
    matrixRow = rowOf({matrix, choose});
    target->addRow(QString(), matrixRow);
}

void ScreenDialog::Private::connectAll()
{
    const auto change = [this] { changed(); };
    for (QComboBox *box : {kind, panel, direction, whole}) {
        connect(box, &QComboBox::currentIndexChanged, this, change);
    }
    connect(kind, &QComboBox::currentIndexChanged, this, [this] {
        review.reset();
        parserError.clear();
        listFile.clear();
        fileName->setText(ScreenDialog::tr("No file chosen"));
        if (panelIsPasted()) {
            readText(names->toPlainText());
        }
        changed();
    });
    connect(evaluator, &QComboBox::currentIndexChanged, this, [this] { evaluatorChanged(); });
    connect(panel, &QComboBox::currentIndexChanged, this, [this] {
        if (panelIsPasted()) {
            names->setFocus();
            readText(names->toPlainText());
        }
    });
    connect(by, &QComboBox::editTextChanged, this, [this] {
        if (!proposing) {
            ranked = true;
            changed();
        }
    });
    for (QLineEdit *field : {where, matrix}) {
        connect(field, &QLineEdit::textChanged, this, change);
    }
    for (QSpinBox *box : {order, top, minSupport}) {
        connect(box, &QSpinBox::valueChanged, this, change);
    }
    connect(names, &QPlainTextEdit::textChanged, this, [this] { readText(names->toPlainText()); });
    for (QCheckBox *box : {leaveOut, supportLast, withoutEssential}) {
        connect(box, &QCheckBox::toggled, this, change);
    }
    connect(fileButton, &QPushButton::clicked, this, [this] { chooseFile(); });
    connect(&parser, &PasteParser::parsed, this, [this](const std::shared_ptr<const PasteReview> &parsed) {
        reading = false;
        review = parsed;
        parserError.clear();
        changed();
    });
    connect(&parser, &PasteParser::failed, this, [this](const QString &error) {
        reading = false;
        review.reset();
        parserError = error;
        changed();
    });
    connect(buttons, &QDialogButtonBox::accepted, q, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, q, &QDialog::reject);
    connect(service, &ScreenService::estimated, this,
            [this](quint64 id, const ScreenEstimate &estimate, const std::vector<Issue> &issues) {
                if (id != question) {
                    return;
                }
                if (issues.empty()) {
                    showCost(estimate);
                } else {
                    warning->setText(QString::fromStdString(describe(issues.front())));
                    warning->show();
                    startButton->setEnabled(false);
                }
            });
    pause.setSingleShot(true);
    pause.setInterval(200);
    connect(&pause, &QTimer::timeout, this, [this] {
        try {
            const ScreenPlan asked = plan();
            question = service->estimate(asked.request(session->models()), asked.simulated);
        } catch (const InputError &) {
            return; // changed() has said so
        }
    });
}

} // namespace knockscape::ui
