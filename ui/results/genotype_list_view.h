#pragma once

#include <QListView>

namespace knockscape::ui
{

/// The list of genotypes: Del removes, Alt+Up and Alt+Down move, Ctrl+C copies, rows can be dragged to a new place.
class GenotypeListView : public QListView
{
    Q_OBJECT

public:
    explicit GenotypeListView(QWidget *parent = nullptr);

signals:
    void removeRequested();
    /// -1 up, 1 down.
    void moveRequested(int step);
    void copyRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace knockscape::ui
