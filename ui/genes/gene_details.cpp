#include "ui/genes/gene_details.h"

#include "ui/genes/gene_names.h"
#include "ui/genes/reaction_text.h"
#include "ui/reactions/reaction_equation.h"
#include "ui/theme/colours.h"
#include "ui/theme/counted_text.h"
#include "ui/theme/number_format.h"
#include "ui/theme/theme.h"

#include "engine/cell/essentiality.h"
#include "engine/cell/metabolic_genes.h"

#include <QEvent>
#include <QScrollBar>
#include <QSet>
#include <QTextBrowser>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <optional>

namespace knockscape::ui
{

namespace
{

constexpr std::size_t reactionLimit = 10;
constexpr std::size_t partnerLimit = 24;

bool uses(const Reaction &reaction, GeneIndex gene)
{
    return std::any_of(reaction.isozymes.begin(), reaction.isozymes.end(), [&](const auto &isozyme) {
        return std::find(isozyme.begin(), isozyme.end(), gene) != isozyme.end();
    });
}

QString escaped(const std::string &text)
{
    return QString::fromStdString(text).toHtmlEscaped();
}

// Network types are free words of a cell; the usual ones get a translated title.
QString networkTitle(const GeneNetwork &network)
{
    if (network.type() == "physical")
        return GeneDetails::tr("Physical interactions");
    if (network.type() == "regulatory")
        return GeneDetails::tr("Regulation");
    return GeneDetails::tr("Network: %1").arg(QString::fromStdString(network.type()));
}

} // namespace

class GeneDetails::Private
{
public:
    explicit Private(GeneDetails *widget) : q(widget), browser(new QTextBrowser(widget)) {}

    void render();
    QString page() const;
    QString heading(const Gene &entry) const;
    QString section(const QString &title, const QString &body) const;
    QString warning(const QString &text) const;
    QString facts(const Gene &entry) const;
    QString reactions() const;
    QString partners(const GeneNetwork &network) const;
    QString partnerList(const std::vector<GeneIndex> &genes, const QString &key) const;
    QString more(const QString &key, std::size_t hidden) const;
    void follow(const QUrl &link);

