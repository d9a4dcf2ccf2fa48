"""A ranking as a table for the terminal, with a bar for each share."""

from __future__ import annotations

from typing import IO

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from quotextract.cli.table import printable, printed
from quotextract.processing.people import UNKNOWN
from quotextract.processing.ranking import Ranking, Row

_BAR = 10
_EIGHTHS = " ▏▎▍▌▋▊▉"


def write_standings(ranking: Ranking, by: str, out: IO[bytes], *, terminal: bool) -> None:
    """Write a ranking, and below it what a reader must know of the figures.

    Args:
        ranking: What was collected.
        by: What to add up by.
        out: Where to, as UTF-8.
        terminal: Whether a person looks at it.
    """
    rows = ranking.rows(by)
    table = _empty_table(by)
    most = max((row.share for row in rows), default=1)
    for row in rows:
        table.add_row(*_cells(row, by, most))
    printed([table] if rows else [], [_closing(rows, by, ranking)], out, terminal=terminal)


def bar(share: float, most: float, width: int = _BAR) -> str:
    """Draw a share as a bar, the largest as wide as there is room.

    >>> bar(0.5, 1.0, 4), bar(0.03, 1.0, 4)
    ('██', '▏')
    """
    eighths = max(round(8 * width * share / most), 1) if most else 0
    return ("█" * (eighths // 8) + _EIGHTHS[eighths % 8]).rstrip()


def _empty_table(by: str) -> Table:
    table = Table(box=SIMPLE_HEAD, expand=True, pad_edge=False)
    table.add_column(by.capitalize(), ratio=4, overflow="fold", style="bold")
    for name in ("Quot.", "Words", "Art."):
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column("Share", justify="right", no_wrap=True)
    table.add_column("", width=_BAR, no_wrap=True, style="cyan")
    table.add_column("First", no_wrap=True, style="dim")
    table.add_column("Last", no_wrap=True, style="dim")
    if by == "speaker":
        table.add_column("Roles", ratio=4, overflow="fold")
    else:
        table.add_column("Speakers", justify="right", no_wrap=True)
    return table


def _cells(row: Row, by: str, most: float) -> list[Text]:
    cells = [
        printable(row.name),
        f"{row.quotations:,}",
        f"{row.words:,}",
        f"{row.articles:,}",
        f"{row.share:.1%}",
        bar(row.share, most),
        row.first_date,
        row.last_date,
        printable(row.roles) if by == "speaker" else f"{row.speakers:,}",
    ]
    return [Text(cell) for cell in cells]


def _closing(rows: list[Row], by: str, ranking: Ranking) -> str:
    parts = [f"{len(rows):,} line{'' if len(rows) == 1 else 's'}"]
    if by == "speaker":
        parts = [f"{len(rows):,} speaker{'' if len(rows) == 1 else 's'}"]
        persons = [row for row in rows if row.kind == "person"]
        unknown = sum(row.gender == UNKNOWN for row in persons)
        parts.append(f"gender unknown of {unknown:,} of {len(persons):,} persons")
    elif by == "gender":
        unknown = sum(row.speakers for row in rows if row.name == UNKNOWN)
        parts.append(f"gender unknown of {unknown:,} speakers")
    if ranking.unattributed:
        parts.append(f"{ranking.unattributed:,} more without a speaker")
    if ranking.repeated:
        parts.append(f"{ranking.repeated:,} repeated, {_counted(ranking)}")
    return "; ".join(parts)


def _counted(ranking: Ranking) -> str:
    return "counted each time" if ranking.duplicates else "not counted again"
