#!/usr/bin/python3
"""Holds `knockscape-cli simulate --singles` to another solver and another reader of the model.

Reads the SBML file (Level 3 with fbc 2) by itself, evaluates the gene rules as trees by itself, and solves every single
deletion from scratch with HiGHS (scipy.optimize.linprog); nothing is taken over from Knockscape but its table of
answers. Prints the largest difference of growth relative to wild type, and fails where one exceeds the tolerance.

    compare_highs.py --cli knockscape-cli MODEL.xml [MODEL.xml …] [--tolerance 1e-4]

Exits with 77 (skipped) where SciPy or a model is missing.
"""

import argparse
import csv
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree

SKIPPED = 77
SBML = "{http://www.sbml.org/sbml/level3/version1/core}"
FBC = "{http://www.sbml.org/sbml/level3/version1/fbc/version2}"

try:
    import numpy
    import scipy.optimize
    import scipy.sparse
except ImportError as missing:
    print(f"skipped: {missing}; Debian has it in python3-scipy")
    sys.exit(SKIPPED)


class Model:
    """Maximise c·v subject to S·v = 0 and bounds; rules as nested tuples of gene labels."""

    def __init__(self, path):
        model = ElementTree.parse(path).getroot().find(f"{SBML}model")
        parameters = {p.get("id"): float(p.get("value")) for p in model.iter(f"{SBML}parameter")}
        labels = {g.get(f"{FBC}id"): g.get(f"{FBC}label") for g in model.iter(f"{FBC}geneProduct")}
        rows = {}
        for species in model.iter(f"{SBML}species"):
            if species.get("boundaryCondition") != "true":
                rows[species.get("id")] = len(rows)
        entries = ([], [], [])
        self.bounds = []
        self.rules = []
        columns = {}
        for column, reaction in enumerate(model.iter(f"{SBML}reaction")):
            columns[reaction.get("id")] = column
            self.bounds.append((parameters[reaction.get(f"{FBC}lowerFluxBound")],
                                parameters[reaction.get(f"{FBC}upperFluxBound")]))
            for side, sign in (("listOfReactants", -1.0), ("listOfProducts", 1.0)):
                for reference in reaction.iterfind(f"{SBML}{side}/{SBML}speciesReference"):
                    if reference.get("species") in rows:
                        entries[0].append(sign * float(reference.get("stoichiometry")))
                        entries[1].append(rows[reference.get("species")])
                        entries[2].append(column)
            association = reaction.find(f"{FBC}geneProductAssociation")
            self.rules.append(None if association is None else read_rule(association[0], labels))
        shape = (len(rows), len(self.bounds))
        # Entries of one place add up.
        self.stoichiometry = scipy.sparse.coo_matrix((entries[0], (entries[1], entries[2])), shape).tocsc()
        objectives = model.find(f"{FBC}listOfObjectives")
        active = next(o for o in objectives if o.get(f"{FBC}id") == objectives.get(f"{FBC}activeObjective"))
        sign = -1.0 if active.get(f"{FBC}type") == "maximize" else 1.0
        self.cost = numpy.zeros(len(self.bounds))
        for term in active.iter(f"{FBC}fluxObjective"):
            self.cost[columns[term.get(f"{FBC}reaction")]] = sign * float(term.get(f"{FBC}coefficient"))
        self.genes = sorted({gene for rule in self.rules if rule for gene in genes_of(rule)})

    def blocked_by(self, gene):
        return frozenset(i for i, rule in enumerate(self.rules) if rule and not works(rule, gene))

    def growth(self, blocked):
        """The optimum, or 0 where no flux distribution meets the bounds."""
        bounds = [(0.0, 0.0) if i in blocked else bound for i, bound in enumerate(self.bounds)]
        answer = scipy.optimize.linprog(self.cost, A_eq=self.stoichiometry,
                                        b_eq=numpy.zeros(self.stoichiometry.shape[0]), bounds=bounds, method="highs",
                                        options={"primal_feasibility_tolerance": 1e-9,
                                                 "dual_feasibility_tolerance": 1e-9})
        if answer.status == 2:
            return 0.0
        if answer.status != 0:
            raise RuntimeError(f"HiGHS: {answer.message}")
        return -answer.fun


def read_rule(element, labels):
    if element.tag == f"{FBC}geneProductRef":
        return labels[element.get(f"{FBC}geneProduct")]
    return (element.tag.removeprefix(FBC), [read_rule(child, labels) for child in element])


def genes_of(rule):
    return {rule} if isinstance(rule, str) else set().union(*(genes_of(part) for part in rule[1]))


def works(rule, deleted):
    if isinstance(rule, str):
        return rule != deleted
    kind, parts = rule
    return (all if kind == "and" else any)(works(part, deleted) for part in parts)


def simulated(cli, model, folder):
    """Gene → (fitness, growth, number of blocked reactions) as Knockscape says."""
    cell = folder / f"{model.stem}.cell"
    table = folder / f"{model.stem}.csv"
    quiet = ["--quiet", "--no-log"]
    subprocess.run([cli, "cell", "import", "--out", cell, "--sbml", model, "--all-reactions", *quiet], check=True)
    subprocess.run([cli, "simulate", "--cell", cell, "--singles", "--threads", "1", "--out", table, *quiet], check=True)
    with open(table, newline="", encoding="utf-8") as stream:
        return {row["knockouts"]: (float(row["fitness"]), float(row["growth"]), int(row["blocked_reactions"]))
                for row in csv.DictReader(stream)}


def compare(cli, path, folder, tolerance):
    ours = simulated(cli, path, folder)
    model = Model(path)
    if sorted(ours) != model.genes:
        print(f"{path.name}: other genes: {sorted(set(ours) ^ set(model.genes))[:10]}")
        return False
    start = time.perf_counter()
    wild_type = model.growth(frozenset())
    # Deletions that block the same reactions are the same problem.
    known = {frozenset(): wild_type}
    worst, worst_gene, wrong = 0.0, "", []
    for gene in model.genes:
        blocked = model.blocked_by(gene)
        if blocked not in known:
            known[blocked] = model.growth(blocked)
        fitness, growth, count = ours[gene]
        difference = max(abs(fitness - known[blocked] / wild_type), abs(growth - known[blocked]) / wild_type)
        if difference >= worst:
            worst, worst_gene = difference, gene
        if not difference <= tolerance or count != len(blocked):
            wrong.append(f"  {gene}: {growth} here, {known[blocked]} by HiGHS; "
                         f"{count} reactions blocked here, {len(blocked)} there")
    print(f"{path.name}: wild type {wild_type:.9g} /h; {len(model.genes)} genes, {len(known)} different problems solved "
          f"in {time.perf_counter() - start:.1f} s; largest difference {worst:.2g} of the wild type ({worst_gene})")
    print("\n".join(wrong))
    return not wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("models", nargs="+", type=pathlib.Path)
    parser.add_argument("--cli", required=True, type=pathlib.Path)
    parser.add_argument("--tolerance", type=float, default=1e-4)
    arguments = parser.parse_args()
    missing = [str(path) for path in arguments.models if not path.is_file()]
    if missing:
        print(f"skipped: there is no {', '.join(missing)}")
        return SKIPPED
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    with tempfile.TemporaryDirectory() as folder:
        agreed = [compare(arguments.cli, path, pathlib.Path(folder), arguments.tolerance) for path in arguments.models]
    return 0 if all(agreed) else 1


if __name__ == "__main__":
    sys.exit(main())
