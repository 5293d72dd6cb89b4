#pragma once

#include <QWidget>

#include <vector>

class QLabel;
class QToolButton;

namespace knockscape::ui
{

/// One line: a few words, and buttons with icon and text on the right. Where it is too narrow for all the texts (in
/// another language, with another font), buttons keep their icons alone, the last one first; their tooltips and
/// accessible names say the rest. The words are never cut.
class ToolRow : public QWidget
{
    Q_OBJECT

public:
    ToolRow(QLabel *words, const std::vector<QToolButton *> &buttons, QWidget *parent = nullptr);

    /// With icons alone.
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void choose();

    QLabel *words_;
    std::vector<QToolButton *> buttons_;
};

} // namespace knockscape::ui
