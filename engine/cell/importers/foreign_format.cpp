#include "engine/cell/importers/foreign_format.h"

#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <array>

namespace knockscape
{
namespace
{

using namespace std::string_view_literals;

std::string asText()
{
    return translate("Engine", "Export the data as text.");
}

std::string unpack()
{
    return translate("Engine", "Unpack it first.");
}

std::string saveSheet()
{
    return translate("Engine", "Save the sheet as CSV or TSV and choose that.");
}

std::string geneTable()
{
    return translate("Engine", "Give a table of genes, such as NCBI's gene_info of the organism.");
}

std::string copyTable()
{
    return translate("Engine", "Copy the table into a spreadsheet and save it as CSV or TSV.");
}

std::string exportGraph()
{
    return translate("Engine", "Export the network as GraphML, XGMML, GEXF, SIF or CX2.");
}

std::string asSbml()
{
    return translate("Engine", "Convert the model to SBML (for SBtab: www.sbtab.net).");
}

std::string getFile()
{
    return translate("Engine", "Download the file itself, signed in where that is needed.");
}

/// UTF-16 as names of parts stand in files of old Office programs.
bool holdsWide(std::string_view content, std::string_view name)
{
    std::string wide;
    for (const char c : name) {
        wide += c;
        wide += '\0';
    }
    return content.find(wide) != std::string_view::npos;
}

ForeignFormat office(std::string_view content)
{
    if (holdsWide(content, "Workbook") || holdsWide(content, "Book")) {
        return {translate("Engine", "Excel workbook (.xls)"), saveSheet()};
    }
    return holdsWide(content, "WordDocument") ? ForeignFormat{translate("Engine", "Word document"), copyTable()}
                                              : ForeignFormat{"Microsoft Office", copyTable()};
}

/// ZIP is what many formats are made of; the names of the parts tell.
std::optional<ForeignFormat> zip(std::string_view content)
{
    const auto holds = [&](std::string_view name) { return content.find(name) != std::string_view::npos; };
    if (holds("data.pkl")) {
        return std::nullopt;
    }
    return holds("xl/workbook") ? ForeignFormat{translate("Engine", "Excel workbook (.xlsx)"), saveSheet()}
           : holds("opendocument.spreadsheet")
               ? ForeignFormat{translate("Engine", "OpenDocument spreadsheet (.ods)"), saveSheet()}
           : holds("Index/Document.iwa") ? ForeignFormat{translate("Engine", "Numbers spreadsheet"), saveSheet()}
           : holds("word/document") || holds("opendocument.text")
               ? ForeignFormat{translate("Engine", "text document"), copyTable()}
           : holds("CytoscapeSession") || holds("cysession.xml")
               ? ForeignFormat{translate("Engine", "Cytoscape session"), exportGraph()}
           : holds(".npy") ? ForeignFormat{"NumPy .npz", translate("Engine", "Save one array alone (numpy.save).")}
           : holds("manifest.xml") && holds(".xml")
               ? ForeignFormat{translate("Engine", "archive with a model (OMEX)"),
                               translate("Engine", "Unpack it and choose the SBML file inside.")}
               : ForeignFormat{translate("Engine", "ZIP archive"), unpack()};
}

struct Signature {
    std::string_view start;
    const char *name;
};

constexpr std::array<Signature, 9> pictures = {{{"\x89PNG"sv, "PNG"},
                                                {"\xff\xd8\xff"sv, "JPEG"},
                                                {"GIF8"sv, "GIF"},
                                                {"II*\0"sv, "TIFF"},
                                                {"MM\0*"sv, "TIFF"},
                                                {"SQLite format 3"sv, "SQLite"},
                                                {"\x89HDF"sv, "HDF5"},
                                                {"PAR1"sv, "Parquet"},
                                                {"ARROW1"sv, "Arrow"}}};
constexpr std::array<Signature, 4> archives = {{{"7z\xbc\xaf"sv, "7-Zip"},
                                                {"\xfd"
                                                 "7zXZ"sv,
                                                 "xz"},
                                                {"\x28\xb5\x2f\xfd"sv, "Zstandard"},
                                                {"Rar!"sv, "RAR"}}};

std::optional<ForeignFormat> foreignBinary(std::string_view content)
{
    const auto starts = [&](const Signature &signature) { return content.starts_with(signature.start); };
    if (content.starts_with("%PDF"sv)) {
        return ForeignFormat{"PDF", copyTable()};
    }
    if (content.starts_with("{\\rtf"sv)) {
        return ForeignFormat{translate("Engine", "text document (RTF)"), translate("Engine", "Save it as plain text.")};
    }
    if (content.starts_with("\xd0\xcf\x11\xe0"sv)) {
        return office(content);
    }
    if (content.starts_with("PK\x03\x04"sv)) {
        return zip(content);
    }
    if (content.starts_with("MATLAB 5.0 MAT-file"sv) || content.starts_with("MATLAB 7.3 MAT-file"sv)) {
        return ForeignFormat{translate("Engine", "MATLAB data (.mat)"),
                             translate("Engine", "Save a model as SBML or JSON (COBRA Toolbox: writeCbModel; COBRApy: "
                                                 "save_json_model), other data as text.")};
    }
    if (const auto found = std::find_if(pictures.begin(), pictures.end(), starts); found != pictures.end()) {
        return ForeignFormat{found->name, asText()};
    }
    if (const auto found = std::find_if(archives.begin(), archives.end(), starts); found != archives.end()) {
        return ForeignFormat{found->name, unpack()};
    }
    if (content.size() > 262 && content.substr(257, 5) == "ustar") {
        return ForeignFormat{translate("Engine", "TAR archive"), unpack()};
    }
    const bool serialised = content.starts_with("X\n\0\0"sv) || content.starts_with("RDX2\n"sv) ||
                            content.starts_with("RDX3\n"sv) || content.starts_with("RDA2\n"sv) ||
                            content.starts_with("RDA3\n"sv);
    return serialised ? std::optional<ForeignFormat>({translate("Engine", "data of R"),
                                                      translate("Engine", "Write it as a table in R (write.table).")})
                      : std::nullopt;
}

/// What a server sends in place of a file, as plain text.
bool isServerMessage(std::string_view content)
{
    const std::string_view text = trimmed(content);
    if (text.size() > 200 || text.find_first_of("\t,;>") != std::string_view::npos) {
        return false;
    }
    const std::string lower = lowered(text);
    constexpr std::array words = {"not found",    "access denied",       "forbidden",
                                  "unauthorized", "rate limit",          "bad request",
                                  "bad gateway",  "service unavailable", "internal server error"};
    return std::any_of(words.begin(), words.end(),
                       [&](const char *word) { return lower.find(word) != std::string::npos; });
}

/// CellDesigner draws processes as SBML, in which proteins are species like metabolites. A model with bounds or rules
/// that only was drawn with it is a model.
bool isDiagram(std::string_view content)
{
    const auto holds = [&](std::string_view word) { return content.find(word) != std::string_view::npos; };
    return content.starts_with('<') &&
           content.substr(0, 4096).find("sbml.org/2001/ns/celldesigner") != std::string_view::npos && !holds("/fbc/") &&
           !holds("LOWER_BOUND") && !holds("GENE_ASSOCIATION") && !holds("GENE ASSOCIATION");
}

std::optional<ForeignFormat> foreignText(std::string_view content)
{
    if (isDiagram(content)) {
        return ForeignFormat{translate("Engine", "diagram of CellDesigner"),
                             translate("Engine",
                                       "It has no flux bounds and no gene rules: give a metabolic model in SBML "
                                       "with the fbc package, such as those of BiGG, or COBRA JSON.")};
    }
    // Spreadsheets put long cells in quotes.
    content.remove_prefix(content.starts_with("\"!!") ? 1 : 0);
    struct Start {
        std::string_view start;
        const char *name;
        std::string (*remedy)();
    };
    static constexpr std::array<Start, 9> starts = {{{"!!!SBtab", "SBtab", asSbml},
                                                     {"!!SBtab", "SBtab", asSbml},
                                                     {"##gff-version", "GFF3", geneTable},
                                                     {"##fileformat=VCF", "VCF", asText},
                                                     {"@HD\t", "SAM", asText},
                                                     {"*Vertices", "Pajek", exportGraph},
                                                     {"*vertices", "Pajek", exportGraph},
                                                     {"digraph ", "Graphviz", exportGraph},
                                                     {"strict graph ", "Graphviz", exportGraph}}};
    for (const Start &start : starts) {
        if (content.starts_with(start.start)) {
            return ForeignFormat{start.name, start.remedy()};
        }
    }
    const std::string line = lowered(content.substr(0, std::min(content.find('\n'), std::size_t{200})));
    if ((line.starts_with("locus  ") || line.starts_with("id   ")) && line.find(" bp") != std::string::npos) {
        return ForeignFormat{line.starts_with("locus") ? "GenBank" : "EMBL", geneTable()};
    }
    if (content.starts_with("format-version:")) {
        return ForeignFormat{translate("Engine", "ontology (OBO)"),
                             translate("Engine", "It holds terms, not genes: give the organism's annotations (GAF).")};
    }
    if (content.starts_with("version https://git-lfs")) {
        return ForeignFormat{translate("Engine", "pointer of Git LFS"),
                             translate("Engine", "It stands for the file: fetch the file itself (git lfs pull).")};
    }
    return isServerMessage(content)
               ? std::optional<ForeignFormat>(
                     {translate("Engine", "message of a server: “%1”", {std::string(trimmed(content).substr(0, 80))}),
                      getFile()})
               : std::nullopt;
}

/// Text of the first element of this name.
std::string elementText(std::string_view content, std::string_view element)
{
    content = content.substr(0, 65536);
    const std::string lower = lowered(content);
    const std::size_t open = lower.find(std::string(1, '<').append(element));
    const std::size_t begin = open == std::string::npos ? open : lower.find('>', open);
    const std::size_t end = begin == std::string::npos ? begin : lower.find(std::string("</").append(element), begin);
    return end == std::string::npos ? std::string()
                                    : std::string(trimmed(content.substr(begin + 1, end - begin - 1)).substr(0, 80));
}

} // namespace

std::optional<ForeignFormat> foreignFormat(std::string_view content)
{
    if (std::optional<ForeignFormat> found = foreignBinary(content)) {
        return found;
    }
    content.remove_prefix(content.starts_with("\xef\xbb\xbf") ? 3 : 0);
    return foreignText(content);
}

ForeignFormat foreignXml(std::string_view root, std::string_view content)
{
    if (root == "Workbook") {
        return {translate("Engine", "spreadsheet (Excel 2003 XML)"), saveSheet()};
    }
    if (root == "pathway") {
        return {translate("Engine", "KEGG pathway (KGML)"), exportGraph()};
    }
    if (root == "Pathway") {
        return {translate("Engine", "WikiPathways drawing (GPML)"), exportGraph()};
    }
    if (root == "entrySet") {
        return {translate("Engine", "PSI-MI XML"),
                translate("Engine", "Download the interactions as PSI-MI TAB (MITAB).")};
    }
    if (root == "RDF") {
        return {translate("Engine", "ontology or BioPAX (RDF)"), asText()};
    }
    if (root == "Error") {
        const std::string message = elementText(content, "message");
        return {message.empty() ? translate("Engine", "message of a server")
                                : translate("Engine", "message of a server: “%1”", {message}),
                getFile()};
    }
    return {translate("Engine", "XML (<%1>)", {std::string(root.substr(0, 40))}),
            translate("Engine", "Of XML, metabolic models in SBML and networks in GraphML, XGMML and GEXF are read.")};
}

std::string webPageName(std::string_view content)
{
    const std::string title = elementText(content, "title");
    return title.empty() ? translate("Engine", "web page") : translate("Engine", "web page “%1”", {title});
}

} // namespace knockscape
