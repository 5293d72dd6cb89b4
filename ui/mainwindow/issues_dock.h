#pragma once

#include "engine/core/issue.h"

#include <QDockWidget>

class QTreeView;

namespace knockscape::ui
{

class IssueModel;

/// ISSUES: everything the program wanted a person to know, newest first; rows can be copied.
class IssuesDock : public QDockWidget
{
    Q_OBJECT

public:
    explicit IssuesDock(QWidget *parent = nullptr);

    void add(const std::vector<Issue> &issues);
    IssueModel *model() { return model_; }

private:
    void updateTitle();
    void copySelected() const;

    IssueModel *model_ = nullptr;
    QTreeView *view_ = nullptr;
};

} // namespace knockscape::ui
