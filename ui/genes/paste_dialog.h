#pragma once

#include "engine/cell/cell.h"
#include "engine/core/genotype.h"

#include <QDialog>

#include <memory>
#include <vector>

namespace knockscape::ui
{

/// Paste or open a list of knockouts and see, before anything runs, which names are resolved, ambiguous (choose one)
/// or unknown (suggestions; correct or leave out on purpose). Nothing is dropped in silence. A list of several lines
/// can be read in two ways, as one knockout set or as a genotype a line: both are offered, in numbers.
class PasteDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Purpose { KnockoutSet, GenotypeList };

    PasteDialog(std::shared_ptr<const Cell> cell, Purpose purpose, QWidget *parent = nullptr);
    ~PasteDialog() override;

    /// Fills the text (drag and drop, tests); the preview follows at once.
    void setText(const QString &text);
    /// How the list is read: as the lines suggest, until a person chooses.
    Purpose reading() const;
    /// KnockoutSet: one genotype with every gene of the list. GenotypeList: one per line.
    std::vector<Genotype> genotypes() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace knockscape::ui
