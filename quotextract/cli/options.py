"""Options that several commands share, and what the library makes of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from quotextract.readers import FORMATS, ReadOptions

if TYPE_CHECKING:
    from quotextract.processing import Selection

Function = TypeVar("Function", bound=Callable[..., Any])

TYPES = ("direct", "mixed", "indirect", "all")
INPUT_FORMATS = tuple(form.suffixes[0].removeprefix(".") for form in FORMATS)
COLUMN_ROLES = ("text", "title", "date", "source", "id", "url")


def together(*options: Callable[[Function], Function]) -> Callable[[Function], Function]:
    """Make one decorator of several, to be shown in the order given."""

    def decorate(function: Function) -> Function:
        for option in reversed(options):
            function = option(function)
        return function

    return decorate


paths = click.argument("paths", nargs=-1, required=True, metavar="PATH...")

model = click.option(
    "-m", "--model", metavar="NAME", help="Any Italian spaCy pipeline, by name or path."
)

processes = click.option(
    "-j",
    "--processes",
    type=click.IntRange(1),
    default=1,
    metavar="N",
    help="How many processes parse.  [default: 1]",
)

running = together(
    processes,
    model,
    click.option("--limit", type=click.IntRange(1), metavar="N", help="Stop behind N articles."),
    click.option("--dry-run", is_flag=True, help="Only list the files that would be read."),
    click.option("-v", "--verbose", count=True, help="Say more on standard error; -vv all."),
    click.option("-q", "--quiet", is_flag=True, help="On standard error, failures only."),
    click.option("--log-file", metavar="FILE", help="Write down everything that happens."),
)

selecting = together(
    click.option(
        "-s",
        "--speaker",
        "speakers",
        multiple=True,
        metavar="NAME",
        help="Only this speaker's; case, accents and spelling do not matter. Repeat for more.",
    ),
    click.option(
        "-t",
        "--type",
        "types",
        multiple=True,
        type=click.Choice(TYPES),
        help="Only this type; all is direct, mixed and indirect.  [default: direct and mixed]",
    ),
    click.option(
        "--min-confidence",
        type=click.FloatRange(0, 1),
        default=0.0,
        metavar="X",
        help="Only quotations at least this sure, 0 to 1.",
    ),
    click.option(
        "--include-unquoted", is_flag=True, help="Also marks that quote nobody (type none)."
    ),
    click.option(
        "--include-negated", is_flag=True, help="Also sayings that are denied or hypothetical."
    ),
)

reading = together(
    click.option(
        "--input-format",
        type=click.Choice(INPUT_FORMATS),
        metavar="NAME",
        help=f"How to read standard input and files of no known kind: {', '.join(INPUT_FORMATS)}."
        "  [default: txt]",
    ),
    *(
        click.option(
            f"--{role}-column",
            default="",
            metavar="NAME",
            help=f"Of tables and JSON: which column holds the {role}; guessed by default.",
        )
        for role in COLUMN_ROLES
    ),
)


def selection(options: dict[str, Any]) -> Selection:
    """Return what the options of `selecting` ask for."""
    from quotextract.processing.selection import ALL_TYPES, DEFAULT_TYPES, Selection

    asked = set(options["types"])
    types = ALL_TYPES if "all" in asked else frozenset(asked) or DEFAULT_TYPES
    return Selection(
        types=types | {"none"} if options["include_unquoted"] else types,
        speakers=options["speakers"],
        min_confidence=options["min_confidence"],
        negated=options["include_negated"],
    )


def read_options(options: dict[str, Any]) -> ReadOptions:
    """Return what the options of `reading` ask for."""
    columns = {f"{role}_column": options[f"{role}_column"] for role in COLUMN_ROLES}
    return ReadOptions(**columns, input_format=options["input_format"] or "")
