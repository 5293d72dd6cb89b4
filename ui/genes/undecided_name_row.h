#pragma once

#include "ui/genes/paste_review.h"

#include <QWidget>

class QLabel;

namespace knockscape::ui
{

/// One name of a pasted list that needs a decision: a choice of genes for an ambiguous one, suggestions one click away
/// for an unknown one, and "Leave out" for both.
class UndecidedNameRow : public QWidget
{
    Q_OBJECT

public:
    UndecidedNameRow(const UndecidedName &name, const GeneCatalogue &genes, std::optional<NameDecision> decision,
                     QWidget *parent = nullptr);

signals:
    /// A gene, or -1 to leave the name out.
    void decided(const std::string &key, int gene);

private:
    QWidget *makeChoice(const UndecidedName &name, const GeneCatalogue &genes, std::optional<NameDecision> decision);
    QWidget *makeSuggestions(const UndecidedName &name, const GeneCatalogue &genes,
                             std::optional<NameDecision> decision);
    void decide(int gene);
    void showState(bool isDecided);

    std::string key_;
    QLabel *mark_ = nullptr;
};

} // namespace knockscape::ui
