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
COUNTED = re.compile(r'\b(?:trCount|translateCount)\(\s*$|,\s*$')


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
                if COUNT.search(text) and not BOUND.search(text) and not inside_count(code, literal.start()):
                    print(f'{path}:{code.count(chr(10), 0, literal.start()) + 1}: {text}')
                    found += 1
    sys.exit(1 if found else 0)


main()
