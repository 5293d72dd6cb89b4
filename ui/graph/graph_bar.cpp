#include "ui/graph/graph_bar.h"

#include "ui/graph/graph_text.h"
#include "ui/plots/enlarger.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

namespace knockscape::ui
{

namespace
{

constexpr int kDefaultNodes = 60;
constexpr int kMostNodes = 1000;

} // namespace

GraphBar::GraphBar(QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gridUnit, gridUnit / 2, gridUnit, gridUnit / 2);
    column->setSpacing(gridUnit / 2);
    auto *row = new QHBoxLayout;
    row->setSpacing(gridUnit / 2);
    column->addLayout(row);
    boxRow_ = new QHBoxLayout;
    boxRow_->setSpacing(2 * gridUnit);
    column->addLayout(boxRow_);

    views_ = new QButtonGroup(this);
    const auto addView = [&](View view, const QString &text, const QString &icon) {
        auto *button = new QToolButton(this);
        button->setText(text);
        button->setIcon(themedIcon(icon));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setCheckable(true);
        button->setProperty("segment", true);
        button->setFocusPolicy(Qt::StrongFocus);
        views_->addButton(button, static_cast<int>(view));
        row->addWidget(button);
    };
    addView(View::GeneNetwork, tr("Gene network"), QStringLiteral("network"));
    addView(View::Metabolism, tr("Metabolism"), QStringLiteral("metabolism"));
    views_->button(static_cast<int>(View::GeneNetwork))->setChecked(true);
    row->addStretch(1);

    maxNodes_ = new QSpinBox(this);
    maxNodes_->setRange(2, kMostNodes);
    maxNodes_->setSingleStep(10);
    maxNodes_->setValue(kDefaultNodes);
    maxNodes_->setPrefix(tr("up to "));
    maxNodes_->setSuffix(tr(" nodes"));
    maxNodes_->setKeyboardTracking(false);
    maxNodes_->setAccessibleName(tr("Largest number of nodes"));
    maxNodes_->setToolTip(tr("Beyond this, the neighbours with most links stay and the caption counts the rest"));
    row->addWidget(maxNodes_);

    engine_ = new QComboBox(this);
    engine_->addItem(tr("Springs"), QStringLiteral("sfdp"));
    engine_->addItem(tr("Springs, fine"), QStringLiteral("neato"));
    engine_->addItem(tr("Layers"), QStringLiteral("dot"));
    engine_->addItem(tr("Rings"), QStringLiteral("twopi"));
    engine_->addItem(tr("Circle"), QStringLiteral("circo"));
    engine_->setAccessibleName(tr("Layout"));
    engine_->setToolTip(tr("How Graphviz places the nodes (sfdp, neato, dot, twopi, circo); where one would take too "
                           "long, sfdp is used"));
    row->addWidget(engine_);

    const auto addAction = [&](const QString &text, const QString &icon, const QString &tip, auto signal) {
        auto *button = new QToolButton(this);
        button->setText(text);
        button->setIcon(themedIcon(icon));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setToolTip(tip);
        button->setFocusPolicy(Qt::StrongFocus);
        connect(button, &QToolButton::clicked, this, signal);
        row->addWidget(button);
        return button;
    };
    QToolButton *const fitButton =
        addAction(tr("Fit"), QStringLiteral("fit"), tr("Show the whole picture (0)"), &GraphBar::fitRequested);
    // Its picture says it, and in other languages the word is too long beside the docks.
    fitButton->setToolButtonStyle(Qt::ToolButtonIconOnly);
    addAction(tr("Export…"), QStringLiteral("export"), tr("Save the picture as PNG, SVG or PDF"),
              &GraphBar::exportRequested);
    row->addWidget(new EnlargeButton(parent, this));

    connect(views_, &QButtonGroup::idToggled, this, [this](int, bool checked) {
        updateBoxes();
        if (checked)
            emit changed();
    });
    connect(engine_, &QComboBox::activated, this, &GraphBar::changed);
    connect(maxNodes_, &QSpinBox::valueChanged, this, &GraphBar::changed);
}

void GraphBar::setCell(const Cell *cell)
{
    for (QCheckBox *box : boxes_)
        box->deleteLater();
    boxes_.clear();
    while (QLayoutItem *item = boxRow_->takeAt(0))
        delete item;
    if (cell) {
        for (const GeneNetwork &network : cell->networks) {
            auto *box = new QCheckBox(edgeTypeText(QString::fromStdString(network.type())), this);
            box->setProperty("type", QString::fromStdString(network.type()));
            box->setChecked(true);
            connect(box, &QCheckBox::toggled, this, &GraphBar::changed);
            boxRow_->addWidget(box);
            boxes_.push_back(box);
        }
    }
    boxRow_->addStretch(1);
    const bool metabolism = cell && !cell->metabolism.empty();
    QAbstractButton *button = views_->button(static_cast<int>(View::Metabolism));
    button->setEnabled(metabolism);
    button->setToolTip(metabolism ? tr("Reactions, metabolites and genes around the chosen genes")
                                  : tr("This cell has no metabolism"));
    const QSignalBlocker quiet(views_);
    if (!metabolism && view() == View::Metabolism)
        setView(View::GeneNetwork);
    updateBoxes();
}

void GraphBar::updateBoxes()
{
    for (QCheckBox *box : boxes_)
        box->setVisible(view() == View::GeneNetwork);
}

GraphBar::View GraphBar::view() const
{
    return static_cast<View>(views_->checkedId());
}

void GraphBar::setView(View view)
{
    views_->button(static_cast<int>(view))->setChecked(true);
}

std::vector<std::string> GraphBar::interactionTypes() const
{
    std::vector<std::string> types;
    for (const QCheckBox *box : boxes_) {
        if (box->isChecked())
            types.push_back(box->property("type").toString().toStdString());
    }
    return types;
}

std::string GraphBar::engine() const
{
    return engine_->currentData().toString().toStdString();
}

std::size_t GraphBar::maxNodes() const
{
    return static_cast<std::size_t>(maxNodes_->value());
}

} // namespace knockscape::ui
