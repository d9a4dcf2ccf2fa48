"""Whose entry a quotation belongs to: fills `speaker_id`, `speaker_name` and its confidence.

A wrong name does more harm than an empty cell, so every doubt leaves them empty.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quotextract.knowledge.base import EPITHET, SURNAME, SpeakerBase
from quotextract.knowledge.holders import iso
from quotextract.knowledge.setting import Setting
from quotextract.knowledge.speakers import Resolution
from quotextract.records import Quote

SURE = 0.7
JOINT = " & "
NOBODY = frozenset({"document", "group", "anonymous"})


def identified(quotes: Sequence[Quote], text: str, date: str, base: SpeakerBase) -> list[Quote]:
    """Return an article's records with the entries of their speakers.

    Args:
        quotes: The records of one article; `speaker` stays what the article says.
        text: The article, whose own names win over the base.
        date: Its ISO date, or a part of it, or empty.
        base: Who is known.
    """
    setting = Setting(text, base)
    return [_identified(quote, setting, date, base) for quote in quotes]


def _identified(quote: Quote, setting: Setting, date: str, base: SpeakerBase) -> Quote:
    names = quote.speaker.split(JOINT) if quote.speaker else []
    role = quote.speaker_role if len(names) == 1 else ""
    found = [_resolved(name, role, quote, setting, date, base) for name in names]
    known = [resolution for resolution in found if resolution is not None]
    if not known or len(known) < len(found):
        return quote
    return replace(
        quote,
        speaker_id=JOINT.join(resolution.speaker.id for resolution in known),
        speaker_name=JOINT.join(resolution.speaker.name for resolution in known),
        speaker_confidence=min(resolution.confidence for resolution in known),
    )


def _resolved(
    name: str, role: str, quote: Quote, setting: Setting, date: str, base: SpeakerBase
) -> Resolution | None:
    hints = (role, *setting.asides(name)) if role else setting.asides(name)
    found = base.resolve(name, date, hints)
    if found is None or found.how in ("role", "epithet"):
        known = found or _in_full(name, quote, setting, date, base)
        found = _described(name, known, setting, date, base)
    elif found.confidence == SURNAME:
        found = _confirmed(found, setting)
    if found is None or found.confidence < SURE or not _fits(found, quote):
        return None
    return found


def _in_full(
    phrase: str, quote: Quote, setting: Setting, date: str, base: SpeakerBase
) -> Resolution | None:
    """Read on behind a role that alone means nobody."""
    if not base.reader.is_role(phrase):
        return None
    longer = setting.longer(phrase, quote.speaker_start, quote.speaker_end)
    found = (base.by_role(one, date) for one in longer)
    return next((one for one in found if one is not None), None)


def _described(
    phrase: str, known: Resolution | None, setting: Setting, date: str, base: SpeakerBase
) -> Resolution | None:
    """Take whom the article ties to the phrase; the base's holder where it ties nobody."""
    names = setting.tied(phrase) if known or base.reader.is_role(phrase) else ()
    if not names and known and known.how == "epithet":
        meant = setting.narrowed(base.nicknamed(phrase), iso(date))
        return Resolution(meant[0], EPITHET, "epithet") if len(meant) == 1 else None
    if not names:
        return known
    tied = [base.by_name(name, date, (phrase,)) for name in names]
    sure = {found.speaker.id: found for found in tied if found is not None}
    return next(iter(sure.values())) if len(sure) == 1 and all(tied) else None


def _confirmed(found: Resolution, setting: Setting) -> Resolution | None:
    """Believe a bare surname only where the article speaks of what the bearer is."""
    entry = found.speaker
    return found if setting.supports(entry) and not setting.names_another(entry) else None


def _fits(found: Resolution, quote: Quote) -> bool:
    """Tell whether kind and gender of an entry agree with what the article says."""
    entry, kind = found.speaker, quote.speaker_kind
    named = found.how in ("name", "alias")
    if kind in NOBODY and not (named and kind == "group" and entry.kind == "organisation"):
        return False
    if kind and kind != entry.kind and not named:
        return False
    if JOINT in quote.speaker or found.how == "name" or not entry.gender:
        return True
    # A woman may be called *il ministro*, a man never *la ministra*.
    wrong = {"m": "f", "f": "m"}[entry.gender]
    return quote.speaker_gender != wrong or (wrong == "m" and found.how in ("role", "epithet"))
