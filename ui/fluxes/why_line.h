#pragma once

#include "ui/session/explain_service.h"
#include "ui/session/simulation_service.h"

#include <QLabel>

namespace knockscape::ui
{

class Session;

/// One line for the knockout card: why growth is lost or much reduced, in the first words of the explanation, with a
/// link to all of it. Hidden where there is nothing to explain.
class WhyLine : public QLabel
{
    Q_OBJECT

public:
    WhyLine(Session *session, ExplainService *service, QWidget *parent = nullptr);

    /// A set that grows less than this, of the wild type, is explained.
    static constexpr double ExplainedFitness = 0.5;

public slots:
    /// Simulated growth of the current set: asks for the explanation where much is lost.
    void showSimulation(const knockscape::ui::LiveSimulation &simulation);

signals:
    /// The link was chosen.
    void whyRequested();

private:
    void showText(const QString &text);

    Session *session_;
    ExplainService *service_;
    bool wanted_ = false;
};

} // namespace knockscape::ui
