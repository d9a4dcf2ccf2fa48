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
        held = [_titled(office) for office in traits.offices(quote, self._base)]
        return held or ([quote.speaker_role] if quote.speaker_role else [])

    def by_role(self, quote: Quote) -> list[str]:
        """Return the offices, each by one name whoever holds it."""
        held = [office.title for office in traits.offices(quote, self._base)]
        told = [quote.speaker_role] if quote.speaker_role else []
        found = [self._base.reader.head(role) for role in held or told]
        return list(dict.fromkeys(found)) or [UNKNOWN]

    def by_organisation(self, quote: Quote) -> list[str]:
        """Return the organisations, else the countries, of the speaker."""
        if quote.speaker_kind == "organisation":
            return [entry.name for entry in self.entries(quote)] or [quote.speaker]
        offices = traits.offices(quote, self._base)
        held = [office.organisation or office.country for office in offices]
        found = [place for place in held if place]
        found = found or list(self._base.reader.places_in(quote.speaker_role))[:1]
        return list(dict.fromkeys(found)) or [UNKNOWN]

    def by_gender(self, quote: Quote) -> list[str]:
        """Return f, m or unknown; what is no person has none."""
        if quote.speaker_kind and quote.speaker_kind != "person":
            return [f"no person ({quote.speaker_kind})"]
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


def _titled(office: Office) -> str:
    """Return an office with its place: *presidente (Ucraina)*."""
    place = office.organisation or office.country
    return f"{office.title} ({place})" if place else office.title
