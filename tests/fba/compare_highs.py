#!/usr/bin/python3
"""Holds `knockscape-cli simulate --singles` to another solver and another reader of the model.

Reads each model by itself (metabolic_model.py), evaluates the gene rules as trees by itself, and solves every single
deletion from scratch with HiGHS (scipy.optimize.linprog); nothing is taken over from Knockscape but its table of
answers. Prints a table of models, disagreements and seconds, and fails where a growth differs by more than the tolerance
times the wild type's, a number of blocked reactions differs, or Knockscape has no answer.

    compare_highs.py --cli knockscape-cli MODEL … [--every N] [--tolerance 1e-4] [--scale F …]

With --scale, Knockscape is given each model with all bounds times F, for which the answers must be F times those of the
model as it is: a linear program has no unit, while a solver's tolerances have one.

A model is an SBML or COBRA JSON file, also compressed, or a cell bundle. A model without growth (or without an
objective) must be refused. Exits with 77 (skipped) where SciPy or all models are missing.
"""

import argparse
import csv
import itertools
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile
import time

SKIPPED = 77
NO_ANSWER = float("nan")

try:
    import numpy
    import scipy.optimize
    from metabolic_model import Model
except ImportError as missing:
    print(f"skipped: {missing}; Debian has it in python3-scipy")
    sys.exit(SKIPPED)


def highs(model, blocked, presolve, tolerance):
    bounds = [(0.0, 0.0) if i in blocked else bound for i, bound in enumerate(model.bounds)]
    return scipy.optimize.linprog(-model.objective, A_eq=model.stoichiometry,
                                  b_eq=numpy.zeros(model.stoichiometry.shape[0]), bounds=bounds, method="highs",
                                  options={"primal_feasibility_tolerance": tolerance, "presolve": presolve,
                                           "dual_feasibility_tolerance": tolerance})


def growth_by_highs(model, blocked):
    """The optimum; 0 where presolve and simplex agree that nothing meets the bounds; NaN where HiGHS does not know."""
    infeasible = 0
    for presolve, tolerance in ((True, 1e-9), (False, 1e-9), (True, 1e-10), (False, 1e-8)):
        answer = highs(model, blocked, presolve, tolerance)
        if answer.status == 0:
            return -answer.fun
        infeasible += answer.status == 2
        if infeasible == 2:
            return 0.0
    return NO_ANSWER


def run(cli, *arguments):
    """Exit code, what was said, and seconds of processor time."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([cli, *arguments, "--quiet", "--no-log"], capture_output=True, text=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return done.returncode, done.stderr, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def scale_bounds(cell, factor):
    """Multiplies the bounds of a cell bundle."""
    with open(cell / "reactions.tsv", newline="", encoding="utf-8") as stream:
        reader = csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
        rows = list(reader)
    with open(cell / "reactions.tsv", "w", newline="", encoding="utf-8") as stream:
        stream.write("\t".join(reader.fieldnames) + "\n")
        for row in rows:
            for bound in ("lower_bound", "upper_bound"):
                row[bound] = repr(float(row[bound]) * factor)
            stream.write("\t".join(row[name] or "" for name in reader.fieldnames) + "\n")


def simulated(cli, path, folder, factor):
    """Gene → row of Knockscape's table, or why there is none; and its seconds."""
    cell = path
    if path.is_dir() and factor != 1.0:
        cell = folder / path.name
        shutil.copytree(path, cell, copy_function=shutil.copyfile, dirs_exist_ok=True)
    elif not path.is_dir():
        cell = folder / f"{path.name}.cell"
        option = "--cobra-json" if ".json" in path.suffixes else "--sbml"
        code, said, _ = run(cli, "cell", "import", "--out", cell, option, path, "--all-reactions")
        if code:
            return None, said, 0.0
    if factor != 1.0:
        scale_bounds(cell, factor)
    table = folder / f"{path.name}.csv"
    code, said, seconds = run(cli, "simulate", "--cell", cell, "--singles", "--threads", "1", "--out", table)
    if code:
        return None, said, seconds
    with open(table, newline="", encoding="utf-8") as stream:
        return {row["knockouts"]: row for row in csv.DictReader(stream)}, said, seconds


class Comparison:
    """One model's line of the table, and what is wrong."""

    def __init__(self, cli, path, folder, every, tolerance, factor=1.0):
        self.factor = factor
        self.name, self.wrong, self.unknown, self.worst, self.genes = path.name, [], 0, 0.0, 0
        model = Model(path)
        ours, said, self.seconds = simulated(cli, path, folder, factor)
        if factor != 1.0:
            self.name += f" × {factor:g}"
        start = time.process_time()
        self.wild_type = growth_by_highs(model, frozenset()) if model.objective.any() else 0.0
        if not self.wild_type > 1e-9:
            if ours is not None:
                self.wrong.append("it cannot grow, and was simulated")
        elif ours is None:
            self.wrong.append(said)
        elif sorted(ours) != model.genes:
            self.wrong.append(f"other genes: {sorted(set(ours) ^ set(model.genes))[:10]}")
        else:
            self._compare(model, ours, every, tolerance)
        self.highs_seconds = time.process_time() - start

    def _compare(self, model, ours, every, tolerance):
        # Deletions that block the same reactions are the same problem.
        known = {frozenset(): self.wild_type}
        for gene in model.genes[::every]:
            blocked = model.blocked_by({gene})
            if blocked not in known:
                known[blocked] = growth_by_highs(model, blocked)
            row = ours[gene]
            self.genes += 1
            if known[blocked] != known[blocked]:
                self.unknown += 1
                continue
            fitness, growth = (float(row[name] or "nan") for name in ("fitness", "growth"))
            growth /= self.factor
            difference = max(abs(fitness - known[blocked] / self.wild_type),
                             abs(growth - known[blocked]) / self.wild_type)
            # Written so that a missing number counts.
            if not difference <= tolerance or int(row["blocked_reactions"]) != len(blocked):
                self.wrong.append(f"{gene}: {row['growth']} ({row['status']}) here, {known[blocked]} by HiGHS; "
                                  f"{row['blocked_reactions']} reactions blocked here, {len(blocked)} there")
            else:
                self.worst = max(self.worst, difference)

    def line(self):
        return (f"{self.name:32}{self.wild_type:14.9g}{self.genes:8}{len(self.wrong):8}{self.unknown:8}"
                f"{self.worst:10.1g}{self.seconds:10.2f}{self.highs_seconds:10.1f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("models", nargs="+", type=pathlib.Path)
    parser.add_argument("--cli", required=True, type=pathlib.Path)
    parser.add_argument("--every", type=int, default=1, help="compare every so manieth gene only")
    parser.add_argument("--tolerance", type=float, default=1e-4)
    parser.add_argument("--scale", type=float, nargs="+", default=[1.0], help="multiply all bounds by these numbers")
    arguments = parser.parse_args()
    there = [path for path in arguments.models if path.exists()]
    for path in arguments.models:
        if path not in there:
            print(f"skipped: there is no {path}")
    if not there:
        return SKIPPED
    sys.setrecursionlimit(10_000)
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    print(f"{'model':32}{'wild type':>14}{'genes':>8}{'wrong':>8}{'unsure':>8}{'worst':>10}{'seconds':>10}{'HiGHS':>10}")
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        for path, factor in itertools.product(there, arguments.scale):
            comparison = Comparison(arguments.cli, path, pathlib.Path(folder), arguments.every, arguments.tolerance,
                                    factor)
            print(comparison.line(), flush=True)
            for text in comparison.wrong[:20]:
                print(f"    {text}", flush=True)
            failed = failed or bool(comparison.wrong)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
