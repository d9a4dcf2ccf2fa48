"""Runs the examples of the documentation and writes down what they print.

python docs/refresh.py            rewrite what is out of date
python docs/refresh.py --check    only say what is
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import click

from quotextract.cli import main
from quotextract.cli.app import COMMANDS

ROOT = Path(__file__).parents[1]
PAGES = ("README.md", "README.it.md")
WIDTH = 90
_EXAMPLE = re.compile(r"(?<=```console\n)\$ (quotextract .*)\n((?:(?!```).*\n)*)")
_CONFIDENCE = re.compile(r"\b[01]\.\d\d\b")


def reference() -> str:
    """Return the command reference, made from the help pages."""
    pages = ["# Commands\n\nMade from the help pages by `python docs/refresh.py`.\n"]
    for words in ([], *([name] for name in COMMANDS)):
        title = " ".join(["quotextract", *words])
        pages.append(f"## {title}\n\n```text\n{help_page(words).rstrip()}\n```\n")
    return "\n".join(pages)


def help_page(words: list[str]) -> str:
    """Return one help page, always of the same width."""
    width = {"terminal_width": WIDTH, "max_content_width": WIDTH}
    command: click.Command = main
    context = click.Context(main, info_name="quotextract", **{**main.context_settings, **width})
    for word in words:
        command = main.get_command(context, word) or main
        context = click.Context(command, info_name=word, parent=context, **width)
    return command.get_help(context)


def refreshed(page: str) -> str:
    """Return a page with every example run anew; a changed confidence is no change."""

    def rerun(match: re.Match[str]) -> str:
        printed = run(match.group(1))
        same = _CONFIDENCE.sub("#", printed) == _CONFIDENCE.sub("#", match.group(2))
        return match.group(0) if same else f"$ {match.group(1)}\n{printed}"

    return _EXAMPLE.sub(rerun, page)


def run(command: str) -> str:
    """Run a command of this package in the repository's root, and return what it prints."""
    words = [str(Path(sys.executable).with_name("quotextract")), *shlex.split(command)[1:]]
    done = subprocess.run(
        words,
        cwd=ROOT,
        env={**os.environ, "COLUMNS": str(WIDTH)},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return done.stdout


def outdated() -> dict[Path, str]:
    """Return the pages that are not what they should be, with what they should be."""
    wanted = {ROOT / "docs" / "cli.md": reference()}
    for name in PAGES:
        wanted[ROOT / name] = refreshed((ROOT / name).read_text(encoding="utf-8"))
    return {
        path: text
        for path, text in wanted.items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    }


if __name__ == "__main__":
    changed = outdated()
    for path, text in changed.items():
        print(f"{path.relative_to(ROOT)} is out of date")
        if "--check" not in sys.argv:
            path.write_text(text, encoding="utf-8")
    sys.exit(1 if changed and "--check" in sys.argv else 0)
