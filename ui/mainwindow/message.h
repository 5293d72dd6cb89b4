#pragma once

#include "engine/core/issue.h"

#include <QString>

#include <functional>
#include <vector>

namespace knockscape::ui
{

/// What a message is about. When that changes the message is not true any more and goes away
/// (main_window_messages.cpp says what changes what).
enum class MessageTopic {
    /// Something about the open cell or its contents.
    General,
    /// A cell that was or was not opened or imported.
    Cell,
    /// A model that was or was not opened.
    Model,
    /// Why a prediction did not begin.
    Blocked,
    /// How a prediction ended.
    Prediction,
    /// The answer for the current knockout set.
    Live,
    /// A run of the history that was or was not opened.
    PastRun,
    Screen,
    Training,
    Measured,
    Plan,
    Network,
    /// A metabolic map that was not drawn or read as it is.
    Metabolism,
    /// A file that was or was not written.
    Export,
    /// The run database.
    Database,
    /// The prediction module.
    Module
};

/// Something that can be done about a message, as a button in it.
struct MessageAction {
    QString text;
    std::function<void()> run;
};

/// What happened: a headline, the issues behind it, and what can be done with one click.
struct Message {
    QString headline;
    std::vector<Issue> issues;
    MessageTopic topic = MessageTopic::General;
    std::vector<MessageAction> actions;
};

} // namespace knockscape::ui
