#include "ui/mainwindow/metabolism_tab.h"

#include "engine/maps/reaction_sets.h"
#include "ui/fluxes/flux_table.h"
#include "ui/fluxes/medium_box.h"
#include "ui/fluxes/why_panel.h"
#include "ui/session/explain_service.h"
#include "ui/session/flux_service.h"
#include "ui/session/range_service.h"
#include "ui/session/session.h"
#include "ui/theme/path_text.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QResizeEvent>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace knockscape::ui
{

namespace
{

/// From here on the reasons have room beside the map; in a narrower window they stand below it.
constexpr int wideEnough = 1000;

} // namespace

MetabolismTab::MetabolismTab(Session *session, const MetabolicServices &services, QWidget *parent)
    : QWidget(parent), session_(session), services_(services)
{
    build();
    connectSession();
    connectServices();
    connectParts();
}

MetabolismTab::~MetabolismTab() = default;

void MetabolismTab::build()
{
    maps_ = new MetabolismPanel(this);
    why_ = new WhyPanel(session_, services_.explanations, this);
    table_ = new FluxTable(session_, services_.fluxes, services_.ranges, this);
    medium_ = new MediumBox(session_, this);
    auto *label = new QLabel(tr("&Medium"), this);
    label->setBuddy(medium_);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(gridUnit, gridUnit / 2, gridUnit, gridUnit / 2);
    row->setSpacing(gridUnit);
    row->addWidget(label);
    row->addWidget(medium_);
    row->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(maps_, 1);
    below_ = new QTabWidget(this);
    below_->setDocumentMode(true);
    below_->addTab(table_, tr("Fluxes"));
    maps_->setBottomWidget(below_);
    placeWhy();
    setFocusProxy(maps_);
}

void MetabolismTab::placeWhy()
{
    const int tab = below_->indexOf(why_);
    const bool beside = tab < 0 && maps_->isAncestorOf(why_);
    if (width() >= wideEnough && !beside) {
        if (tab >= 0) {
            below_->removeTab(tab);
        }
        maps_->setSideWidget(why_);
        why_->show();
    } else if (width() < wideEnough && tab < 0) {
        below_->insertTab(0, why_, tr("Why?"));
        below_->setCurrentIndex(0);
    }
}

void MetabolismTab::showWhy()
{
    if (below_->indexOf(why_) >= 0) {
        below_->setCurrentWidget(why_);
    }
    why_->setFocus();
}

void MetabolismTab::showSomething()
{
    const std::shared_ptr<const Cell> &cell = session_->cell();
    if (!cell || cell->metabolism.empty() || maps_->choice().kind != MapChoice::Kind::None) {
        return;
    }
    MapChoice choice;
    choice.kind = MapChoice::Kind::Around;
    if (!offered_.isEmpty()) {
        choice.kind = MapChoice::Kind::File;
        choice.name = offered_.front();
    } else if (session_->knockouts().empty()) {
        const auto all = pathways(cell->metabolism);
        const auto first = std::find_if(all.begin(), all.end(), [](const auto &one) { return !one.first.empty(); });
        if (first == all.end()) {
            return;
        }
        choice.kind = MapChoice::Kind::Pathway;
        choice.name = QString::fromStdString(first->first);
    }
    maps_->show(choice);
}

void MetabolismTab::connectSession()
{
    connect(session_, &Session::cellChanged, this, [this] {
        maps_->setFluxes(nullptr);
        maps_->setCell(session_->cell());
        maps_->setKnockouts(session_->knockouts());
        std::filesystem::path folder = session_->cellFolder();
        offered_ = maps_->offerMaps(toQString(folder.replace_extension(".maps")));
    });
    connect(session_, &Session::knockoutsChanged, maps_, &MetabolismPanel::setKnockouts);
    connect(maps_, &MetabolismPanel::knockoutsChosen, session_,
            [this](const Genotype &knockouts, const QString &text) { session_->setKnockouts(knockouts, text); });
    connect(maps_, &MetabolismPanel::geneSelected, this, &MetabolismTab::geneSelected);
    connect(maps_, &MetabolismPanel::failed, this, [this](const QString &message) {
        emit reported(tr("The map was not drawn"), {warningAt({}, message.toStdString())}, MessageTopic::Metabolism);
    });
    connect(maps_, &MetabolismPanel::reported, this, [this](const QString &headline, const std::vector<Issue> &issues) {
        emit reported(headline, issues, MessageTopic::Metabolism);
    });
    connect(maps_, &MetabolismPanel::exported, this, &MetabolismTab::exported);
    connect(table_, &FluxTable::exported, this, &MetabolismTab::exported);
}

void MetabolismTab::connectServices()
{
    connect(services_.fluxes, &FluxService::ready, this, &MetabolismTab::take);
    connect(services_.fluxes, &FluxService::lostReady, this, &MetabolismTab::take);
    connect(services_.fluxes, &FluxService::unavailable, this, [this] { maps_->setFluxes(nullptr); });
    connect(services_.explanations, &ExplainService::ready, this, &MetabolismTab::showRescued);
    connect(services_.explanations, &ExplainService::outdated, this, [this] { maps_->setRescued({}, {}); });
    maps_->offerRanges();
    connect(maps_, &MetabolismPanel::rangesRequested, services_.ranges, &RangeService::request);
    const auto showRanges = [this] { maps_->setRanges(services_.ranges->known()); };
    connect(services_.ranges, &RangeService::progressed, this, showRanges);
    connect(services_.ranges, &RangeService::ended, this, showRanges);
    connect(services_.ranges, &RangeService::outdated, this, [this] { maps_->setRanges({}); });
    connect(session_, &Session::resultsFinished, this, &MetabolismTab::showGeneValues);
    connect(session_, &Session::cellChanged, this, &MetabolismTab::showGeneValues);
}

void MetabolismTab::showGeneValues()
{
    std::vector<double> values;
    for (const PredictionRow &row : session_->results()) {
        if (row.genotype.size() == 1 && row.status == "ok") {
            values.resize(session_->cell()->genes.size(), std::nan(""));
            values[std::size_t(row.genotype.genes().front())] = row.prediction.fitnessDelta();
        }
    }
    maps_->setGeneValues(tr("Δ fitness"), std::move(values));
}

void MetabolismTab::connectParts()
{
    connect(why_, &WhyPanel::reactionLinked, this, [this](int row) {
        findReaction(row);
        table_->selectReaction(row);
    });
    connect(why_, &WhyPanel::metaboliteLinked, maps_, &MetabolismPanel::showMetabolite);
    connect(table_, &FluxTable::reactionSelected, maps_, &MetabolismPanel::showReaction);
    connect(table_, &FluxTable::reactionActivated, this, &MetabolismTab::findReaction);
    connect(maps_, &MetabolismPanel::mapShown, this, [this] {
        if (const int wanted = std::exchange(wanted_, -1); wanted >= 0) {
            maps_->showReaction(wanted);
        }
    });
    connect(maps_, &MetabolismPanel::reactionSelected, table_, &FluxTable::selectReaction);
}

void MetabolismTab::findReaction(int row)
{
    wanted_ = -1;
    if (maps_->showReaction(row)) {
        return;
    }
    const std::string &pathway = session_->cell()->metabolism.reactions.at(std::size_t(row)).subsystem;
    if (!pathway.empty()) {
        wanted_ = row;
        MapChoice choice;
        choice.kind = MapChoice::Kind::Pathway;
        choice.name = QString::fromStdString(pathway);
        maps_->show(choice);
    }
}

void MetabolismTab::take(const FluxPair &pair)
{
    maps_->setFluxes(std::make_shared<const FluxPair>(pair));
}

void MetabolismTab::showRescued(const ExplainedSet &answer)
{
    const Explanation &told = answer.explanation;
    if (told.ofMedium || answer.rescues.empty()) {
        maps_->setRescued({}, {});
        return;
    }
    // Growth consumes every precursor, so that a nutrient which restores growth brings back each of them.
    std::vector<std::int32_t> rescued = told.lostPrecursorsPilingUp;
    rescued.insert(rescued.end(), told.lostPrecursors.begin(), told.lostPrecursors.end());
    maps_->setRescued(std::move(rescued), tr("Made again with %1 in the medium").arg(answer.rescues.front().nutrient));
}

void MetabolismTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!std::exchange(following_, true)) {
        services_.fluxes->follow(true);
    }
    placeWhy();
    showSomething();
}

void MetabolismTab::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeWhy();
}

void MetabolismTab::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (std::exchange(following_, false)) {
        services_.fluxes->follow(false);
    }
}

} // namespace knockscape::ui
