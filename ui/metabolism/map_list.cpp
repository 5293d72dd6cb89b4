#include "ui/metabolism/map_list.h"

#include "engine/maps/reaction_sets.h"
#include "ui/metabolism/flux_painting.h"
#include "ui/theme/counted_text.h"
#include "ui/theme/icon.h"
#include "ui/theme/number_format.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace knockscape::ui
{

namespace
{

constexpr int kChoiceRole = Qt::UserRole;
enum Column { NameColumn, BlockedColumn, ChangeColumn, Columns };

/// What is told about a pathway.
struct PathwayNumbers {
    int reactions = 0;
    int blocked = 0;
    double change = 0.0;
};

} // namespace

MapList::MapList(QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    search_ = new QLineEdit(this);
    search_->setObjectName(QStringLiteral("mapSearch"));
    search_->setPlaceholderText(tr("Filter maps"));
    search_->setClearButtonEnabled(true);
    column->addWidget(search_);
    tree_ = new QTreeWidget(this);
    tree_->setObjectName(QStringLiteral("mapTree"));
    tree_->setAccessibleName(tr("Maps"));
    tree_->setColumnCount(Columns);
    tree_->setHeaderLabels({tr("Map"), QStringLiteral("⊘"), QStringLiteral("⌀|Δ|")});
    tree_->headerItem()->setToolTip(BlockedColumn, tr("Reactions that the knockout set leaves without an enzyme"));
    tree_->headerItem()->setToolTip(ChangeColumn,
                                    tr("Mean change of flux by the knockout, in either direction (mmol/gDW/h)"));
    tree_->header()->setStretchLastSection(false);
    tree_->header()->setMinimumSectionSize(20);
    tree_->header()->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    tree_->header()->setSectionResizeMode(BlockedColumn, QHeaderView::ResizeToContents);
    tree_->header()->setSectionResizeMode(ChangeColumn, QHeaderView::ResizeToContents);
    tree_->setIndentation(12);
    tree_->setUniformRowHeights(true);
    column->addWidget(tree_, 1);
    auto *row = new QHBoxLayout;
    from_ = new QLineEdit(this);
    from_->setObjectName(QStringLiteral("routeFrom"));
    from_->setPlaceholderText(tr("from"));
    to_ = new QLineEdit(this);
    to_->setObjectName(QStringLiteral("routeTo"));
    to_->setPlaceholderText(tr("to"));
    route_ = new QPushButton(tr("Route"), this);
    route_->setObjectName(QStringLiteral("routeButton"));
    for (QLineEdit *end : {from_, to_})
        end->setToolTip(tr("A metabolite or a gene: the shortest routes between the two are drawn"));
    row->addWidget(from_);
    row->addWidget(to_);
    row->addWidget(route_);
    column->addLayout(row);

    opened_ = addGroup(tr("Opened maps"));
    QTreeWidgetItem *open = addChoice(opened_, tr("Open map…"), {});
    open->setIcon(NameColumn, themedIcon(QStringLiteral("open-cell")));
    QTreeWidgetItem *set = addGroup(tr("Knockout set"));
    for (int steps = 1; steps <= 3; ++steps) {
        addChoice(set, trCount("MapList", "%1 step around it", "%1 steps around it", steps),
                  {MapChoice::Kind::Around, {}, steps, {}, {}});
    }
    addChoice(set, tr("What it cuts off"), {MapChoice::Kind::Lost, {}, 1, {}, {}});
    addChoice(set, tr("All that carries flux"), {MapChoice::Kind::WithFlux, {}, 1, {}, {}});
    pathways_ = addGroup(tr("Pathways"));
    connect(search_, &QLineEdit::textChanged, this, &MapList::filter);
    connect(tree_, &QTreeWidget::itemClicked, this, [this](QTreeWidgetItem *item) { choose(item); });
    connect(tree_, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem *item) { choose(item); });
    connect(route_, &QPushButton::clicked, this, &MapList::askRoute);
    connect(from_, &QLineEdit::returnPressed, this, &MapList::askRoute);
    connect(to_, &QLineEdit::returnPressed, this, &MapList::askRoute);
}

QTreeWidgetItem *MapList::addGroup(const QString &title)
{
    auto *group = new QTreeWidgetItem(tree_, {title});
    group->setFlags(Qt::ItemIsEnabled);
    QFont bold = font();
    bold.setBold(true);
    group->setFont(NameColumn, bold);
    group->setFirstColumnSpanned(true);
    group->setExpanded(true);
    return group;
}

QTreeWidgetItem *MapList::addChoice(QTreeWidgetItem *group, const QString &title, const MapChoice &choice)
{
    auto *item = new QTreeWidgetItem(group, {title});
    item->setData(NameColumn, kChoiceRole, static_cast<int>(choices_.size()));
    item->setToolTip(NameColumn, choice.kind == MapChoice::Kind::File ? choice.name : title);
    item->setTextAlignment(BlockedColumn, Qt::AlignRight | Qt::AlignVCenter);
    item->setTextAlignment(ChangeColumn, Qt::AlignRight | Qt::AlignVCenter);
    choices_.push_back(choice);
    return item;
}

