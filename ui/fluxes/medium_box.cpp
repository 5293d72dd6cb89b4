#include "ui/fluxes/medium_box.h"

#include "ui/fluxes/medium_dialog.h"
#include "ui/session/media_choices.h"
#include "ui/session/session.h"
#include "ui/theme/counted_text.h"
#include "ui/theme/number_format.h"

#include <QSignalBlocker>
#include <QStandardItemModel>

#include <algorithm>

namespace knockscape::ui
{
namespace
{

constexpr const char *editKey = "edit";
/// Nutrients that a tooltip names.
constexpr qsizetype mostListedNutrients = 12;

} // namespace

QString mediumSummary(const Medium &medium)
{
    QStringList lines;
    for (const auto &[exchange, uptake] : medium.uptake) {
        if (uptake > 0.0 && lines.size() < mostListedNutrients) {
            lines << QStringLiteral("%1: %2").arg(QString::fromStdString(exchange), formatValue(uptake));
        }
    }
    const auto count =
        std::count_if(medium.uptake.begin(), medium.uptake.end(), [](const auto &one) { return one.second > 0.0; });
    if (count > lines.size()) {
        lines << QStringLiteral("…");
    }
    lines.prepend(trCount("MediumBox", "%1 nutrient is taken up (mmol/gDW/h at most):",
                          "%1 nutrients are taken up (mmol/gDW/h at most):", qint64(count)));
    return lines.join(QLatin1Char('\n'));
}

MediumBox::MediumBox(Session *session, QWidget *parent) : QComboBox(parent), session_(session)
{
    setObjectName(QStringLiteral("mediumBox"));
    setAccessibleName(tr("Medium"));
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(16);
    connect(this, &QComboBox::activated, this, &MediumBox::choose);
    connect(session, &Session::cellChanged, this, &MediumBox::refresh);
    connect(session, &Session::mediumChanged, this, &MediumBox::showCurrent);
    refresh();
}

void MediumBox::refresh()
{
    media_.clear();
    refused_.clear();
    const auto &cell = session_->cell();
    const bool usable = cell && !cell->metabolism.empty();
    if (usable) {
        media_ = mediaOf(*cell, session_->cellFolder(), refused_);
    }
    setEnabled(usable);
    showCurrent();
}

void MediumBox::fill()
{
    const QSignalBlocker quiet(this);
    clear();
    for (std::size_t i = 0; i < media_.size(); ++i) {
        addItem(titleOf(media_[i]), int(i));
        setItemData(count() - 1, mediumSummary(media_[i]), Qt::ToolTipRole);
    }
    auto *items = qobject_cast<QStandardItemModel *>(model());
    for (const Issue &issue : refused_) {
        addItem(QString::fromStdString(issue.where));
        setItemData(count() - 1, QString::fromStdString(describe(issue)), Qt::ToolTipRole);
        if (items != nullptr) {
            items->item(count() - 1)->setEnabled(false);
        }
    }
    insertSeparator(count());
    addItem(tr("Edit…"), QString::fromLatin1(editKey));
}

/// The session's medium need not be one of a name: a nutrient was added, or a cell was opened with another's.
void MediumBox::showCurrent()
{
    const Medium &current = session_->medium();
    auto found = std::find(media_.begin(), media_.end(), current);
    if (found == media_.end() && isEnabled()) {
        // What was tried stays in the list, so that one can go back to it.
        found = media_.insert(media_.end(), current);
    }
    fill();
    const QSignalBlocker quiet(this);
    setCurrentIndex(found == media_.end() ? -1 : static_cast<int>(found - media_.begin()));
    setToolTip(tr("What the cell may take up in simulations. %1").arg(mediumSummary(current)));
}

void MediumBox::choose(int index)
{
    if (itemData(index).toString() == QLatin1String(editKey)) {
        showCurrent();
        edit();
        return;
    }
    bool isMedium = false;
    const int row = itemData(index).toInt(&isMedium);
    if (isMedium && row >= 0 && static_cast<std::size_t>(row) < media_.size()) {
        const Medium chosen = media_[static_cast<std::size_t>(row)];
        session_->setMedium(chosen);
    } else {
        showCurrent();
    }
}

void MediumBox::edit()
{
    auto *dialog = new MediumDialog(session_, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &MediumDialog::saved, this, &MediumBox::refresh);
    dialog->open();
}

} // namespace knockscape::ui
