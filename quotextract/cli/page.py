"""An article as a page for the terminal: words in their speaker's colour, names beside them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from rich.table import Table
from rich.text import Text

from quotextract.records import Article, Quote

_COLOURS = ("cyan", "green", "magenta", "yellow", "blue", "red")
_UNKNOWN = "bright_black"
_SURE = 0.5


class Palette:
    """Gives each speaker a colour, the same one throughout."""

    def __init__(self) -> None:
        self.speakers: dict[str, int] = {}

    def colour(self, speaker: str) -> str:
        """Return the speaker's colour; grey for nobody known."""
        if not speaker:
            return _UNKNOWN
        number = self.speakers.setdefault(speaker, len(self.speakers))
        return _COLOURS[number % len(_COLOURS)]


def page(article: Article, quotes: Iterable[Quote], palette: Palette) -> Table:
    """Lay out an article: the text at the left, who speaks and how surely at the right.

    The cue is underlined, the mention bold; what is less sure than even is in italics.
    """
    quotes = list(quotes)
    text = _styled(article.text, quotes, palette)
    table = Table.grid(padding=(0, 2), expand=True)
    table.add_column(ratio=4)
    table.add_column(ratio=1, min_width=18)
    place = 0
    for line in text.split("\n", allow_blank=True):
        end = place + len(line)
        said = [quote for quote in quotes if place <= quote.quote_start <= end]
        table.add_row(line, Text("\n").join(_margin(quote, palette) for quote in said))
        place = end + 1
    return table


def _styled(text: str, quotes: list[Quote], palette: Palette) -> Text:
    styled = Text("".join(map(_shown, text)))
    for quote in quotes:
        doubt = "" if quote.confidence >= _SURE else "italic "
        colour = palette.colour(quote.speaker)
        styled.stylize(f"{doubt}{colour}", quote.quote_start, quote.quote_end)
    for quote in quotes:
        if quote.cue_start >= 0:
            styled.stylize("underline", quote.cue_start, quote.cue_end)
        if quote.speaker_start >= 0:
            colour = palette.colour(quote.speaker)
            styled.stylize(f"bold {colour}", quote.speaker_start, quote.speaker_end)
    return styled


def _shown(char: str) -> str:
    """Return one character for one: what a terminal would obey is shown as a gap."""
    if char == "\n" or unicodedata.category(char) != "Cc":
        return char
    return " " if char in "\r\t" else "\ufffd"


def _margin(quote: Quote, palette: Palette) -> Text:
    name = "".join(map(_shown, quote.speaker)) or "?"
    return Text.assemble(
        (name, palette.colour(quote.speaker)),
        (f" {quote.confidence:.2f}", "" if quote.confidence >= _SURE else "italic"),
    )
