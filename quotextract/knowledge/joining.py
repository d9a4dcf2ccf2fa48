"""People outside the base: one entry for one person across articles.

Full names join; a surname alone joins a full name only where role or organisation
agree and nobody else would do. Two Rossi stay two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from quotextract.knowledge.base import SpeakerBase
from quotextract.knowledge.names import fold_name, slug, surname_of
from quotextract.knowledge.phrases import ARTICLES
from quotextract.knowledge.speakers import Office, Speaker
from quotextract.records import Quote

UNNAMED = frozenset({"anonymous", "document", "group"})


@dataclass
class _Cluster:
    """The quotations of one person, while they are collected."""

    name: str
    quotes: list[Quote] = field(default_factory=list)

    def roles(self) -> dict[str, str]:
        """Map folded roles to how they were written first."""
        written = (quote.speaker_role for quote in self.quotes if quote.speaker_role)
        roles: dict[str, str] = {}
        for role in written:
            roles.setdefault(fold_name(role), role)
        return roles

    def gender(self) -> Literal["m", "f", ""]:
        """Return the gender that the quotations agree on, else nothing."""
        known = {quote.speaker_gender for quote in self.quotes if quote.speaker_gender}
        return known.pop() if len(known) == 1 else ""


def join_speakers(quotes: Iterable[Quote], base: SpeakerBase) -> dict[str, Speaker]:
    """Join the speakers that the base does not know.

    Args:
        quotes: Records; those with a `speaker_id`, without a speaker, and anonymous or
            joint ones (*A & B*) are left alone.
        base: To keep new ids apart from known ones.

    Returns:
        The id of each quotation → the joined entry that spoke it.
    """
    full: dict[str, _Cluster] = {}
    short: dict[tuple[str, str], _Cluster] = {}
    for quote in quotes:
        if quote.speaker_id or not quote.speaker or " & " in quote.speaker:
            continue
        if quote.speaker_kind in UNNAMED or not is_named(quote, base):
            continue
        key = fold_name(quote.speaker)
        if " " in key or quote.speaker_kind != "person":
            cluster = full.setdefault(key, _Cluster(quote.speaker))
        else:
            cluster = short.setdefault((key, quote.doc_id), _Cluster(quote.speaker))
        cluster.quotes.append(quote)
    clusters = [*full.values(), *_attach(full, list(short.values()), base)]
    return dict(_entries(clusters, base))


def is_named(quote: Quote, base: SpeakerBase) -> bool:
    """Tell whether a speaker has a name, not only a description: *il sindaco*."""
    first = quote.speaker.split()[0].partition("'")[0].partition("’")[0]
    if not first[:1].isupper() or first.lower() in ARTICLES:
        return False
    return " " in quote.speaker or not base.reader.is_role(quote.speaker)


def _attach(
    full: dict[str, _Cluster], short: Sequence[_Cluster], base: SpeakerBase
) -> list[_Cluster]:
    """Move surnames alone to the full name that they agree with; return the others."""
    bearers: dict[str, list[_Cluster]] = defaultdict(list)
    for cluster in full.values():
        bearers[fold_name(surname_of(cluster.name))].append(cluster)
    kept: dict[str, _Cluster] = {}
    moves: list[tuple[_Cluster, _Cluster]] = []
    for cluster in short:
        roles = cluster.roles().keys()
        alike = bearers[fold_name(cluster.name)]
        agreeing = [one for one in alike if roles & one.roles().keys()] or [
            one for one in alike if _places(cluster, base) & _places(one, base)
        ]
        if len(agreeing) == 1:
            moves.append((agreeing[0], cluster))
        else:
            alone = "|".join(
                (fold_name(cluster.name), *sorted(roles or {cluster.quotes[0].doc_id}))
            )
            kept.setdefault(alone, _Cluster(cluster.name)).quotes.extend(cluster.quotes)
    for target, cluster in moves:
        target.quotes.extend(cluster.quotes)
    return list(kept.values())


def _places(cluster: _Cluster, base: SpeakerBase) -> set[str]:
    """Return the organisations and places that the roles name; the country tells nobody apart."""
    reader = base.reader
    return {place for role in cluster.roles().values() for place in reader.places_in(role)} - {
        reader.place("Italia")
    }


def _entries(clusters: Iterable[_Cluster], base: SpeakerBase) -> Iterable[tuple[str, Speaker]]:
    taken: set[str] = {entry.id for entry in base}
    for cluster in clusters:
        stem = slug(cluster.name) or "speaker"
        number = 1
        while (name := stem if number == 1 else f"{stem}-{number}") in taken:
            number += 1
        taken.add(name)
        kind = cluster.quotes[0].speaker_kind or "person"
        speaker = Speaker(
            id=name,
            name=cluster.name,
            kind=kind,
            gender=cluster.gender() or base.given_gender(cluster.name, kind),
            aliases=_aliases(cluster),
            offices=tuple(Office(title=role) for role in cluster.roles().values()),
            source="joined from articles",
        )
        for quote in cluster.quotes:
            yield quote.quote_id, speaker


def _aliases(cluster: _Cluster) -> tuple[str, ...]:
    spellings = dict.fromkeys(quote.speaker for quote in cluster.quotes)
    key = fold_name(cluster.name)
    return tuple(name for name in spellings if fold_name(name) != key)
