#include "ui/graph/subgraph_panel.h"

#include "engine/layout/subgraph.h"
#include "ui/graph/graph_bar.h"
#include "ui/graph/graph_painter.h"
#include "ui/graph/graph_text.h"
#include "ui/graph/graph_view.h"
#include "ui/graph/layout_runner.h"
#include "ui/plots/picture_dialog.h"
#include "ui/theme/colours.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QFontInfo>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QStackedLayout>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <optional>

namespace knockscape::ui
{

namespace
{

/// Changes that come in one breath (several genes ticked) make one layout.
constexpr int kGatherInterval = 60;
/// Shorter waits are not worth a word.
constexpr int kBusyDelay = 250;
/// Heights of a picture that its shape may ask for, in millimetres.
constexpr double smallestHeight = 60.0;
constexpr double largestHeight = 240.0;
constexpr double readablePoints = 5.0;

} // namespace

class SubgraphPanel::Private : public QObject
{
    Q_OBJECT

public:
    explicit Private(SubgraphPanel *panel) : panel_(panel)
    {
        auto *column = new QVBoxLayout(panel);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        bar_ = new GraphBar(panel);
        column->addWidget(bar_);
        pages_ = new QStackedLayout;
        column->addLayout(pages_, 1);
        message_ = new QLabel(panel);
        message_->setAlignment(Qt::AlignCenter);
        message_->setWordWrap(true);
        message_->setMargin(2 * gridUnit);
        pages_->addWidget(message_);
        view_ = new GraphView(panel);
        pages_->addWidget(view_);

        gather_.setSingleShot(true);
        gather_.setInterval(kGatherInterval);
        connect(&gather_, &QTimer::timeout, this, [this] { layOut(); });
        busy_.setSingleShot(true);
        busy_.setInterval(kBusyDelay);
        connect(&busy_, &QTimer::timeout, this, [this] {
            if (view_->scene().empty())
                showMessage(tr("Laying out…"));
            view_->setBusy(true);
        });
        connect(bar_, &GraphBar::changed, this, [this] { invalidate(); });
        connect(bar_, &GraphBar::fitRequested, view_, &GraphView::fit);
        connect(bar_, &GraphBar::exportRequested, this, [this] { askAndExport(); });
        connect(view_, &GraphView::geneSelected, panel, &SubgraphPanel::geneSelected);
        connect(view_, &GraphView::geneToggled, panel, &SubgraphPanel::geneToggled);
        connect(&runner_, &LayoutRunner::finished, this, [this](const LayoutResult &result) { show(result); });
        connect(&runner_, &LayoutRunner::failed, this, [this](const QString &text) { fail(text); });
        showMessage(emptyText());
    }

    /// What is shown is out of date. While hidden this is only remembered.
    void invalidate()
    {
        stale_ = true;
        runner_.cancel();
        if (panel_->isVisible())
            gather_.start();
        else
            gather_.stop();
    }

    void stopBusy()
    {
        busy_.stop();
        view_->setBusy(false);
    }

    void layOut()
    {
        stale_ = false;
        runner_.cancel();
        stopBusy();
        const QString nothing = whyNothing();
        if (!nothing.isEmpty()) {
            view_->setScene({});
            showMessage(nothing);
            return;
        }
        SubgraphLimits limits;
        limits.maxNodes = bar_->maxNodes();
        const bool metabolism = bar_->view() == GraphBar::View::Metabolism;
        const Subgraph graph = metabolism ? metabolicNeighbourhood(*cell_, focus_, limits) : geneGraph(limits);
        next_ = makeScene(*cell_, graph, knockouts(), panel_->font());
        busy_.start();
        runner_.start(layoutRequest(next_, bar_->engine()));
    }

    void show(const LayoutResult &result)
    {
        stopBusy();
        if (!applyLayout(next_, result)) {
            fail(tr("The layout helper answered for another graph."));
            return;
        }
        if (result.engine != bar_->engine())
            next_.caption += QStringLiteral(" · ") + tr("laid out with %1").arg(QString::fromStdString(result.engine));
        pages_->setCurrentWidget(view_);
        strike(next_);
        view_->setScene(std::move(next_));
        next_ = {};
        emit panel_->layoutShown(static_cast<int>(view_->scene().nodes.size()),
                                 static_cast<int>(view_->scene().edges.size()));
    }

    void fail(const QString &text)
    {
        stopBusy();
        view_->setScene({});
        showMessage(text);
        emit panel_->failed(text);
    }

    void showMessage(const QString &text)
    {
        message_->setText(text);
        dimMessage();
        pages_->setCurrentWidget(message_);
    }

    void dimMessage()
    {
        QPalette dimmed = panel_->palette();
        dimmed.setColor(QPalette::WindowText, dimmedText(panel_->palette()));
        message_->setPalette(dimmed);
    }

    void restrike()
    {
        GraphScene scene = view_->scene();
        strike(scene);
        view_->replaceScene(std::move(scene));
    }

    /// Marks what is deleted, and the reactions that this blocks.
    void strike(GraphScene &scene) const
    {
        for (SceneNode &node : scene.nodes) {
            const bool blocked =
                node.kind == NodeKind::Reaction && std::binary_search(blocked_.begin(), blocked_.end(), node.row);
            node.knockedOut = blocked || (node.kind == NodeKind::Gene && knockouts().contains(node.row));
        }
    }

