"""Names of people and organisations: what the entity recogniser found, and what it missed.

The recogniser reads one sentence at a time. An article does not: a surname known
from one sentence is known in all, and a title or a given name opens a name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from quotextract.lexicon import Lexicon
from quotextract.pipeline.frames import Frames
from quotextract.text.layout import dateline_end

PARTICLES = frozenset(
    "de di da del della dei degli delle la lo le li von van der den bin ben al el dal dalla dello "
    "dell' d' d’ dell’ du mac mc st. san santa y e'".split()
)
ELIDED = frozenset("D' D’ O' O’ Dell' Dell’ L' L’ Dall' Dall’".split())
OF_WORDS = frozenset("di del della dei degli delle dell' d' d’ dell’ la le lo al y".split())
BELONGING = frozenset("del della dell' dell’ dello dei delle".split())
SPEAKING = frozenset({"PER", "ORG", "MISC", "LOC"})


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens `first:last` that name somebody or something; label as in `doc.ents`."""

    first: int
    last: int
    label: str


def find_names(doc: Doc, frames: Frames, lexicon: Lexicon) -> list[Name]:
    """Return the names of a document in reading order, none overlapping."""
    taken: dict[int, Name] = {}
    for name in _recognised(doc, frames, lexicon):
        _take(taken, name)
    for name in _opened_by_given_name(doc, frames, lexicon, taken):
        _take(taken, name)
    for name in _after_title(doc, frames, lexicon, taken):
        _take(taken, name)
    for finder in (_announcing, _behind_verb):
        for name in finder(doc, frames, lexicon, taken):
            _take(taken, name)
    names = _vote(doc, sorted(set(taken.values()), key=lambda n: n.first))
    taken = {i: n for n in names for i in range(n.first, n.last)}
    for name in _repeated(doc, frames, taken, names):
        _take(taken, name)
    return sorted(set(taken.values()), key=lambda n: n.first)


def is_capitalised(text: str) -> bool:
    """Tell whether a word begins with a capital letter."""
    return text[:1].isupper() and any(c.isalpha() for c in text)


def _take(taken: dict[int, Name], name: Name) -> None:
    """Keep the name; what it covers wholly or partly gives way."""
    for i in range(name.first, name.last):
        if old := taken.get(i):
            for j in range(old.first, old.last):
                taken.pop(j, None)
    for i in range(name.first, name.last):
        taken[i] = name


def _recognised(doc: Doc, frames: Frames, lexicon: Lexicon) -> Iterator[Name]:
    for ent in doc.ents:
        if ent.label_ not in SPEAKING:
            continue
        first, last = ent.start, ent.end
        while first < last and (
            doc[first].pos_ == "ADP"
            or doc[first].lower_ in lexicon.phrases
            or _is_lead(doc[first].text, ent.label_, lexicon)
        ):
            first += 1
        while first < last and _is_tail(doc[last - 1].text):
            last -= 1
        last = _undivided(doc, first, last)
        if ent.label_ == "PER":
            last = _unbroken(doc, first, last)
            first, last = _grown(doc, frames, first, last)
            first, last = _one_person(doc, first, last, lexicon)
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
            if parted > first:
                yield Name(parted, last, "PER")
                last = parted
            place = ent.label_ == "PER" and (
                _is_place(doc, first, last, lexicon) or _named_after(doc, first, lexicon)
            )
            yield Name(first, last, "LOC" if place else ent.label_)


def _named_after(doc: Doc, first: int, lexicon: Lexicon) -> bool:
    """*Corso Brunelleschi*, *il liceo Tedone*: named after somebody who says nothing here."""
    before = [t.lower_ for t in doc[max(first - 3, 0) : first]]
    role = bool(before) and (before[0] in lexicon.roles or before[-1] in lexicon.roles)
    return bool(before) and before[-1] in lexicon.name_nouns and not role


def _titled_name(doc: Doc, first: int, last: int, lexicon: Lexicon) -> int:
    """Return where a person begins in *il procuratore di Termini | Ada Pini*, else `first`."""
    if (
        first < 2
        or doc[first - 1].lower_ not in OF_WORDS
        or doc[first - 2].lower_ not in lexicon.roles
    ):
        return first
    given = lexicon.given_names
    starts = (i for i in range(first + 1, last - 1) if doc[i].lower_ in given)
    return next(starts, first) if doc[first].lower_ not in given else first


