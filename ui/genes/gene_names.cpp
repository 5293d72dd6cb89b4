#include "ui/genes/gene_names.h"

#include "engine/core/ascii.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <numeric>

namespace knockscape::ui
{

namespace
{

char upper(char character)
{
    return character >= 'a' && character <= 'z' ? static_cast<char>(character - 'a' + 'A') : character;
}

// The digits at the front of `text` without leading zeros, which are removed from it.
std::string_view takeNumber(std::string_view &text)
{
    const auto end = static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), isDigit) - text.begin());
    std::string_view number = text.substr(0, end);
    text.remove_prefix(end);
    number.remove_prefix(std::min(number.find_first_not_of('0'), number.size()));
    return number;
}

// -1, 0, 1; zero for names that differ in case or leading zeros only.
int naturalCompare(std::string_view a, std::string_view b)
{
    while (!a.empty() && !b.empty()) {
        if (isDigit(a.front()) && isDigit(b.front())) {
            const std::string_view left = takeNumber(a);
            const std::string_view right = takeNumber(b);
            if (left.size() != right.size())
                return left.size() < right.size() ? -1 : 1;
            if (const int order = left.compare(right); order != 0)
                return order;
            continue;
        }
        const char left = upper(a.front());
        const char right = upper(b.front());
        if (left != right)
            return static_cast<unsigned char>(left) < static_cast<unsigned char>(right) ? -1 : 1;
        a.remove_prefix(1);
        b.remove_prefix(1);
    }
    return a.empty() ? (b.empty() ? 0 : -1) : 1;
}

} // namespace

bool naturalLess(std::string_view a, std::string_view b)
{
    const int order = naturalCompare(a, b);
    return order != 0 ? order < 0 : a < b;
}

std::vector<int> naturalRanks(const GeneCatalogue &genes)
{
    std::vector<GeneIndex> order(genes.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&](GeneIndex a, GeneIndex b) { return naturalLess(genes[a].label(), genes[b].label()); });
    std::vector<int> ranks(genes.size());
    for (std::size_t place = 0; place < order.size(); ++place)
        ranks[static_cast<std::size_t>(order[place])] = static_cast<int>(place);
    return ranks;
}

QString geneLabel(const GeneCatalogue &genes, GeneIndex gene)
{
    return QString::fromStdString(genes[gene].label());
}

QString geneLabelWithId(const GeneCatalogue &genes, GeneIndex gene)
{
    const Gene &entry = genes[gene];
    if (entry.name.empty() || entry.name == entry.id)
        return QString::fromStdString(entry.id);
    return QStringLiteral("%1 · %2").arg(QString::fromStdString(entry.name), QString::fromStdString(entry.id));
}

QString deletionLabel(const GeneCatalogue &genes, const Genotype &genotype)
{
    if (genotype.empty())
        return QCoreApplication::translate("Genotype", "wild type");
    QString label;
    for (const GeneIndex gene : genotype.genes()) {
        if (!label.isEmpty())
            label += QLatin1Char(' ');
        label += geneLabel(genes, gene).toLower() + QStringLiteral("Δ");
    }
    return label;
}

QString deletionToolTip(const GeneCatalogue &genes, const Genotype &genotype)
{
    if (genotype.empty())
        return QCoreApplication::translate("Genotype", "no gene deleted");
    QStringList lines;
    for (const GeneIndex gene : genotype.genes())
        lines << geneLabelWithId(genes, gene);
    return lines.join(QLatin1Char('\n'));
}

} // namespace knockscape::ui
