#pragma once

#include "engine/cell/cell.h"
#include "engine/core/issue.h"
#include "engine/fba/flux_balance.h"
#include "ui/metabolism/flux_painting.h"
#include "ui/metabolism/map_canvas.h"
#include "ui/metabolism/map_choice.h"
#include "ui/plots/picture_export.h"
#include "ui/session/flux_pair.h"

#include <QWidget>

#include <map>
#include <memory>
#include <vector>

namespace knockscape::ui
{

/// The tab "Metabolism": maps that somebody drew and maps drawn by themselves, painted with fluxes and with what the
/// knockout set blocks and loses. Left what maps there are, in the middle the map, at its right and below room for
/// others. Maps are drawn on a thread of its own, the newest wish wins; a change of the knockout set repaints the map
/// and leaves it where it is. GUI thread.
class MetabolismPanel : public QWidget
{
    Q_OBJECT

public:
    explicit MetabolismPanel(QWidget *parent = nullptr);
    ~MetabolismPanel() override;

    void setCell(std::shared_ptr<const Cell> cell);
    void setKnockouts(const Genotype &knockouts);
    /// May be nullptr: not known (yet). What is of another cell is not to be given.
    void setFluxes(std::shared_ptr<const FluxPair> fluxes);
    /// Metabolites (rows) that a nutrient more in the medium would bring back, in words `how`; of the knockout set as
    /// it is. None: not known, or nothing would.
    void setRescued(std::vector<std::int32_t> metabolites, const QString &how);
    /// What the lines show, as a person would choose it.
    void paintBy(PaintBy by);
    /// Adds the range of flux to what lines can show; for a window that answers rangesRequested().
    void offerRanges();
    /// What reactions can carry at best growth, by row, as far as it is known; none: of before, or not asked for.
    void setRanges(std::map<std::int32_t, FluxRange> ranges);
    /// A value of each gene (row of the catalogue; NaN for none), shown under its name from blue (negative) to orange
    /// (positive); an empty list for none.
    void setGeneValues(const QString &title, std::vector<double> values);
    /// Shows a map; nothing is drawn while the panel is hidden.
    void show(const MapChoice &choice);
    using QWidget::show;
    /// Lists the maps of a folder, which belong to the cell, and gives their paths; one that is not there has none.
    QStringList offerMaps(const QString &folder);
    /// Reads a map and shows it.
    void openMap(const QString &path);
    /// Selects a row of the cell's reactions or metabolites and flies there, unless it is selected and in sight; false
    /// where the map does not show it.
    bool showReaction(int row);
    bool showMetabolite(int row);

    /// Widgets beside and below the map; the panel owns them.
    void setSideWidget(QWidget *widget);
    void setBottomWidget(QWidget *widget);

    MapCanvas *canvas() const;
    /// The wild type beside it; hidden unless asked for.
    MapCanvas *wildTypeCanvas() const;
    /// What is seen, with its legend, for paper.
    PictureSource picture() const;
    /// True while no map is waited for.
    bool settled() const;
    const MapChoice &choice() const;
    /// Writes the map as it is now, moved or not, as Escher JSON. False, and why, where that failed.
    bool saveMap(const QString &file, QString *error);

signals:
    /// A person toggled genes on the map: the whole new knockout set, and what Undo is to call it.
    void knockoutsChosen(const knockscape::Genotype &knockouts, const QString &text);
    /// The ranges of these reactions are wanted: a map shows them.
    void rangesRequested(const std::vector<std::int32_t> &reactions);
    /// A click on what has genes.
    void geneSelected(int gene);
    void reactionSelected(int row);
    /// A map was shown, or why not.
    void mapShown(const QString &title, int reactions);
    void failed(const QString &message);
    /// What was found wrong with a map that was read.
    void reported(const QString &headline, const std::vector<knockscape::Issue> &issues);
    void exported(bool written, const QString &file, const QString &error);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace knockscape::ui
