"""Reads metabolic models by itself, for checks of Knockscape that must not rest on Knockscape's readers.

SBML Level 3 with fbc 2 or 1, Level 2 with bounds in kinetic laws and rules in notes, COBRA JSON, plain, .gz or .bz2;
and Knockscape's cell bundles, which are folders of tables.
"""

import bz2
import csv
import gzip
import json
import re
import xml.etree.ElementTree as ElementTree

import numpy
import scipy.sparse


class Model:
    """Maximise objective·v subject to stoichiometry·v = 0 and bounds; a rule is None, a gene, or (and/or, [rules])."""

    def __init__(self, path):
        self.reactions, self.bounds, self.rules = [], [], []
        self._objective, self._entries, self._rows = {}, ([], [], []), {}
        if path.is_dir():
            self._read_bundle(path)
        elif ".json" in path.suffixes:
            self._read_json(json.loads(_content(path)))
        else:
            self._read_sbml(ElementTree.fromstring(_content(path)))
        shape = (len(self._rows), len(self.reactions))
        # Entries of one place add up.
        self.stoichiometry = scipy.sparse.coo_matrix((self._entries[0], self._entries[1:]), shape).tocsc()
        self.objective = numpy.zeros(len(self.reactions))
        for reaction, coefficient in self._objective.items():
            self.objective[self.reactions.index(reaction)] = coefficient
        self.genes = sorted({gene for rule in self.rules if rule for gene in _genes_of(rule)})

    def blocked_by(self, deleted):
        """Indices of the reactions whose rule is false without the genes of the set `deleted`."""
        return frozenset(i for i, rule in enumerate(self.rules) if rule and not _works(rule, deleted))

    def _add(self, name, terms, bounds, rule):
        for metabolite, coefficient in terms:
            self._entries[0].append(coefficient)
            self._entries[1].append(self._rows.setdefault(metabolite, len(self._rows)))
            self._entries[2].append(len(self.reactions))
        self.reactions.append(name)
        self.bounds.append(bounds)
        self.rules.append(rule)

    def _read_bundle(self, folder):
        terms = {}
        for row in _table(folder / "stoichiometry.tsv"):
            terms.setdefault(row["reaction"], []).append((row["metabolite"], float(row["coefficient"])))
        for row in _table(folder / "reactions.tsv"):
            self._add(row["id"], terms.get(row["id"], []), (float(row["lower_bound"]), float(row["upper_bound"])),
                      read_rule(row["genes"]))
            if float(row.get("objective") or 0):
                self._objective[row["id"]] = float(row["objective"])

    def _read_json(self, model):
        for reaction in model["reactions"]:
            self._add(reaction["id"], [(m, float(c)) for m, c in reaction["metabolites"].items()],
                      (float(reaction["lower_bound"]), float(reaction["upper_bound"])),
                      read_rule(reaction.get("gene_reaction_rule", "")))
            if reaction.get("objective_coefficient"):
                self._objective[reaction["id"]] = float(reaction["objective_coefficient"])

    def _read_sbml(self, root):
        for element in root.iter():
            element.tag = element.tag.rpartition("}")[2]
            element.attrib = {key.rpartition("}")[2]: value for key, value in element.attrib.items()}
        model = root.find("model")
        parameters = {p.get("id"): float(p.get("value")) for p in model.iterfind("listOfParameters/parameter")}
        outside = _outside(model)
        products = {g.get("id"): _plain(g.get("id").removeprefix("G_")) for g in model.iter("geneProduct")}
        limits, associations = _first_fbc(model)
        for reaction in model.iterfind("listOfReactions/reaction"):
            terms = [(reference.get("species"), sign * float(reference.get("stoichiometry", 1)))
                     for side, sign in (("listOfReactants", -1.0), ("listOfProducts", 1.0))
                     for reference in reaction.iterfind(f"{side}/speciesReference")
                     if reference.get("species") not in outside]
            local = {p.get("id"): float(p.get("value")) for p in reaction.iterfind("kineticLaw/*/*")
                     if p.get("value")}
            name = reaction.get("id")
            lower, upper = limits.get(name, (-numpy.inf if reaction.get("reversible", "true") == "true" else 0.0,
                                             numpy.inf))
            lower = parameters.get(reaction.get("lowerFluxBound"), local.get("LOWER_BOUND", lower))
            upper = parameters.get(reaction.get("upperFluxBound"), local.get("UPPER_BOUND", upper))
            association = reaction.find("geneProductAssociation")
            if association is not None:
                rule = _rule_of(association[0], products)
            else:
                notes = "\n".join(part.text or "" for part in reaction.iterfind("notes//*"))
                found = re.search(r"GENE[_ ]ASSOCIATION:(.*)", notes)
                rule = read_rule(found.group(1)) if found else associations.get(name)
            self._add(name, terms, (lower, upper), rule)
            if local.get("OBJECTIVE_COEFFICIENT"):
                self._objective[name] = local["OBJECTIVE_COEFFICIENT"]
        self._read_objective(model)

    def _read_objective(self, model):
        objectives = model.find("listOfObjectives")
        if objectives is None:
            return
        active = next(o for o in objectives if o.get("id") == objectives.get("activeObjective"))
        sign = 1.0 if active.get("type", "maximize") == "maximize" else -1.0
        for term in active.iter("fluxObjective"):
            self._objective[term.get("reaction")] = sign * float(term.get("coefficient"))


