#include "engine/training/training_config.h"

#include "engine/core/json_value.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cmath>
#include <utility>

namespace knockscape
{

namespace
{

using OrderedJson = nlohmann::ordered_json;

constexpr std::array LossNames{std::pair{LossKind::Mse, "mse"}, std::pair{LossKind::LogCosh, "logcosh"},
                               std::pair{LossKind::Huber, "huber"}};
constexpr std::array ScheduleNames{std::pair{Schedule::Constant, "constant"}, std::pair{Schedule::Cosine, "cosine"},
                                   std::pair{Schedule::Plateau, "plateau"}};
constexpr std::array SplitNames{std::pair{SplitKind::Random, "random"}, std::pair{SplitKind::ByGene, "gene"},
                                std::pair{SplitKind::ByPair, "pair"}};

template <typename Table, typename Value>
std::string nameOf(const Table &table, Value value)
{
    for (const auto &[candidate, name] : table) {
        if (candidate == value) {
            return name;
        }
    }
    return {};
}

/// Takes keys out of a JSON object.
class KeyTaker
{
public:
    KeyTaker(OrderedJson &object, const std::string &where) : object_(object), where_(where) {}

    void take(const char *key, double &value, double low, double high)
    {
        if (const auto json = remove(key)) {
            const auto number = jsonReal(*json, low, high);
            if (!number) {
                refuse(key, translate("Engine", "a number from %1 to %2", {formatNumber(low), formatNumber(high)}));
            }
            value = *number;
        }
    }

    template <typename Integer>
    void takeWhole(const char *key, Integer &value, double low, double high)
    {
        double number = static_cast<double>(value);
        take(key, number, low, high);
        if (number != std::floor(number)) {
            refuse(key, translate("Engine", "a whole number"));
        }
        value = static_cast<Integer>(number);
    }

    void take(const char *key, bool &value)
    {
        if (const auto json = remove(key)) {
            if (!json->is_boolean()) {
                refuse(key, translate("Engine", "true or false"));
            }
            value = json->template get<bool>();
        }
    }

    template <typename Table, typename Value>
    void take(const char *key, Value &value, const Table &table)
    {
        const auto json = remove(key);
        if (!json) {
            return;
        }
        std::vector<std::string> names;
        for (const auto &[candidate, name] : table) {
            if (json->is_string() && json->template get_ref<const std::string &>() == name) {
                value = candidate;
                return;
            }
            names.emplace_back(name);
        }
        refuse(key, translate("Engine", "one of %1", {joined(names, ", ")}));
    }

private:
    std::optional<OrderedJson> remove(const char *key)
    {
        const auto found = object_.find(key);
        if (found == object_.end()) {
            return std::nullopt;
        }
        OrderedJson value = *found;
        object_.erase(found);
        return value.is_null() ? std::nullopt : std::optional(std::move(value));
    }

    [[noreturn]] void refuse(const char *key, const std::string &expected) const
    {
        throw InputError(errorAt(where_ + ": " + key, translate("Engine", "the value must be %1", {expected}),
                                 translate("Engine", "Correct the value.")));
    }

