#pragma once

#include <QAbstractButton>

namespace knockscape::ui
{

/// One knocked-out gene: its name, italic and lower case, with a × at the right. A click on the × (or Delete,
/// Backspace) asks to remove it; a click elsewhere (or Return) to show it. Tab and the arrow keys move between chips.
class KnockoutChip : public QAbstractButton
{
    Q_OBJECT

public:
    KnockoutChip(int gene, const QString &label, QWidget *parent = nullptr);

    int gene() const noexcept { return gene_; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    /// Where the × is, in the chip's coordinates.
    QRect removeArea() const;

signals:
    void removeRequested(int gene);
    void activated(int gene);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QFont labelFont() const;

    int gene_;
    bool overRemove_ = false;
};

} // namespace knockscape::ui
