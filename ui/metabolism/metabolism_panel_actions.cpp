// What a person does with the map: find, select, knock out, move, save, export.

#include "engine/cell/gene_catalogue.h"
#include "ui/metabolism/gene_sets.h"
#include "ui/metabolism/map_words.h"
#include "ui/metabolism/metabolism_panel_private.h"
#include "ui/plots/picture_dialog.h"

#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSplitter>
#include <QTextBrowser>
#include <QToolButton>
#include <QToolTip>
#include <QUndoCommand>
#include <QUrl>

#include <algorithm>

namespace knockscape::ui
{

namespace
{

/// Longer menus nobody reads.
constexpr std::size_t kMostOffers = 12;

/// Moving of an element: the map before and after.
class MoveCommand : public QUndoCommand
{
public:
    MoveCommand(std::function<void(const MapDocument &)> show, MapDocument before, MapDocument after)
        : show_(std::move(show)), before_(std::move(before)), after_(std::move(after))
    {
    }
    void undo() override { show_(before_); }
    void redo() override { show_(after_); }

private:
    std::function<void(const MapDocument &)> show_;
    MapDocument before_;
    MapDocument after_;
};

} // namespace

void MetabolismPanel::Private::chooseFile()
{
    auto *dialog = new QFileDialog(panel_->window(), tr("Open map"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Maps (*.json *.sbgn *.xml *.sbml *.gz *.bz2)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, panel_, &MetabolismPanel::openMap);
    dialog->open();
}

void MetabolismPanel::Private::chooseSave()
{
    auto *dialog = new QFileDialog(panel_->window(), tr("Save map"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->setNameFilters({tr("Escher maps (*.json)")});
    dialog->selectFile(answer_.title + QStringLiteral(".json"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        QString error;
        const bool written = panel_->saveMap(file, &error);
        if (written)
            list_->addFile(file);
        emit panel_->exported(written, file, error);
    });
    dialog->open();
}

void MetabolismPanel::Private::askAndExport()
{
    auto *dialog = new PictureDialog(panel_->picture(), panel_->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PictureDialog::ended, panel_, &MetabolismPanel::exported);
    dialog->open();
}

void MetabolismPanel::Private::findNext(int step)
{
    const QString text = find_->text().trimmed();
    found_ = text == foundText_ ? found_ + static_cast<std::size_t>(step) : 0;
    foundText_ = text;
    if (text.isEmpty()) {
        findCount_->clear();
        return;
    }
    const std::size_t count = canvas_->find(text, found_);
    findCount_->setText(count == 0 ? tr("not here") : QStringLiteral("%1/%2").arg(found_ % count + 1).arg(count));
}

void MetabolismPanel::Private::activate(const MapElement &element)
{
    const MapScenePtr &scene = canvas_->scene();
    if (!scene || !cell_)
        return;
    if (element.kind == MapElement::Kind::Text) {
        const GeneIndex gene = scene->match.textGenes[static_cast<std::size_t>(element.index)];
        if (gene >= 0)
            apply(Genotype{gene}, knockouts_.contains(gene));
        return;
    }
    if (element.kind != MapElement::Kind::Reaction)
        return;
    const std::int32_t row = scene->rowOf(element);
    if (row >= 0)
        toggleReaction(row, element);
}

void MetabolismPanel::Private::toggleReaction(std::int32_t row, const MapElement &element)
{
    const Reaction &reaction = cell_->metabolism.reactions[static_cast<std::size_t>(row)];
    const bool restore = reaction.blockedBy(knockouts_);
    const std::vector<Genotype> sets =
        restore ? restoringSets(reaction, knockouts_, kMostOffers) : blockingSets(reaction, knockouts_, kMostOffers);
    if (sets.empty()) {
        QToolTip::showText(canvas_->mapToGlobal(canvas_->pixelOf(element).toPoint()),
                           tr("No set of genes switches %1 off: it needs none, or one that the cell does not have.")
                               .arg(QString::fromStdString(reaction.id)),
                           canvas_);
    } else if (sets.size() == 1) {
        apply(sets.front(), restore);
    } else {
        offer(sets, restore, element);
    }
}

void MetabolismPanel::Private::offer(const std::vector<Genotype> &sets, bool restore, const MapElement &element)
{
    delete offer_;
    offer_ = new QMenu(panel_);
    offer_->setObjectName(QStringLiteral("knockoutOffers"));
    for (const Genotype &set : sets) {
        const QString genes = QString::fromStdString(cell_->genes.labels(set, " + "));
        QAction *action = offer_->addAction((restore ? tr("Bring back %1") : tr("Knock out %1")).arg(genes));
        connect(action, &QAction::triggered, this, [this, set, restore] { apply(set, restore); });
    }
    if (sets.size() >= kMostOffers)
        offer_->addAction(tr("There are more sets"))->setEnabled(false);
    offer_->setActiveAction(offer_->actions().front());
    offer_->popup(canvas_->mapToGlobal(canvas_->pixelOf(element).toPoint()));
}

void MetabolismPanel::Private::apply(const Genotype &set, bool restore)
{
    Genotype knockouts = knockouts_;
    for (const GeneIndex gene : set.genes())
        knockouts = restore ? knockouts.without(gene) : knockouts.with(gene);
    const QString genes = QString::fromStdString(cell_->genes.labels(set, ", "));
    emit panel_->knockoutsChosen(knockouts, (restore ? tr("bringing back of %1") : tr("knockout of %1")).arg(genes));
}

void MetabolismPanel::Private::select(const MapElement &element)
{
    for (MapCanvas *canvas : canvases()) {
        const QSignalBlocker quiet(canvas);
        canvas->select(element);
    }
    showCard();
    const MapScenePtr &scene = canvas_->scene();
    if (!scene || element.kind != MapElement::Kind::Reaction || scene->rowOf(element) < 0)
        return;
    const std::int32_t row = scene->rowOf(element);
    emit panel_->reactionSelected(row);
    for (const std::vector<GeneIndex> &isozyme : cell_->metabolism.reactions[static_cast<std::size_t>(row)].isozymes) {
        for (const GeneIndex gene : isozyme) {
            if (gene >= 0) {
                emit panel_->geneSelected(gene);
                return;
            }
        }
    }
}

QString MetabolismPanel::Private::tooltip(const MapElement &element, bool wildType) const
{
    const MapScenePtr &scene = canvas_->scene();
    if (!scene || element.kind == MapElement::Kind::Text || element.isNone())
        return {};
    const std::int32_t row = scene->rowOf(element);
    if (row < 0)
        return tr("Not in this cell");
    return element.kind == MapElement::Kind::Reaction
               ? reactionCard(*cell_, row, fluxes_.get(), wildType ? Genotype() : knockouts_, false,
                              wildType ? FluxRanges() : ranges_)
               : metaboliteCard(*cell_, row, fluxes_.get(), false) + (wildType ? QString() : rescueText(row));
}

QString MetabolismPanel::Private::rescueText(std::int32_t row) const
{
    const bool rescued = std::find(rescued_.begin(), rescued_.end(), row) != rescued_.end();
    return rescued ? QStringLiteral("<p>%1</p>").arg(rescuedHow_.toHtmlEscaped()) : QString();
}

void MetabolismPanel::Private::showCard()
{
    const MapScenePtr &scene = canvas_->scene();
    const MapElement element = canvas_->selected();
    const std::int32_t row = scene && cell_ && !element.isNone() ? scene->rowOf(element) : -1;
    const int place = card_->verticalScrollBar()->value();
    if (row >= 0) {
        card_->setHtml(element.kind == MapElement::Kind::Reaction
                           ? reactionCard(*cell_, row, fluxes_.get(), knockouts_, true, ranges_)
                           : metaboliteCard(*cell_, row, fluxes_.get(), true) + rescueText(row));
        card_->verticalScrollBar()->setValue(place);
    } else if (scene && !element.isNone() && element.kind != MapElement::Kind::Text) {
        card_->setPlainText(tr("Not in this cell"));
    } else {
        card_->clear();
    }
}

void MetabolismPanel::Private::openLink(const QUrl &link)
{
    bool isNumber = false;
    const int row = link.path().toInt(&isNumber);
    if (link.scheme() == QLatin1String("reaction") && isNumber)
        panel_->showReaction(row);
    else if (link.scheme() == QLatin1String("metabolite") && isNumber)
        panel_->showMetabolite(row);
    else if (link.scheme() == QLatin1String("https"))
        QDesktopServices::openUrl(link);
}

void MetabolismPanel::Private::drag(const MapHandle &handle, const QPointF &by, bool finished)
{
    if (!undragged_)
        undragged_ = document_;
    const MapDocument moved = movedHandle(*undragged_, handle, placeOf(*undragged_, handle) + by);
    if (!finished) {
        setDocument(moved);
        return;
    }
    const MapDocument before = std::move(*undragged_);
    undragged_.reset();
    moves_.push(new MoveCommand([this](const MapDocument &document) { setDocument(document); }, before, moved));
}

void MetabolismPanel::Private::setDocument(const MapDocument &document)
{
    document_ = document;
    rebuild();
}

void MetabolismPanel::Private::sideBySide(bool on)
{
    maps_->widget(0)->setVisible(on);
    panel_->findChild<QLabel *>(QStringLiteral("knockoutCaption"))->setVisible(on);
    paintBy_->setEnabled(!on);
    maps_->setSizes({maps_->width() / 2, maps_->width() / 2});
    repaint();
    if (on)
        wildType_->setView(canvas_->view());
}

} // namespace knockscape::ui
