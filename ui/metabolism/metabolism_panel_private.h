#pragma once

#include "ui/metabolism/flux_painting.h"
#include "ui/metabolism/map_list.h"
#include "ui/metabolism/metabolism_panel.h"
#include "ui/session/latest_job.h"

#include <QUndoStack>

class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTextBrowser;
class QToolButton;

namespace knockscape::ui
{

class ElidedLabel;

class MetabolismPanel::Private : public QObject
{
    Q_OBJECT

public:
    explicit Private(MetabolismPanel *panel);

    // metabolism_panel_build.cpp
    void build();
    QWidget *buildBar();
    QToolButton *addButton(QWidget *bar, const QString &icon, const QString &text, const QString &name);
    void retitle();

    // metabolism_panel.cpp: which map
    void choose(const MapChoice &choice);
    void draw();
    void receive(MapAnswer answer);
    void showPart(int part);
    void showMessage(const QString &text, bool withButton);
    void showEmpty();
    void rebuild();
    void repaint();
    void requestRanges();
    bool goTo(const MapElement &element);
    void paint(MapCanvas *canvas, PaintBy by);
    PaintBy paintedBy() const;
    MapScenePtr sceneOf(const MapDocument &document) const;
    std::vector<MapCanvas *> canvases() const { return {canvas_, wildType_}; }

    // metabolism_panel_actions.cpp: what a person does with it
    void chooseFile();
    void chooseSave();
    void askAndExport();
    void findNext(int step);
    void activate(const MapElement &element);
    void toggleReaction(std::int32_t row, const MapElement &element);
    void offer(const std::vector<Genotype> &sets, bool restore, const MapElement &element);
    void apply(const Genotype &set, bool restore);
    void select(const MapElement &element);
    void showCard();
    /// What would bring a lost metabolite back; empty: nothing known.
    QString rescueText(std::int32_t row) const;
    void openLink(const QUrl &link);
    QString tooltip(const MapElement &element, bool wildType) const;
    void drag(const MapHandle &handle, const QPointF &by, bool finished);
    void setDocument(const MapDocument &document);
    void sideBySide(bool on);

    MetabolismPanel *panel_;
    std::shared_ptr<const Cell> cell_;
    Genotype knockouts_;
    std::shared_ptr<const FluxPair> fluxes_;
    FluxRanges ranges_;
    std::vector<std::int32_t> rescued_;
    /// "with nicotinate in the medium", for tooltips.
    QString rescuedHow_;
    QString geneTitle_;
    std::vector<double> geneValues_;
    MapChoice choice_;
    MapAnswer answer_;
    int part_ = 0;
    /// The part that is shown, as it was moved.
    MapDocument document_;
    /// Before the drag that is going on.
    std::optional<MapDocument> undragged_;
    bool stale_ = false;
    std::size_t found_ = 0;
    QString foundText_;

    MapList *list_ = nullptr;
    QTextBrowser *card_ = nullptr;
    QSplitter *rows_ = nullptr;
    QSplitter *columns_ = nullptr;
    QSplitter *maps_ = nullptr;
    QStackedWidget *pages_ = nullptr;
    QLabel *message_ = nullptr;
    QPushButton *messageButton_ = nullptr;
    MapCanvas *canvas_ = nullptr;
    MapCanvas *wildType_ = nullptr;
    ElidedLabel *title_ = nullptr;
    QComboBox *parts_ = nullptr;
    QComboBox *paintBy_ = nullptr;
    QLineEdit *find_ = nullptr;
    QLabel *findCount_ = nullptr;
    QToolButton *beside_ = nullptr;
    QToolButton *edit_ = nullptr;
    QToolButton *undo_ = nullptr;
    QToolButton *redo_ = nullptr;
    QToolButton *save_ = nullptr;
    QToolButton *export_ = nullptr;
    QMenu *offer_ = nullptr;
    QUndoStack moves_;
    std::shared_ptr<MapWorkshop> workshop_ = std::make_shared<MapWorkshop>();
    /// Last: its thread ends before what it answers to.
    LatestJob<MapAnswer> job_;
};

} // namespace knockscape::ui
