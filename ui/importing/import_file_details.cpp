#include "ui/importing/import_file_details.h"

#include "engine/core/text.h"
#include "ui/importing/import_list_model.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>

#include <algorithm>

namespace knockscape::ui
{
namespace
{

/// What CellImportRequest takes as "no weights".
const QString noWeight = QStringLiteral("-");

/// A column's header; where there is none, its number and what stands in it first.
QString columnName(const RecognisedFile &file, std::size_t index)
{
    if (index < file.header.size() && !file.header[index].empty()) {
        return QString::fromStdString(file.header[index]);
    }
    const QString number = QString::number(index + 1);
    const bool sampled = !file.sampleRows.empty() && index < file.sampleRows.front().size();
    return sampled ? ImportFileDetails::tr("%1 (%2)").arg(
                         number, QString::fromStdString(file.sampleRows.front()[index].substr(0, 40)))
                   : ImportFileDetails::tr("column %1").arg(number);
}

/// How an import is told about a column: by its header where that is enough (then the import knows that there is one),
/// else by its number from 1.
QString columnKey(const RecognisedFile &file, std::size_t index)
{
    if (index >= file.header.size()) {
        return QString::number(index + 1);
    }
    const auto same = [&](std::size_t other) { return lowered(file.header[other]) == lowered(file.header[index]); };
    bool plain = !file.header[index].empty() && !parseInteger(file.header[index]);
    for (std::size_t other = 0; plain && other < file.header.size(); ++other) {
        plain = other == index || !same(other);
    }
    return plain ? QString::fromStdString(file.header[index]) : QString::number(index + 1);
}

const TakenColumn *takenAs(const ImportEntry &entry, ColumnRole role)
{
    for (const TakenColumn &column : entry.recognised->columns) {
        if (column.role == role) {
            return &column;
        }
    }
    return nullptr;
}

} // namespace

ImportFileDetails::ImportFileDetails(ImportListModel *model, QWidget *parent) : QWidget(parent), model_(model)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gridUnit);
    hint_ = new QLabel(this);
    hint_->setObjectName(QStringLiteral("importDetailsHint"));
    hint_->setForegroundRole(QPalette::PlaceholderText);
    hint_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    typeLabel_ = new QLabel(tr("T&ype"), this);
    type_ = new QLineEdit(this);
    type_->setObjectName(QStringLiteral("importType"));
    type_->setMaxLength(64);
    type_->setMaximumWidth(15 * gridUnit);
    type_->setToolTip(tr("What models call this network: letters, digits, blanks and _ . - +"));
    typeLabel_->setBuddy(type_);
    connect(type_, &QLineEdit::textEdited, this, [this](const QString &text) { model_->setNetworkType(row_, text); });
    row->addWidget(typeLabel_);
    row->addWidget(type_);
    addField(Choice::Source, tr("Sour&ce"), QStringLiteral("importSource"));
    addField(Choice::Target, tr("Tar&get"), QStringLiteral("importTarget"));
    addField(Choice::Weight, tr("&Weight"), QStringLiteral("importWeight"));
    addField(Choice::Id, tr("Gene colu&mn"), QStringLiteral("importId"));
    row->addWidget(hint_, 1);
    // The row keeps its height whatever it shows.
    setMinimumHeight(type_->sizeHint().height());
    refresh();
}

void ImportFileDetails::addField(Choice choice, const QString &text, const QString &name)
{
    Field field;
    field.label = new QLabel(text, this);
    field.combo = new QComboBox(this);
    field.combo->setObjectName(name);
    field.combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    field.combo->setMinimumContentsLength(14);
    field.label->setBuddy(field.combo);
    connect(field.combo, &QComboBox::activated, this, [this, choice] { choose(choice); });
    static_cast<QHBoxLayout *>(layout())->addWidget(field.label);
    static_cast<QHBoxLayout *>(layout())->addWidget(field.combo);
    fields_[choice] = field;
}

void ImportFileDetails::setRow(int row)
{
    row_ = row;
    refresh();
}

void ImportFileDetails::refresh()
{
    const bool any = row_ >= 0 && row_ < model_->rowCount();
    const ImportEntry none;
    const ImportEntry &entry = any ? model_->entry(row_) : none;
    const bool network = isNetwork(entry.use);
    typeLabel_->setVisible(entry.use == ImportUse::OtherNetwork);
    type_->setVisible(entry.use == ImportUse::OtherNetwork);
    if (type_->text() != entry.networkType) {
        type_->setText(entry.networkType);
    }
    const bool columns = entry.isTable() && entry.use != ImportUse::Ignore && entry.use != ImportUse::Metabolism;
    for (const auto &[choice, field] : fields_) {
        const bool shown = columns && (choice == Choice::Id) != network;
        field.label->setVisible(shown);
        field.combo->setVisible(shown);
        if (shown) {
            fill(choice, entry);
        }
    }
    hint_->setText(any ? hintFor(entry) : QString());
    hint_->setToolTip(hint_->text());
}

QString ImportFileDetails::hintFor(const ImportEntry &entry) const
{
    if (!entry.recognised) {
        return tr("Looking at %1…").arg(entry.fileName());
    }
    if (entry.use == ImportUse::Ignore) {
        return entry.recognised->issues.empty()
                   ? tr("%1 is left out").arg(entry.fileName())
                   : QString::fromStdString(describe({Severity::Note,
                                                      {},
                                                      entry.recognised->issues.front().what,
                                                      entry.recognised->issues.front().remedy}));
    }
    return entry.isTable() ? QString() : tr("%1: nothing to choose").arg(entry.fileName());
}

void ImportFileDetails::fill(Choice choice, const ImportEntry &entry)
{
    const std::map<Choice, std::pair<ColumnRole, std::string>> known{
        {Choice::Source, {ColumnRole::Source, entry.columns.source}},
        {Choice::Target, {ColumnRole::Target, entry.columns.target}},
        {Choice::Weight, {ColumnRole::Weight, entry.columns.weight}},
        {Choice::Id, {ColumnRole::Id, entry.columns.id}}};
    const auto &[role, chosen] = known.at(choice);
    QComboBox *combo = fields_.at(choice).combo;
    const QSignalBlocker quiet(combo);
    combo->clear();
    const TakenColumn *guess = takenAs(entry, role);
    combo->addItem(guess != nullptr           ? tr("guess: %1").arg(columnName(*entry.recognised, guess->index))
                   : choice == Choice::Weight ? tr("guess: none")
                                              : tr("guess"),
                   QString());
    if (choice == Choice::Weight) {
        combo->addItem(tr("none"), noWeight);
    }
    for (std::size_t i = 0; i < entry.columnCount(); ++i) {
        combo->addItem(columnName(*entry.recognised, i), columnKey(*entry.recognised, i));
    }
    combo->setCurrentIndex(std::max(0, combo->findData(QString::fromStdString(chosen))));
    combo->setToolTip(combo->currentText());
}

void ImportFileDetails::choose(Choice choice)
{
    if (row_ < 0 || row_ >= model_->rowCount()) {
        return;
    }
    ColumnChoice columns = model_->entry(row_).columns;
    const std::string chosen = fields_.at(choice).combo->currentData().toString().toStdString();
    switch (choice) {
    case Choice::Source:
        columns.source = chosen;
        break;
    case Choice::Target:
        columns.target = chosen;
        break;
    case Choice::Weight:
        columns.weight = chosen;
        break;
    case Choice::Id:
        columns.id = chosen;
        break;
    }
    model_->setColumns(row_, columns);
}

} // namespace knockscape::ui
