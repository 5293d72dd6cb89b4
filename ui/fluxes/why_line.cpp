#include "ui/fluxes/why_line.h"

#include "ui/session/session.h"

namespace knockscape::ui
{

WhyLine::WhyLine(Session *session, ExplainService *service, QWidget *parent)
    : QLabel(parent), session_(session), service_(service)
{
    setObjectName(QStringLiteral("whyLine"));
    setWordWrap(true);
    setTextFormat(Qt::RichText);
    setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    setFocusPolicy(Qt::StrongFocus);
    hide();
    connect(this, &QLabel::linkActivated, this, &WhyLine::whyRequested);
    connect(service, &ExplainService::outdated, this, [this] {
        wanted_ = false;
        hide();
    });
    connect(service, &ExplainService::ready, this, [this](const ExplainedSet &answer) {
        if (wanted_ && !answer.sentences.empty()) {
            // The first sentence only says how it grows, which the card does.
            showText(answer.sentences[answer.sentences.size() > 1 ? 1 : 0].text);
        }
    });
    connect(service, &ExplainService::failed, this, [this] { hide(); });
    connect(service, &ExplainService::cancelled, this, [this] { hide(); });
}

void WhyLine::showSimulation(const LiveSimulation &simulation)
{
    wanted_ = simulation.genotype == session_->knockouts() && !simulation.genotype.empty() &&
              simulation.genesInModel > 0 && simulation.fitness < ExplainedFitness;
    if (!wanted_) {
        hide();
        return;
    }
    if (const auto &answer = service_->answer(); answer && !answer->sentences.empty()) {
        showText(answer->sentences[answer->sentences.size() > 1 ? 1 : 0].text);
    } else {
        showText(tr("looking for what is lost…"));
        service_->request();
    }
}

void WhyLine::showText(const QString &text)
{
    setText(QStringLiteral("<a href=\"why\">%1</a> %2").arg(tr("Why?").toHtmlEscaped(), text.toHtmlEscaped()));
    setToolTip(tr("All of it, with links into the map, and nutrients to try: tab Metabolism"));
    show();
}

} // namespace knockscape::ui
