"""Options that several commands share, and what the library makes of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, get_args

import click

from quotextract.errors import ResourceError
from quotextract.readers import FORMATS, ReadOptions
from quotextract.readers.dates import iso_day
from quotextract.records import SpeakerKind

if TYPE_CHECKING:
    from quotextract.knowledge import SpeakerBase
    from quotextract.processing import Selection

Function = TypeVar("Function", bound=Callable[..., Any])

GENDERS = ("f", "m", "unknown")
KINDS = tuple(kind for kind in get_args(SpeakerKind) if kind)
TYPES = ("direct", "mixed", "indirect", "all")
INPUT_FORMATS = tuple(form.suffixes[0].removeprefix(".") for form in FORMATS)
COLUMN_ROLES = ("text", "title", "author", "date", "source", "id", "url")


def together(*options: Callable[[Function], Function]) -> Callable[[Function], Function]:
    """Make one decorator of several, to be shown in the order given."""

    def decorate(function: Function) -> Function:
        for option in reversed(options):
            function = option(function)
        return function

    return decorate


paths = click.argument("paths", nargs=-1, required=True, metavar="PATH...")


def _period(_: click.Context, __: click.Parameter, value: str | None) -> str:
    """Take a day, month or year: ISO 8601, or a day as Italians write it."""
    given = (value or "").strip()
    try:
        if re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", given):
            date.fromisoformat(f"{given}-01-01"[:10])
            return given
    except ValueError:
        given = "-"
    found = iso_day(given)
    if given and not found:
        raise click.BadParameter(f"{value!r} is no date. Write 2025-09-04, 2025-09 or 2025.")
    return found


model = click.option(
    "-m", "--model", metavar="NAME", help="Any Italian spaCy pipeline, by name or path."
)

fast = click.option(
    "--fast",
    is_flag=True,
    help="Leave out the reader of the whole article: far quicker, and more speakers are wrong.",
)

processes = click.option(
    "-j",
    "--processes",
    type=click.IntRange(1),
    default=1,
    metavar="N",
    help="How many processes parse.  [default: 1]",
)

talking = together(
    click.option("-v", "--verbose", count=True, help="Say more on standard error; -vv all."),
    click.option("-q", "--quiet", is_flag=True, help="On standard error, failures only."),
    click.option("--log-file", metavar="FILE", help="Write down everything that happens."),
)

running = together(
    processes,
    model,
    fast,
    click.option("--limit", type=click.IntRange(1), metavar="N", help="Stop behind N articles."),
    click.option("--dry-run", is_flag=True, help="Only list the files that would be read."),
    talking,
)

speaker_files = click.option(
    "--speakers",
    "speaker_files",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Correct and extend who is known by this JSONL file, as the speakers command writes it.",
)

selecting = together(
    click.option(
        "-s",
        "--speaker",
        "speakers",
        multiple=True,
        metavar="NAME",
        help="Only this speaker's: a name, surname, role or id; case, accents and spelling do "
        "not matter. Repeat for more.",
    ),
    click.option("--role", "roles", multiple=True, metavar="ROLE", help="Only with this role."),
    click.option(
        "--organisation",
        "organisations",
        multiple=True,
        metavar="NAME",
        help="Only of this organisation, party or country.",
    ),
    click.option(
        "--gender",
        "genders",
        multiple=True,
        type=click.Choice(GENDERS),
        help="Only women's or men's, or where it is unknown.",
    ),
    click.option(
        "--kind",
        "kinds",
        multiple=True,
        type=click.Choice(KINDS),
        help="Only by this kind of speaker.",
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
    click.option(
        "--since",
        callback=_period,
        metavar="DATE",
        help="Only of this day, month or year, or later.",
    ),
    click.option(
        "--until",
        callback=_period,
        metavar="DATE",
        help="Only of this day, month or year, or before.",
    ),
    click.option(
        "--source",
        "sources",
        multiple=True,
        metavar="NAME",
        help="Only from this newspaper or agency; a word of its name is enough.",
    ),
    speaker_files,
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
        roles=options["roles"],
        organisations=options["organisations"],
        genders=options["genders"],
        kinds=options["kinds"],
        since=options["since"],
        until=options["until"],
        sources=options["sources"],
        base=known_speakers(options),
    )


def known_speakers(options: dict[str, Any]) -> SpeakerBase:
    """Return who is known, the user's own files included.

    Raises:
        click.UsageError: A file is wrong; the message names the line and the key.
    """
    from quotextract.knowledge import load_speakers

    try:
        return load_speakers(*options["speaker_files"])
    except ResourceError as error:
        raise click.UsageError(str(error)) from error


def read_options(options: dict[str, Any]) -> ReadOptions:
    """Return what the options of `reading` ask for."""
    columns = {f"{role}_column": options[f"{role}_column"] for role in COLUMN_ROLES}
    return ReadOptions(**columns, input_format=options["input_format"] or "")