void MapList::setCell(std::shared_ptr<const Cell> cell)
{
    cell_ = std::move(cell);
    fluxes_.reset();
    knockouts_ = {};
    fillPathways();
    updateNumbers();
    const bool any = cell_ && !cell_->metabolism.empty();
    setEnabled(any);
}

void MapList::fillPathways()
{
    qDeleteAll(pathways_->takeChildren());
    if (!cell_)
        return;
    for (const auto &[name, count] : pathways(cell_->metabolism)) {
        const QString text = name.empty() ? tr("Without a pathway") : QString::fromStdString(name);
        addChoice(pathways_, QStringLiteral("%1 (%2)").arg(text, formatCount(static_cast<std::int64_t>(count))),
                  {MapChoice::Kind::Pathway, QString::fromStdString(name), 1, {}, {}});
    }
    filter();
}

void MapList::setKnockouts(const Genotype &knockouts)
{
    knockouts_ = knockouts;
    updateNumbers();
}

void MapList::setFluxes(std::shared_ptr<const FluxPair> fluxes)
{
    fluxes_ = std::move(fluxes);
    updateNumbers();
}

void MapList::updateNumbers()
{
    if (!cell_)
        return;
    std::unordered_map<std::string, PathwayNumbers> numbers;
    for (std::size_t row = 0; row < cell_->metabolism.reactions.size(); ++row) {
        const Reaction &reaction = cell_->metabolism.reactions[row];
        PathwayNumbers &one = numbers[reaction.subsystem];
        ++one.reactions;
        one.blocked += reaction.blockedBy(knockouts_) ? 1 : 0;
        const FluxOf flux = fluxOf(fluxes_.get(), static_cast<std::int32_t>(row));
        if (!std::isnan(flux.knockout))
            one.change += std::abs(flux.knockout - flux.wildType);
    }
    const bool changed = fluxes_ && !fluxes_->knockout.empty() && !fluxes_->genotype.empty();
    for (int i = 0; i < pathways_->childCount(); ++i) {
        QTreeWidgetItem *item = pathways_->child(i);
        const int choice = item->data(NameColumn, kChoiceRole).toInt();
        const auto found = numbers.find(choices_[static_cast<std::size_t>(choice)].name.toStdString());
        if (found == numbers.end())
            continue;
        const PathwayNumbers &one = found->second;
        const double mean = one.change / std::max(1, one.reactions);
        item->setText(BlockedColumn, one.blocked > 0 ? formatCount(one.blocked) : QString());
        item->setText(ChangeColumn, changed && mean > mapFluxThreshold ? formatValue(mean) : QString());
    }
}

void MapList::addFile(const QString &path)
{
    for (int i = 0; i < opened_->childCount(); ++i) {
        const int choice = opened_->child(i)->data(NameColumn, kChoiceRole).toInt();
        if (choices_[static_cast<std::size_t>(choice)].name == path)
            return;
    }
    addChoice(opened_, QFileInfo(path).completeBaseName(), {MapChoice::Kind::File, path, 1, {}, {}});
    filter();
}

void MapList::setCurrent(const MapChoice &choice)
{
    const QSignalBlocker quiet(tree_);
    tree_->setCurrentItem(nullptr);
    for (QTreeWidgetItemIterator item(tree_); *item != nullptr; ++item) {
        const QVariant index = (*item)->data(NameColumn, kChoiceRole);
        if (index.isValid() && choices_[static_cast<std::size_t>(index.toInt())] == choice &&
            choice.kind != MapChoice::Kind::None) {
            tree_->setCurrentItem(*item);
            return;
        }
    }
}

void MapList::filter()
{
    const QString wanted = search_->text().trimmed();
    for (int g = 0; g < tree_->topLevelItemCount(); ++g) {
        QTreeWidgetItem *group = tree_->topLevelItem(g);
        int shown = 0;
        for (int i = 0; i < group->childCount(); ++i) {
            const bool fits = group->child(i)->text(NameColumn).contains(wanted, Qt::CaseInsensitive);
            group->child(i)->setHidden(!fits);
            shown += fits ? 1 : 0;
        }
        group->setHidden(shown == 0);
    }
}

void MapList::choose(QTreeWidgetItem *item)
{
    const QVariant index = item->data(NameColumn, kChoiceRole);
    if (!index.isValid())
        return;
    const MapChoice choice = choices_[static_cast<std::size_t>(index.toInt())];
    if (choice.kind == MapChoice::Kind::None)
        emit openRequested();
    else
        emit chosen(choice);
}

void MapList::askRoute()
{
    QLineEdit *const missing = from_->text().trimmed().isEmpty() ? from_
                               : to_->text().trimmed().isEmpty() ? to_
                                                                 : nullptr;
    if (missing != nullptr)
        missing->setFocus();
    else
        emit chosen({MapChoice::Kind::Route, {}, 1, from_->text().trimmed(), to_->text().trimmed()});
}

} // namespace knockscape::ui
