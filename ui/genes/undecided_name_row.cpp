#include "ui/genes/undecided_name_row.h"

#include "ui/genes/gene_names.h"
#include "ui/theme/colours.h"
#include "ui/theme/counted_text.h"
#include "ui/theme/icon.h"
#include "ui/theme/number_format.h"
#include "ui/theme/theme.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace knockscape::ui
{

namespace
{

QString place(const UndecidedName &name)
{
    const QString line = formatCount(static_cast<std::int64_t>(name.firstLine));
    if (name.occurrences <= 1)
        return UndecidedNameRow::tr("line %1").arg(line);
    return trCount("UndecidedNameRow", "%1 time, in line %2", "%1 times, first in line %2", name.occurrences).arg(line);
}

} // namespace

UndecidedNameRow::UndecidedNameRow(const UndecidedName &name, const GeneCatalogue &genes,
                                   std::optional<NameDecision> decision, QWidget *parent)
    : QWidget(parent), key_(name.key), mark_(new QLabel(this))
{
    setObjectName(QStringLiteral("undecidedName"));
    const bool ambiguous = name.resolution.kind == NameResolution::Kind::Ambiguous;
    auto *title = new QLabel(QStringLiteral("<b>%1</b> <span style='color:%3'>%2</span>")
                                 .arg(name.text.left(60).toHtmlEscaped(),
                                      (ambiguous ? tr("means several genes") : tr("is not a gene of this cell")) +
                                          QStringLiteral(" · ") + place(name),
                                      dimmedText(palette()).name()),
                             this);
    title->setTextFormat(Qt::RichText);
    title->setWordWrap(true);

    auto *heading = new QHBoxLayout;
    heading->setSpacing(gridUnit);
    heading->addWidget(mark_, 0, Qt::AlignTop);
    heading->addWidget(title, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, gridUnit / 2, 0, gridUnit / 2);
    layout->setSpacing(gridUnit / 2);
    layout->addLayout(heading);
    layout->addWidget(ambiguous ? makeChoice(name, genes, decision) : makeSuggestions(name, genes, decision));
    showState(decision.has_value());
}

QWidget *UndecidedNameRow::makeChoice(const UndecidedName &name, const GeneCatalogue &genes,
                                      std::optional<NameDecision> decision)
{
    auto *choice = new QComboBox(this);
    choice->setAccessibleName(tr("Gene meant by %1").arg(name.text));
    choice->setPlaceholderText(tr("Choose the gene"));
    for (const GeneIndex gene : name.resolution.candidates) {
        choice->addItem(geneLabelWithId(genes, gene), gene);
        choice->setItemData(choice->count() - 1, QString::fromStdString(genes[gene].description), Qt::ToolTipRole);
    }
    choice->addItem(tr("Leave out"), -1);
    choice->setCurrentIndex(decision ? choice->findData(decision->gene) : -1);
    connect(choice, &QComboBox::activated, this, [this, choice](int item) { decide(choice->itemData(item).toInt()); });
    return choice;
}

QWidget *UndecidedNameRow::makeSuggestions(const UndecidedName &name, const GeneCatalogue &genes,
                                           std::optional<NameDecision> decision)
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(3 * gridUnit, 0, 0, 0);
    layout->setSpacing(gridUnit / 2);
    auto *group = new QButtonGroup(row);
    const auto add = [&](const QString &text, GeneIndex gene, const QString &tip) {
        auto *button = new QToolButton(row);
        button->setText(text);
        button->setToolTip(tip);
        button->setAccessibleName(tip);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setChecked(decision && decision->gene == gene);
        group->addButton(button);
        layout->addWidget(button);
        connect(button, &QToolButton::clicked, this, [this, gene] { decide(gene); });
    };
    for (const GeneIndex gene : name.resolution.candidates)
        add(geneLabel(genes, gene), gene, tr("Use %1 for “%2”").arg(geneLabelWithId(genes, gene), name.text.left(60)));
    add(tr("Leave out"), -1, tr("Leave out “%1”").arg(name.text.left(60)));
    if (name.resolution.candidates.empty()) {
        auto *hint = new QLabel(tr("No gene has a name like it; correct it in the text, or leave it out."), row);
        hint->setForegroundRole(QPalette::PlaceholderText);
        hint->setWordWrap(true);
        layout->addWidget(hint, 1);
        return row;
    }
    layout->addStretch(1);
    return row;
}

void UndecidedNameRow::decide(int gene)
{
    showState(true);
    emit decided(key_, gene);
}

void UndecidedNameRow::showState(bool isDecided)
{
    const QColor colour = isDecided ? QColor() : severityColour(Severity::Warning, palette());
    mark_->setPixmap(themedIcon(isDecided ? QStringLiteral("check") : QStringLiteral("warning"), colour)
                         .pixmap(QSize(2 * gridUnit, 2 * gridUnit), devicePixelRatioF()));
    mark_->setAccessibleName(isDecided ? tr("decided") : tr("needs a decision"));
}

} // namespace knockscape::ui
