#include "engine/nn/reference/layers.h"
#include "engine/nn/reference/metabolism.h"

#include <cmath>

namespace knockscape::reference
{

namespace
{

/// α of every member of every reaction: 1, or a softmax over the members of the reaction.
std::vector<Vector> attentionOf(const Parameters &parameters, const std::string &name, const Reactions &reactions,
                                bool attention, const Matrix &projected)
{
    std::vector<Vector> result;
    if (!attention) {
        for (const std::vector<Member> &members : reactions.members) {
            result.emplace_back(members.size(), 1.0);
        }
        return result;
    }
    const Matrix embeddings =
        linear(parameters, name + ".lin", parameters.matrix("metabolism_processor.hyperedge_embedding"));
    for (std::size_t reaction = 0; reaction < reactions.members.size(); ++reaction) {
        const Vector &embedding = embeddings.size() == 1 ? embeddings.front() : embeddings[reaction];
        Vector logits;
        for (const Member &member : reactions.members[reaction]) {
            Vector both = projected[member.metabolite];
            both.insert(both.end(), embedding.begin(), embedding.end());
            const double logit = dot(parameters.vector(name + ".att"), both);
            logits.push_back(logit < 0.0 ? 0.2 * logit : logit);
        }
        result.push_back(softmax(logits));
    }
    return result;
}

double inverse(double sum)
{
    return sum > 0.0 ? 1.0 / sum : 0.0;
}

} // namespace

Matrix hypergraphConvolution(const Parameters &parameters, const std::string &name, const Reactions &reactions,
                             bool attention, const Matrix &metabolites)
{
    const Matrix projected = linear(parameters, name + ".lin", metabolites);
    const std::size_t channels = parameters.vector(name + ".bias").size();
    const std::vector<Vector> alpha = attentionOf(parameters, name, reactions, attention, projected);
    Matrix result = zeros(metabolites.size(), channels);
    Vector sizes(metabolites.size(), 0.0);
    for (std::size_t reaction = 0; reaction < reactions.members.size(); ++reaction) {
        const std::vector<Member> &members = reactions.members[reaction];
        Vector hyperedge(channels, 0.0);
        double size = 0.0;
        for (std::size_t i = 0; i < members.size(); ++i) {
            addScaled(hyperedge, members[i].coefficient * alpha[reaction][i], projected[members[i].metabolite]);
            size += std::abs(members[i].coefficient);
        }
        for (std::size_t i = 0; i < members.size(); ++i) {
            addScaled(result[members[i].metabolite], members[i].coefficient * alpha[reaction][i] * inverse(size),
                      hyperedge);
            sizes[members[i].metabolite] += std::abs(members[i].coefficient);
        }
    }
    for (std::size_t metabolite = 0; metabolite < result.size(); ++metabolite) {
        for (double &value : result[metabolite]) {
            value *= inverse(sizes[metabolite]);
        }
        addScaled(result[metabolite], 1.0, parameters.vector(name + ".bias"));
    }
    return result;
}

} // namespace knockscape::reference
