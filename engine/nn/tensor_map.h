#pragma once

#include <ATen/ATen.h>

#include <map>
#include <string>
#include <vector>

namespace knockscape
{

/// Tensors by name, the names of torchcell's state_dict. Parameters and buffers (running statistics) alike.
using TensorMap = std::map<std::string, at::Tensor>;

/// A view of the tensors whose names start with a prefix: what one layer sees of the model.
class Scope
{
public:
    explicit Scope(const TensorMap &tensors, std::string prefix = {}) : tensors_(&tensors), prefix_(std::move(prefix))
    {
    }

    /// The scope "prefix + name + '.'".
    Scope sub(const std::string &name) const { return Scope(*tensors_, prefix_ + name + '.'); }
    Scope sub(int index) const { return sub(std::to_string(index)); }

    bool has(const std::string &name) const { return tensors_->count(prefix_ + name) != 0; }
    /// The tensor; InputError naming it where the model lacks it.
    const at::Tensor &operator[](const std::string &name) const;
    /// The tensor, or an undefined one.
    at::Tensor optional(const std::string &name) const;

private:
    const TensorMap *tensors_;
    std::string prefix_;
};

/// True for tensors that training updates by statistics instead of gradients.
bool isBuffer(const std::string &name);

} // namespace knockscape
