#include "engine/nn/tensor_map.h"

#include "engine/core/issue.h"
#include "engine/core/translate.h"

#include <string_view>

namespace knockscape
{

const at::Tensor &Scope::operator[](const std::string &name) const
{
    const auto found = tensors_->find(prefix_ + name);
    if (found == tensors_->end()) {
        throw InputError(errorAt(prefix_ + name, translate("Engine", "The model lacks this tensor.")));
    }
    return found->second;
}

at::Tensor Scope::optional(const std::string &name) const
{
    const auto found = tensors_->find(prefix_ + name);
    return found == tensors_->end() ? at::Tensor() : found->second;
}

bool isBuffer(const std::string &name)
{
    const std::string_view text = name;
    return text.ends_with(".running_mean") || text.ends_with(".running_var") ||
           text.ends_with(".num_batches_tracked") || text == "interaction_factors.unit";
}

} // namespace knockscape
