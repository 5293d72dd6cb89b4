#include "app/cli/label_predictions.h"

namespace knockscape::cli
{

GenotypeAnswers answersOf(Predictor &predictor, const JobControl &control)
{
    return [&](const std::vector<Genotype> &genotypes) {
        PhenotypeValues values;
        for (const Prediction &prediction : predictor.predictAll(genotypes, control)) {
            values.fitness.push_back(prediction.fitness);
            values.interaction.push_back(prediction.interaction);
        }
        return values;
    };
}

PhenotypeValues predictLabels(Predictor &predictor, const std::vector<Label> &rows, const JobControl &control)
{
    std::vector<Genotype> genotypes;
    for (const Label &row : rows) {
        genotypes.push_back(row.genotype);
    }
    return answersOf(predictor, control)(genotypes);
}

std::vector<double> predictSingles(Predictor &predictor, std::size_t geneCount, const JobControl &control)
{
    std::vector<Label> singles(geneCount);
    for (std::size_t gene = 0; gene < geneCount; ++gene) {
        singles[gene].genotype = Genotype{static_cast<GeneIndex>(gene)};
    }
    return predictLabels(predictor, singles, control).fitness;
}

} // namespace knockscape::cli
