#pragma once

#include <QStringList>

#include <utility>

/// What libraries say on the console while a test runs: it is no place for a person's attention, so nothing should be.
namespace knockscape::ui::tests
{

/// What was said since keepMessages(); the platform's remarks about window sizes, which nobody can act on, apart.
inline QStringList &messages()
{
    static QStringList said;
    return said;
}

/// Forgets what was said and keeps what will be, beside writing it as before.
inline void keepMessages()
{
    static QtMessageHandler before = nullptr;
    messages().clear();
    if (before == nullptr) {
        before = qInstallMessageHandler([](QtMsgType type, const QMessageLogContext &context, const QString &message) {
            if (!message.contains(QLatin1String("propagateSizeHints"))) {
                messages() << message;
            }
            before(type, context, message);
        });
    }
}

} // namespace knockscape::ui::tests
