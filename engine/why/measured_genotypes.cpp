#include "engine/why/measured_genotypes.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace knockscape
{

namespace
{

double meanOfKnown(std::span<const Label *const> rows, double Label::*value)
{
    double sum = 0.0;
    std::size_t count = 0;
    for (const Label *row : rows) {
        if (!std::isnan(row->*value)) {
            sum += row->*value;
            ++count;
        }
    }
    return count == 0 ? std::numeric_limits<double>::quiet_NaN() : sum / static_cast<double>(count);
}

MeasuredGenotype measuredOf(std::span<const Label *const> rows)
{
    std::map<std::string, std::int64_t> sources;
    for (const Label *row : rows) {
        ++sources[row->source];
    }
    MeasuredGenotype measured{rows.front()->genotype,
                              meanOfKnown(rows, &Label::fitness),
                              meanOfKnown(rows, &Label::interaction),
                              rows.size(),
                              {},
                              labelKindOf(sources)};
    for (const auto &[source, count] : sources) {
        measured.sources.push_back(source);
    }
    return measured;
}

} // namespace

MeasuredGenotypes::MeasuredGenotypes(std::span<const Label> labels)
{
    std::vector<const Label *> rows;
    rows.reserve(labels.size());
    for (const Label &label : labels) {
        rows.push_back(&label);
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Label *left, const Label *right) { return left->genotype < right->genotype; });
    for (std::size_t first = 0; first < rows.size();) {
        std::size_t last = first + 1;
        while (last < rows.size() && rows[last]->genotype == rows[first]->genotype) {
            ++last;
        }
        genotypes_.push_back(measuredOf(std::span(rows).subspan(first, last - first)));
        first = last;
    }
}

const MeasuredGenotype *MeasuredGenotypes::find(const Genotype &genotype) const
{
    const auto found =
        std::lower_bound(genotypes_.begin(), genotypes_.end(), genotype,
                         [](const MeasuredGenotype &row, const Genotype &wanted) { return row.genotype < wanted; });
    return found != genotypes_.end() && found->genotype == genotype ? &*found : nullptr;
}

} // namespace knockscape
