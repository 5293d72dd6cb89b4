#include "ui/mainwindow/issues_dock.h"

#include "ui/issues/issue_model.h"
#include "ui/issues/source_view.h"
#include "ui/theme/counted_tab.h"
#include "ui/theme/icon.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QSplitter>
#include <QTreeView>

namespace knockscape::ui
{

IssuesDock::IssuesDock(QWidget *parent) : QDockWidget(countedTabTitle(tr("Issues"), 0), parent)
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
    view_->setObjectName(QStringLiteral("issueList"));
    view_->setAllColumnsShowFocus(true);
    source_ = new SourceView(this);
    source_->hide();
    auto *splitter = new QSplitter(this);
    splitter->addWidget(view_);
    splitter->addWidget(source_);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setChildrenCollapsible(false);
    setWidget(splitter);
    connect(view_, &QTreeView::clicked, this, [this](const QModelIndex &index) { choose(index.row()); });
    connect(view_, &QTreeView::activated, this, [this](const QModelIndex &index) { choose(index.row()); });
    connect(view_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) { choose(current.row()); });

    auto *copy = new QAction(themedIcon(QStringLiteral("copy")), tr("Copy"), view_);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    auto *clear = new QAction(themedIcon(QStringLiteral("clear")), tr("Clear the list"), view_);
    view_->addActions({copy, clear});
    view_->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(copy, &QAction::triggered, this, &IssuesDock::copySelected);
    connect(clear, &QAction::triggered, this, [this] {
        model_->clear();
        source_->hide();
        updateTitle();
    });
}

void IssuesDock::add(const std::vector<Issue> &issues)
{
    model_->add(issues);
    updateTitle();
}

void IssuesDock::choose(int row)
{
    if (row < 0) {
        return;
    }
    const Issue &issue = model_->issue(row);
    const IssuePlace place = placeOf(issue);
    source_->setVisible(!place.empty());
    if (!place.empty()) {
        source_->show(place);
    }
    emit issueActivated(issue);
}

void IssuesDock::updateTitle()
{
    setWindowTitle(countedTabTitle(tr("Issues"), model_->attentionCount()));
}

void IssuesDock::copySelected() const
{
    QGuiApplication::clipboard()->setText(model_->asText(view_->selectionModel()->selectedRows()));
}

} // namespace knockscape::ui
