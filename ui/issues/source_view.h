#pragma once

#include "ui/issues/issue_place.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace knockscape::ui
{

class ExcerptReader;
struct FileExcerpt;

/// Some lines of a file with their numbers, read-only, the line an issue names marked and in the middle. Reads in the
/// background; what was shown stays until the new lines are there.
class SourceView : public QWidget
{
    Q_OBJECT

public:
    explicit SourceView(QWidget *parent = nullptr);

    /// An empty place shows `hint` instead.
    void show(const IssuePlace &place);
    /// What stands there while no file is shown.
    void setHint(const QString &hint);
    /// The place shown or on its way.
    const IssuePlace &place() const { return place_; }

signals:
    /// The lines of place() are on screen.
    void shown();

protected:
    void changeEvent(QEvent *event) override;

private:
    void display(const FileExcerpt &excerpt);
    void displayHint();
    void mark();

    IssuePlace place_;
    QString hint_;
    /// Block of the text that is marked; −1 for none.
    int marked_ = -1;
    QLabel *title_ = nullptr;
    QPlainTextEdit *text_ = nullptr;
    ExcerptReader *reader_ = nullptr;
};

} // namespace knockscape::ui