def _table(path):
    with open(path, newline="", encoding="utf-8") as stream:
        return list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))


def _content(path):
    opener = {".gz": gzip.open, ".bz2": bz2.open}.get(path.suffix, open)
    with opener(path, "rb") as stream:
        return stream.read()


def _plain(identifier):
    """Signs that an SBML id cannot hold are written as their number between underlines."""
    return re.sub(r"__(\d+)__", lambda match: chr(int(match.group(1))), identifier)


def _outside(model):
    """Species that are no part of the balance: marked as boundary, or «…_b» that no reaction both makes and uses."""
    outside = {s.get("id") for s in model.iter("species") if s.get("boundaryCondition") == "true"}
    drained = {reaction: [r.get("species") for r in reaction.iter("speciesReference")]
               for reaction in model.iter("reaction")}
    uses = {}
    for species in drained.values():
        for name in set(species):
            uses[name] = uses.get(name, 0) + 1
    return outside | {name for name, count in uses.items() if name.endswith("_b") and count == 1}


def _first_fbc(model):
    """Bounds and rules as version 1 of the package has them."""
    limits, associations = {}, {}
    for bound in model.iter("fluxBound"):
        lower, upper = limits.get(bound.get("reaction"), (-numpy.inf, numpy.inf))
        value = float(bound.get("value"))
        if bound.get("operation") in ("greaterEqual", "greater", "equal"):
            lower = value
        if bound.get("operation") in ("lessEqual", "less", "equal"):
            upper = value
        limits[bound.get("reaction")] = (lower, upper)
    for association in model.iter("geneAssociation"):
        if association.get("reaction") and len(association):
            associations[association.get("reaction")] = _rule_of(association[0], None)
    return limits, associations


def _rule_of(element, products):
    if element.tag == "geneProductRef":
        return products[element.get("geneProduct")]
    if element.tag == "gene":
        return element.get("reference")
    return (element.tag, [_rule_of(child, products) for child in element])


def read_rule(text):
    """A rule written with and, or and parentheses."""
    tokens = re.findall(r"[()]|[^\s()]+", text)
    operators = {"and": "and", "&": "and", "&&": "and", "or": "or", "|": "or", "||": "or"}
    position = 0

    def one():
        nonlocal position
        token = tokens[position]
        position += 1
        if token != "(":
            return token
        inner = joined("or")
        position += 1
        return inner

    def joined(kind):
        nonlocal position
        parts = [one() if kind == "and" else joined("and")]
        while position < len(tokens) and operators.get(tokens[position].lower()) == kind:
            position += 1
            parts.append(one() if kind == "and" else joined("and"))
        return parts[0] if len(parts) == 1 else (kind, parts)

    return joined("or") if tokens else None


def _genes_of(rule):
    return {rule} if isinstance(rule, str) else set().union(*(_genes_of(part) for part in rule[1]))


def _works(rule, deleted):
    if isinstance(rule, str):
        return rule not in deleted
    kind, parts = rule
    return (all if kind == "and" else any)(_works(part, deleted) for part in parts)
