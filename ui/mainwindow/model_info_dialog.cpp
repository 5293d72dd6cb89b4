#include "ui/mainwindow/model_info_dialog.h"

#include "engine/core/model_text.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace knockscape::ui
{
namespace
{

QTreeWidgetItem *addHeading(QTreeWidget *tree, const QString &heading)
{
    auto *item = new QTreeWidgetItem(tree, {heading});
    QFont bold = tree->font();
    bold.setBold(true);
    item->setFont(0, bold);
    item->setFirstColumnSpanned(true);
    return item;
}

void addFact(QTreeWidgetItem *section, const QString &name, const QString &value, QString &text)
{
    auto *item = new QTreeWidgetItem(section, {name, value});
    item->setToolTip(1, value);
    text += name + QLatin1Char('\t') + value + QLatin1Char('\n');
}

void addModel(QTreeWidget *tree, const ModelSummary &model, const QString &title, const QString &cell, QString &text)
{
    for (const ModelFacts &section : modelFacts(model)) {
        const QString heading = title + QString::fromStdString(section.heading);
        QTreeWidgetItem *item = addHeading(tree, heading);
        text += heading + QLatin1Char('\n');
        for (const ModelFact &fact : section.facts) {
            addFact(item, QString::fromStdString(fact.name), QString::fromStdString(fact.value), text);
        }
        item->setExpanded(true);
    }
    QTreeWidgetItem *item = addHeading(tree, title + ModelInfoDialog::tr("Remarks"));
    addFact(item, ModelInfoDialog::tr("fit"), ModelInfoDialog::tr("The model fits the open cell, %1").arg(cell), text);
    for (const Issue &issue : model.issues) {
        addFact(item, ModelInfoDialog::tr("note"), QString::fromStdString(issue.what), text);
    }
    item->setExpanded(true);
}

} // namespace

ModelInfoDialog::ModelInfoDialog(const std::vector<ModelSummary> &models, const QString &cell, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Model information"));
    resize(680, 640);
    auto *tree = new QTreeWidget(this);
    tree->setObjectName(QStringLiteral("modelFacts"));
    tree->setColumnCount(2);
    tree->setHeaderLabels({tr("What"), tr("Value")});
    tree->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    tree->setAlternatingRowColors(true);
    tree->setAccessibleName(windowTitle());
    for (const ModelSummary &model : models) {
        const QString title = models.size() == 1
                                  ? QString()
                                  : QString::fromStdString(model.path.filename().string()) + QStringLiteral(" – ");
        addModel(tree, model, title, cell, text_);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *copy = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("copyFacts"));
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(text_); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(tree);
    layout->addWidget(buttons);
    tree->setFocus();
}

} // namespace knockscape::ui
