#pragma once

#include "engine/core/issue.h"

#include <filesystem>
#include <string>
#include <vector>

namespace knockscape
{

/// A hyper-parameter that neither a model file nor its tensors tell, and what it may be. Values are JSON texts
/// ("\"relu\"", "true", "4", "null").
struct HyperparameterQuestion {
    /// "activation", "gene_encoder_layer_config.normalize".
    std::string key;
    /// What it decides, in the person's language.
    std::string meaning;
    std::vector<std::string> allowed;
    /// The value that torchcell takes when nothing is said; one of `allowed`.
    std::string torchcellDefault;
};

/// Thrown for a model file that cannot be opened before a person answers questions: one issue per question.
class MissingHyperparameters : public InputError
{
public:
    MissingHyperparameters(std::filesystem::path file, std::vector<Issue> issues,
                           std::vector<HyperparameterQuestion> questions);
    MissingHyperparameters(const MissingHyperparameters &) = default;
    MissingHyperparameters &operator=(const MissingHyperparameters &) = default;
    ~MissingHyperparameters() override;

    /// The model file.
    const std::filesystem::path &file() const noexcept { return file_; }
    const std::vector<HyperparameterQuestion> &questions() const noexcept { return questions_; }

private:
    std::filesystem::path file_;
    std::vector<HyperparameterQuestion> questions_;
};

} // namespace knockscape
