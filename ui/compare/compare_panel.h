#pragma once

#include "engine/cell/cell.h"
#include "ui/compare/comparison.h"
#include "ui/plots/picture_export.h"
#include "ui/session/inference_service.h"
#include "ui/session/session.h"

#include <QWidget>

#include <filesystem>
#include <memory>
#include <vector>

namespace knockscape::ui
{

/// The "Compare" tab: measured labels beside the model's predictions of exactly those genotypes, as a plot (against
/// measured, or residuals), as agreement next to baselines, and as rows. Rows that the model was trained on are marked,
/// and left out of the numbers at first where others are there.
///
/// Follows the session: its cell, models and measured labels. GUI thread; nothing here waits.
class ComparePanel : public QWidget
{
    Q_OBJECT

public:
    ComparePanel(Session *session, InferenceService *inference, QWidget *parent = nullptr);
    ~ComparePanel() override;

    /// Reads these files as measured values of the open cell and compares.
    void load(const std::vector<std::filesystem::path> &files);
    /// Labels that belong to the open cell, offered while nothing is loaded; empty for none.
    void offer(const std::filesystem::path &labels);

    /// What is compared; null before. `chosen` are the rows on screen, in the order seen.
    ComparisonPtr comparison() const;
    std::vector<std::uint32_t> chosen() const;

    /// Writes the rows as seen (.csv, .tsv, .xlsx), or the plot (.png, .svg, .pdf). False and a reason on failure.
    bool exportTable(const QString &file, QString *error) const;
    /// Correlations and errors of the model and the baselines with their confidence intervals.
    bool exportAgreement(const QString &file, QString *error) const;
    /// The plot as seen, for paper.
    PictureSource picture() const;

public slots:
    /// Asks for files to load.
    void chooseFiles();

signals:
    /// The genotype of the row a person chose in table or plot.
    void genotypeSelected(const knockscape::Genotype &genotype);
    /// Double click or Return: the genotype becomes the knockout set.
    void genotypeActivated(const knockscape::Genotype &genotype);
    /// Something about the labels or the comparison that a person should know.
    void reported(const QString &headline, const std::vector<knockscape::Issue> &issues);
    void exported(bool written, const QString &file, const QString &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace knockscape::ui
