// The parts of the tab and their wires.

#include "ui/metabolism/metabolism_panel_private.h"
#include "ui/theme/elided_label.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTextBrowser>
#include <QToolButton>
#include <QVBoxLayout>

namespace knockscape::ui
{

namespace
{

constexpr int kListWidth = 200;
constexpr int kCardHeight = 150;
constexpr int kMostMoves = 100;

QLabel *canvasCaption(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setMargin(4);
    QFont bold = label->font();
    bold.setBold(true);
    label->setFont(bold);
    return label;
}

QWidget *withCaption(QLabel *caption, QWidget *canvas, QWidget *parent)
{
    auto *place = new QWidget(parent);
    auto *column = new QVBoxLayout(place);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(caption);
    column->addWidget(canvas, 1);
    return place;
}

} // namespace

void MetabolismPanel::Private::build()
{
    auto *column = new QVBoxLayout(panel_);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    rows_ = new QSplitter(Qt::Vertical, panel_);
    rows_->setObjectName(QStringLiteral("metabolismRows"));
    columns_ = new QSplitter(Qt::Horizontal, rows_);
    columns_->setObjectName(QStringLiteral("metabolismColumns"));
    column->addWidget(rows_);

    auto *left = new QSplitter(Qt::Vertical, columns_);
    list_ = new MapList(left);
    card_ = new QTextBrowser(left);
    card_->setObjectName(QStringLiteral("mapCard"));
    card_->setAccessibleName(tr("What is selected on the map"));
    card_->setOpenLinks(false);
    card_->setPlaceholderText(tr("Click on a reaction or a metabolite to read about it."));
    left->setStretchFactor(0, 1);
    left->setSizes({400, kCardHeight});

    auto *centre = new QWidget(columns_);
    auto *inner = new QVBoxLayout(centre);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(0);
    inner->addWidget(buildBar());
    pages_ = new QStackedWidget(centre);
    inner->addWidget(pages_, 1);
    auto *empty = new QWidget(pages_);
    auto *words = new QVBoxLayout(empty);
    words->addStretch();
    message_ = new QLabel(empty);
    message_->setObjectName(QStringLiteral("mapMessage"));
    message_->setAlignment(Qt::AlignCenter);
    message_->setWordWrap(true);
    message_->setMargin(2 * gridUnit);
    words->addWidget(message_);
    messageButton_ = new QPushButton(tr("Open map…"), empty);
    messageButton_->setObjectName(QStringLiteral("mapMessageButton"));
    words->addWidget(messageButton_, 0, Qt::AlignHCenter);
    words->addStretch();
    pages_->addWidget(empty);
    maps_ = new QSplitter(Qt::Horizontal, pages_);
    wildType_ = new MapCanvas(maps_);
    canvas_ = new MapCanvas(maps_);
    canvas_->setObjectName(QStringLiteral("mapCanvas"));
    wildType_->setObjectName(QStringLiteral("wildTypeCanvas"));
    auto *leftCaption = canvasCaption(tr("Wild type"), maps_);
    auto *rightCaption = canvasCaption(tr("Knockout"), maps_);
    maps_->addWidget(withCaption(leftCaption, wildType_, maps_));
    maps_->addWidget(withCaption(rightCaption, canvas_, maps_));
    rightCaption->setObjectName(QStringLiteral("knockoutCaption"));
    rightCaption->hide();
    maps_->widget(0)->hide();
    pages_->addWidget(maps_);
    columns_->setStretchFactor(1, 1);
    columns_->setSizes({kListWidth, 600});
    moves_.setUndoLimit(kMostMoves);

    connect(list_, &MapList::chosen, this, &Private::choose);
    connect(list_, &MapList::openRequested, this, &Private::chooseFile);
    connect(messageButton_, &QPushButton::clicked, this, &Private::chooseFile);
    connect(card_, &QTextBrowser::anchorClicked, this, &Private::openLink);
    for (MapCanvas *canvas : canvases()) {
        MapCanvas *const other = canvas == canvas_ ? wildType_ : canvas_;
        connect(canvas, &MapCanvas::activated, this, &Private::activate);
        connect(canvas, &MapCanvas::selectionChanged, this, &Private::select);
        connect(canvas, &MapCanvas::viewChanged, other, &MapCanvas::setView);
        connect(canvas, &MapCanvas::dragged, this, &Private::drag);
        canvas->setTooltips(
            [this, canvas](const MapElement &element) { return tooltip(element, canvas == wildType_); });
        connect(canvas, &MapCanvas::undoRequested, this, [this](bool redo) { redo ? moves_.redo() : moves_.undo(); });
        connect(canvas, &MapCanvas::findRequested, this, [this] {
            find_->setFocus();
            find_->selectAll();
        });
    }
}

QToolButton *MetabolismPanel::Private::addButton(QWidget *bar, const QString &icon, const QString &text,
                                                 const QString &name)
{
    auto *button = new QToolButton(bar);
    button->setIcon(themedIcon(icon));
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setObjectName(name);
    button->setAutoRaise(true);
    bar->layout()->addWidget(button);
    return button;
}

QWidget *MetabolismPanel::Private::buildBar()
{
    auto *bars = new QWidget(panel_);
    auto *column = new QVBoxLayout(bars);
    column->setContentsMargins(4, 2, 4, 2);
    column->setSpacing(2);
    auto *bar = new QWidget(bars);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    column->addWidget(bar);
    paintBy_ = new QComboBox(bar);
    paintBy_->setObjectName(QStringLiteral("paintBy"));
    paintBy_->setAccessibleName(tr("What the lines show"));
    paintBy_->setToolTip(tr("What width and colour of the lines show"));
    paintBy_->addItem(tr("Lines only"), static_cast<int>(PaintBy::Nothing));
    paintBy_->addItem(tr("Flux, wild type"), static_cast<int>(PaintBy::WildType));
    paintBy_->addItem(tr("Flux, knockout"), static_cast<int>(PaintBy::Knockout));
    paintBy_->addItem(tr("Change of flux"), static_cast<int>(PaintBy::Difference));
    paintBy_->setCurrentIndex(2);
    row->addWidget(paintBy_);
    find_ = new QLineEdit(bar);
    find_->setObjectName(QStringLiteral("mapFind"));
    find_->setPlaceholderText(tr("Find on the map"));
    find_->setToolTip(tr("Reactions, metabolites and genes by name or id; Return goes to the next (/ from the map)"));
    find_->setClearButtonEnabled(true);
    find_->setMinimumWidth(90);
    row->addWidget(find_, 1);
    findCount_ = new QLabel(bar);
    row->addWidget(findCount_);
    QToolButton *fit = addButton(bar, QStringLiteral("fit"), tr("Show the whole map (F)"), QStringLiteral("mapFit"));
    beside_ = addButton(bar, QStringLiteral("genotypes"), tr("Wild type and knockout side by side"),
                        QStringLiteral("mapBeside"));
    beside_->setCheckable(true);
    edit_ = addButton(bar, QStringLiteral("edit"),
                      tr("Move discs, names and curves of the map (Alt and arrows move what is selected)"),
                      QStringLiteral("mapEdit"));
    edit_->setCheckable(true);
    undo_ = addButton(bar, QStringLiteral("undo"), tr("Undo moving"), QStringLiteral("mapUndo"));
    redo_ = addButton(bar, QStringLiteral("redo"), tr("Redo moving"), QStringLiteral("mapRedo"));
    QToolButton *open =
        addButton(bar, QStringLiteral("open-cell"), tr("Open map… (Escher JSON, SBGN-ML, SBML with a layout)"),
                  QStringLiteral("mapOpen"));
    save_ = addButton(bar, QStringLiteral("table"), tr("Save map… (Escher JSON)"), QStringLiteral("mapSave"));
    export_ =
        addButton(bar, QStringLiteral("export"), tr("Export picture… (PNG, SVG, PDF)"), QStringLiteral("mapExport"));
    auto *second = new QHBoxLayout;
    title_ = new ElidedLabel(bars);
    title_->setObjectName(QStringLiteral("mapTitle"));
    second->addWidget(title_, 1);
    parts_ = new QComboBox(bars);
    parts_->setObjectName(QStringLiteral("mapParts"));
    parts_->setAccessibleName(tr("Part of the map"));
    parts_->hide();
    second->addWidget(parts_);
    column->addLayout(second);

    undo_->hide();
    redo_->hide();
    connect(paintBy_, &QComboBox::currentIndexChanged, this, [this] {
        repaint();
        requestRanges();
    });
    connect(find_, &QLineEdit::textEdited, this, [this] { findNext(0); });
    connect(find_, &QLineEdit::returnPressed, this, [this] { findNext(1); });
    connect(fit, &QToolButton::clicked, this, [this] { canvas_->fit(); });
    connect(beside_, &QToolButton::toggled, this, &Private::sideBySide);
    connect(edit_, &QToolButton::toggled, this, [this](bool on) {
        for (MapCanvas *canvas : canvases())
            canvas->setEditing(on);
        undo_->setVisible(on);
        redo_->setVisible(on);
    });
    connect(undo_, &QToolButton::clicked, &moves_, &QUndoStack::undo);
    connect(redo_, &QToolButton::clicked, &moves_, &QUndoStack::redo);
    connect(&moves_, &QUndoStack::canUndoChanged, undo_, &QWidget::setEnabled);
    connect(&moves_, &QUndoStack::canRedoChanged, redo_, &QWidget::setEnabled);
    undo_->setEnabled(false);
    redo_->setEnabled(false);
    connect(open, &QToolButton::clicked, this, &Private::chooseFile);
    connect(save_, &QToolButton::clicked, this, &Private::chooseSave);
    connect(export_, &QToolButton::clicked, this, &Private::askAndExport);
    connect(parts_, &QComboBox::currentIndexChanged, this, [this](int part) {
        if (part >= 0)
            showPart(part);
    });
    return bars;
}

} // namespace knockscape::ui
