#!/usr/bin/python3
"""Holds the fluxes of `knockscape-cli simulate --method pfba|lmoma --fluxes` to another solver and another reader.

Reads each model by itself (metabolic_model.py) and checks of every genotype, with nothing taken over from Knockscape but
its tables: that the fluxes balance (1e-6) and keep their bounds, blocked ones at 0; that no flux distribution with the
genotype's best growth has a smaller total (pfba), or lies nearer to the wild type's (lmoma), and that of the nearest
none grows better, by HiGHS (scipy.optimize.linprog).

    compare_fluxes.py --cli knockscape-cli MODEL … [--every N]

Exits with 77 (skipped) where SciPy or all models are missing.
"""

import argparse
import csv
import os
import pathlib
import subprocess
import sys
import tempfile

SKIPPED = 77
TOLERANCE = 1e-4

try:
    import numpy
    import scipy.optimize
    import scipy.sparse
    from metabolic_model import Model
except ImportError as missing:
    print(f"skipped: {missing}; Debian has it in python3-scipy")
    sys.exit(SKIPPED)


def solve(objective, model, bounds, extra=None, limit=None):
    """The smallest objective·x with S·(the model's columns of x) = 0, and extra·x <= limit."""
    options = {"primal_feasibility_tolerance": 1e-9, "dual_feasibility_tolerance": 1e-9}
    upper = None if extra is None else scipy.sparse.csr_matrix(extra)
    for presolve in (True, False):
        answer = scipy.optimize.linprog(objective, A_eq=model, b_eq=numpy.zeros(model.shape[0]), A_ub=upper,
                                        b_ub=None if upper is None else [limit], bounds=bounds, method="highs",
                                        options=dict(options, presolve=presolve))
        if answer.status == 0:
            return answer.fun
    return None


class Nearest:
    """min Σ|v − w| as a program over what is more and what is less than w."""

    def __init__(self, model, bounds, reference):
        self.matrix = scipy.sparse.hstack([model.stoichiometry, -model.stoichiometry]).tocsc()
        low = numpy.array([b[0] for b in bounds]) - reference
        high = numpy.array([b[1] for b in bounds]) - reference
        self.bounds = list(zip(numpy.maximum(low, 0), numpy.maximum(high, 0)))
        self.bounds += list(zip(numpy.maximum(-high, 0), numpy.maximum(-low, 0)))
        self.ones = numpy.ones(self.matrix.shape[1])
        self.growth = numpy.concatenate([model.objective, -model.objective])
        self.reference_growth = float(model.objective @ reference)

    def distance(self, growth=None):
        if growth is None:
            return solve(self.ones, self.matrix, self.bounds)
        return solve(self.ones, self.matrix, self.bounds, -self.growth, -(growth - self.reference_growth))

    def best_growth(self, distance):
        found = solve(-self.growth, self.matrix, self.bounds, self.ones, distance * (1 + 1e-8) + 1e-8)
        return None if found is None else self.reference_growth - found


def run(cli, *arguments):
    done = subprocess.run([cli, *map(str, arguments), "--quiet", "--no-log"], capture_output=True, text=True,
                          check=False)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, arguments))}: {done.stderr}")


