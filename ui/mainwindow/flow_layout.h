#pragma once

#include <QLayout>
#include <QList>

namespace knockscape::ui
{

/// Items side by side, wrapped into as many rows as the width asks for.
class FlowLayout : public QLayout
{
public:
    explicit FlowLayout(QWidget *parent, int spacing);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    int count() const override;
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override;
    bool hasHeightForWidth() const override;
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    /// Places the items in `rect` (or only measures) and returns the height used.
    int arrange(const QRect &rect, bool measureOnly) const;

    QList<QLayoutItem *> items_;
};

} // namespace knockscape::ui
