#include "engine/nn/reference/parameters.h"

#include "engine/core/issue.h"
#include "engine/core/translate.h"

#include <utility>

namespace knockscape::reference
{

void Parameters::add(const std::string &name, std::vector<std::int64_t> shape, Vector values)
{
    tensors_[name] = {std::move(shape), std::move(values)};
}

const Parameters::Tensor &Parameters::find(const std::string &name) const
{
    const auto found = tensors_.find(name);
    if (found == tensors_.end()) {
        throw InputError(errorAt(name, translate("Engine", "The model lacks this tensor.")));
    }
    return found->second;
}

const Vector &Parameters::vector(const std::string &name) const
{
    return find(name).values;
}

Matrix Parameters::matrix(const std::string &name) const
{
    const Tensor &tensor = find(name);
    const auto columns = static_cast<std::ptrdiff_t>(tensor.shape.at(1));
    Matrix rows;
    for (auto row = tensor.values.begin(); row != tensor.values.end(); row += columns) {
        rows.emplace_back(row, row + columns);
    }
    return rows;
}

} // namespace knockscape::reference
