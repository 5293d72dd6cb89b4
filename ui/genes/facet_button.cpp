#include "ui/genes/facet_button.h"

#include "ui/theme/icon.h"
#include "ui/theme/number_format.h"
#include "ui/theme/theme.h"

#include <QMenu>

namespace knockscape::ui
{

FacetButton::FacetButton(QWidget *parent) : QToolButton(parent), menu_(new QMenu(this))
{
    setObjectName(QStringLiteral("geneFacets"));
    setPopupMode(InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setIcon(themedIcon(QStringLiteral("filter")));
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    setMenu(menu_);
    // The arrow stands in the text: the style's own is tiny and off the line.
    setStyleSheet(QStringLiteral("QToolButton::menu-indicator{image:none}"));
    setToolTip(tr("Narrow the list to some genes"));
    setFacet({});
    connect(menu_, &QMenu::aboutToShow, this, [this] { fillMenu(); });
}

void FacetButton::setSearch(const GeneSearch *search, bool hasSupport)
{
    search_ = search;
    hasSupport_ = hasSupport;
    const bool gone = facet_.kind == GeneFacet::Kind::Annotation &&
                      (search == nullptr || static_cast<std::size_t>(facet_.group) >= search->groups().size());
    const bool training = facet_.kind == GeneFacet::Kind::InTraining || facet_.kind == GeneFacet::Kind::NotInTraining;
    if (gone || (training && !hasSupport))
        choose({});
    fillMenu();
}

void FacetButton::setFacet(const GeneFacet &facet)
{
    facet_ = facet;
    // Terms of an annotation can be long; the dock must not grow with them.
    setText(fontMetrics().elidedText(title(facet), Qt::ElideRight, 28 * gridUnit) + QStringLiteral(" ▾"));
    setAccessibleName(tr("Genes shown: %1").arg(title(facet)));
}

QString FacetButton::title(const GeneFacet &facet) const
{
    switch (facet.kind) {
    case GeneFacet::Kind::All:
        return tr("All genes");
    case GeneFacet::Kind::KnockedOut:
        return tr("Knocked out");
    case GeneFacet::Kind::Essential:
        return tr("Essential");
    case GeneFacet::Kind::NotEssential:
        return tr("Not essential");
    case GeneFacet::Kind::InMetabolism:
        return tr("In metabolism");
    case GeneFacet::Kind::InTraining:
        return tr("In training data");
    case GeneFacet::Kind::NotInTraining:
        return tr("Not in training data");
    case GeneFacet::Kind::Annotation:
        break;
    }
    return QString::fromStdString(facet.value);
}

void FacetButton::fillMenu()
{
    menu_->clear();
    using Kind = GeneFacet::Kind;
    for (const Kind kind : {Kind::All, Kind::KnockedOut, Kind::Essential, Kind::NotEssential, Kind::InMetabolism,
                            Kind::InTraining, Kind::NotInTraining}) {
        const GeneFacet facet{kind, -1, {}};
        QAction *action = menu_->addAction(title(facet));
        action->setCheckable(true);
        action->setChecked(facet == facet_);
        const bool training = kind == Kind::InTraining || kind == Kind::NotInTraining;
        action->setEnabled(!training || hasSupport_);
        connect(action, &QAction::triggered, this, [this, facet] { choose(facet); });
        if (kind == Kind::All)
            menu_->addSeparator();
    }
    if (search_ == nullptr || search_->groups().empty())
        return;
    menu_->addSeparator();
    for (std::size_t group = 0; group < search_->groups().size(); ++group)
        fillGroup(menu_->addMenu(search_->groups()[group].title), static_cast<int>(group));
}

void FacetButton::fillGroup(QMenu *menu, int group)
{
    for (const auto &[value, genes] : search_->groups()[static_cast<std::size_t>(group)].genes) {
        const GeneFacet facet{GeneFacet::Kind::Annotation, group, value};
        QString label = QString::fromStdString(value);
        label.replace(QLatin1Char('&'), QStringLiteral("&&"));
        QAction *action =
            menu->addAction(tr("%1 (%2)").arg(label, formatCount(static_cast<std::int64_t>(genes.size()))));
        action->setCheckable(true);
        action->setChecked(facet == facet_);
        connect(action, &QAction::triggered, this, [this, facet] { choose(facet); });
    }
}

void FacetButton::choose(const GeneFacet &facet)
{
    setFacet(facet);
    emit facetChosen(facet);
}

} // namespace knockscape::ui
