#pragma once

#include "ui/mainwindow/knockout_chip.h"
#include "ui/mainwindow/knockout_dock.h"
#include "ui/mainwindow/prediction_card.h"

#include <QLabel>
#include <QStackedWidget>
#include <QToolButton>

#include <optional>

namespace knockscape::ui
{

/// The parts of the knockout set and what it shows.
class KnockoutDock::Private
{
public:
    explicit Private(KnockoutDock *dock) : q(dock) {}

    // knockout_dock_build.cpp
    void build();
    QWidget *buildHeader();
    QWidget *buildCoaching();
    QWidget *buildChips();
    QWidget *buildAnswer();
    void buildWarnings();
    void rebuildChips();
    void updateExamples();
    void updateWarnings();
    QString nextSteps() const;
    void showLive();
    QString chipToolTip(GeneIndex gene) const;
    void moveFocusAfterRemoval(int position);

    KnockoutDock *q;
    std::shared_ptr<const Cell> cell;
    std::vector<Example> examples;
    std::vector<std::int64_t> support;
    Genotype knockouts;
    QString unavailable;
    NextStep step = NextStep::None;
    bool hasModels = false;
    /// What the models and flux balance said of a set: the one that is shown, or none.
    std::optional<LivePrediction> live;
    std::optional<LiveSimulation> simulation;

    QLabel *count = nullptr;
    QToolButton *clear = nullptr;
    QToolButton *add = nullptr;
    QStackedWidget *stack = nullptr;
    QLabel *coaching = nullptr;
    QLabel *exampleLinks = nullptr;
    QWidget *chipHost = nullptr;
    std::vector<KnockoutChip *> chips;
    PredictionCard *card = nullptr;
    QLabel *warnings = nullptr;
};

} // namespace knockscape::ui
