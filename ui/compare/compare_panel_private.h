#pragma once

#include "ui/compare/agreement_table.h"
#include "ui/compare/compare_panel.h"
#include "ui/compare/comparison_model.h"
#include "ui/compare/comparison_service.h"
#include "ui/plots/measured_plot.h"
#include "ui/session/label_service.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>

namespace knockscape::ui
{

/// The parts of the compare panel and what happens between them.
class ComparePanel::Private : public QObject
{
public:
    Private(ComparePanel *panel, Session *session, InferenceService *inference);

    void build();
    QWidget *buildEmptyPage();
    QWidget *buildBusyPage();
    QWidget *buildContent();
    QWidget *buildAgreement();
    QWidget *buildHeader();
    QWidget *buildChoices();
    void buildTable();
    void connectAll();

    void onCellChanged();
    /// Predicts the loaded labels with the open models, or says what is missing.
    void compare();
    void showComparison(const ComparisonPtr &made);
    void fillChoices();
    RowChoice choice() const;
    void updateRows();
    void updateSummary();
    void showLeftOut(const std::vector<std::string> &names);
    void updateEmptyPage();
    void showBusy(const QString &text, quint64 done, quint64 total);
    void selectSource(int source, bool fromPlot);
    // compare_panel_export.cpp
    /// Where what is compared comes from; only with a comparison.
    Provenance provenance(const std::string &content) const;
    void exportByDialog(const QString &caption, const QString &name, const QString &kinds,
                        bool (ComparePanel::*write)(const QString &, QString *) const);
    void exportTableByDialog();
    void exportAgreementByDialog();
    void exportPlotByDialog();

    ComparePanel *q;
    Session *session;
    LabelService labels;
    ComparisonService service;
    ComparisonModel model;
    ComparisonPtr comparison;
    std::filesystem::path offered;
    bool choosing = false;

    QStackedWidget *pages = nullptr;
    QLabel *emptyText = nullptr;
    QPushButton *offerButton = nullptr;
    QLabel *busyText = nullptr;
    QProgressBar *busyBar = nullptr;
    QLabel *title = nullptr;
    QLabel *summary = nullptr;
    QButtonGroup *phenotype = nullptr;
    QComboBox *order = nullptr;
    QComboBox *source = nullptr;
    QComboBox *use = nullptr;
    MeasuredPlot *plot = nullptr;
    AgreementTable *agreement = nullptr;
    QLabel *leftOut = nullptr;
    QTableView *table = nullptr;
};

} // namespace knockscape::ui
