#pragma once

#include <QSvgRenderer>
#include <QWidget>

namespace knockscape::ui
{

/// Shows a plate as the engine draws it (engine/plan/plate_picture.h), sharp at every scale.
class PlateView : public QWidget
{
    Q_OBJECT

public:
    explicit PlateView(QWidget *parent = nullptr);

    /// An SVG text; empty: nothing.
    void setPicture(const QByteArray &svg);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QSvgRenderer renderer_;
};

} // namespace knockscape::ui