    GeneDetails *q;
    QTextBrowser *browser;
    std::shared_ptr<const Cell> cell;
    std::optional<MetabolicGenes> metabolic;
    std::vector<std::int64_t> support;
    std::function<QString(GeneIndex)> labelText;
    GeneIndex gene = -1;
    /// Sections a person asked to see whole; forgotten with the gene.
    QSet<QString> expanded;
};

QString GeneDetails::Private::section(const QString &title, const QString &body) const
{
    if (body.isEmpty())
        return {};
    return QStringLiteral("<p style='margin-top:10px; margin-bottom:2px; color:%1'><b>%2</b></p>%3")
        .arg(dimmedText(q->palette()).name(), title.toHtmlEscaped(), body);
}

QString GeneDetails::Private::heading(const Gene &entry) const
{
    QString text = QStringLiteral("<p style='margin-bottom:2px'><span style='font-size:large'><b>%1</b></span>")
                       .arg(escaped(entry.label()));
    if (entry.label() != entry.id)
        text +=
            QStringLiteral(" <span style='color:%1'>%2</span>").arg(dimmedText(q->palette()).name(), escaped(entry.id));
    text += QStringLiteral("</p>");
    QStringList aliases;
    for (const std::string &alias : entry.aliases)
        aliases << escaped(alias);
    if (!aliases.isEmpty())
        text += QStringLiteral("<p style='margin-top:0; margin-bottom:2px; color:%1'>%2</p>")
                    .arg(dimmedText(q->palette()).name(),
                         GeneDetails::tr("also %1").arg(aliases.join(QStringLiteral(", "))));
    if (!entry.description.empty())
        text += QStringLiteral("<p style='margin-top:4px'>%1</p>").arg(escaped(entry.description));
    return text;
}

QString GeneDetails::Private::warning(const QString &text) const
{
    return QStringLiteral("<span style='color:%1'>⚠ %2</span>")
        .arg(severityColour(Severity::Warning, q->palette()).name(), text.toHtmlEscaped());
}

QString GeneDetails::Private::facts(const Gene &entry) const
{
    QStringList lines;
    if (const std::optional<bool> essential = essentiality(cell->genes, gene))
        lines << (*essential ? warning(GeneDetails::tr("Essential: deleting it alone is not viable."))
                             : GeneDetails::tr("Not essential: the deletion alone is viable."));
    if (static_cast<std::size_t>(gene) < support.size()) {
        const std::int64_t count = support[static_cast<std::size_t>(gene)];
        lines << (count == 0 ? warning(GeneDetails::tr("No training genotype holds this deletion: predictions with it "
                                                       "are extrapolated from its place in the networks."))
                             : trCount("GeneDetails", "Deleted in %1 training genotype.",
                                       "Deleted in %1 training genotypes.", count));
    }
    if (const QString text = labelText ? labelText(gene) : QString(); !text.isEmpty())
        lines << text.toHtmlEscaped();
    if (!cell->metabolism.empty() && !metabolic->contains(gene))
        lines << GeneDetails::tr("Not in the metabolic model: simulated growth says nothing about its deletion.");
    for (std::size_t i = 0; i < cell->genes.annotationColumns().size() && i < entry.annotations.size(); ++i) {
        QString value = escaped(entry.annotations[i]);
        if (!value.isEmpty())
            lines << QStringLiteral("<span style='color:%1'>%2</span> %3")
                         .arg(dimmedText(q->palette()).name(), escaped(cell->genes.annotationColumns()[i]),
                              value.replace(QLatin1Char('|'), QStringLiteral(", ")));
    }
    return lines.isEmpty() ? QString()
                           : QStringLiteral("<p style='margin-top:0'>%1</p>").arg(lines.join(QStringLiteral("<br/>")));
}

QString GeneDetails::Private::more(const QString &key, std::size_t hidden) const
{
    return QStringLiteral("<a href='more:%1'>%2</a>")
        .arg(QString::fromLatin1(QUrl::toPercentEncoding(key)),
             trCount("GeneDetails", "and %1 more", "and %1 more", static_cast<qint64>(hidden)));
}

QString GeneDetails::Private::reactions() const
{
    std::vector<const Reaction *> mine;
    for (const Reaction &reaction : cell->metabolism.reactions) {
        if (uses(reaction, gene))
            mine.push_back(&reaction);
    }
    const QString key = QStringLiteral("reactions");
    const std::size_t shown = expanded.contains(key) ? mine.size() : std::min(mine.size(), reactionLimit);
    const QString dimmed = dimmedText(q->palette()).name();
    QString body;
    for (std::size_t i = 0; i < shown; ++i) {
        const Reaction &reaction = *mine[i];
        body += QStringLiteral("<p style='margin-top:2px; margin-bottom:6px'>%1<br/>%2")
                    .arg(escaped(reaction.name.empty() ? reaction.id : reaction.name),
                         reactionEquation(cell->metabolism, reaction).toHtmlEscaped());
        const bool alone = reaction.isozymes.size() == 1 && reaction.isozymes.front().size() == 1;
        const QString rule = alone
                                 ? GeneDetails::tr("needs this gene")
                                 : GeneDetails::tr("needs %1").arg(reactionRule(cell->genes, reaction).toHtmlEscaped());
        QStringList notes{rule};
        if (!reaction.subsystem.empty())
            notes << escaped(reaction.subsystem);
        body +=
            QStringLiteral("<br/><span style='color:%1'>%2</span></p>").arg(dimmed, notes.join(QStringLiteral(" · ")));
    }
    if (mine.size() > shown)
        body += QStringLiteral("<p style='margin-top:2px'>%1</p>").arg(more(key, mine.size() - shown));
    return body.isEmpty()
               ? QString()
               : section(GeneDetails::tr("Reactions (%1)").arg(formatCount(static_cast<std::int64_t>(mine.size()))),
                         body);
}

QString GeneDetails::Private::partnerList(const std::vector<GeneIndex> &genes, const QString &key) const
{
    std::vector<GeneIndex> sorted = genes;
    std::sort(sorted.begin(), sorted.end(), [&](GeneIndex a, GeneIndex b) {
        return a != b && naturalLess(cell->genes[a].label(), cell->genes[b].label());
    });
    const std::size_t shown = expanded.contains(key) ? sorted.size() : std::min(sorted.size(), partnerLimit);
    QStringList links;
    for (std::size_t i = 0; i < shown; ++i)
        links << QStringLiteral("<a href='gene:%1'>%2</a>")
                     .arg(sorted[i])
                     .arg(geneLabel(cell->genes, sorted[i]).toHtmlEscaped());
    QString text = links.join(QStringLiteral(", "));
    if (sorted.size() > shown)
        text += QLatin1Char(' ') + more(key, sorted.size() - shown);
    return text;
}

QString GeneDetails::Private::partners(const GeneNetwork &network) const
{
    if (static_cast<std::size_t>(gene) >= network.geneCount())
        return {};
    const auto neighbours = network.neighbours(gene);
    if (neighbours.empty())
        return {};
    const QString key = QString::fromStdString(network.type());
    const QString title = GeneDetails::tr("%1 (%2)").arg(networkTitle(network),
                                                         formatCount(static_cast<std::int64_t>(neighbours.size())));
    if (!network.directed())
        return section(title, QStringLiteral("<p style='margin-top:0'>%1</p>")
                                  .arg(partnerList({neighbours.begin(), neighbours.end()}, key)));
    std::vector<GeneIndex> sources;
    std::vector<GeneIndex> targets;
    for (const GeneEdge &edge : network.edges()) {
        if (edge.target == gene)
            sources.push_back(edge.source);
        if (edge.source == gene)
            targets.push_back(edge.target);
    }
    const bool regulatory = network.type() == "regulatory";
    QString body;
    if (!sources.empty())
        body += QStringLiteral("<p style='margin-top:0'>%1</p>")
                    .arg((regulatory ? GeneDetails::tr("regulated by %1") : GeneDetails::tr("from %1"))
                             .arg(partnerList(sources, key + QStringLiteral("-in"))));
    if (!targets.empty())
        body += QStringLiteral("<p style='margin-top:0'>%1</p>")
                    .arg((regulatory ? GeneDetails::tr("regulates %1") : GeneDetails::tr("to %1"))
                             .arg(partnerList(targets, key + QStringLiteral("-out"))));
    return section(title, body);
}

QString GeneDetails::Private::page() const
{
    if (!cell || gene < 0)
        return QStringLiteral("<p style='color:%1'>%2</p>")
            .arg(dimmedText(q->palette()).name(),
                 GeneDetails::tr("Select a gene in the list to see what it does and what it works with.")
                     .toHtmlEscaped());
    const Gene &entry = cell->genes[gene];
    QString text = heading(entry) + facts(entry) + reactions();
    for (const GeneNetwork &network : cell->networks)
        text += partners(network);
    return text;
}

void GeneDetails::Private::render()
{
    const int position = browser->verticalScrollBar()->value();
    browser->document()->setDefaultStyleSheet(
        QStringLiteral("a { color: %1; text-decoration: none }").arg(q->palette().color(QPalette::Link).name()));
    browser->setHtml(page());
    browser->verticalScrollBar()->setValue(position);
}

void GeneDetails::Private::follow(const QUrl &link)
{
    if (link.scheme() == QLatin1String("more")) {
        expanded.insert(link.path(QUrl::FullyDecoded));
        render();
        return;
    }
    bool valid = false;
    const int target = link.path().toInt(&valid);
    if (link.scheme() == QLatin1String("gene") && valid && cell && target >= 0 &&
        static_cast<std::size_t>(target) < cell->genes.size())
        emit q->geneActivated(target);
}

GeneDetails::GeneDetails(QWidget *parent) : QWidget(parent), d(std::make_unique<Private>(this))
{
    d->browser->setObjectName(QStringLiteral("geneDetailsText"));
    d->browser->setAccessibleName(GeneDetails::tr("Gene details"));
    d->browser->setOpenLinks(false);
    d->browser->setFrameShape(QFrame::NoFrame);
    d->browser->setTextInteractionFlags(Qt::TextBrowserInteraction);
    d->browser->document()->setDocumentMargin(gridUnit);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(d->browser);
    connect(d->browser, &QTextBrowser::anchorClicked, this, [this](const QUrl &link) { d->follow(link); });
    d->render();
}

GeneDetails::~GeneDetails() = default;

void GeneDetails::setCell(std::shared_ptr<const Cell> cell)
{
    d->cell = std::move(cell);
    d->metabolic.reset();
    if (d->cell)
        d->metabolic.emplace(*d->cell);
    d->support.clear();
    setGene(-1);
}

void GeneDetails::setGene(int gene)
{
    const bool exists = d->cell && gene >= 0 && static_cast<std::size_t>(gene) < d->cell->genes.size();
    d->gene = exists ? gene : -1;
    d->expanded.clear();
    d->browser->verticalScrollBar()->setValue(0);
    d->render();
}

void GeneDetails::setSupport(const std::vector<std::int64_t> &support)
{
    d->support = support;
    d->render();
}

void GeneDetails::setLabelText(std::function<QString(GeneIndex)> textOf)
{
    d->labelText = std::move(textOf);
    d->render();
}

void GeneDetails::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        d->render();
    QWidget::changeEvent(event);
}

} // namespace knockscape::ui
