#pragma once

#include "ui/genes/knockout_text_edit.h"
#include "ui/genes/paste_dialog.h"
#include "ui/genes/paste_parser.h"
#include "ui/genes/paste_preview_model.h"

#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QTimer>

namespace knockscape::ui
{

/// The parts of the paste dialog and what happens between them.
class PasteDialog::Private : public QObject
{
public:
    Private(PasteDialog *dialog, std::shared_ptr<const Cell> cellOfNames, Purpose purposeOfList);

    void build();
    QWidget *buildTextSide();
    QWidget *buildReadings();
    QWidget *buildPreviewSide();
    void check();
    void show(std::shared_ptr<const PasteReview> newReview);
    void showMessage(const QString &message);
    void refresh();
    /// Makes the list one knockout set or a list of genotypes, and says so.
    void readAs(Purpose reading);
    void offerReadings();
    void fillProblems();
    void decide(const std::string &key, int gene);
    void leaveOutUnknown();
    void chooseFile();
    void openFile(const QString &file);
    bool isDone() const;

    PasteDialog *q;
    std::shared_ptr<const Cell> cell;
    /// What the dialog was opened for, and how the list is read.
    Purpose purpose;
    Purpose reading;
    /// A person said how to read it; the list itself says no more.
    bool readingChosen = false;
    std::shared_ptr<const PasteReview> review;
    NameDecisions decisions;
    /// Text has changed since `review` was made.
    bool stale = false;

    QTimer *pause = nullptr;
    PasteParser *parser = nullptr;
    PastePreviewModel *preview = nullptr;
    KnockoutTextEdit *edit = nullptr;
    QWidget *readings = nullptr;
    QRadioButton *asSet = nullptr;
    QRadioButton *asList = nullptr;
    QLabel *summary = nullptr;
    QLabel *message = nullptr;
    QScrollArea *problems = nullptr;
    QPushButton *leaveOut = nullptr;
    QListView *list = nullptr;
    QPushButton *ok = nullptr;
};

} // namespace knockscape::ui
