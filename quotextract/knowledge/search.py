"""Find speakers by what a user types: name, alias, role phrase or id."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz, process

from quotextract.knowledge.base import SpeakerBase
from quotextract.knowledge.names import fold_name
from quotextract.knowledge.speakers import Speaker


def find(base: SpeakerBase, query: str, date: str = "") -> tuple[Speaker, ...]:
    """Return the entries that a query means; several where it is ambiguous.

    Args:
        base: The speaker base.
        query: An id, a name or surname in any spelling, an alias, a role phrase.
        date: For role phrases; without one all holders are returned.

    >>> [entry.id for entry in find(SpeakerBase.load(), "zelenskij")]
    ['volodymyr-zelensky']
    """
    entry = base.get(query.strip())
    if entry is not None:
        return (entry,)
    return base.named(query) or base.holders(query, date)


def nearest(query: str, names: Iterable[str], limit: int = 3) -> Sequence[str]:
    """Propose the names most like one that is not known, the likest first.

    >>> nearest("zelenski", ["Olena Zelenska", "Volodymyr Zelensky", "Ada Po"], limit=1)
    ['Volodymyr Zelensky']
    """
    folded = {name: fold_name(name) for name in names}
    found = process.extract(
        fold_name(query), folded, scorer=fuzz.WRatio, limit=limit, score_cutoff=50
    )
    return [name for _, _, name in found]
