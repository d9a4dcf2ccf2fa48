"""The speaker base: names and role phrases → entries, by the article's date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Literal

from quotextract.knowledge.bearers import Bearers
from quotextract.knowledge.files import read_speakers
from quotextract.knowledge.hints import agrees, contradicts
from quotextract.knowledge.holders import Holders, iso
from quotextract.knowledge.names import fold_name
from quotextract.knowledge.phrases import RoleReader
from quotextract.knowledge.speakers import Resolution, Speaker
from quotextract.lexicon import Lexicon, fold, load_lexicon, longest_match
from quotextract.lexicon.rows import resources

FULL_NAME, ALIAS, SURNAME, EPITHET = 0.99, 0.97, 0.85, 0.7
CACHE = 50_000


class SpeakerBase:
    """Entries with their indices; never changed after it is built.

    Args:
        speakers: The entries; one with an id that came before replaces that one.
        lexicon: For role nouns, countries, institutions, parties, epithets.

    >>> base = SpeakerBase.load()
    >>> base.by_role("il premier britannico", "2025-09-04").speaker.name
    'Keir Starmer'
    """

    def __init__(self, speakers: Iterable[Speaker], lexicon: Lexicon | None = None) -> None:
        self._lexicon = lexicon or load_lexicon()
        self._entries = {speaker.id: speaker for speaker in speakers}
        self._bearers = Bearers(tuple(self))
        self._holders = Holders(tuple(self), self._lexicon)
        self._roles_seen: dict[tuple[str, str], Resolution | None] = {}

    @classmethod
    def load(cls, *paths: Path) -> SpeakerBase:
        """Load the base that is shipped, corrected and extended by files of the user.

        Raises:
            ResourceError: A file cannot be read or breaks the schema.
        """
        shipped = read_speakers(resources() / "speakers.jsonl")
        return cls((*shipped, *(entry for path in paths for entry in read_speakers(path))))

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[Speaker]:
        return iter(self._entries.values())

    def get(self, speaker_id: str) -> Speaker | None:
        """Return the entry with an id."""
        return self._entries.get(speaker_id)

    @property
    def reader(self) -> RoleReader:
        """What reads role phrases with the places that the base knows."""
        return self._holders.reader

    def named(self, name: str) -> tuple[Speaker, ...]:
        """Return all entries that a name may mean, those it fits best alone.

        >>> [entry.name for entry in SpeakerBase.load().named("Zelenskij")]
        ['Volodymyr Zelensky']
        """
        return self._bearers.named(name)

    def holders(self, phrase: str, date: str = "") -> tuple[Speaker, ...]:
        """Return all entries that held the office that a phrase names, at a date or ever."""
        return self._holders.ever(phrase, date)

    def possible_holders(self, phrase: str) -> tuple[Speaker, ...]:
        """Return all entries that a role phrase may mean at some date."""
        return self._holders.possible(phrase)

    def resolve(self, mention: str, date: str = "", hints: Sequence[str] = ()) -> Resolution | None:
        """Resolve a mention: a name, a role phrase, a role with a name, or an epithet.

        >>> SpeakerBase.load().resolve("il ministro Crosetto", "2024-05").speaker.id
        'guido-crosetto'
        """
        return (
            self.by_name(mention, date, hints)
            or self.by_role(mention, date)
            or self._by_role_and_name(mention, date, hints)
            or self._by_epithet(mention)
        )

    def by_name(self, name: str, date: str = "", hints: Sequence[str] = ()) -> Resolution | None:
        """Resolve a name; a surname that several bear needs a hint.

        Args:
            name: A name, surname or alias, with or without an article.
            date: The article's ISO date, to read hints by.
            hints: Role phrases, organisations or first names that the article ties to it.

        Returns:
            The entry; None where nobody or more than one fits, where the words are a
            title (*il Conte*), or a given name that nothing ties to the entry.
        """
        bare = self._without_article(name)
        found = self.named(bare) if bare else ()
        if len(found) > 1 and hints:
            tied = tuple(entry for entry in found if agrees(entry, hints, date, self._holders))
            found = tied or found
        return self._sure(fold_name(bare), found[0], date, hints) if len(found) == 1 else None

    def by_role(self, phrase: str, date: str = "") -> Resolution | None:
        """Resolve a role phrase at a date.

        Args:
            phrase: As the article has it: *la premier*, *il numero uno della Bce*.
            date: ISO date or a part of it; without one an office resolves only if one
                holder covers every date that news may have.

        Returns:
            The holder; None where the base knows none or more than one.
        """
        key = (phrase, iso(date))
        if key not in self._roles_seen:
            if len(self._roles_seen) > CACHE:
                self._roles_seen.clear()
            self._roles_seen[key] = self._holders.resolve(*key)
        return self._roles_seen[key]

    def _sure(self, key: str, entry: Speaker, date: str, hints: Sequence[str]) -> Resolution | None:
        """Say how sure the one bearer of a name is, None where something speaks against."""
        if key in self._bearers.full:
            return Resolution(entry, FULL_NAME, "name")
        if key in self._bearers.alias:
            return Resolution(entry, ALIAS, "alias")
        if agrees(entry, hints, date, self._holders):
            return Resolution(entry, FULL_NAME, "surname")
        against = (contradicts(entry, hint, self._holders, self._lexicon) for hint in hints)
        if key in self._lexicon.given_names or any(against):
            return None
        return Resolution(entry, SURNAME, "surname")

    def _by_role_and_name(self, mention: str, date: str, hints: Sequence[str]) -> Resolution | None:
        """Resolve *il premier Conte*: the person's name with the role as a hint."""
        words = mention.split()
        reader = self._holders.reader
        if not words or longest_match(self._lexicon.roles, reader.words(mention)) is None:
            return None
        for start in range(1, len(words)):
            if words[start][:1].isupper():
                role = " ".join(words[:start])
                found = self.by_name(" ".join(words[start:]), date, (role, *hints))
                if found is not None and found.speaker.kind == "person":
                    return found
        return None

    def given_gender(self, name: str, kind: str) -> Literal["m", "f", ""]:
        """Return the gender of a person's given name where only one of both bears it.

        >>> SpeakerBase.load().given_gender("Andrea Po", "person")
        'm'
        """
        words = name.lower().split()
        if kind != "person" or len(words) < 2:
            return ""
        gender = self._lexicon.given_names.get(words[0], "")
        return "m" if gender == "m" else "f" if gender == "f" else ""

    def nicknamed(self, phrase: str) -> tuple[Speaker, ...]:
        """Return all entries that an epithet is used for: *il tycoon*."""
        epithet = self._lexicon.epithets.get(" ".join(self._holders.reader.words(phrase)))
        named = [self.named(name) for name in epithet.names] if epithet else []
        return tuple(found[0] for found in named if len(found) == 1)

    def _by_epithet(self, phrase: str) -> Resolution | None:
        found = self.nicknamed(phrase)
        if not found or len(found) > 2:
            return None
        return Resolution(found[0], EPITHET / len(found), "epithet")

    def _without_article(self, name: str) -> str:
        """Strip the article (*la Meloni*); empty for a title such as *il Conte*."""
        first, _, rest = name.strip().partition(" ")
        if first.lower() not in ("il", "la", "lo"):
            return name
        role = self._lexicon.roles.get(fold(rest))
        return "" if role is not None and first.lower() != "la" else rest


def load_speakers(*paths: Path) -> SpeakerBase:
    """Return the shipped base with the user's files on top, the same while they are the same.

    Raises:
        ResourceError: A file cannot be read or breaks the schema.
    """
    return _loaded(tuple((path.absolute(), _changed(path)) for path in paths))


@lru_cache(maxsize=4)
def _loaded(files: tuple[tuple[Path, float], ...]) -> SpeakerBase:
    return SpeakerBase.load(*(path for path, _ in files))


def _changed(path: Path) -> float:
    return path.stat().st_mtime_ns if path.exists() else 0
