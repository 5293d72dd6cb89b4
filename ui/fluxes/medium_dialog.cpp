#include "ui/fluxes/medium_dialog.h"

#include "ui/fluxes/medium_model.h"
#include "ui/session/session.h"
#include "ui/theme/number_format.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <vector>

namespace knockscape::ui
{
namespace
{

constexpr int checkDelay = 250;

/// Rows whose nutrient or reaction holds the words, and, on request, only what is taken up.
class ShownNutrients : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void set(const QString &text, bool onlyTaken)
    {
        words_ = text.toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts);
        onlyTaken_ = onlyTaken;
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &) const override
    {
        const auto *model = static_cast<const MediumModel *>(sourceModel());
        const Nutrient &nutrient = model->nutrientAt(row);
        const QString text = (nutrient.name + QLatin1Char('\n') + QString::fromStdString(nutrient.exchange)).toLower();
        return (!onlyTaken_ || model->uptakeAt(row) > 0.0) &&
               std::all_of(words_.begin(), words_.end(), [&text](const QString &word) { return text.contains(word); });
    }

private:
    QStringList words_;
    bool onlyTaken_ = false;
};

} // namespace

MediumDialog::MediumDialog(Session *session, QWidget *parent) : QDialog(parent), session_(session)
{
    setObjectName(QStringLiteral("mediumDialog"));
    setWindowTitle(tr("Medium"));
    resize(560, 520);
    model_ = new MediumModel(session->cell() ? nutrientsOf(*session->cell()) : std::vector<Nutrient>(),
                             session->medium().uptake, this);
    build();
    delay_.setSingleShot(true);
    delay_.setInterval(checkDelay);
    connect(&delay_, &QTimer::timeout, this, &MediumDialog::check);
    connect(model_, &MediumModel::edited, this, [this] {
        edited_ = true;
        growth_->setText(tr("checking growth…"));
        delay_.start();
    });
    // Another cell has other nutrients.
    connect(session, &Session::cellChanged, this, &QDialog::reject);
    check();
}

void MediumDialog::build()
{
    auto *column = new QVBoxLayout(this);
    column->setSpacing(gridUnit);
    name_ = new QLineEdit(titleOf(session_->medium()));
    name_->setObjectName(QStringLiteral("mediumName"));
    name_->setAccessibleName(tr("Name of the medium"));
    search_ = new QLineEdit;
    search_->setObjectName(QStringLiteral("mediumSearch"));
    search_->setPlaceholderText(tr("Search a nutrient"));
    search_->setAccessibleName(search_->placeholderText());
    search_->setClearButtonEnabled(true);
    onlyTaken_ = new QCheckBox(tr("Only what is taken up"));
    onlyTaken_->setObjectName(QStringLiteral("mediumOnlyTaken"));
    auto *form = new QFormLayout;
    form->addRow(tr("Name"), name_);
    auto *find = new QHBoxLayout;
    find->addWidget(search_, 1);
    find->addWidget(onlyTaken_);
    column->addLayout(form);
    column->addLayout(find);
    buildTable();
    column->addWidget(table_, 1);
    growth_ = new QLabel(tr("checking growth…"));
    growth_->setObjectName(QStringLiteral("mediumGrowth"));
    growth_->setWordWrap(true);
    growth_->setMinimumHeight(3 * growth_->fontMetrics().lineSpacing());
    growth_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    buildButtons();
}

void MediumDialog::buildTable()
{
    auto *shown = new ShownNutrients(this);
    shown->setSourceModel(model_);
    shown_ = shown;
    const auto filter = [this, shown] { shown->set(search_->text(), onlyTaken_->isChecked()); };
    connect(search_, &QLineEdit::textChanged, this, filter);
    connect(onlyTaken_, &QCheckBox::toggled, this, filter);
    table_ = new QTableView;
    table_->setObjectName(QStringLiteral("mediumNutrients"));
    table_->setAccessibleName(tr("Nutrients"));
    table_->setModel(shown);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                            QAbstractItemView::AnyKeyPressed);
    table_->setShowGrid(false);
    table_->setTabKeyNavigation(false);
    table_->verticalHeader()->hide();
    table_->horizontalHeader()->setSectionResizeMode(MediumModel::NutrientName, QHeaderView::Stretch);
    table_->setColumnWidth(MediumModel::Exchange, 140);
    table_->setColumnWidth(MediumModel::Uptake, 150);
    auto *remove = new QAction(tr("Take out"), table_);
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    connect(remove, &QAction::triggered, this, [this] { setChosenUptake(0.0); });
    table_->addAction(remove);
}

