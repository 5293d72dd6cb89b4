#pragma once

#include "ui/screening/screen_plan.h"
#include "ui/session/screen_service.h"
#include "ui/session/session.h"

#include <QDialog>

#include <memory>
#include <vector>

namespace knockscape::ui
{

/// Genes that a screen can be made of: "genes shown in the list".
struct NamedGenes {
    QString name;
    std::vector<GeneIndex> genes;
};

/// What to screen, what to keep and what it will cost; nothing begins before a person has seen count, time and disk
/// space. Names and expressions are checked while they are typed, with the reason beside them.
class ScreenDialog : public QDialog
{
    Q_OBJECT

public:
    /// `panels` are offered beside the whole genome and pasted names; empty ones are left out.
    ScreenDialog(Session *session, ScreenService *service, std::vector<NamedGenes> panels, QWidget *parent = nullptr);
    ~ScreenDialog() override;

    void setKind(ScreenKind kind);
    /// Something that will be lost when a screen begins.
    void setNotice(const QString &notice);
    /// What was asked for; meaningful once accepted.
    ScreenPlan plan() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// More rows than this are not browsed (a view counts pixels in 31 bits): the table then shows the best ones.
inline constexpr std::uint64_t mostBrowsableRows = 80'000'000;

} // namespace knockscape::ui