def _is_place(doc: Doc, first: int, last: int, lexicon: Lexicon) -> bool:
    """A region or a country is one, whatever the recogniser says of it."""
    known = doc[first:last].text.lower().replace("-", " ") in lexicon.places
    titled = first > 0 and doc[first - 1].lower_ in lexicon.roles
    return known and (last - first > 1 or not titled)


def _is_tail(text: str) -> bool:
    return not any(c.isalnum() for c in text) or text.lower() in OF_WORDS


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


def _undivided(doc: Doc, first: int, last: int) -> int:
    """Cut a name before a dash or a comma that stands free."""
    for i in range(first + 1, last):
        if doc[i].text in {"-", "–", "—", ",", ":", ";", "("} and doc[i - 1].whitespace_:
            return i
    return last


def _one_person(doc: Doc, first: int, last: int, lexicon: Lexicon) -> tuple[int, int]:
    """Part two names run together: *Cavallaro | Irene Valsecchi*, *Pini | della Porti*."""
    given = lexicon.given_names
    for i in range(first + 1, last - 1):
        if (
            doc[i].lower_ in given
            and doc[first].lower_ not in given
            and is_capitalised(doc[i].text)
        ):
            return i, last
        if doc[i].lower_ in BELONGING and i - first >= 2 and doc[first].lower_ in given:
            return first, i
    return first, last


def _unbroken(doc: Doc, first: int, last: int) -> int:
    """Cut a person's name before a common word: *Messina | descrive Ubi*."""
    for i in range(first, last):
        if doc[i].text[:1].islower() and doc[i].lower_ not in PARTICLES:
            return i
    return last


def _grown(doc: Doc, frames: Frames, first: int, last: int) -> tuple[int, int]:
    """Take in what a recogniser cuts off: *Tony | D’Antonio*, *O’ | Leary*."""
    while first > 0 and doc[first - 1].text in ELIDED and not frames.is_mark[first - 1]:
        first -= 1
    while last < len(doc) and frames.owner[last] == frames.owner[first]:
        text = doc[last].text
        elided = text in ELIDED or (doc[last - 1].text in ELIDED and is_capitalised(text))
        more = is_capitalised(text) and doc[last].pos_ == "PROPN" and not doc[last].ent_type_
        if elided or more:
            last += 1
        elif (
            text in PARTICLES
            and last + 1 < len(doc)
            and is_capitalised(doc[last + 1].text)
            and text not in OF_WORDS
        ):
            last += 2
        else:
            break
    return first, last


def _is_lead(text: str, label: str, lexicon: Lexicon) -> bool:
    if not any(c.isalnum() for c in text):
        return True
    low = text.lower()
    if label == "PER" and low in lexicon.verb_forms and low not in lexicon.given_names:
        return True
    if label == "PER":
        return text[:1].islower() and low not in PARTICLES or low.rstrip(".") in lexicon.roles
    return text[:1].islower()


def _run(doc: Doc, frames: Frames, start: int, taken: dict[int, Name]) -> int:
    """Return the end of the capitalised run from `start`, particles inside allowed."""
    i, end = start, start
    while i < len(doc) and i - start < 6 and frames.owner[i] == frames.owner[start]:
        text = doc[i].text
        if is_capitalised(text) and not frames.is_mark[i] and doc[i].pos_ != "AUX":
            end = i + 1
        elif not (text.lower() in PARTICLES and i > start and end == i):
            break
        if i in taken and taken[i].label != "PER" and i > start:
            break
        i += 1
    return end


def _opened_by_given_name(
    doc: Doc, frames: Frames, lexicon: Lexicon, taken: dict[int, Name]
) -> Iterator[Name]:
    for token in doc:
        i = token.i
        if token.lower_ not in lexicon.given_names or not is_capitalised(token.text):
            continue
        if token.lower_ in lexicon.phrases:  # *Secondo* is a name too
            continue
        if i in taken and (taken[i].label == "PER" or taken[i].first != i):
            continue
        end = _run(doc, frames, i, taken)
        if i and doc[i - 1].text in ELIDED and doc[i - 1].text[0] in "DO":
            yield Name(i - 1, max(end, i + 1), "PER")
        elif end > i + 1 and not (i in taken and taken[i].last >= end):
            yield Name(i, end, "PER")


