#include "ui/mainwindow/hyperparameter_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QGridLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <utility>

namespace knockscape::ui
{
namespace
{

/// A JSON text ("\"relu\"", "null", "4") as a value.
QJsonValue valueOf(const std::string &json)
{
    return QJsonDocument::fromJson("[" + QByteArray::fromStdString(json) + "]").array().at(0);
}

QString shown(const std::string &json)
{
    const QJsonValue value = valueOf(json);
    if (value.isNull()) {
        return HyperparameterDialog::tr("none");
    }
    if (value.isBool()) {
        return value.toBool() ? HyperparameterDialog::tr("yes") : HyperparameterDialog::tr("no");
    }
    return value.isString() ? value.toString() : QString::fromStdString(json);
}

} // namespace

HyperparameterDialog::HyperparameterDialog(const QString &file, std::vector<HyperparameterQuestion> questions,
                                           QWidget *parent)
    : QDialog(parent), questions_(std::move(questions))
{
    setWindowTitle(tr("Open model"));
    auto *layout = new QVBoxLayout(this);
    auto *intro =
        new QLabel(tr("%1 holds the weights of a model, but not how it was built in every respect. Its tensors "
                      "tell the rest.")
                       .arg(QFileInfo(file).fileName()),
                   this);
    intro->setWordWrap(true);
    layout->addWidget(intro);

    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    auto *form = new QWidget(area);
    auto *grid = new QGridLayout(form);
    grid->setContentsMargins(0, 8, 0, 8);
    grid->setColumnStretch(0, 1);
    for (const HyperparameterQuestion &question : questions_) {
        const int row = grid->rowCount();
        auto *choice = new QComboBox(form);
        const QString key = QString::fromStdString(question.key);
        choice->setObjectName(key);
        for (const std::string &value : question.allowed) {
            const bool standard = value == question.torchcellDefault;
            choice->addItem(standard ? tr("%1 (torchcell's default)").arg(shown(value)) : shown(value));
            if (standard) {
                choice->setCurrentIndex(choice->count() - 1);
            }
        }
        auto *label =
            new QLabel(QStringLiteral("<b>%1</b><br>%2")
                           .arg(key.toHtmlEscaped(), QString::fromStdString(question.meaning).toHtmlEscaped()),
                       form);
        label->setWordWrap(true);
        label->setBuddy(choice);
        choice->setAccessibleName(key);
        choice->setAccessibleDescription(QString::fromStdString(question.meaning));
        grid->addWidget(label, row, 0);
        grid->addWidget(choice, row, 1, Qt::AlignVCenter);
        choices_.push_back(choice);
    }
    grid->setRowStretch(grid->rowCount(), 1);
    area->setWidget(form);
    layout->addWidget(area, 1);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Open | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    resize(620, std::min(620, 130 + 44 * static_cast<int>(questions_.size())));
    if (!choices_.empty()) {
        choices_.front()->setFocus();
    }
}

std::string HyperparameterDialog::answers() const
{
    QJsonObject all;
    for (std::size_t i = 0; i < questions_.size(); ++i) {
        const QString key = QString::fromStdString(questions_[i].key);
        const QJsonValue value = valueOf(questions_[i].allowed[static_cast<std::size_t>(choices_[i]->currentIndex())]);
        const QString group = key.section(QLatin1Char('.'), 0, -2);
        if (group.isEmpty()) {
            all.insert(key, value);
        } else {
            QJsonObject object = all.value(group).toObject();
            object.insert(key.section(QLatin1Char('.'), -1), value);
            all.insert(group, object);
        }
    }
    return QJsonDocument(all).toJson(QJsonDocument::Compact).toStdString();
}

} // namespace knockscape::ui
