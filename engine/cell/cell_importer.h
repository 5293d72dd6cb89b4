#pragma once

#include "engine/cell/cell_import.h"
#include "engine/cell/importers/gene_list.h"
#include "engine/cell/importers/import_file.h"
#include "engine/cell/importers/metabolic_model.h"
#include "engine/cell/importers/raw_network.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// How cell_import.h does it. Private to engine/cell.
namespace knockscape
{

/// Bytes that are read of a table or model, decompressed, at most.
inline constexpr std::uint64_t tableLimit = std::uint64_t{256} << 20U;

/// A network that was read but not yet bound to genes.
struct NetworkInput {
    std::string type;
    std::string fileName;
    RawNetwork raw;
    /// Its entry among the imported files.
    std::size_t entry = 0;
};

/// Builds one cell; each step reads one kind of file.
class CellImporter
{
public:
    /// The gene table cannot be read: nothing can be bound. Its issues are in the preview already.
    struct MissingGenes {
    };

    /// With `lenient`, a file that cannot be used is noted in `preview` and the import goes on without it.
    CellImporter(const CellImportRequest &request, bool lenient, ImportPreview &preview, const JobControl &control)
        : request_(request), lenient_(lenient), preview_(preview), control_(control)
    {
    }

    Cell import();

private:
    void checkRequest();
    std::vector<Issue> &issues() { return preview_.issues; }
    /// The files read so far, for messages about all of them.
    std::string fileNames() const;
    /// Columns that the person named for a network of this type or for this file.
    ColumnChoice choice(const std::filesystem::path &path, const std::string &type = {}) const;
    /// Says what a table was read as, and which columns were taken.
    void noteColumns(const std::string &file, const ImportedFile &report);
    std::size_t newEntry(FileKind kind, const std::filesystem::path &path, const std::string &type = {});
    /// Does a step for one file; true if it succeeded.
    template <typename Step>
    bool attempt(std::size_t entry, const Step &step)
    {
        try {
            step(preview_.files[entry]);
            return true;
        } catch (const InputError &error) {
            preview_.files[entry].failed = true;
            if (!lenient_) {
                throw;
            }
            issues().insert(issues().end(), error.issues().begin(), error.issues().end());
            return false;
        }
    }
    /// Reads at most `limit` bytes, decompressed.
    ImportFile load(const std::string &role, const std::filesystem::path &path, std::uint64_t limit = tableLimit);

    void readNetworks();
    void readModel();
    void bindNetworks();
    void bindModel();
    void readFeatures();

    // cell_importer_genes.cpp
    void readGenes();
    void addAllAnnotations(GeneList &list, const std::string &where);
    /// The genes that networks, rules and features name, in order of name.
    std::vector<Gene> namedGenes();

    const CellImportRequest &request_;
    bool lenient_;
    ImportPreview &preview_;
    const JobControl &control_;
    Cell cell_;
    std::vector<NetworkInput> networks_;
    std::optional<MetabolicModel> model_;
    std::size_t modelEntry_ = 0;
    std::string modelName_;
    std::uint64_t step_ = 0;
    std::uint64_t steps_ = 0;
};

} // namespace knockscape
