#include "ui/metabolism/metabolism_panel.h"

#include "engine/maps/map_file.h"
#include "ui/metabolism/map_picture.h"
#include "ui/metabolism/metabolism_panel_private.h"
#include "ui/theme/counted_text.h"
#include "ui/theme/elided_label.h"

#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace knockscape::ui
{

namespace
{

/// Where the map has company, it still has most of the room; splitters share out what there is.
constexpr int kListBesideOthers = 190;
constexpr int kSideWidth = 220;
constexpr int kBottomHeight = 180;

} // namespace

MetabolismPanel::Private::Private(MetabolismPanel *panel) : panel_(panel)
{
    build();
    showEmpty();
}

void MetabolismPanel::Private::choose(const MapChoice &choice)
{
    choice_ = choice;
    if (choice.kind == MapChoice::Kind::File)
        list_->addFile(choice.name);
    list_->setCurrent(choice);
    stale_ = true;
    if (panel_->isVisible())
        draw();
}

void MetabolismPanel::Private::draw()
{
    stale_ = false;
    if (!cell_ || choice_.kind == MapChoice::Kind::None) {
        showEmpty();
        return;
    }
    MapOrder order;
    order.cell = cell_;
    order.choice = choice_;
    order.knockouts = knockouts_;
    if (fluxes_)
        order.fluxes = fluxes_->wildType;
    const QSize room = pages_->size();
    order.aspect = std::clamp(double(room.width()) / std::max(1, room.height()), 0.7, 2.2);
    title_->setText(tr("Drawing…"));
    job_.start(
        this, [workshop = workshop_, order](const JobControl &control) { return workshop->draw(order, control); },
        [this](MapAnswer answer) { receive(std::move(answer)); },
        [this](const std::vector<Issue> &issues) {
            const QString text =
                issues.empty() ? tr("The map could not be drawn.") : QString::fromStdString(describe(issues.front()));
            answer_ = {};
            showMessage(text, false);
            emit panel_->failed(text);
        });
}

void MetabolismPanel::Private::receive(MapAnswer answer)
{
    answer_ = std::move(answer);
    {
        const QSignalBlocker quiet(parts_);
        parts_->clear();
        for (std::size_t i = 0; i < answer_.maps.size(); ++i) {
            parts_->addItem(tr("Part %1: %2")
                                .arg(i + 1)
                                .arg(trCount("MetabolismPanel", "%1 reaction", "%1 reactions",
                                             static_cast<qint64>(answer_.maps[i].document.reactions.size()))));
        }
        parts_->setVisible(answer_.maps.size() > 1);
        parts_->setToolTip(tr("There is too much for one map that can be read: it is divided."));
    }
    if (!answer_.issues.empty() && answer_.choice.kind == MapChoice::Kind::File)
        emit panel_->reported(tr("%1 was opened").arg(QFileInfo(answer_.choice.name).fileName()), answer_.issues);
    if (answer_.maps.empty()) {
        showMessage(tr("There is nothing to draw."), false);
        return;
    }
    showPart(0);
}

void MetabolismPanel::Private::showPart(int part)
{
    part_ = part;
    const DrawnMap &drawn = answer_.maps[static_cast<std::size_t>(part)];
    document_ = drawn.document;
    undragged_.reset();
    moves_.clear();
    const MapScenePtr scene = sceneOf(document_);
    pages_->setCurrentWidget(maps_);
    for (MapCanvas *canvas : canvases())
        canvas->setScene(scene);
    save_->setEnabled(true);
    export_->setEnabled(true);
    edit_->setEnabled(true);
    retitle();
    repaint();
    requestRanges();
    emit panel_->mapShown(answer_.title, static_cast<int>(document_.reactions.size()));
}

void MetabolismPanel::Private::retitle()
{
    const DrawnMap &drawn = answer_.maps[static_cast<std::size_t>(part_)];
    QString text = answer_.title;
    const auto count = static_cast<qint64>(document_.reactions.size());
    const auto found = static_cast<qint64>(drawn.match.foundReactions());
    text += QStringLiteral(" · ");
    text += found == count
                ? trCount("MetabolismPanel", "%1 reaction", "%1 reactions", count)
                : trCount("MetabolismPanel", "%2 of %1 reaction in the cell", "%2 of %1 reactions in the cell", count)
                      .arg(found);
    if (answer_.maps.size() > 1)
        text += QStringLiteral(" · ") + tr("divided, as it is too large for one map");
    title_->setText(text);
    title_->setToolTip(text);
}

MapScenePtr MetabolismPanel::Private::sceneOf(const MapDocument &document) const
{
    return makeMapScene(document, answer_.maps[static_cast<std::size_t>(part_)].match, cell_, knockouts_,
                        panel_->font());
}

void MetabolismPanel::Private::rebuild()
{
    if (!canvas_->scene())
        return;
    const MapScenePtr scene = sceneOf(document_);
    for (MapCanvas *canvas : canvases())
        canvas->replaceScene(scene);
}

PaintBy MetabolismPanel::Private::paintedBy() const
{
    return static_cast<PaintBy>(paintBy_->currentData().toInt());
}

void MetabolismPanel::Private::repaint()
{
    const MapScenePtr &scene = canvas_->scene();
    if (!scene || !cell_)
        return;
    const bool beside = beside_->isChecked();
    const PaintBy by = beside ? PaintBy::Knockout : paintedBy();
    paint(canvas_, by);
    if (beside)
        paint(wildType_, PaintBy::WildType);
    showCard();
}

void MetabolismPanel::Private::paint(MapCanvas *canvas, PaintBy by)
{
    MapPainting painting =
        fluxPainting(*cell_, canvas->scene()->reactionRows, by, fluxes_.get(), knockouts_, ranges_, rescued_);
    painting.geneValues = geneValues_;
    painting.geneTitle = geneTitle_;
    for (const double value : geneValues_) {
        if (std::isfinite(value))
            painting.geneLimit = std::max(painting.geneLimit, std::abs(value));
    }
    canvas->setPainting(std::move(painting));
}

/// What somebody clicked on in another list because it was clicked on here must not move the map.
bool MetabolismPanel::Private::goTo(const MapElement &element)
{
    if (element.isNone())
        return false;
    const bool seen = QRectF(canvas_->rect()).contains(canvas_->pixelOf(element));
    if (element != canvas_->selected() || !seen)
        canvas_->flyTo(element);
    return true;
}

void MetabolismPanel::Private::requestRanges()
{
    if (paintedBy() == PaintBy::Range && canvas_->scene())
        emit panel_->rangesRequested(canvas_->scene()->reactionRows);
}

void MetabolismPanel::Private::showMessage(const QString &text, bool withButton)
{
    for (MapCanvas *canvas : canvases())
        canvas->setScene(nullptr);
    title_->clear();
    parts_->hide();
    message_->setText(text);
    messageButton_->setVisible(withButton);
    pages_->setCurrentIndex(0);
    save_->setEnabled(false);
    export_->setEnabled(false);
    edit_->setEnabled(false);
    showCard();
}

void MetabolismPanel::Private::showEmpty()
{
    const bool metabolism = cell_ && !cell_->metabolism.empty();
    const QString text = !cell_        ? tr("Open a cell to see its metabolism.")
                         : !metabolism ? tr("This cell has no metabolic model. Import one beside the networks (File › "
                                            "Import cell) to see maps.")
                                       : tr("Choose a pathway on the left, or open a map that somebody drew.");
    showMessage(text, metabolism);
}

MetabolismPanel::MetabolismPanel(QWidget *parent) : QWidget(parent), d(std::make_unique<Private>(this)) {}

MetabolismPanel::~MetabolismPanel() = default;

void MetabolismPanel::setCell(std::shared_ptr<const Cell> cell)
{
    d->job_.cancel();
    d->cell_ = std::move(cell);
    d->knockouts_ = {};
    d->fluxes_.reset();
    d->ranges_.clear();
    d->rescued_.clear();
    d->geneValues_.clear();
    d->choice_ = {};
    d->answer_ = {};
    d->list_->setCell(d->cell_);
    d->showEmpty();
}

void MetabolismPanel::setKnockouts(const Genotype &knockouts)
{
    if (knockouts == d->knockouts_)
        return;
    d->knockouts_ = knockouts;
    d->list_->setKnockouts(knockouts);
    d->rebuild();
    d->repaint();
}

void MetabolismPanel::setFluxes(std::shared_ptr<const FluxPair> fluxes)
{
    d->fluxes_ = std::move(fluxes);
    d->list_->setFluxes(d->fluxes_);
    d->repaint();
}

void MetabolismPanel::setRescued(std::vector<std::int32_t> metabolites, const QString &how)
{
    d->rescued_ = std::move(metabolites);
    d->rescuedHow_ = how;
    d->repaint();
}

void MetabolismPanel::paintBy(PaintBy by)
{
    d->paintBy_->setCurrentIndex(std::max(0, d->paintBy_->findData(static_cast<int>(by))));
}

void MetabolismPanel::offerRanges()
{
    if (d->paintBy_->findData(static_cast<int>(PaintBy::Range)) < 0)
        d->paintBy_->addItem(tr("Range of flux"), static_cast<int>(PaintBy::Range));
}

void MetabolismPanel::setRanges(std::map<std::int32_t, FluxRange> ranges)
{
    d->ranges_ = std::move(ranges);
    // Those of before are gone: asked for again once everybody has heard of it.
    if (d->ranges_.empty())
        QMetaObject::invokeMethod(
            d.get(), [this] { d->requestRanges(); }, Qt::QueuedConnection);
    d->repaint();
}

void MetabolismPanel::setGeneValues(const QString &title, std::vector<double> values)
{
    d->geneTitle_ = title;
    d->geneValues_ = std::move(values);
    d->repaint();
}

void MetabolismPanel::show(const MapChoice &choice)
{
    d->choose(choice);
}

QStringList MetabolismPanel::offerMaps(const QString &folder)
{
    const QDir maps(folder);
    QStringList offered;
    for (const QString &name :
         maps.entryList({QStringLiteral("*.json"), QStringLiteral("*.sbgn")}, QDir::Files, QDir::Name)) {
        offered << maps.absoluteFilePath(name);
        d->list_->addFile(offered.back());
    }
    return offered;
}

void MetabolismPanel::openMap(const QString &path)
{
    d->choose({MapChoice::Kind::File, path, 1, {}, {}});
}

bool MetabolismPanel::showReaction(int row)
{
    const MapScenePtr &scene = d->canvas_->scene();
    for (std::size_t i = 0; scene && i < scene->match.reactions.size(); ++i) {
        if (scene->match.reactions[i] == row) {
            return d->goTo({MapElement::Kind::Reaction, static_cast<std::int32_t>(i)});
        }
    }
    return false;
}

bool MetabolismPanel::showMetabolite(int row)
{
    const MapScenePtr &scene = d->canvas_->scene();
    MapElement found;
    for (std::size_t i = 0; scene && i < scene->match.metabolites.size(); ++i) {
        const bool better = found.isNone() || scene->document.nodes[i].primary;
        if (scene->match.metabolites[i] == row && better)
            found = {MapElement::Kind::Metabolite, static_cast<std::int32_t>(i)};
    }
    return d->goTo(found);
}

void MetabolismPanel::setSideWidget(QWidget *widget)
{
    d->columns_->insertWidget(2, widget);
    d->columns_->setStretchFactor(2, 0);
    d->columns_->setSizes({kListBesideOthers, 4 * kListBesideOthers, kSideWidth});
}

void MetabolismPanel::setBottomWidget(QWidget *widget)
{
    d->rows_->insertWidget(1, widget);
    d->rows_->setStretchFactor(0, 1);
    d->rows_->setStretchFactor(1, 0);
    d->rows_->setSizes({4 * kBottomHeight, kBottomHeight});
}

MapCanvas *MetabolismPanel::canvas() const
{
    return d->canvas_;
}

MapCanvas *MetabolismPanel::wildTypeCanvas() const
{
    return d->wildType_;
}

bool MetabolismPanel::settled() const
{
    return !d->stale_ && !d->job_.busy();
}

const MapChoice &MetabolismPanel::choice() const
{
    return d->choice_;
}

bool MetabolismPanel::saveMap(const QString &file, QString *error)
{
    try {
        writeMapFile(d->document_, file.toStdString());
    } catch (const std::exception &problem) {
        if (error != nullptr)
            *error = QString::fromUtf8(problem.what());
        return false;
    }
    return true;
}

PictureSource MetabolismPanel::picture() const
{
    return mapPicture(d->canvas_->scene(), d->canvas_->painting(), d->answer_.title);
}

void MetabolismPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (d->stale_)
        d->draw();
}

void MetabolismPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        d->rebuild();
}

} // namespace knockscape::ui
