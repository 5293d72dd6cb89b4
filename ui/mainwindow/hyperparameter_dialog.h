#pragma once

#include "engine/core/missing_hyperparameters.h"

#include <QDialog>

#include <vector>

class QComboBox;

namespace knockscape::ui
{

/// Asks for what a model file does not tell: one choice per hyper-parameter, torchcell's default chosen beforehand.
class HyperparameterDialog : public QDialog
{
    Q_OBJECT

public:
    HyperparameterDialog(const QString &file, std::vector<HyperparameterQuestion> questions, QWidget *parent = nullptr);

    /// The choices as JSON text, {"activation": "relu", "gene_encoder_layer_config": {"normalize": true}}.
    std::string answers() const;

private:
    std::vector<HyperparameterQuestion> questions_;
    std::vector<QComboBox *> choices_;
};

} // namespace knockscape::ui
