#pragma once

#include <QLabel>

namespace knockscape::ui
{

/// Plain text that wraps in room for so many lines, which it takes at all times, whatever it says: nothing around it
/// moves when the text comes, goes or grows. Where the room is too small the last line ends in "…", and the tooltip has
/// the whole. text() is always the whole text.
class SteadyLines : public QLabel
{
    Q_OBJECT

public:
    explicit SteadyLines(int lines, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    /// The height does not follow from the width, as with other labels that wrap.
    bool hasHeightForWidth() const override { return false; }
    /// True while not all of the text is seen.
    bool isCut() const;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    int lines_;
};

} // namespace knockscape::ui
