#include "ui/fluxes/linked_sentence.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <vector>

namespace knockscape::ui
{
namespace
{

/// Things that the sentence only counts; more would bury it.
constexpr qsizetype mostExtraLinks = 12;

QString keyOf(ExplainedThing::Kind kind)
{
    return kind == ExplainedThing::Kind::Reaction     ? QStringLiteral("reaction")
           : kind == ExplainedThing::Kind::Metabolite ? QStringLiteral("metabolite")
                                                      : QStringLiteral("rescue");
}

QString linkTo(const ExplainedThing &thing)
{
    return QStringLiteral("<a href=\"%1:%2\">%3</a>")
        .arg(keyOf(thing.kind), QString::number(thing.row), thing.name.toHtmlEscaped());
}

/// A stretch of the sentence that is a link.
struct LinkPlace {
    qsizetype start = 0;
    qsizetype length = 0;
    const ExplainedThing *thing = nullptr;
};

bool isWordEnd(const QString &text, qsizetype position)
{
    return position < 0 || position >= text.size() || !text[position].isLetterOrNumber();
}

/// Where the text has this name as a word that is no link yet; −1 for nowhere.
qsizetype freePlace(const QString &text, const QString &name, const std::vector<LinkPlace> &taken)
{
    for (qsizetype at = text.indexOf(name); at >= 0 && !name.isEmpty(); at = text.indexOf(name, at + 1)) {
        const qsizetype end = at + name.size();
        const bool isTaken = std::any_of(taken.begin(), taken.end(), [at, end](const LinkPlace &place) {
            return at < place.start + place.length && place.start < end;
        });
        if (!isTaken && isWordEnd(text, at - 1) && isWordEnd(text, end)) {
            return at;
        }
    }
    return -1;
}

} // namespace

QString linkedSentence(const ExplainedSentence &sentence)
{
    std::vector<const ExplainedThing *> things;
    for (const ExplainedThing &thing : sentence.things) {
        things.push_back(&thing);
    }
    // Long names first: "NAD" is a part of "NADH kinase".
    std::stable_sort(things.begin(), things.end(),
                     [](const ExplainedThing *a, const ExplainedThing *b) { return a->name.size() > b->name.size(); });
    std::vector<LinkPlace> places;
    QStringList unnamed;
    QStringList seen;
    for (const ExplainedThing *thing : things) {
        if (const qsizetype at = freePlace(sentence.text, thing->name, places); at >= 0) {
            places.push_back({at, thing->name.size(), thing});
            seen << thing->name;
        } else if (!seen.contains(thing->name)) { // the same in another compartment
            unnamed << linkTo(*thing);
            seen << thing->name;
        }
    }
    std::sort(places.begin(), places.end(), [](const LinkPlace &a, const LinkPlace &b) { return a.start < b.start; });
    QString html;
    qsizetype done = 0;
    for (const LinkPlace &place : places) {
        html += sentence.text.mid(done, place.start - done).toHtmlEscaped() + linkTo(*place.thing);
        done = place.start + place.length;
    }
    html += sentence.text.mid(done).toHtmlEscaped();
    if (!unnamed.isEmpty()) {
        const bool many = unnamed.size() > mostExtraLinks;
        const QString list = unnamed.mid(0, mostExtraLinks).join(QStringLiteral(", "));
        html += QStringLiteral(" (%1%2)").arg(list, many ? QStringLiteral(" …") : QString());
    }
    return html;
}

std::optional<ExplainedThing> thingOf(const QString &link)
{
    for (const auto kind :
         {ExplainedThing::Kind::Reaction, ExplainedThing::Kind::Metabolite, ExplainedThing::Kind::Rescue}) {
        const QString key = keyOf(kind) + QLatin1Char(':');
        bool isNumber = false;
        const int row = link.startsWith(key) ? link.mid(key.size()).toInt(&isNumber) : 0;
        if (isNumber) {
            return ExplainedThing{kind, row, {}};
        }
    }
    return std::nullopt;
}

} // namespace knockscape::ui
