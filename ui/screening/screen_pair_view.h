#pragma once

#include "ui/plots/pair_matrix.h"
#include "ui/screening/screen_outcome.h"
#include "ui/session/latest_job.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <vector>

class QComboBox;
class QLabel;

namespace knockscape::ui
{

class PairHeatMap;

/// The pairs of a screen as a heat map: those of the whole panel or, where it is too large or a person wishes it, of
/// the genes of some rows. Reads them on a thread of its own, and only while it is seen.
class ScreenPairView : public QWidget
{
    Q_OBJECT

public:
    /// Which genes the map shows.
    enum class Genes { Panel, BestRows, ShownRows, SelectedRows };
    /// Genes that rows bring along at most: more are better looked at as a panel.
    static constexpr std::size_t mostGenesOfRows = 200;

    explicit ScreenPairView(QWidget *parent = nullptr);
    ~ScreenPairView() override;

    /// Null: none.
    void setOutcome(std::shared_ptr<const ScreenOutcome> outcome);
    /// Where the genotypes of the table's first rows and of its selected rows come from.
    void setRows(std::function<std::vector<Genotype>()> shown, std::function<std::vector<Genotype>()> selected);
    Genes genes() const;
    PairHeatMap *map() const noexcept { return map_; }
    /// True while pairs are read.
    bool reading() const noexcept { return job_.busy(); }

signals:
    /// A person opened a pair, or a single deletion on the diagonal.
    void genotypeActivated(const knockscape::Genotype &genotype);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void offerGenes();
    void setAvailable(Genes genes, bool available);
    std::vector<GeneIndex> chosenGenes() const;
    void refresh();
    void showNothing(const QString &reason);
    void open(int geneA, int geneB);

    std::shared_ptr<const ScreenOutcome> outcome_;
    std::function<std::vector<Genotype>()> shownRows_;
    std::function<std::vector<Genotype>()> selectedRows_;
    QWidget *bar_ = nullptr;
    QComboBox *choice_ = nullptr;
    QLabel *note_ = nullptr;
    PairHeatMap *map_ = nullptr;
    /// Genes of the map, in its order as given.
    std::vector<GeneIndex> genes_;
    bool outdated_ = true;
    LatestJob<std::shared_ptr<const PairMatrix>> job_;
};

} // namespace knockscape::ui
