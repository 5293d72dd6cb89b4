#pragma once

#include "ui/mainwindow/message.h"
#include "ui/metabolism/metabolism_panel.h"
#include "ui/session/explain_service.h"
#include "ui/session/flux_service.h"
#include "ui/session/range_service.h"

#include <QWidget>

namespace knockscape::ui
{

class FluxTable;
class MediumBox;
class Session;
class WhyPanel;

/// The tab "Metabolism": the medium, the map, why the set does not grow, and the table of fluxes, joined with the
/// session and with each other. The services work while the tab is seen. GUI thread.
class MetabolismTab : public QWidget
{
    Q_OBJECT

public:
    explicit MetabolismTab(Session *session, QWidget *parent = nullptr);
    ~MetabolismTab() override;

    MetabolismPanel *maps() const noexcept { return maps_; }
    FluxTable *table() const noexcept { return table_; }
    /// The answers that the knockout card shows too.
    ExplainService *explanations() noexcept { return &explanations_; }

signals:
    void geneSelected(int gene);
    void reported(const QString &headline, const std::vector<knockscape::Issue> &issues,
                  knockscape::ui::MessageTopic topic);
    void exported(bool written, const QString &file, const QString &error);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void connectSession();
    void connectParts();
    void take(const FluxPair &pair);
    /// Flies to a reaction; one that the map does not show, on the map of its pathway.
    void findReaction(int row);

    Session *session_;
    FluxService fluxes_;
    ExplainService explanations_;
    RangeService ranges_;
    MetabolismPanel *maps_ = nullptr;
    WhyPanel *why_ = nullptr;
    FluxTable *table_ = nullptr;
    MediumBox *medium_ = nullptr;
    bool following_ = false;
    /// The reaction to fly to once the map is drawn; −1: none.
    int wanted_ = -1;
};

} // namespace knockscape::ui
