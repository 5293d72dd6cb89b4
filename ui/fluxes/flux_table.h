#pragma once

#include "engine/core/issue.h"
#include "engine/store/provenance.h"
#include "ui/fluxes/flux_rows.h"

#include <QTimer>
#include <QWidget>

#include <vector>

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QToolButton;

namespace knockscape::ui
{

class FluxService;
class FluxTableModel;
class PinnedColumnTable;
class RangeService;
class Session;
class SteadyPlace;

/// Every reaction with its flux in wild type and knockout, the largest change first: filtered, copied, exported; what
/// the chosen ones can carry on request. Follows the services while it is seen.
class FluxTable : public QWidget
{
    Q_OBJECT

public:
    FluxTable(Session *session, FluxService *fluxes, RangeService *ranges, QWidget *parent = nullptr);
    ~FluxTable() override;

    /// Rows of reactions that are shown, in the order seen.
    const std::vector<std::int32_t> &shownReactions() const;
    /// Writes what is shown (.csv, .tsv, .xlsx), with where it comes from. Throws InputError and EngineError.
    void writeTo(const std::filesystem::path &path) const;
    bool exportTable(const QString &file, QString *error) const;

public slots:
    /// Selects and shows a reaction that was chosen elsewhere; lets it through the filter if need be. Emits nothing.
    void selectReaction(int reaction);

signals:
    /// The current row's reaction; chosen here by a person.
    void reactionSelected(int reaction);
    /// Double click or Return.
    void reactionActivated(int reaction);
    /// A file was written, or why not.
    void exported(bool written, const QString &file, const QString &error);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    QWidget *buildBar();
    QWidget *buildRanges();
    void buildTable();
    void connectServices();
    void filter();
    void showStatus();
    void findRanges();
    std::vector<std::int32_t> chosenReactions() const;
    void copyChosen();
    void exportByDialog();
    QString rowsAsText(const std::vector<std::int32_t> &reactions) const;
    std::vector<std::string> cellsOf(std::int32_t reaction) const;
    Provenance provenance() const;

    Session *session_;
    FluxService *fluxes_;
    RangeService *ranges_;
    FluxTableModel *model_ = nullptr;
    PinnedColumnTable *table_ = nullptr;
    QLineEdit *text_ = nullptr;
    QComboBox *which_ = nullptr;
    QToolButton *rangeButton_ = nullptr;
    QToolButton *exportButton_ = nullptr;
    SteadyPlace *rangePlace_ = nullptr;
    QWidget *rangeAsk_ = nullptr;
    QWidget *rangeRun_ = nullptr;
    QLabel *rangeText_ = nullptr;
    QProgressBar *rangeBar_ = nullptr;
    QLabel *status_ = nullptr;
    QString problem_;
    bool following_ = false;
    bool selecting_ = false;
    /// Numbers of before are taken away when new ones do not come at once.
    QTimer stale_;
};

} // namespace knockscape::ui
