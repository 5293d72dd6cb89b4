#pragma once

#include <QWidget>

namespace knockscape::ui
{

/// A small horizontal bar around zero: to the left and blue for negative values, to the right and orange for positive.
class EffectBar : public QWidget
{
    Q_OBJECT

public:
    explicit EffectBar(QWidget *parent = nullptr);
    /// NaN: an empty bar.
    void setValue(double value);
    QSize sizeHint() const override { return {72, 12}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double value_;
};

} // namespace knockscape::ui
