#pragma once

#include "ui/genes/paste_parser.h"
#include "ui/screening/screen_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTimer>
#include <QToolButton>

#include <optional>

class QFormLayout;

namespace knockscape::ui
{

/// The parts of the dialog and what happens between them.
class ScreenDialog::Private : public QObject
{
public:
    Private(ScreenDialog *dialog, Session *asked, ScreenService *screens, std::vector<NamedGenes> offered);

    // screen_dialog_build.cpp
    void build();
    void buildGenotypes(QFormLayout *form);
    void buildKeeping(QFormLayout *form);
    void buildWhole(QFormLayout *form);
    void connectAll();

    // screen_dialog.cpp
    bool simulates() const;
    /// Genes of the panel that the metabolic model does not know; empty where it does not matter.
    QString unknownGenesText(const ScreenPlan &asked) const;
    void evaluatorChanged();
    ScreenKind chosenKind() const;
    WholeResult chosenWhole() const;
    bool panelIsPasted() const;
    void chooseFile();
    void chooseMatrix();
    void readText(const QString &text);
    void showReview();
    std::vector<GeneIndex> pastedGenes() const;
    ScreenPlan plan() const;
    void changed();
    void updateParts();
    /// What is wrong with an expression; empty: nothing.
    QString problemOf(const QString &text) const;
    void showRanking(const ScreenPlan &asked);
    void proposeRanking(const ScreenPlan &asked);
    void updateEssential();
    // screen_dialog_cost.cpp
    /// "158,766 genotypes".
    static QString countText(std::uint64_t genotypes);
    /// Puts a text of this severity on a label, which hides without one.
    static void tell(QLabel *label, const QString &text, Severity severity);
    /// What keeps the screen from beginning: names that are not resolved, disk space; empty: nothing.
    QString blockedReason(const ScreenPlan &asked, const ScreenRequest &request) const;
    QString diskText(const ScreenPlan &asked, const ScreenRequest &request, bool &fits) const;
    void showCost(const ScreenEstimate &estimate);

    ScreenDialog *q;
    Session *session;
    ScreenService *service;
    std::vector<NamedGenes> panels;
    PasteParser parser;
    std::shared_ptr<const PasteReview> review;
    QString parserError;
    QString listFile;
    quint64 question = 0;
    QTimer pause;
    bool reading = false;

    QFormLayout *form = nullptr;
    /// Who answers: Evaluator.
    QComboBox *evaluator = nullptr;
    QComboBox *kind = nullptr;
    QSpinBox *order = nullptr;
    QLabel *fixedSet = nullptr;
    QComboBox *panel = nullptr;
    QPlainTextEdit *names = nullptr;
    QLabel *reviewText = nullptr;
    QCheckBox *leaveOut = nullptr;
    QWidget *fileRow = nullptr;
    QLabel *fileName = nullptr;
    QPushButton *fileButton = nullptr;
    QSpinBox *top = nullptr;
    QComboBox *by = nullptr;
    QComboBox *direction = nullptr;
    /// Why it is ranked so, or what is wrong with the expression.
    QLabel *byMessage = nullptr;
    QCheckBox *supportLast = nullptr;
    QSpinBox *minSupport = nullptr;
    QLineEdit *where = nullptr;
    /// What can be written there, or what is wrong with it.
    QLabel *whereMessage = nullptr;
    QCheckBox *withoutEssential = nullptr;
    /// That each genotype holds one whatever is left out.
    QLabel *essentialFixed = nullptr;
    /// A person chose what to rank by: it stays when the genotypes change.
    bool ranked = false;
    bool proposing = false;
    QComboBox *whole = nullptr;
    QWidget *matrixRow = nullptr;
    QLineEdit *matrix = nullptr;
    QLabel *cost = nullptr;
    QLabel *warning = nullptr;
    QLabel *notice = nullptr;
    QDialogButtonBox *buttons = nullptr;
    QPushButton *startButton = nullptr;
};

} // namespace knockscape::ui
