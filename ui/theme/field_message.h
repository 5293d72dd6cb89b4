#pragma once

#include <QLabel>

class QLineEdit;

namespace knockscape::ui
{

/// What is wrong with what was typed into a field: lies right under the field, over what is there, so that nothing
/// moves when it comes or goes. Belongs to the field and follows it. Hidden without a text.
class FieldMessage : public QLabel
{
    Q_OBJECT

public:
    explicit FieldMessage(QLineEdit *field);
    ~FieldMessage() override;

    /// Plain text; empty takes the message away.
    void showText(const QString &text);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    void restyle();

    QLineEdit *field_;
};

} // namespace knockscape::ui
