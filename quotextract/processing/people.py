"""Whom quotations are by, across articles, and what groups they fall into."""

from __future__ import annotations

from collections.abc import Mapping

from quotextract.knowledge import Office, Speaker, SpeakerBase, fold_name
from quotextract.processing import traits
from quotextract.processing.asked import JOINT
from quotextract.records import Quote

UNKNOWN = "unknown"


class People:
    """The speakers of a run: the base's entries, those joined, and mere descriptions.

    Args:
        base: Who is known.
        joined: The entries of quotations by people outside the base.
    """

    def __init__(self, base: SpeakerBase, joined: Mapping[str, Speaker]) -> None:
        self._base, self._joined = base, joined
        self._by_id = {entry.id: entry for entry in joined.values()}
        self._by_name = {fold_name(entry.name): entry for entry in joined.values()}
        self._described: dict[str, Quote] = {}

    def entries(self, quote: Quote) -> list[Speaker]:
        """Return the entries of a quotation's speakers; none for descriptions."""
        known = traits.entries(quote, self._base)
        if known:
            return known
        if quote.quote_id in self._joined:
            return [self._joined[quote.quote_id]]
        parts = [self._by_name.get(fold_name(name)) for name in quote.speaker.split(JOINT)]
        found = [entry for entry in parts if entry is not None]
        return found if JOINT in quote.speaker and len(found) == len(parts) else []

    def by_speaker(self, quote: Quote) -> list[str]:
        """Return the ids of the speakers; a description is one person in one article."""
        found = self.entries(quote)
        if found:
            return [entry.id for entry in found]
        key = f"{fold_name(quote.speaker)}|{quote.doc_id}"
        self._described.setdefault(key, quote)
        return [key]

    def key(self, quote: Quote) -> str:
        """Return whom a repeated quotation must share; a description is alike anywhere."""
        found = self.entries(quote)
        return JOINT.join(entry.id for entry in found) or fold_name(quote.speaker)

    def entry(self, key: str) -> Speaker | None:
        """Return the entry with an id, of the base or joined."""
        return self._base.get(key) or self._by_id.get(key)

    def described(self, key: str) -> Quote:
        """Return a quotation of a speaker that has no entry."""
        return self._described[key]

    def roles(self, quote: Quote) -> list[str]:
        """Return the roles of the speaker: by the base at the article's date, else as told."""
        held = [_titled(office) for office in self._offices(quote)]
        return held or ([quote.speaker_role] if quote.speaker_role else [])

    def by_role(self, quote: Quote) -> list[str]:
        """Return the offices, each by one name whoever holds it."""
        held = [office.title for office in self._offices(quote)]
        told = [quote.speaker_role] if quote.speaker_role else []
        found = [self._base.reader.head(role) for role in held or told]
        return list(dict.fromkeys(found)) or [UNKNOWN]

    def by_organisation(self, quote: Quote) -> list[str]:
        """Return the organisations, else the countries, of the speaker."""
        entries = self.entries(quote)
        if self._kind(quote) == "organisation":
            return [entry.name for entry in entries] or [quote.speaker]
        held = [office.organisation or office.country for office in self._offices(quote)]
        told = self._told_places(quote)
        return list(dict.fromkeys([place for place in held if place] or told[:1])) or [UNKNOWN]

    def by_gender(self, quote: Quote) -> list[str]:
        """Return f, m or unknown; what is no person has none."""
        kind = self._kind(quote)
        if kind and kind != "person":
            return [f"no person ({kind})"]
        known = {entry.gender for entry in self.entries(quote)}
        if known and known <= {"m", "f"}:
            return sorted(known)
        return [quote.speaker_gender or UNKNOWN]

    def by_source(self, quote: Quote) -> list[str]:
        """Return where the article appeared."""
        return [quote.source or UNKNOWN]

    def by_month(self, quote: Quote) -> list[str]:
        """Return when the article appeared."""
        return [quote.date[:7] or UNKNOWN]

    def _offices(self, quote: Quote) -> list[Office]:
        """Return what the speakers were on the article's day; nothing where it is not known."""
        return list(traits.offices(quote, self._base)) if quote.date else []

    def _told_places(self, quote: Quote) -> list[str]:
        return list(self._base.reader.places_in(quote.speaker_role))

    def _kind(self, quote: Quote) -> str:
        kinds = {entry.kind for entry in self.entries(quote)}
        return kinds.pop() if len(kinds) == 1 else quote.speaker_kind


def _titled(office: Office) -> str:
    """Return an office with its place: *presidente (Ucraina)*."""
    place = office.organisation or office.country
    return f"{office.title} ({place})" if place else office.title
