#include "engine/cell/importers/sbml_outline.h"

#include "engine/cell/gene_rule.h"
#include "engine/cell/importers/gene_identifiers.h"
#include "engine/cell/importers/xml_reader.h"
#include "engine/core/issue.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace knockscape
{
namespace
{

/// Names of one gene at most: what a person may search for.
constexpr std::size_t namesPerGene = 30;

/// Writes an association as a rule while its elements pass by, to any depth.
class AssociationWriter
{
public:
    void start(std::string_view element, const std::string &gene)
    {
        if (element != "and" && element != "or" && gene.empty()) {
            return;
        }
        if (!open_.empty()) {
            text_ += open_.back().parts++ == 0 ? "" : open_.back().isAnd ? " and " : " or ";
        } else if (!text_.empty()) {
            // Two associations side by side: the parser of rules says what is missing.
            text_ += ' ';
        }
        if (gene.empty()) {
            text_ += open_.empty() ? "" : "(";
            open_.push_back({element == "and", 0});
        } else {
            text_ += ruleName(gene);
        }
    }

    void end(std::string_view element)
    {
        if ((element == "and" || element == "or") && !open_.empty()) {
            // An empty list stays visible as one.
            text_ += open_.back().parts == 0 && open_.size() == 1 ? "()" : "";
            open_.pop_back();
            text_ += open_.empty() ? "" : ")";
        }
    }

    std::string take()
    {
        open_.clear();
        return std::exchange(text_, {});
    }

private:
    struct Open {
        bool isAnd = false;
        std::size_t parts = 0;
    };
    std::string text_;
    std::vector<Open> open_;
};

class OutlineReader
{
public:
    OutlineReader(const ImportFile &file, std::size_t elementLimit)
        : file_(file), text_(file.content), reader_(text_, file.name), elementLimit_(elementLimit)
    {
    }

    SbmlOutline read()
    {
        for (auto event = reader_.next(); event != XmlReader::Event::Finished; event = reader_.next()) {
            if (event == XmlReader::Event::Start) {
                start();
            } else if (event == XmlReader::Event::End) {
                end();
            }
        }
        outline_.xml += text_.substr(copied_);
        return std::move(outline_);
    }

private:
    void start()
    {
        const std::string_view name = reader_.name();
        const bool cuts = cutDepth_ == 0 && (name == "annotation" || name == "geneProductAssociation");
        if (cuts) {
            outline_.xml += text_.substr(copied_, reader_.tagBegin() - copied_);
            copied_ = reader_.tagBegin();
            isAnnotation_ = name == "annotation";
            if (!isAnnotation_) {
                reader_.setNestingLimit(std::numeric_limits<std::size_t>::max());
            }
        }
        if (cuts || cutDepth_ > 0) {
            ++cutDepth_;
            startOfCut(name);
        } else {
            startOfKept(name);
        }
    }

    void startOfKept(std::string_view name)
    {
        if (++elements_ > elementLimit_) {
            throw InputError(
                errorAt(file_.at(reader_.line()),
                        translate("Engine", "The file has more than %1 elements.", {std::to_string(elementLimit_)}),
                        translate("Engine", "Remove what is not needed, such as notes and groups.")));
        }
        if (name == "reaction") {
            reaction_ = reader_.attribute("id");
        } else if (name == "geneProduct" || name == "species" || name == "specie") {
            owner_ = reader_.attribute("id");
        }
    }

    void startOfCut(std::string_view name)
    {
        if (isAnnotation_ && name == "geneAssociation") {
            versionOneReaction_ = reader_.attribute("reaction");
        } else if (isAnnotation_ && name == "li") {
            if (describesItself_) {
                addNames(reader_.attribute("resource"));
            }
        } else if (isAnnotation_ && name == "Bag") {
            describesItself_ = qualifier_ == "is" || qualifier_ == "isEncodedBy" || qualifier_ == "encodes";
        } else if (!isAnnotation_ || !versionOneReaction_.empty()) {
            association_.start(name, name == "geneProductRef" ? reader_.attribute("geneProduct")
                                     : name == "gene"         ? reader_.attribute("reference")
                                                              : std::string());
        }
        qualifier_ = name;
    }

    void end()
    {
        const std::string_view name = reader_.name();
        if (cutDepth_ == 0) {
            if (name == "geneProduct" || name == "species" || name == "specie") {
                owner_.clear();
            }
            return;
        }
        if (!isAnnotation_ || !versionOneReaction_.empty()) {
            association_.end(name);
        }
        if (isAnnotation_ && name == "geneAssociation") {
            outline_.rules[std::exchange(versionOneReaction_, {})] = association_.take();
        }
        if (--cutDepth_ == 0) {
            if (!isAnnotation_) {
                outline_.rules[reaction_] = association_.take();
                reader_.setNestingLimit(XmlReader::usualNestingLimit);
            }
            const std::string_view cut = text_.substr(copied_, reader_.position() - copied_);
            outline_.xml.append(static_cast<std::size_t>(std::count(cut.begin(), cut.end(), '\n')), '\n');
            copied_ = reader_.position();
        }
    }

    void addNames(const std::string &resource)
    {
        if (owner_.empty()) {
            return;
        }
        for (std::string &name : namesFromResource(resource)) {
            std::vector<std::string> &names = outline_.names[owner_];
            if (names.size() < namesPerGene && std::find(names.begin(), names.end(), name) == names.end()) {
                names.push_back(std::move(name));
            }
        }
    }

    const ImportFile &file_;
    std::string_view text_;
    XmlReader reader_;
    std::size_t elementLimit_;
    SbmlOutline outline_;
    /// Where the text goes on that is not in outline_.xml yet, and how many elements are open that are cut out.
    std::size_t copied_ = 0;
    std::size_t cutDepth_ = 0;
    bool isAnnotation_ = false;
    std::size_t elements_ = 0;
    std::string reaction_;
    std::string versionOneReaction_;
    /// The gene product or species whose elements are read.
    std::string owner_;
    /// The element before, which in an annotation says what the identifiers in its bag are.
    std::string qualifier_;
    bool describesItself_ = false;
    AssociationWriter association_;
};

} // namespace

SbmlOutline readSbmlOutline(const ImportFile &file, std::size_t elementLimit)
{
    return OutlineReader(file, elementLimit).read();
}

} // namespace knockscape
