#include "engine/nn/reference/convolutions.h"
#include "engine/nn/reference/layers.h"

#include <cmath>
#include <functional>

namespace knockscape::reference
{

namespace
{

/// Channels head·width … head·width + width − 1.
Vector headOf(const Vector &row, std::size_t head, std::size_t width)
{
    const auto begin = row.begin() + static_cast<std::ptrdiff_t>(head * width);
    return {begin, begin + static_cast<std::ptrdiff_t>(width)};
}

/// How much the target of a message attends to its source, before the softmax.
using Logit = std::function<double(const Message &message, std::size_t head)>;

/// For every gene and head: Σ softmax(logit)·value over the messages the gene receives; [genes, heads·width].
Matrix attend(const Matrix &values, std::size_t heads, const std::vector<Message> &messages, const Logit &logit)
{
    const std::size_t width = values.front().size() / heads;
    Matrix result = zeros(values.size(), heads * width);
    for (std::size_t gene = 0; gene < values.size(); ++gene) {
        for (std::size_t head = 0; head < heads; ++head) {
            Vector logits;
            Matrix received;
            for (const Message &message : messages) {
                if (message.target == gene) {
                    logits.push_back(logit(message, head));
                    received.push_back(headOf(values[message.source], head, width));
                }
            }
            const Vector weights = softmax(logits);
            for (std::size_t i = 0; i < received.size(); ++i) {
                for (std::size_t channel = 0; channel < width; ++channel) {
                    result[gene][head * width + channel] += weights[i] * received[i][channel];
                }
            }
        }
    }
    return result;
}

/// Heads side by side, or their mean.
Matrix joinHeads(const Matrix &x, std::size_t heads, bool concat)
{
    if (concat) {
        return x;
    }
    const std::size_t width = x.front().size() / heads;
    Matrix result = zeros(x.size(), width);
    for (std::size_t row = 0; row < x.size(); ++row) {
        for (std::size_t head = 0; head < heads; ++head) {
            addScaled(result[row], 1.0 / static_cast<double>(heads), headOf(x[row], head, width));
        }
    }
    return result;
}

} // namespace

Matrix gat(const Parameters &parameters, const std::string &name, const ConvolutionOptions &options,
           const std::vector<Message> &messages, const Matrix &x)
{
    const std::string inner = options.concat ? name + ".gat" : name;
    const std::vector<Message> all = options.addSelfLoops ? withLoops(withoutLoops(messages), x.size()) : messages;
    const auto heads = static_cast<std::size_t>(options.heads);
    const Matrix left = linear(parameters, inner + ".lin_l", x);
    const Matrix right = options.shareWeights ? left : linear(parameters, inner + ".lin_r", x);
    const Vector &attention = parameters.vector(inner + ".att");
    const std::size_t width = left.front().size() / heads;
    const Logit logit = [&](const Message &message, std::size_t head) {
        double sum = 0.0;
        for (std::size_t channel = head * width; channel < (head + 1) * width; ++channel) {
            const double value = left[message.source][channel] + right[message.target][channel];
            sum += attention[channel] * (value < 0.0 ? 0.2 * value : value);
        }
        return sum;
    };
    Matrix result = joinHeads(attend(left, heads, all, logit), heads, options.concat);
    if (options.bias) {
        for (Vector &row : result) {
            addScaled(row, 1.0, parameters.vector(inner + ".bias"));
        }
    }
    return options.concat ? linear(parameters, name + ".project", result) : result;
}

Matrix transformer(const Parameters &parameters, const std::string &name, const ConvolutionOptions &options,
                   const std::vector<Message> &messages, const Matrix &x)
{
    const std::vector<Message> all = options.addSelfLoops ? withLoops(messages, x.size()) : messages;
    const auto heads = static_cast<std::size_t>(options.heads);
    const Matrix query = linear(parameters, name + ".lin_query", x);
    const Matrix key = linear(parameters, name + ".lin_key", x);
    const Matrix value = linear(parameters, name + ".lin_value", x);
    const std::size_t width = query.front().size() / heads;
    const Logit logit = [&](const Message &message, std::size_t head) {
        return dot(headOf(query[message.target], head, width), headOf(key[message.source], head, width)) /
               std::sqrt(static_cast<double>(width));
    };
    Matrix result = joinHeads(attend(value, heads, all, logit), heads, options.concat);
    if (!options.rootWeight) {
        return result;
    }
    const Matrix root = linear(parameters, name + ".lin_skip", x);
    for (std::size_t gene = 0; gene < x.size(); ++gene) {
        if (!options.beta) {
            addScaled(result[gene], 1.0, root[gene]);
            continue;
        }
        Vector gateInput = result[gene];
        gateInput.insert(gateInput.end(), root[gene].begin(), root[gene].end());
        for (std::size_t channel = 0; channel < root[gene].size(); ++channel) {
            gateInput.push_back(result[gene][channel] - root[gene][channel]);
        }
        const double gate =
            activate(ActivationType::Sigmoid, dot(parameters.vector(name + ".lin_beta.weight"), gateInput));
        for (std::size_t channel = 0; channel < root[gene].size(); ++channel) {
            result[gene][channel] = gate * root[gene][channel] + (1.0 - gate) * result[gene][channel];
        }
    }
    return result;
}

} // namespace knockscape::reference
