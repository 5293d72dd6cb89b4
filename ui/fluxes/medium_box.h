#pragma once

#include "engine/core/issue.h"
#include "engine/fba/media.h"

#include <QComboBox>

#include <vector>

namespace knockscape::ui
{

class Session;

/// The choice of the session's medium: the cell's own, the derived ones, the saved ones, what was tried, and «Edit…».
/// Media that a cell cannot have are listed, with the reason in the tooltip, but cannot be chosen.
class MediumBox : public QComboBox
{
    Q_OBJECT

public:
    explicit MediumBox(Session *session, QWidget *parent = nullptr);

    /// Reads the saved media again.
    void refresh();

private:
    void fill();
    void choose(int index);
    void edit();
    void showCurrent();

    Session *session_;
    std::vector<Medium> media_;
    std::vector<Issue> refused_;
};

/// What a medium holds, for tooltips: "12 nutrients, among them D-glucose 10".
QString mediumSummary(const Medium &medium);

} // namespace knockscape::ui