def _announcing(
    doc: Doc, frames: Frames, lexicon: Lexicon, taken: dict[int, Name]
) -> Iterator[Name]:
    """A lone capitalised word before a colon, or as the subject of a verb."""
    common = _common(doc)
    for sentence in frames.sentences:
        tokens = sentence.tokens()
        if len(tokens) < 2 or tokens[0] in taken or not _unknown(doc[tokens[0]], lexicon, common):
            continue
        token, following = doc[tokens[0]], doc[tokens[1]]
        end = _run(doc, frames, token.i, taken)
        if end - token.i > 1 and end < len(doc) and doc[end].text == ":" and sentence.quotations():
            yield Name(token.i, end, "ORG")
            continue
        announces = following.text == ":" and bool(sentence.quotations())
        subject = (
            token.pos_ == "PROPN" and token.dep_ == "nsubj" and following.pos_ in {"VERB", "AUX"}
        )
        if (announces or subject) and token.pos_ in {"PROPN", "NOUN", "X"}:
            yield Name(token.i, token.i + 1, "PER")
    for token in doc:
        subject = token.pos_ == "PROPN" and token.dep_ == "nsubj" and token.head.pos_ == "VERB"
        if subject and token.i not in taken and _unknown(token, lexicon, common):
            yield Name(token.i, _run(doc, frames, token.i, taken), "PER")


def _behind_verb(
    doc: Doc, frames: Frames, lexicon: Lexicon, taken: dict[int, Name]
) -> Iterator[Name]:
    """A capitalised run right behind a verb of saying: *spiega Pierdonato Zito*."""
    common = _common(doc)
    for token in doc[1:]:
        i = token.i
        if (
            i in taken
            or not _unknown(token, lexicon, common)
            or frames.owner[i] != frames.owner[i - 1]
        ):
            continue
        readings = lexicon.verb_forms.get(doc[i - 1].lower_, ())
        says = any(
            r.person == 3 and r.lemma in lexicon.verbs and "direct" in lexicon.verbs[r.lemma].frames
            for r in readings
        )
        if says:
            yield Name(i, _run(doc, frames, i, taken), "PER")


def _common(doc: Doc) -> frozenset[str]:
    """Return the words in small letters: *Coronavirus:* is of the coronavirus below."""
    return frozenset(t.text for t in doc if t.is_lower)


def _unknown(token: Token, lexicon: Lexicon, common: frozenset[str]) -> bool:
    """Tell whether a capitalised word is in no table, nor a common word of this article."""
    low = token.lower_
    tables = (
        lexicon.roles, lexicon.organisations, lexicon.groups, lexicon.institutions, lexicon.nouns,
        lexicon.countries, lexicon.name_nouns, lexicon.verb_forms, lexicon.phrases, common,
    )  # fmt: skip
    return token.is_title and len(token) > 2 and not any(low in table for table in tables)


def _after_title(
    doc: Doc, frames: Frames, lexicon: Lexicon, taken: dict[int, Name]
) -> Iterator[Name]:
    for token in doc:
        i = token.i + 1
        if i >= len(doc) or i in taken or frames.owner[i] != frames.owner[token.i]:
            continue
        role = lexicon.roles.get(token.lower_) or lexicon.roles.get(token.lower_.rstrip("."))
        low = doc[i].lower_
        known = low in lexicon.roles or low in lexicon.organisations or low in lexicon.countries
        nominal = doc[i].text.isalpha() and doc[i].pos_ in {"PROPN", "NOUN", "X", "ADJ"}
        if role and nominal and is_capitalised(doc[i].text) and not known:
            yield Name(i, _run(doc, frames, i, taken), "PER")


def _vote(doc: Doc, names: list[Name]) -> list[Name]:
    """Give one string one label: a person wins where a full name carries the word."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        text = doc[name.first : name.last].text
        votes[text][name.label] += 1
        if name.label == "PER" and name.last - name.first > 1:
            votes[doc[name.last - 1].text]["PER"] += 3
    voted = []
    for name in names:
        label = votes[doc[name.first : name.last].text].most_common(1)[0][0]
        voted.append(Name(name.first, name.last, label))
    return voted


def _repeated(
    doc: Doc, frames: Frames, taken: dict[int, Name], names: list[Name]
) -> Iterator[Name]:
    known = {
        token.text
        for name in names
        if name.label == "PER"
        for token in doc[name.first : name.last]
        if is_capitalised(token.text) and len(token) > 3
    }
    single = {
        doc[n.first].text: n.label for n in names if n.last - n.first == 1 and n.label != "MISC"
    }
    for token in doc:
        if token.i in taken or frames.is_mark[token.i]:
            continue
        if token.text in known:
            yield Name(token.i, token.i + 1, "PER")
        elif token.text in single and len(token) > 2:
            yield Name(token.i, token.i + 1, single[token.text])
