#pragma once

#include "engine/store/provenance.h"
#include "ui/compare/comparison.h"

#include <QTableWidget>

#include <filesystem>
#include <string>
#include <vector>

namespace knockscape::ui
{

/// How the model and the baselines agree with what was measured: a line each, the model first and bold.
class AgreementTable : public QTableWidget
{
    Q_OBJECT

public:
    explicit AgreementTable(QWidget *parent = nullptr);

    void show(const AgreementReport &report);
    /// Tab-separated, every digit, with intervals in columns of their own.
    QString asText() const;
    /// The same as a file: .csv, .tsv or .xlsx. Throws EngineError.
    void writeTo(const std::filesystem::path &path, const Provenance &about) const;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addRow(const PredictorAgreement &entry);
    /// A line per predictor: agreement by the names that `evaluate` has, then slope, coverage and hits.
    std::vector<std::vector<std::string>> figures() const;

    AgreementReport report_;
};

} // namespace knockscape::ui