void MediumDialog::buildButtons()
{
    auto *column = static_cast<QVBoxLayout *>(layout());
    auto *add = new QPushButton(tr("Add to the medium"));
    add->setObjectName(QStringLiteral("mediumAdd"));
    add->setToolTip(tr("Let the cell take up the selected nutrients, at most %1 mmol/gDW/h of each")
                        .arg(formatValue(DefaultUptake)));
    connect(add, &QPushButton::clicked, this, [this] { setChosenUptake(DefaultUptake); });
    auto *remove = new QPushButton(tr("Take out"));
    remove->setObjectName(QStringLiteral("mediumRemove"));
    remove->setToolTip(tr("Take the selected nutrients out of the medium"));
    connect(remove, &QPushButton::clicked, this, [this] { setChosenUptake(0.0); });
    auto *row = new QHBoxLayout;
    row->addWidget(add);
    row->addWidget(remove);
    row->addStretch(1);
    column->addLayout(row);
    column->addWidget(growth_);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    use_ = buttons->addButton(tr("Use"), QDialogButtonBox::AcceptRole);
    use_->setObjectName(QStringLiteral("mediumUse"));
    save_ = buttons->addButton(tr("Save and use"), QDialogButtonBox::ActionRole);
    save_->setObjectName(QStringLiteral("mediumSave"));
    save_->setToolTip(tr("Write it beside the cell, under this name"));
    save_->setEnabled(!session_->cellFolder().empty());
    for (QPushButton *button : {add, remove, save_}) {
        button->setAutoDefault(false);
    }
    connect(buttons, &QDialogButtonBox::accepted, this, &MediumDialog::use);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(save_, &QPushButton::clicked, this, &MediumDialog::save);
    column->addWidget(buttons);
}

void MediumDialog::setChosenUptake(double uptake)
{
    std::vector<int> rows;
    for (const QModelIndex &index : table_->selectionModel()->selectedRows()) {
        rows.push_back(shown_->mapToSource(index).row());
    }
    for (const int row : rows) {
        model_->setUptake(row, uptake);
    }
}

Medium MediumDialog::medium() const
{
    if (!edited_) {
        return session_->medium();
    }
    // An edited medium is another one: it must not pass for the one that it was made of.
    const QString typed = name_->text().trimmed();
    const QString before = titleOf(session_->medium());
    const QString name = typed.isEmpty() || typed == before ? tr("%1, edited").arg(before) : typed;
    return {name.toStdString(), name.toStdString(), model_->uptake()};
}

void MediumDialog::check()
{
    if (!session_->cell()) {
        return;
    }
    job_.start(
        this,
        [cell = session_->cell(), edited = medium()](const JobControl &control) {
            return checkMedium(cell, edited, control);
        },
        [this](const MediumCheck &check) { showCheck(check); },
        [this](const std::vector<Issue> &issues) {
            growth_->setText(QString::fromStdString(describe(issues.front())));
        });
}

void MediumDialog::showCheck(const MediumCheck &check)
{
    growth_->setText(check.growth > 0.0 ? tr("The wild type grows at %1 per hour.").arg(formatValue(check.growth))
                                        : check.missing);
}

void MediumDialog::use()
{
    session_->setMedium(medium());
    accept();
}

void MediumDialog::save()
{
    Medium named = medium();
    const std::string name = name_->text().trimmed().toStdString();
    named.name = name;
    named.title = name;
    named.uptake = model_->uptake();
    try {
        storeMedium(session_->cellFolder(), named);
    } catch (const InputError &error) {
        growth_->setText(QString::fromStdString(describe(error.issues().front())));
        name_->setFocus();
        return;
    } catch (const EngineError &error) {
        growth_->setText(QString::fromStdString(describe(error.issue())));
        return;
    }
    session_->setMedium(named);
    emit saved();
    accept();
}

} // namespace knockscape::ui
