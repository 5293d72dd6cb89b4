#include "ui/mainwindow/issues_dock.h"

#include "ui/mainwindow/issue_model.h"
#include "ui/theme/icon.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QTreeView>

namespace knockscape::ui
{

IssuesDock::IssuesDock(QWidget *parent) : QDockWidget(tr("Issues"), parent)
{
    setObjectName(QStringLiteral("IssuesDock"));
    model_ = new IssueModel(this);
    view_ = new QTreeView(this);
    view_->setModel(model_);
    view_->setRootIsDecorated(false);
    view_->setAlternatingRowColors(true);
    view_->setUniformRowHeights(true);
    view_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    view_->setFrameShape(QFrame::NoFrame);
    view_->header()->setStretchLastSection(true);
    view_->setColumnWidth(IssueModel::SeverityColumn, 96);
    view_->setColumnWidth(IssueModel::TimeColumn, 72);
    view_->setColumnWidth(IssueModel::WhereColumn, 200);
    view_->setColumnWidth(IssueModel::WhatColumn, 440);
    setWidget(view_);

    auto *copy = new QAction(themedIcon(QStringLiteral("copy")), tr("Copy"), view_);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    auto *clear = new QAction(themedIcon(QStringLiteral("clear")), tr("Clear the list"), view_);
    view_->addActions({copy, clear});
    view_->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(copy, &QAction::triggered, this, &IssuesDock::copySelected);
    connect(clear, &QAction::triggered, this, [this] {
        model_->clear();
        updateTitle();
    });
}

void IssuesDock::add(const std::vector<Issue> &issues)
{
    model_->add(issues);
    updateTitle();
}

void IssuesDock::updateTitle()
{
    const int count = model_->attentionCount();
    setWindowTitle(count > 0 ? tr("Issues (%1)").arg(count) : tr("Issues"));
}

void IssuesDock::copySelected() const
{
    QGuiApplication::clipboard()->setText(model_->asText(view_->selectionModel()->selectedRows()));
}

} // namespace knockscape::ui
