#pragma once

#include "engine/core/issue.h"

#include <QWidget>

#include <filesystem>
#include <memory>
#include <vector>

namespace knockscape::ui
{

class ImportDraft;
struct ImportResult;

/// The import assistant: choose files, see what each was recognised as and change it, see what the cell will hold and
/// what is wrong, choose where to save, import. Not modal; what was chosen stays until a person starts over, also when
/// an import fails or is cancelled.
class ImportPage : public QWidget
{
    Q_OBJECT

public:
    explicit ImportPage(QWidget *parent = nullptr);
    ~ImportPage() override;

    ImportDraft *draft();
    /// Adds files from outside (a drop on the window, the command line). Begins a new list if the one before has
    /// become a cell.
    void open(const std::vector<std::filesystem::path> &files);
    /// Puts the keyboard where the next step is.
    void focusFirst();
    /// The folder that Import will write.
    std::filesystem::path folder() const;
    void setFolder(const std::filesystem::path &folder);

signals:
    /// The cell is on disk.
    void imported(const knockscape::ui::ImportResult &result);
    /// An import failed; the issues are shown here too.
    void failed(const std::vector<knockscape::Issue> &issues);
    void closeRequested();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace knockscape::ui
