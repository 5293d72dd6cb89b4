#include "ui/fluxes/why_panel.h"

#include "ui/fluxes/linked_sentence.h"
#include "ui/session/media_choices.h"
#include "ui/session/session.h"
#include "ui/theme/counted_text.h"
#include "ui/theme/elided_label.h"
#include "ui/theme/number_format.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace knockscape::ui
{
namespace
{

constexpr int explainDelay = 150;
/// Rescues beyond these are shown on request.
constexpr std::size_t firstRescues = 5;

} // namespace

WhyPanel::WhyPanel(Session *session, ExplainService *service, QWidget *parent)
    : QWidget(parent), session_(session), service_(service)
{
    build();
    delay_.setSingleShot(true);
    delay_.setInterval(explainDelay);
    connect(&delay_, &QTimer::timeout, service, &ExplainService::request);
    connect(service, &ExplainService::outdated, this, &WhyPanel::follow);
    connect(service, &ExplainService::started, this, [this] {
        showMessage(tr("Looking for what is lost…"));
        stop_->show();
    });
    connect(service, &ExplainService::ready, this, &WhyPanel::showAnswer);
    connect(service, &ExplainService::failed, this, &WhyPanel::showIssue);
    connect(service, &ExplainService::cancelled, this,
            [this] { showMessage(tr("Stopped. A change of the knockout set asks again.")); });
    connect(session, &Session::mediumChanged, this, &WhyPanel::showMedium);
    showMedium();
    follow();
}

void WhyPanel::build()
{
    setObjectName(QStringLiteral("whyPanel"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gridUnit, gridUnit, gridUnit, gridUnit);
    column->setSpacing(gridUnit);
    column->addWidget(makeCaption(tr("Why?")));
    medium_ = new ElidedLabel;
    medium_->setObjectName(QStringLiteral("whyMedium"));
    column->addWidget(medium_);
    status_ = new QLabel;
    status_->setObjectName(QStringLiteral("whyStatus"));
    status_->setWordWrap(true);
    stop_ = new QPushButton(tr("Stop"));
    stop_->setObjectName(QStringLiteral("whyStop"));
    stop_->hide();
    connect(stop_, &QPushButton::clicked, service_, &ExplainService::cancel);
    auto *row = new QHBoxLayout;
    row->addWidget(status_, 1);
    row->addWidget(stop_, 0, Qt::AlignTop);
    column->addLayout(row);
    page_ = new QWidget;
    list_ = new QVBoxLayout(page_);
    list_->setContentsMargins(0, 0, 0, 0);
    list_->setSpacing(gridUnit);
    list_->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(page_);
    column->addWidget(scroll, 1);
}

void WhyPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (service_->answer()) {
        showAnswer(*service_->answer());
    } else {
        delay_.start();
    }
}

void WhyPanel::follow()
{
    clear();
    stop_->hide();
    status_->hide();
    if (!session_->cell()) {
        showMessage(tr("Open a cell with a metabolic model, and delete genes: here it is said what they cost."));
    } else if (isVisible()) {
        delay_.start();
    }
}

void WhyPanel::showMedium()
{
    medium_->setText(tr("Medium: %1").arg(titleOf(session_->medium())));
}

void WhyPanel::clear()
{
    // Deleted later: a button may be the one that was just clicked.
    while (list_->count() > 1) {
        QLayoutItem *item = list_->takeAt(0);
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
}

void WhyPanel::showMessage(const QString &text)
{
    clear();
    stop_->hide();
    status_->setText(text);
    status_->show();
}

void WhyPanel::showIssue(const Issue &issue)
{
    showMessage(QString::fromStdString(describe(issue)));
}

void WhyPanel::showAnswer(const ExplainedSet &answer)
{
    clear();
    stop_->hide();
    const Explanation &it = answer.explanation;
    if (answer.genotype.empty() && !it.ofMedium) {
        showMessage(tr("The wild type grows at %1 per hour. Delete genes, and here it is said what they cost.")
                        .arg(formatValue(it.wildTypeGrowth)));
        return;
    }
    status_->setText(it.ofMedium ? tr("Not even the wild type grows on this medium.")
                                 : tr("growth %1 · wild type %2 per hour")
                                       .arg(formatValue(it.growth.growth), formatValue(it.wildTypeGrowth)));
    status_->setToolTip(
        it.ofMedium ? QString()
                    : tr("growth %1, wild type %2 per hour; medium: %3")
                          .arg(formatExact(it.growth.growth), formatExact(it.wildTypeGrowth), titleOf(answer.medium)));
    status_->show();
    for (const ExplainedSentence &sentence : answer.sentences) {
        addSentence(linkedSentence(sentence));
    }
    addRescues(answer, firstRescues);
}

void WhyPanel::addSentence(const QString &html)
{
    auto *label = new QLabel(html);
    label->setObjectName(QStringLiteral("whySentence"));
    label->setTextFormat(Qt::RichText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextBrowserInteraction);
    label->setFocusPolicy(html.contains(QLatin1String("<a ")) ? Qt::StrongFocus : Qt::NoFocus);
    label->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    connect(label, &QLabel::linkActivated, this, &WhyPanel::openLink);
    list_->insertWidget(list_->count() - 1, label);
}

/// The first `count` of them.
void WhyPanel::addRescues(const ExplainedSet &answer, std::size_t count)
{
    const std::size_t shown = std::min(count, answer.rescues.size());
    for (std::size_t i = 0; i < shown; ++i) {
        const RescueOffer &rescue = answer.rescues[i];
        auto *line = new QWidget;
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        auto *name = new ElidedLabel;
        name->setText(tr("+ %1: %2 per hour").arg(rescue.nutrient, formatValue(rescue.growth)));
        name->setToolTip(tr("%1 (%2) in the medium, at most %3 mmol/gDW/h: growth %4 per hour")
                             .arg(rescue.nutrient, QString::fromStdString(rescue.exchangeId), formatValue(RescueUptake),
                                  formatExact(rescue.growth)));
        auto *attempt = new QPushButton(tr("Try"));
        attempt->setObjectName(QStringLiteral("whyTry"));
        attempt->setAccessibleName(tr("Put %1 into the medium").arg(rescue.nutrient));
        attempt->setToolTip(attempt->accessibleName());
        connect(attempt, &QPushButton::clicked, this, [this, rescue] { tryRescue(rescue); });
        row->addWidget(name, 1);
        row->addWidget(attempt);
        list_->insertWidget(list_->count() - 1, line);
    }
    if (shown < answer.rescues.size()) {
        const auto rest = qint64(answer.rescues.size() - shown);
        auto *more = new QPushButton(trCount("WhyPanel", "Show %1 more nutrient", "Show %1 more nutrients", rest));
        more->setObjectName(QStringLiteral("whyMore"));
        connect(more, &QPushButton::clicked, this, [this] {
            if (const auto &current = service_->answer()) {
                const ExplainedSet told = *current;
                clear();
                for (const ExplainedSentence &sentence : told.sentences) {
                    addSentence(linkedSentence(sentence));
                }
                addRescues(told, told.rescues.size());
            }
        });
        list_->insertWidget(list_->count() - 1, more);
    }
}

void WhyPanel::tryRescue(const RescueOffer &rescue)
{
    const Nutrient nutrient{rescue.exchange, rescue.exchangeId, rescue.nutrient};
    session_->setMedium(mediumWith(session_->medium(), nutrient, RescueUptake),
                        tr("%1 in the medium").arg(rescue.nutrient));
}

void WhyPanel::openLink(const QString &link)
{
    if (const auto thing = thingOf(link)) {
        if (thing->kind == ExplainedThing::Kind::Metabolite) {
            emit metaboliteLinked(thing->row);
        } else {
            emit reactionLinked(thing->row);
        }
    }
}

} // namespace knockscape::ui
