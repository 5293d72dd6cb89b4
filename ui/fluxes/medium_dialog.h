#pragma once

#include "engine/fba/media.h"
#include "ui/session/latest_job.h"
#include "ui/session/media_choices.h"

#include <QDialog>
#include <QTimer>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace knockscape::ui
{

class MediumModel;
class Session;

/// Edits the session's medium: which nutrients the cell may take up, and how much of each. Says while one edits whether
/// the wild type grows, and what is missing where not. What is used becomes the session's medium (undoable); it can be
/// saved beside the cell's bundle under a name.
class MediumDialog : public QDialog
{
    Q_OBJECT

public:
    explicit MediumDialog(Session *session, QWidget *parent = nullptr);

    /// As it is edited now.
    Medium medium() const;

signals:
    /// A medium was written beside the bundle.
    void saved();

private:
    void build();
    void buildTable();
    void buildButtons();
    void check();
    void showCheck(const MediumCheck &check);
    void setChosenUptake(double uptake);
    void use();
    void save();

    Session *session_;
    MediumModel *model_ = nullptr;
    QSortFilterProxyModel *shown_ = nullptr;
    QLineEdit *name_ = nullptr;
    QLineEdit *search_ = nullptr;
    QCheckBox *onlyTaken_ = nullptr;
    QTableView *table_ = nullptr;
    QLabel *growth_ = nullptr;
    QPushButton *use_ = nullptr;
    QPushButton *save_ = nullptr;
    bool edited_ = false;
    /// Typing in quick succession is one question.
    QTimer delay_;
    LatestJob<MediumCheck> job_;
};

} // namespace knockscape::ui
