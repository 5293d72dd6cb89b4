#pragma once

#include <QLabel>

namespace knockscape::ui
{

/// One line of plain text that ends in "…" where there is no room for all of it, instead of pushing its neighbours
/// about. Text with links is left to QLabel. text() is always the whole text.
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    QSize minimumSizeHint() const override;
    /// True while not all of the text is seen.
    bool isElided() const;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace knockscape::ui
