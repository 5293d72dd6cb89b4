#pragma once

#include "ui/mainwindow/message.h"
#include "ui/metabolism/metabolism_panel.h"
#include "ui/session/flux_pair.h"

#include <QStringList>
#include <QWidget>

class QTabWidget;

namespace knockscape::ui
{

class ExplainService;
struct ExplainedSet;
class FluxService;
class FluxTable;
class MediumBox;
class RangeService;
class Session;
class WhyPanel;

/// What of the workbench's services the tab "Metabolism" shows; they outlive it.
struct MetabolicServices {
    FluxService *fluxes = nullptr;
    ExplainService *explanations = nullptr;
    RangeService *ranges = nullptr;
};

/// The tab "Metabolism": the medium, the map, why the set does not grow, and the table of fluxes, joined with the
/// session and with each other. Fluxes are computed while the tab is seen. GUI thread.
class MetabolismTab : public QWidget
{
    Q_OBJECT

public:
    MetabolismTab(Session *session, const MetabolicServices &services, QWidget *parent = nullptr);
    ~MetabolismTab() override;

    MetabolismPanel *maps() const noexcept { return maps_; }
    FluxTable *table() const noexcept { return table_; }
    /// Brings the reasons to the front.
    void showWhy();

signals:
    void geneSelected(int gene);
    void reported(const QString &headline, const std::vector<knockscape::Issue> &issues,
                  knockscape::ui::MessageTopic topic);
    void exported(bool written, const QString &file, const QString &error);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void connectSession();
    void connectServices();
    void connectParts();
    /// Gives the map what the results say of single deletions.
    void showGeneValues();
    /// The reasons stand beside the map where there is room, else below it.
    void placeWhy();
    /// A map to begin with, where nobody chose one.
    void showSomething();
    void take(const FluxPair &pair);
    /// Rings what a nutrient would bring back.
    void showRescued(const ExplainedSet &answer);
    /// Flies to a reaction; one that the map does not show, on the map of its pathway.
    void findReaction(int row);

    Session *session_;
    MetabolicServices services_;
    MetabolismPanel *maps_ = nullptr;
    WhyPanel *why_ = nullptr;
    FluxTable *table_ = nullptr;
    MediumBox *medium_ = nullptr;
    QTabWidget *below_ = nullptr;
    /// Maps that stand beside the open cell, in NAME.maps.
    QStringList offered_;
    bool following_ = false;
    /// The reaction to fly to once the map is drawn; −1: none.
    int wanted_ = -1;
};

} // namespace knockscape::ui