def rows(path):
    with open(path, newline="", encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


class Comparison:
    def __init__(self, cli, path, folder, every):
        self.model, self.wrong, self.compared, self.worst = Model(path), [], 0, 0.0
        self.model.stoichiometry = self.model.stoichiometry.tocsc()
        cell = path
        if not path.is_dir():
            cell = folder / f"{path.name}.cell"
            option = "--cobra-json" if ".json" in path.suffixes else "--sbml"
            run(cli, "cell", "import", "--out", cell, option, path, "--all-reactions")
        genes = self.model.genes[::every]
        genotypes = ["WT", *genes, *(f"{a} {b}" for a, b in zip(genes, genes[7:]))]
        listed = folder / "list.txt"
        listed.write_text("\n".join(genotypes) + "\n", encoding="utf-8")
        # Cells write signs as they are where old SBML spells them.
        self.names = {reaction.removeprefix("R_").replace("_DASH_", "-").replace("_LPAREN_", "(")
                      .replace("_RPAREN_", ")"): i for i, reaction in enumerate(self.model.reactions)}
        for method in ("pfba", "lmoma"):
            table, fluxes = folder / f"{method}.csv", folder / f"{method}.fluxes.csv"
            run(cli, "simulate", "--cell", cell, "--knockouts", listed, "--method", method, "--out", table, "--fluxes",
                fluxes, "--threads", 1)
            self.method = method
            self._compare(rows(table), self._fluxes(rows(fluxes)))

    def _fluxes(self, table):
        fluxes = {}
        for row in table:
            vector = fluxes.setdefault(row["knockouts"], numpy.full(len(self.names), numpy.nan))
            vector[self.names[row["reaction"]]] = float(row["flux"])
        return fluxes

    def _compare(self, table, fluxes):
        # The wild type's fluxes are its parsimonious ones by either method.
        reference = fluxes[""]
        for row in table:
            name = row["knockouts"] or "WT"
            blocked = self.model.blocked_by(set(row["knockouts"].split(";")))
            bounds = [(0.0, 0.0) if i in blocked else bound for i, bound in enumerate(self.model.bounds)]
            if row["status"] == "infeasible":
                if row["knockouts"] in fluxes or row["total_flux"]:
                    self.wrong.append(f"{name}: fluxes although infeasible")
                continue
            vector = fluxes[row["knockouts"]]
            self._check(name, "balance", numpy.abs(self.model.stoichiometry @ vector).max(), 0.0, 1e-6)
            excess = max(max(low - flux, flux - high) for flux, (low, high) in zip(vector, bounds))
            self._check(name, "bounds", max(excess, 0.0), 0.0, 1e-9)
            self._check(name, "total_flux", float(row["total_flux"]), numpy.abs(vector).sum(), 1e-6)
            growth = float(row["growth"])
            if self.method == "pfba":
                nearest = Nearest(self.model, bounds, numpy.zeros(len(bounds)))
                self._check(name, "growth", float(self.model.objective @ vector), growth, 1e-6)
                self._check(name, "total", numpy.abs(vector).sum(), nearest.distance(growth - 1e-9), TOLERANCE)
                continue
            nearest = Nearest(self.model, bounds, reference)
            distance = numpy.abs(vector - reference).sum()
            self._check(name, "distance", float(row["distance"]), distance, 1e-6)
            self._check(name, "least distance", distance, nearest.distance(), TOLERANCE)
            self._check(name, "growth at it", growth, nearest.best_growth(distance), TOLERANCE)
        self.compared += len(table)

    def _check(self, name, what, ours, theirs, tolerance):
        if theirs is None:
            return
        difference = abs(ours - theirs) / max(1.0, abs(theirs))
        # Written so that a missing number counts.
        if not difference <= tolerance:
            self.wrong.append(f"{self.method} {name}: {what} {ours}, not {theirs}")
        elif tolerance == TOLERANCE:
            self.worst = max(self.worst, difference)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("models", nargs="+", type=pathlib.Path)
    parser.add_argument("--cli", required=True, type=pathlib.Path)
    parser.add_argument("--every", type=int, default=12, help="compare every so manieth gene only, and pairs of those")
    arguments = parser.parse_args()
    there = [path for path in arguments.models if path.exists()]
    for path in arguments.models:
        if path not in there:
            print(f"skipped: there is no {path}")
    if not there:
        return SKIPPED
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    failed = False
    for path in there:
        with tempfile.TemporaryDirectory() as folder:
            comparison = Comparison(arguments.cli, path, pathlib.Path(folder), arguments.every)
        print(f"{path.name:32}{comparison.compared:6} compared{len(comparison.wrong):6} wrong, worst {comparison.worst:.1g}",
              flush=True)
        for text in comparison.wrong[:20]:
            print(f"    {text}", flush=True)
        failed = failed or bool(comparison.wrong)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
