"""Names that the recogniser found: which of them are names, and whose."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from quotextract.knowledge import load_speakers
from quotextract.lexicon import Lexicon, preposition_forms
from quotextract.pipeline.frames import Frames
from quotextract.pipeline.names.extent import extent
from quotextract.pipeline.names.name import OF_WORDS, Name, is_capitalised, of_role
from quotextract.text.layout import dateline_end

SPEAKING = frozenset({"PER", "ORG", "MISC", "LOC"})
PARTED = frozenset({"PER", "LOC"})
SAINTS = frozenset("san santa santo sant' sant’".split())
WHERE = frozenset(form for word in ("a", "in", "da") for form in preposition_forms(word)) | SAINTS


def recognised(doc: Doc, frames: Frames, lexicon: Lexicon) -> Iterator[Name]:
    """Yield what the recogniser found, mended: its edges, its label, no mere common words."""
    for ent in doc.ents:
        if ent.label_ not in SPEAKING:
            continue
        first, last = extent(doc, frames, ent, lexicon)
        if first >= last or _in_dateline(doc, frames, first):
            continue
        one_level = len({frames.owner[i] for i in range(first, last)}) == 1
        if (
            first < last
            and one_level
            and not _mere_opening(doc, frames, lexicon, first, last)
            and any(is_capitalised(t.text) for t in doc[first:last])
        ):
            parted = _titled_name(doc, first, last, lexicon)
            if parted == first and ent.label_ in PARTED:
                parted = _behind_place(doc, first, last, lexicon)
            if parted > first:
                yield Name(parted, last, "PER")
                last = parted
            yield Name(first, last, _label(doc, first, last, ent.label_, lexicon))


def _label(doc: Doc, first: int, last: int, label: str, lexicon: Lexicon) -> str:
    """Return a name's label where the words know better than the recogniser."""
    if label == "PER" and _is_body(doc, first, lexicon):
        return "ORG"
    if label == "PER" and (
        _is_place(doc, first, last, lexicon) or _named_after(doc, first, lexicon)
    ):
        return "LOC"
    if label != "PER" and last - first > 1 and _is_known(doc[first:last].text):
        return "PER"
    return "PER" if label == "LOC" and _is_person(doc, first, last, lexicon) else label


def _is_known(name: str) -> bool:
    """Tell whether the speaker base has a full name as a person's alone."""
    kinds = {speaker.kind for speaker in load_speakers().named(name)}
    return kinds == {"person"}


def _is_body(doc: Doc, first: int, lexicon: Lexicon) -> bool:
    """*Cgil Basilicata* is a body, as *Cgil* is."""
    low = doc[first].lower_
    body = lexicon.institutions.get(low)
    known = (body is not None and body.kind == "organisation") or low in lexicon.parties
    return known and low not in lexicon.given_names


def _is_person(doc: Doc, first: int, last: int, lexicon: Lexicon) -> bool:
    """*Ugo Serra*: no place has a given name in front but those that are known."""
    named = last - first > 1 and doc[first].lower_ in lexicon.given_names
    if not named or _in_places(doc, first, last, lexicon) or _named_after(doc, first, lexicon):
        return False
    before = doc[first - 1].lower_ if first else ""
    return all(is_capitalised(t.text) for t in doc[first:last]) and before not in WHERE


def _in_dateline(doc: Doc, frames: Frames, i: int) -> bool:
    """The agency of "(ANSA) - ROMA, 12 MAR -" sends the story; it says nothing in it."""
    block = frames.blocks[frames.block_of[i]]
    return doc[i].idx < dateline_end(frames.text, block.start, block.end)


def _mere_opening(doc: Doc, frames: Frames, lexicon: Lexicon, first: int, last: int) -> bool:
    """A common word that is capitalised only because it opens a sentence is no name."""
    token = doc[first]
    if last - first > 1:
        return False
    if token.lower_ in lexicon.given_names:  # *Severo il giudizio*: an adjective that opens
        return last < len(doc) and doc[last].pos_ == "DET" and not _again(doc, first)
    if token.pos_ == "PROPN" and token.lower_ not in lexicon.verb_forms:
        return False
    place = frames.place.get(first)
    opens = place is not None and place[1] == 0
    return opens and not _again(doc, first)


def _again(doc: Doc, i: int) -> bool:
    return any(t.text == doc[i].text and t.i != i for t in doc)


def _titled_name(doc: Doc, first: int, last: int, lexicon: Lexicon) -> int:
    """Return where a person begins in *il procuratore di Termini | Ada Pini*, else `first`.

    *San Martino* of "il parroco di San Martino" is where he is.
    """
    if not of_role(doc, first, lexicon) or doc[first].lower_ in SAINTS:
        return first
    given = lexicon.given_names
    starts = (i for i in range(first + 1, last - 1) if doc[i].lower_ in given)
    return next(starts, first) if doc[first].lower_ not in given else first


def _behind_place(doc: Doc, first: int, last: int, lexicon: Lexicon) -> int:
    """Return where a person begins in *il sindaco di Bergamo | Gori*, else `first`."""
    if first < 1 or doc[first - 1].lower_ not in OF_WORDS or _in_places(doc, first, last, lexicon):
        return first
    if doc[first].lower_ in SAINTS:
        return first
    for i in range(last - 1, first, -1):
        if _in_places(doc, first, i, lexicon):
            named = is_capitalised(doc[i].text) and not _in_places(doc, i, last, lexicon)
            sure = of_role(doc, first, lexicon) or doc[i].lower_ in lexicon.given_names
            return i if named and sure else first
    return first


def _in_places(doc: Doc, first: int, last: int, lexicon: Lexicon) -> bool:
    return doc[first:last].text.lower().replace("-", " ") in lexicon.places


def _is_place(doc: Doc, first: int, last: int, lexicon: Lexicon) -> bool:
    """A region or a country is one, whatever the recogniser says of it."""
    known = _in_places(doc, first, last, lexicon)
    titled = first > 0 and doc[first - 1].lower_ in lexicon.roles
    return known and (last - first > 1 or not titled)


def _named_after(doc: Doc, first: int, lexicon: Lexicon) -> bool:
    """*Corso Brunelleschi*, *il liceo Tedone*: named after somebody who says nothing here."""
    before = [t.lower_ for t in doc[max(first - 3, 0) : first]]
    role = bool(before) and (before[0] in lexicon.roles or before[-1] in lexicon.roles)
    return bool(before) and before[-1] in lexicon.name_nouns and not role
