#pragma once

#include <QPlainTextEdit>

namespace knockscape::ui
{

/// A text field for names that takes a dropped file for its content instead of its address.
class KnockoutTextEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit KnockoutTextEdit(QWidget *parent = nullptr);

signals:
    void fileDropped(const QString &file);

protected:
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
};

} // namespace knockscape::ui
