#pragma once

#include <QTreeView>

namespace knockscape::ui
{

/// The table of the gene list: Space ticks the selected genes, Return chooses the current one, letters go to the search
/// field, Ctrl+C copies names, Up on the first row goes back to the search field.
class GeneListView : public QTreeView
{
    Q_OBJECT

public:
    explicit GeneListView(QWidget *parent = nullptr);

signals:
    void toggleSelectedRequested();
    void copyRequested();
    /// A printable character was typed here.
    void typed(const QString &text);
    void leftUpwards();
    void fontChanged();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    /// Typing searches; it does not jump to a row.
    void keyboardSearch(const QString &search) override;
};

} // namespace knockscape::ui
