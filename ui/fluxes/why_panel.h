#pragma once

#include "engine/core/issue.h"
#include "ui/session/explain_service.h"

#include <QTimer>
#include <QWidget>

#include <vector>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace knockscape::ui
{

class Session;

/// Why the knockout set grows less than the wild type, in sentences whose reactions and metabolites are links, and the
/// nutrients that would rescue it, each of which can be put into the medium. Asks for the explanation while it is seen.
class WhyPanel : public QWidget
{
    Q_OBJECT

public:
    WhyPanel(Session *session, ExplainService *service, QWidget *parent = nullptr);

signals:
    /// A reaction or metabolite of the cell was chosen; for a rescue, its exchange reaction.
    void reactionLinked(int row);
    void metaboliteLinked(int row);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    /// Takes away what was said, and asks again if somebody looks.
    void follow();
    void showAnswer(const ExplainedSet &answer);
    void showMessage(const QString &text);
    void showIssue(const Issue &issue);
    void addSentence(const QString &html);
    void addRescues(const ExplainedSet &answer, std::size_t count);
    void clear();
    void tryRescue(const RescueOffer &rescue);
    void openLink(const QString &link);
    void showMedium();

    Session *session_;
    ExplainService *service_;
    QLabel *medium_ = nullptr;
    QLabel *status_ = nullptr;
    QPushButton *stop_ = nullptr;
    QWidget *page_ = nullptr;
    QVBoxLayout *list_ = nullptr;
    /// Ticks in quick succession are one question.
    QTimer delay_;
};

} // namespace knockscape::ui
