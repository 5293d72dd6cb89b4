#pragma once

#include <QWidget>

#include <map>

class QComboBox;
class QLabel;
class QLineEdit;

namespace knockscape::ui
{

class ImportListModel;
struct ImportEntry;

/// What can be settled about one chosen file: the type of a network, and which columns of a table are which. The
/// guesses are shown and can be changed.
class ImportFileDetails : public QWidget
{
    Q_OBJECT

public:
    explicit ImportFileDetails(ImportListModel *model, QWidget *parent = nullptr);

    /// Shows this row; −1 for none.
    void setRow(int row);
    /// Looks the row up again.
    void refresh();

private:
    enum class Choice { Source, Target, Weight, Id };
    struct Field {
        QLabel *label = nullptr;
        QComboBox *combo = nullptr;
    };

    void addField(Choice choice, const QString &text, const QString &name);
    void fill(Choice choice, const ImportEntry &entry);
    void choose(Choice choice);
    QString hintFor(const ImportEntry &entry) const;

    ImportListModel *model_;
    int row_ = -1;
    QLabel *hint_ = nullptr;
    QLabel *typeLabel_ = nullptr;
    QLineEdit *type_ = nullptr;
    std::map<Choice, Field> fields_;
};

} // namespace knockscape::ui
