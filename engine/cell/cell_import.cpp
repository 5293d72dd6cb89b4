#include "engine/cell/cell_import.h"

#include "engine/cell/cell_importer.h"

#include <algorithm>
#include <utility>

namespace knockscape
{

Cell importCell(const CellImportRequest &request, std::vector<Issue> &issues, const JobControl &control)
{
    ImportPreview preview;
    preview.issues = std::move(issues);
    // What was found before an error is kept too.
    struct Return {
        std::vector<Issue> &from;
        std::vector<Issue> &to;
        ~Return() { to = std::move(from); }
    } giveBack{preview.issues, issues};
    return CellImporter(request, false, preview, control).import();
}

bool ImportPreview::complete() const noexcept
{
    return cell.has_value() &&
           std::none_of(files.begin(), files.end(), [](const ImportedFile &file) { return file.failed; });
}

ImportPreview previewImport(const CellImportRequest &request, const JobControl &control)
{
    ImportPreview preview;
    try {
        preview.cell = CellImporter(request, true, preview, control).import();
    } catch (const InputError &error) {
        preview.issues.insert(preview.issues.end(), error.issues().begin(), error.issues().end());
    } catch (const CellImporter::MissingGenes &) {
        preview.cell.reset();
    }
    return preview;
}

} // namespace knockscape
