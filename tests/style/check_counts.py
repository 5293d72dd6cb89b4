#!/usr/bin/env python3
"""Finds texts for people that are right for one number only: "%1 genes" where there may be 1.

Such a text is written with trCount() in the window and with translateCount() in the engine, which choose between the
forms of a language. Bounds ("at most %1 rows", "more than %1 genes") are plural whatever the number.

Usage: check_counts.py FOLDER…        exit code 1 and a line for each text that was found
"""
import pathlib
import re
import sys

LITERAL = r'"(?:[^"\\\n]|\\.)*"'
TEXT = re.compile(rf'{LITERAL}(?:\s*{LITERAL})*')
NOUNS = ('genes|rows|files|genotypes|reactions|metabolites|labels|networks|names|runs|pairs|triples|models|nodes|edges|'
         'interactions|hyperedges|columns|cells|lines|values|issues|warnings|errors|epochs|folds|deletions|knockouts|'
         'entries|parts|ids|threads|scores|tensors|parameters|neighbours|baselines|annotations|sheets|strains')
COUNT = re.compile(rf'%[1-9n] (?:[a-z]+ )?(?:{NOUNS})\b')
BOUND = re.compile(r'(?:more than|at most|up to|at least|of the|of its|too many|would be|: %1|number) %[1-9]', re.I)
# Texts whose number is never 1, or is no count.
NEVER_ONE = (
    "growth of all %1 single deletions of this cell's metabolism",
    '%1 of these have a gene that fewer than %2 training genotypes held',
    'Merged from %1 parts.',
    '%1 feature columns are too many.',
    'The table has %1 columns.',
    'The pickle ends with %1 values instead of one.',
    'This build cannot read %1 files.',
    'The model learnt interactions of %1 deletions, not of %2.',
    'sets of %1 deletions',
    'Validated on %1 %2 with %3 interactions that trained nothing',
    'Combinations of %1 genes cannot be made from %2 genes.',
    'pairs of %1 genes, h = 64',
    'there are %2 tensors',
    'There are %1 values for the cell',
    '%1 genes',  # of an order above three
    'each dot: the most extreme of %1 × %1 pairs',
    'About %1 of %2 genes are named at this size',
)


def inside_count(code, start):
    """True if the literal at `start` is an argument of trCount() or translateCount()."""
    call = max(code.rfind('trCount(', 0, start), code.rfind('translateCount(', 0, start))
    return call >= 0 and ';' not in TEXT.sub('', code[call:start]) and TEXT.sub('', code[call:start]).count(
        '(') > TEXT.sub('', code[call:start]).count(')')


def main():
    found = 0
    for folder in sys.argv[1:]:
        for path in sorted(pathlib.Path(folder).rglob('*')):
            if path.suffix not in ('.cpp', '.h'):
                continue
            code = path.read_text(encoding='utf-8')
            for literal in TEXT.finditer(code):
                text = ''.join(part[1:-1] for part in re.findall(LITERAL, literal.group(0)))
                known = any(text == known if known == '%1 genes' else known in text for known in NEVER_ONE)
                if (COUNT.search(text) and not known and not BOUND.search(text)
                        and not inside_count(code, literal.start())):
                    print(f'{path}:{code.count(chr(10), 0, literal.start()) + 1}: {text}')
                    found += 1
    sys.exit(1 if found else 0)


main()
