"""`extract --explain`: each quotation with the speakers that were weighed, and why one won."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click
from rich.console import Console, ConsoleOptions, RenderableType
from rich.table import Table
from rich.text import Text

from quotextract.cli.table import TYPE_STYLE, printable, printed
from quotextract.exporters import FORMATS, Result
from quotextract.records import Quote

if TYPE_CHECKING:
    from quotextract.pipeline.explaining import Reason
    from quotextract.processing import Tally
    from quotextract.processing.explaining import Explainer, Explanation

_LONGEST = 160
_MOST_SIGNS, _MOST_DECISIVE = 8, 4
_NOBODY = "(not told)"
_HELD = "\N{NO-BREAK SPACE}"


def check_text(given: Mapping[str, Any]) -> None:
    """See to it that nobody waits for rows: explanations are text.

    Raises:
        click.UsageError: Another format, or its columns, were asked for.
    """
    form, suffix = given["form"], Path(given["output"] or "").suffix.lower()
    named = not form and any(suffix in known.suffixes for known in FORMATS.values())
    if named or form not in (None, "table") or given["columns"] or given["excel"]:
        raise click.UsageError(
            "--explain prints text, no rows: leave out --format, --columns and --excel. "
            "To keep the text, name a text file: -o perché.txt."
        )


def write_explanations(
    results: Iterable[Result],
    tally: Tally,
    explainer: Explainer,
    out: IO[bytes],
    *,
    terminal: bool,
) -> None:
    """Write each quotation with its explanation as it is found, and a count at the end.

    Args:
        results: Articles with those of their quotations that are wanted.
        tally: What counts them as they come.
        explainer: What finds them.
        out: Where to, as UTF-8.
        terminal: Whether a person looks at it: colours, and the window's width.
    """
    for _, quotes in results:
        for quote in quotes:
            told = explainer.explanation(quote)
            printed(list(_parts(quote, told)), [], out, terminal=terminal)
            out.write(b"\n")
    printed([], [tally.found()], out, terminal=terminal)


def _parts(quote: Quote, told: Explanation) -> Iterator[RenderableType]:
    place = f"{printable(quote.doc_name)} {quote.quote_start}-{quote.quote_end}"
    yield Text.assemble((place, "dim"), "  ", _types(quote, told.types))
    yield Text(textwrap.shorten(printable(quote.quote), _LONGEST, placeholder=" …"), style="italic")
    yield Text.assemble((_speaker(quote), "bold"), f"  confidence {quote.confidence:.2f}")
    table = Table.grid(padding=(0, 2, 0, 0))
    for reason in told.reasons:
        table.add_row(f"{reason.probability:.2f}", _candidate(reason))
        table.add_row("", _Wrapped(_signs(reason)))
    yield table
    # Who might speak was weighed before the type was told.
    yield _Wrapped(("Were it a quotation: " if quote.quote_type == "none" else "") + verdict(told))


def _types(quote: Quote, types: Mapping[str, float]) -> Text:
    if not types:
        return Text(quote.quote_type, style=TYPE_STYLE[quote.quote_type])
    parts = [(f"{kind} {p:.2f}", TYPE_STYLE[kind]) for kind, p in types.items()]
    return Text("  ").join(Text(part, style=style) for part, style in parts)


def _speaker(quote: Quote) -> str:
    if quote.quote_type == "none":
        return "Quotes nobody"
    known = f" = {quote.speaker_name}" if quote.speaker_name not in ("", quote.speaker) else ""
    return printable(quote.speaker + known) or "?"


def _candidate(reason: Reason) -> Text:
    """Return who was weighed, and how he comes in."""
    words = [reason.rule]
    words += [f"cue «{printable(reason.cue)}»"] if reason.cue else []
    words += [f"mention «{printable(reason.mention)}»"] if reason.mention else []
    words += [f"best of {reason.ways} ways"] if reason.ways > 1 else []
    words += [f"score {reason.score:.2f}"]
    return Text.assemble((_name(reason), "bold"), (f"  {' · '.join(words)}", "dim"))


def _signs(reason: Reason) -> str:
    """Return the strongest signs with their weights."""
    shown = [_weighted(*sign) for sign in islice(reason.signs.items(), _MOST_SIGNS)]
    left = len(reason.signs) - len(shown)
    return "  ".join([*shown, *([f"and{_HELD}{left}{_HELD}more"] if left else [])])


def _weighted(name: str, share: float) -> str:
    return f"{share:+.2f}{_HELD}{name}"


def verdict(told: Explanation) -> str:
    """Say in words why the winner won: in which signs he and the runner-up differ most."""
    if len(told.reasons) < 2:
        return "Nobody else came into question."
    won, second = told.reasons[:2]
    parts = []
    for who_has, signs in zip(("the first has", "the second has"), told.decisive(), strict=True):
        most = [_weighted(*sign) for sign in islice(signs.items(), _MOST_DECISIVE)]
        parts += [f"{who_has} {', '.join(most)}"] if most else []
    if won.score < second.score:
        parts += [f"the {won.ways} ways to the first weigh more together"]
    return f"{_name(won)} rather than {_name(second)}: {'; '.join(parts) or 'no sign tells'}."


def _name(reason: Reason) -> str:
    return printable(reason.speaker) or _NOBODY


class _Wrapped:
    """Text in lines as full as they can be without parting a sign from its weight."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __rich_console__(self, _: Console, options: ConsoleOptions) -> Iterator[Text]:
        for line in textwrap.wrap(self._text, options.max_width, break_on_hyphens=False):
            text = Text(line.replace(_HELD, " "))
            text.highlight_regex(r"(?<!\S)\+\d+\.\d\d", "green")
            text.highlight_regex(r"(?<!\S)-\d+\.\d\d", "red")
            yield text
