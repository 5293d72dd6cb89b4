#pragma once

#include <QWidget>

class QLabel;
class QScrollArea;

namespace knockscape
{
struct ImportedFile;
}

namespace knockscape::ui
{

class ImportDraft;

/// The cell that would come of the chosen files, in numbers: genes, interactions kept, hyperedges, features,
/// annotations, each with how many names resolve. An outdated preview stays, dimmed, until the new one is there.
class ImportPreviewPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ImportPreviewPanel(ImportDraft *draft, QWidget *parent = nullptr);

    void refresh();
    /// The texts shown, a row a line, for tests and screen readers.
    QString text() const;

private:
    struct Row {
        QString what;
        QString number;
        QString detail;
        QString path;
    };

    std::vector<Row> rows() const;
    static void describeFile(const ImportedFile &file, std::vector<Row> &rows);
    void fill(const std::vector<Row> &rows);

    ImportDraft *draft_;
    QLabel *state_ = nullptr;
    QScrollArea *scroll_ = nullptr;
    QString text_;
};

} // namespace knockscape::ui
