#pragma once

#include "engine/core/model_summary.h"

#include <QDialog>

#include <vector>

namespace knockscape::ui
{

/// What is known about the open models, the same facts as "knockscape-cli model info": a section a model where there
/// are several.
class ModelInfoDialog : public QDialog
{
    Q_OBJECT

public:
    ModelInfoDialog(const std::vector<ModelSummary> &models, const QString &cell, QWidget *parent = nullptr);

    /// Everything as text, tab-separated, as the button copies it.
    QString text() const { return text_; }

private:
    QString text_;
};

} // namespace knockscape::ui