    void askAndExport()
    {
        auto *dialog = new PictureDialog(panel_->picture(), panel_->window());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &PictureDialog::ended, panel_, &SubgraphPanel::exported);
        dialog->open();
    }

    const Genotype &knockouts() const { return knockouts_ ? *knockouts_ : focus_; }

    SubgraphPanel *panel_;
    GraphBar *bar_ = nullptr;
    GraphView *view_ = nullptr;
    QStackedLayout *pages_ = nullptr;
    QLabel *message_ = nullptr;
    QTimer gather_;
    QTimer busy_;
    LayoutRunner runner_;
    GraphScene next_;
    std::shared_ptr<const Cell> cell_;
    Genotype focus_;
    std::optional<Genotype> knockouts_;
    /// Ascending.
    std::vector<std::int32_t> blocked_;
    bool stale_ = false;

private:
    QString emptyText() const { return tr("Select or knock out a gene to see its neighbourhood."); }

    /// Why there is no picture to make, in words; empty when there is one.
    QString whyNothing() const
    {
        if (!cell_)
            return tr("Open a cell to see its networks.");
        if (focus_.empty())
            return emptyText();
        if (bar_->view() == GraphBar::View::GeneNetwork && cell_->networks.empty())
            return tr("This cell has no gene networks.");
        if (bar_->view() == GraphBar::View::Metabolism && !anyReaction()) {
            return tr("%1: no reaction of this cell's metabolism needs it. The gene network may show more.")
                .arg(QString::fromStdString(cell_->genes.labels(focus_, ", ")));
        }
        return {};
    }

    bool anyReaction() const
    {
        for (const Reaction &reaction : cell_->metabolism.reactions) {
            for (const auto &isozyme : reaction.isozymes) {
                for (const GeneIndex gene : isozyme) {
                    if (focus_.contains(gene))
                        return true;
                }
            }
        }
        return false;
    }

    Subgraph geneGraph(const SubgraphLimits &limits) const
    {
        // No box ticked means no interactions, where the engine takes an empty list for all of them.
        std::vector<std::string> types = bar_->interactionTypes();
        if (types.empty())
            types.emplace_back();
        return geneNeighbourhood(*cell_, focus_, types, limits);
    }
};

SubgraphPanel::SubgraphPanel(QWidget *parent) : QWidget(parent), d(std::make_unique<Private>(this)) {}

SubgraphPanel::~SubgraphPanel() = default;

void SubgraphPanel::setCell(std::shared_ptr<const Cell> cell)
{
    d->cell_ = std::move(cell);
    d->focus_ = {};
    if (d->knockouts_)
        d->knockouts_ = Genotype();
    d->blocked_.clear();
    d->bar_->setCell(d->cell_.get());
    d->invalidate();
}

void SubgraphPanel::setFocus(const Genotype &genes)
{
    if (genes == d->focus_)
        return;
    d->focus_ = genes;
    d->invalidate();
}

void SubgraphPanel::setKnockouts(const Genotype &genes)
{
    d->knockouts_ = genes;
    d->restrike();
}

void SubgraphPanel::setBlockedReactions(std::vector<std::int32_t> reactions)
{
    std::sort(reactions.begin(), reactions.end());
    if (reactions == d->blocked_)
        return;
    d->blocked_ = std::move(reactions);
    d->restrike();
}

bool SubgraphPanel::settled() const
{
    return !d->stale_ && !d->gather_.isActive() && !d->runner_.running();
}

GraphView *SubgraphPanel::view() const
{
    return d->view_;
}

PictureSource SubgraphPanel::picture() const
{
    PictureSource source;
    source.kind = QStringLiteral("network");
    source.title = QString::fromStdString(d->cell_ ? d->cell_->genes.labels(d->focus_, ", ") : std::string());
    const auto scene = std::make_shared<const GraphScene>(d->view_->scene());
    if (scene->empty())
        return source;
    const QSizeF natural = pictureSize(*scene, lightPalette());
    source.layout.height =
        std::clamp(source.layout.width * natural.height() / natural.width(), smallestHeight, largestHeight);
    source.paint = [scene](QPaintDevice &device, const PictureLayout &layout, bool) {
        QPainter painter(&device);
        paintPicture(painter, *scene, lightPalette(), layout.logicalSize(), layout.font());
    };
    source.remark = [scene](const PictureLayout &layout) {
        const double scale = pictureScale(*scene, lightPalette(), layout.logicalSize(), layout.font());
        const double points = QFontInfo(scene->font).pointSizeF() * scale;
        return points >= readablePoints ? QString()
                                        : tr("Names are only %1 points high at this size; a larger picture, or fewer "
                                             "nodes, make them readable.")
                                              .arg(QLocale().toString(points, 'f', 1));
    };
    return source;
}

void SubgraphPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (d->stale_)
        d->gather_.start();
}

void SubgraphPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        d->invalidate();
    else if (event->type() == QEvent::PaletteChange)
        d->dimMessage();
}

} // namespace knockscape::ui

#include "subgraph_panel.moc"