    OrderedJson &object_;
    const std::string &where_;
};

} // namespace

SplitConfig parseTrainingConfig(std::string_view json, const std::string &where)
{
    SplitConfig result;
    OrderedJson object = trimmed(json).empty() ? OrderedJson::object() : OrderedJson::parse(json, nullptr, false);
    if (!object.is_object()) {
        throw InputError(
            errorAt(where, translate("Engine", "the configuration is not a JSON object"),
                    translate("Engine", "Give a file such as {\"epochs\": 80, \"hidden_channels\": 64}.")));
    }
    TrainingConfig &config = result.training;
    KeyTaker keys(object, where);
    keys.takeWhole("epochs", config.epochs, 1, 1e6);
    keys.takeWhole("batch_size", config.batchSize, 0, 1e6);
    keys.take("learning_rate", config.learningRate, 1e-8, 10.0);
    keys.take("weight_decay", config.weightDecay, 0.0, 10.0);
    keys.take("factor_weight_decay", config.factorWeightDecay, 0.0, 10.0);
    keys.take("factor_noise", config.factorNoise, 0.0, 1.0);
    keys.take("warmup", config.warmup, 0.0, 1.0);
    keys.take("schedule", config.schedule, ScheduleNames);
    keys.take("gradient_clip", config.gradientClip, 0.0, 1e6);
    keys.takeWhole("patience", config.patience, 0, 1e6);
    keys.take("loss", config.loss, LossNames);
    keys.take("fitness_weight", config.fitnessWeight, 0.0, 1e6);
    keys.take("interaction_weight", config.interactionWeight, 0.0, 1e6);
    keys.take("balance_by_variance", config.balanceByVariance);
    keys.take("source_balance", config.sourceBalance, 0.0, 1.0);
    keys.take("average_decay", config.averageDecay, 0.0, 0.99999);
    keys.take("interaction_attention", config.interactionAttention);
    keys.take("interaction_encoder", config.interactionEncoder);
    keys.takeWhole("profile_components", config.profileComponents, 0, 4096);
    keys.take("use_uncertainty", config.useUncertainty);
    keys.take("derive_interactions", config.deriveInteractions);
    keys.take("derive_fitness", config.deriveFitness);
    keys.take("test_fraction", config.testFraction, 0.0, 0.9);
    keys.take("split", config.split, SplitNames);
    result.modelJson = object.dump(-1, ' ', false, OrderedJson::error_handler_t::replace);
    return result;
}

std::string toJson(const TrainingConfig &config, const SplitOptions &split)
{
    OrderedJson json{{"epochs", config.epochs},
                     {"batch_size", config.batchSize},
                     {"learning_rate", config.learningRate},
                     {"weight_decay", config.weightDecay},
                     {"factor_weight_decay", config.factorWeightDecay},
                     {"factor_noise", config.factorNoise},
                     {"warmup", config.warmup},
                     {"schedule", nameOf(ScheduleNames, config.schedule)},
                     {"gradient_clip", config.gradientClip},
                     {"patience", config.patience},
                     {"loss", toText(config.loss)},
                     {"fitness_weight", config.fitnessWeight},
                     {"interaction_weight", config.interactionWeight},
                     {"balance_by_variance", config.balanceByVariance},
                     {"source_balance", config.sourceBalance},
                     {"average_decay", config.averageDecay},
                     {"interaction_attention", config.interactionAttention},
                     {"interaction_encoder", config.interactionEncoder},
                     {"profile_components", config.profileComponents},
                     {"use_uncertainty", config.useUncertainty},
                     {"derive_interactions", config.deriveInteractions},
                     {"derive_fitness", config.deriveFitness},
                     {"validation_fraction", split.validationFraction},
                     {"split_seed", split.seed},
                     {"test_fraction", config.testFraction},
                     {"split", nameOf(SplitNames, split.kind)}};
    if (split.validationSeed) {
        json["validation_seed"] = *split.validationSeed;
    }
    return json.dump();
}

std::optional<SplitOptions> repeatedSplit(std::string_view optionsJson)
{
    const OrderedJson options = OrderedJson::parse(optionsJson, nullptr, false);
    const auto at = [&](const char *key) {
        const auto found = options.is_object() ? options.find(key) : options.end();
        return found != options.end() ? *found : OrderedJson();
    };
    const auto validation = jsonReal(at("validation_fraction"), 0.0, 1.0);
    const auto test = jsonReal(at("test_fraction"), 0.0, 1.0);
    const auto seed = jsonInteger<std::uint64_t>(at("split_seed"));
    if (!validation || !test || !seed) {
        return std::nullopt;
    }
    SplitKind kind = SplitKind::Random;
    if (const auto found = options.find("split"); found != options.end() && found->is_string()) {
        for (const auto &[value, name] : SplitNames) {
            kind = *found == name ? value : kind;
        }
    }
    return SplitOptions{kind, *validation, *test, *seed, jsonInteger<std::uint64_t>(at("validation_seed"))};
}

std::string toText(LossKind loss)
{
    return nameOf(LossNames, loss);
}

} // namespace knockscape
