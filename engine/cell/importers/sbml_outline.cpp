#include "engine/cell/importers/sbml_outline.h"

#include "engine/cell/gene_rule.h"
#include "engine/cell/importers/gene_identifiers.h"
#include "engine/cell/importers/xml_reader.h"
#include "engine/core/issue.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <limits>
#include <optional>
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

    /// Elements whose annotations are of use.
    static bool isOwner(std::string_view name)
    {
        return name == "reaction" || name == "geneProduct" || name == "species" || name == "specie";
    }

    void startOfKept(std::string_view name)
    {
        if (++elements_ > elementLimit_) {
            throw InputError(
                errorAt(file_.at(reader_.line()),
                        translate("Engine", "The file has more than %1 elements.", {std::to_string(elementLimit_)}),
                        translate("Engine", "Remove what is not needed, such as notes and groups.")));
        }
        ++depth_;
        if (isOwner(name)) {
            owner_ = reader_.attribute("id");
            ownerDepth_ = depth_;
            reaction_ = name == "reaction" ? owner_ : reaction_;
        }
    }

    void startOfCut(std::string_view name)
    {
        if (isAnnotation_ && name == "geneAssociation") {
            versionOneReaction_ = reader_.attribute("reaction");
        } else if (isAnnotation_ && name == "li") {
            if (describesItself_) {
                addResource(reader_.attribute("resource"));
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
            --depth_;
            if (isOwner(name)) {
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

    void addResource(const std::string &resource)
    {
        // What a reaction holds (references to species, a law) has annotations of its own.
        if (owner_.empty() || depth_ != ownerDepth_) {
            return;
        }
        if (const std::optional<DatabaseEntry> entry = entryOfResource(resource)) {
            outline_.entries[owner_].push_back(*entry);
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
    /// The gene product, species or reaction whose elements are read, and how deep it lies among those that are kept.
    std::string owner_;
    std::size_t ownerDepth_ = 0;
    std::size_t depth_ = 0;
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
