#pragma once

#include <QStackedWidget>

namespace knockscape::ui
{

/// One place for what comes and goes (progress, offers, notes): it is always there and always as high as the highest of
/// its pages, so that nothing around it moves when another page is shown. The first page is the one at rest.
class SteadyPlace : public QStackedWidget
{
    Q_OBJECT

public:
    explicit SteadyPlace(QWidget *parent = nullptr);

    /// Shows this page, and puts the keyboard into it where it was in the one before.
    void show(QWidget *page);
};

} // namespace knockscape::ui
