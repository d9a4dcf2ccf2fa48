"""What is known of a speaker: role, organisation, gender; by the article and by the base."""

from __future__ import annotations

from collections.abc import Iterator

from quotextract.knowledge import Office, Speaker, SpeakerBase
from quotextract.processing.asked import JOINT
from quotextract.processing.names import words
from quotextract.records import Quote


def entries(quote: Quote, base: SpeakerBase) -> list[Speaker]:
    """Return the entries of a quotation's speakers."""
    found = (base.get(key) for key in quote.speaker_id.split(JOINT))
    return [entry for entry in found if entry is not None]


def offices(quote: Quote, base: SpeakerBase) -> Iterator[Office]:
    """Yield the offices that its speakers held when the article appeared, if it tells when."""
    for entry in entries(quote, base):
        for office in entry.offices:
            if office.held(quote.date) if quote.date else not office.end:
                yield office


def has_role(quote: Quote, role: str, base: SpeakerBase) -> bool:
    """Tell whether the speaker has a role: *ministro*, *ministro degli Esteri*."""
    asked = set(words(role))
    said = quote.speaker_role or quote.speaker
    if asked and asked <= set(words(said)):
        return True
    return any(is_office(office, role, base) for office in offices(quote, base))


def is_office(office: Office, role: str, base: SpeakerBase) -> bool:
    """Tell whether an office is called so, wherever it is."""
    asked, reader = set(words(role)), base.reader
    return any(
        reader.office(role) == reader.office(title) or asked <= set(words(title))
        for title in (office.title, *office.also)
    )


def has_organisation(quote: Quote, organisation: str, base: SpeakerBase) -> bool:
    """Tell whether the speaker is an organisation or country, or holds an office there."""
    asked = set(words(organisation))
    said = quote.speaker_role
    if quote.speaker_kind == "organisation":
        said = f"{said} {quote.speaker} {quote.speaker_name}"
    if asked and asked <= set(words(said)):
        return True
    held = any(is_there(office, organisation, base) for office in offices(quote, base))
    return held or any(is_called(entry, organisation, base) for entry in entries(quote, base))


def is_there(office: Office, organisation: str, base: SpeakerBase) -> bool:
    """Tell whether an office is of an organisation or country, by whatever name."""
    place = base.reader.place(organisation)
    return any(
        base.reader.place(one) == place for one in (office.organisation, office.country) if one
    )


def is_called(entry: Speaker, organisation: str, base: SpeakerBase) -> bool:
    """Tell whether an entry is an organisation, by whatever name."""
    place = base.reader.place(organisation)
    return entry.kind == "organisation" and base.reader.place(entry.name) == place


def gender(quote: Quote, base: SpeakerBase) -> str:
    """Return f or m, or `unknown`."""
    known = {entry.gender for entry in entries(quote, base) if entry.gender}
    if len(known) == 1:
        return known.pop()
    return quote.speaker_gender or "unknown"
