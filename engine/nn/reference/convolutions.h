#pragma once

#include "engine/nn/model_config.h"
#include "engine/nn/reference/parameters.h"

#include <string>
#include <vector>

namespace knockscape::reference
{

/// A message from gene `source` to gene `target`.
struct Message {
    std::size_t source = 0;
    std::size_t target = 0;
};

/// One convolution of the gene encoder over one edge type: x [genes, in] → [genes, hidden]. `name` is where the
/// parameters of this edge type stand, without the last dot; `messages` is the network as it is, its self loops not yet
/// treated.
Matrix convolve(const Parameters &parameters, const std::string &name, const ModelConfig &config,
                const std::vector<Message> &messages, const Matrix &x);

/// PyG 2.6's GCNConv: Kipf and Welling 2017.
Matrix gcn(const Parameters &parameters, const std::string &name, const ConvolutionOptions &options,
           const std::vector<Message> &messages, const Matrix &x);
/// PyG 2.6's GATv2Conv (Brody et al. 2022) and, where its heads are concatenated, torchcell's projection.
Matrix gat(const Parameters &parameters, const std::string &name, const ConvolutionOptions &options,
           const std::vector<Message> &messages, const Matrix &x);
/// PyG 2.6's TransformerConv: Shi et al. 2021.
Matrix transformer(const Parameters &parameters, const std::string &name, const ConvolutionOptions &options,
                   const std::vector<Message> &messages, const Matrix &x);
/// PyG 2.6's GINConv (Xu et al. 2019) around torchcell's MLP.
Matrix gin(const Parameters &parameters, const std::string &name, const ModelConfig &config,
           const std::vector<Message> &messages, const Matrix &x);

/// `messages` without those from a gene to itself.
std::vector<Message> withoutLoops(const std::vector<Message> &messages);
/// `messages` and one more from every gene to itself.
std::vector<Message> withLoops(std::vector<Message> messages, std::size_t genes);

} // namespace knockscape::reference
