#include "ui/fluxes/flux_table.h"

#include "ui/fluxes/flux_table_model.h"
#include "ui/session/flux_service.h"
#include "ui/session/media_choices.h"
#include "ui/session/range_service.h"
#include "ui/session/session.h"
#include "ui/tables/pinned_column_table.h"
#include "ui/theme/counted_text.h"
#include "ui/theme/number_format.h"
#include "ui/theme/steady_place.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QScopedValueRollback>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace knockscape::ui
{
namespace
{

/// Fluxes that come within this time take the place of the ones before without a gap, in milliseconds.
constexpr int staleDelay = 400;

} // namespace

FluxTable::FluxTable(Session *session, FluxService *fluxes, RangeService *ranges, QWidget *parent)
    : QWidget(parent), session_(session), fluxes_(fluxes), ranges_(ranges)
{
    build();
    stale_.setSingleShot(true);
    stale_.setInterval(staleDelay);
    connectServices();
    model_->setCell(session->cell());
    if (fluxes->pair()) {
        model_->setFluxes(fluxes->pair());
    }
    showStatus();
}

FluxTable::~FluxTable()
{
    if (following_) {
        fluxes_->follow(false);
    }
}

void FluxTable::connectServices()
{
    connect(session_, &Session::cellChanged, this, [this] { model_->setCell(session_->cell()); });
    connect(fluxes_, &FluxService::outdated, this, [this] {
        problem_.clear();
        stale_.start();
    });
    connect(&stale_, &QTimer::timeout, this, [this] {
        if (!fluxes_->pair()) {
            model_->setFluxes({});
            showStatus();
        }
    });
    const auto take = [this](const FluxPair &pair) {
        stale_.stop();
        problem_ = pair.note;
        model_->setFluxes(pair);
        showStatus();
    };
    connect(fluxes_, &FluxService::ready, this, take);
    connect(fluxes_, &FluxService::unavailable, this, [this](const Issue &issue) {
        stale_.stop();
        problem_ = QString::fromStdString(describe(issue));
        model_->setFluxes({});
        showStatus();
    });
    connect(ranges_, &RangeService::outdated, this, [this] { model_->setRanges({}); });
    connect(ranges_, &RangeService::progressed, this, [this](int done, int total) {
        rangePlace_->show(rangeRun_);
        rangeText_->setText(QStringLiteral("%1 / %2").arg(formatCount(done), formatCount(total)));
        rangeBar_->setRange(0, total);
        rangeBar_->setValue(done);
        model_->setRanges(ranges_->known());
    });
    connect(ranges_, &RangeService::ended, this, [this] { rangePlace_->show(rangeAsk_); });
    connect(ranges_, &RangeService::failed, this, [this](const Issue &issue) {
        problem_ = QString::fromStdString(describe(issue));
        showStatus();
    });
}

void FluxTable::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!std::exchange(following_, true)) {
        fluxes_->follow(true);
    }
}

void FluxTable::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (std::exchange(following_, false)) {
        fluxes_->follow(false);
    }
}

const std::vector<std::int32_t> &FluxTable::shownReactions() const
{
    return model_->order();
}

void FluxTable::filter()
{
    model_->setFilter(text_->text(), static_cast<FluxSelection>(which_->currentData().toInt()));
    showStatus();
}

/// How many are shown, of which set and medium; or why there are no numbers.
void FluxTable::showStatus()
{
    const auto all = static_cast<qint64>(model_->cell() ? model_->cell()->metabolism.reactions.size() : 0);
    QStringList parts{
        tr("%1 of %2").arg(formatCount(model_->rowCount()), trCount("FluxTable", "%1 reaction", "%1 reactions", all))};
    if (const auto &pair = model_->fluxes()) {
        parts
            << tr("growth %1, wild type %2 per hour").arg(formatValue(pair->growth), formatValue(pair->wildTypeGrowth))
            << tr("medium: %1").arg(titleOf(pair->medium)) << tr("least total flux (pFBA)");
    } else if (problem_.isEmpty() && session_->cell() && fluxes_->busy()) {
        parts << tr("computing fluxes…");
    }
    if (!problem_.isEmpty()) {
        parts.insert(1, problem_);
    }
    status_->setText(parts.join(QStringLiteral(" · ")));
    status_->setToolTip(status_->text());
    rangeButton_->setEnabled(model_->fluxes().has_value() && model_->rowCount() > 0);
    exportButton_->setEnabled(model_->fluxes().has_value());
}

std::vector<std::int32_t> FluxTable::chosenReactions() const
{
    std::vector<int> rows;
    for (const QModelIndex &index : table_->selectionModel()->selectedRows()) {
        rows.push_back(index.row());
    }
    std::sort(rows.begin(), rows.end());
    std::vector<std::int32_t> reactions;
    for (const int row : rows) {
        reactions.push_back(model_->reactionAt(row));
    }
    return reactions;
}

void FluxTable::findRanges()
{
    const std::vector<std::int32_t> chosen = chosenReactions();
    ranges_->request(chosen.empty() ? model_->order() : chosen);
}

void FluxTable::selectReaction(int reaction)
{
    const QScopedValueRollback guard(selecting_, true);
    int row = model_->rowOf(reaction);
    if (row < 0) {
        which_->setCurrentIndex(0);
        text_->clear();
        row = model_->rowOf(reaction);
    }
    if (row >= 0) {
        table_->selectRow(row);
        table_->scrollTo(model_->index(row, 0), QAbstractItemView::PositionAtCenter);
    }
}

} // namespace knockscape::ui
