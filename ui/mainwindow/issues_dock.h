#pragma once

#include "engine/core/issue.h"

#include <QDockWidget>

class QTreeView;

namespace knockscape::ui
{

class IssueModel;
class SourceView;

/// ISSUES: everything the program wanted a person to know, newest first; rows can be copied. Choosing an issue that
/// names a file shows the lines it is about beside the list.
class IssuesDock : public QDockWidget
{
    Q_OBJECT

public:
    explicit IssuesDock(QWidget *parent = nullptr);

    void add(const std::vector<Issue> &issues);
    IssueModel *model() { return model_; }

signals:
    /// A person chose this issue; its `where` may name a gene.
    void issueActivated(const knockscape::Issue &issue);

private:
    void choose(int row);
    void updateTitle();
    void copySelected() const;

    IssueModel *model_ = nullptr;
    QTreeView *view_ = nullptr;
    SourceView *source_ = nullptr;
};

} // namespace knockscape::ui
