#!/usr/bin/env python3
"""check_man_pages.py MANUALS PROGRAM…: each program's manual page names the options and commands that --help names."""
import os
import pathlib
import re
import subprocess
import sys


def helped(program):
    # The window's program needs no display to say what it can do.
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen")
    text = subprocess.run([program, "--help"], check=True, capture_output=True, text=True, env=environment).stdout
    options = set(re.findall(r"(?<![\w-])--([a-z][a-z-]*)", text))
    commands = re.search(r"^Subcommands:\n((?:  .*\n)+)", text, re.M)
    return options | {"help", "version"}, set(re.findall(r"^  ([a-z]+) ", commands.group(1), re.M)) if commands else set()


def described(page):
    text = page.read_text(encoding="utf-8")
    text = text[text.index(".Sh DESCRIPTION"):]
    items = re.findall(r"^\.It (.*)$", text, re.M)
    options = {option for item in items if item.startswith("Fl ") for option in re.findall(r"-([a-z][a-z-]+)", item)}
    return options, {item[3:] for item in items if item.startswith("Cm ")}


def main():
    manuals = pathlib.Path(sys.argv[1])
    wrong = []
    for program in sys.argv[2:]:
        name = pathlib.Path(program).name
        for kind, helps, manual in zip(("option", "command"), helped(program), described(manuals / f"{name}.1")):
            wrong += [f"{name}.1 lacks the {kind} {one}" for one in sorted(helps - manual)]
            wrong += [f"{name}.1 has the {kind} {one}, which --help does not know" for one in sorted(manual - helps)]
    print("\n".join(wrong) or "the manual pages say what --help says")
    return 1 if wrong else 0


sys.exit(main())
