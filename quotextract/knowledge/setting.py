"""What an article itself says of the people it quotes; it always wins over the base."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from quotextract.knowledge.base import SpeakerBase
from quotextract.knowledge.names import fold_name, surname_of
from quotextract.knowledge.phrases import LINKS
from quotextract.knowledge.speakers import Speaker
from quotextract.lexicon.phrases import ARTICULATED

_CAPITAL = r"[A-ZÀ-Ý][\w'’-]+"
_FULL = rf"{_CAPITAL}(?:\s+(?:(?:de|von|van|der|bin)\s+){{0,2}}{_CAPITAL}){{1,3}}"
ELSEWHERE = LINKS - set(ARTICULATED["di"])
# Found in nearly every article, so that they tell nobody apart.
_EVERYWHERE = frozenset({"italia", "presidente", "direttore", "persona"})


class Setting:
    """One article's own names, looked up when a mention leaves a doubt.

    Args:
        text: The article.
        base: For what entries are and where.
    """

    def __init__(self, text: str, base: SpeakerBase) -> None:
        self._text, self._reader = text, base.reader
        self._tied: dict[str, tuple[str, ...]] = {}

    def tied(self, phrase: str) -> tuple[str, ...]:
        """Return the names that the article ties to a role phrase.

        *Il sindaco di Acqui Ada Po*, and *Ada Po, sindaca di Acqui*.
        """
        bare = " ".join(_without_article(phrase.split()))
        if bare not in self._tied:
            role = re.escape(bare).replace(r"\ ", r"\s+").replace("’", "'").replace("'", "['’]")
            before = re.finditer(rf"(?i:\b{role}),?\s+({_FULL}|{_CAPITAL})", self._text)
            after = re.finditer(
                rf"({_FULL}),\s+(?i:(?:(?:il|la|lo)\s+|l['’])?{role})\b", self._text
            )
            found = (match.group(1) for match in (*before, *after))
            self._tied[bare] = tuple(dict.fromkeys(found)) if bare else ()
        return self._tied[bare]

    def longer(self, phrase: str, start: int, end: int) -> Iterator[str]:
        """Yield a mention with the words behind it: *la leader* › *la leader dem*."""
        if self._text[start:end].lower() == phrase.lower():
            behind = re.match(r"(?:[ ][\w'’]+){1,3}", self._text[end : end + 60])
            words = behind.group().split() if behind else []
            # *Il presidente in Francia* is on a visit.
            if words and words[0].lower() in ELSEWHERE:
                return
            for number in range(len(words), 0, -1):
                yield " ".join((phrase, *words[:number]))

    def asides(self, name: str) -> tuple[str, ...]:
        """Return what stands in brackets behind a name: *Conte (M5s)*."""
        found = re.findall(rf"\b{re.escape(name)}\s*\(([^()]{{2,40}})\)", self._text)
        return tuple(dict.fromkeys(found))

    def names_another(self, entry: Speaker) -> bool:
        """Tell whether the article gives an entry's surname to somebody else only."""
        surname = entry.surname or surname_of(entry.name)
        key, own = fold_name(surname), {fold_name(name) for name in (entry.name, *entry.aliases)}
        pattern = rf"(?<![\w'’])({_CAPITAL})\s+{re.escape(surname)}\b"
        full = {fold_name(match.group()) for match in re.finditer(pattern, self._text)}
        titled = {name for name in full if name.removesuffix(key).strip() in self._roles}
        return bool(full - titled) and not own & full

    def narrowed(self, entries: tuple[Speaker, ...], date: str) -> tuple[Speaker, ...]:
        """Keep those whom the article names, else those in office that it speaks of, else all."""
        words = f" {self._folded} "
        named = [e for e in entries if f" {fold_name(e.surname or surname_of(e.name))} " in words]
        return tuple(named or [e for e in entries if self.supports(e, date)] or entries)

    def supports(self, entry: Speaker, date: str = "") -> bool:
        """Tell whether the article speaks of what the entry is, or names it in full."""
        if fold_name(entry.name) in self._folded:
            return True
        for office in entry.offices:
            if date and not office.held(date):
                continue
            for place in (office.organisation, office.country):
                if place and self._reader.place(place) in self._places:
                    return True
            for title in (office.title, *office.also):
                if self._reader.canonical(title).partition(" ")[0] in self._roles - _EVERYWHERE:
                    return True
        return False

    @cached_property
    def _folded(self) -> str:
        return fold_name(self._text)

    @cached_property
    def _places(self) -> frozenset[str]:
        return frozenset(self._reader.places_in(self._text)) - _EVERYWHERE

    @cached_property
    def _roles(self) -> frozenset[str]:
        return frozenset(self._reader.roles_in(self._text))


def _without_article(words: list[str]) -> list[str]:
    if words and words[0].lower() in ("il", "la", "lo"):
        return words[1:]
    if words and words[0].lower()[:2] in ("l'", "l’"):
        return [words[0][2:], *words[1:]]
    return words
