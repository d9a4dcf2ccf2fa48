"""Names that the recogniser missed: what stands around a capitalised word tells them."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from quotextract.lexicon import Lexicon, longest_match
from quotextract.pipeline.frames import Frames
from quotextract.pipeline.names.name import ELIDED, PARTICLES, Name, is_capitalised, of_role

NOMINAL = frozenset({"PROPN", "NOUN", "X", "ADJ"})


def opened_by_given_name(
    doc: Doc, frames: Frames, lexicon: Lexicon, taken: dict[int, Name]
) -> Iterator[Name]:
    """A capitalised run that a known given name opens: *Nino Lo Presti*, *D’Antonio*."""
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


def after_title(
    doc: Doc, frames: Frames, lexicon: Lexicon, taken: dict[int, Name]
) -> Iterator[Name]:
    """A capitalised run right behind a role: *il prof. Dell’Orto*."""
    for token in doc:
        i = token.i + 1
        if i >= len(doc) or i in taken or frames.owner[i] != frames.owner[token.i]:
            continue
        role = lexicon.roles.get(token.lower_) or lexicon.roles.get(token.lower_.rstrip("."))
        low = doc[i].lower_
        known = low in lexicon.roles or low in lexicon.organisations or low in lexicon.countries
        nominal = doc[i].pos_ in NOMINAL or _unknown(doc[i], lexicon, frozenset())
        nominal = nominal and doc[i].text.isalpha()
        if role and nominal and is_capitalised(doc[i].text) and not known:
            yield Name(i, _run(doc, frames, i, taken), "PER")


def after_place(
    doc: Doc, frames: Frames, lexicon: Lexicon, taken: dict[int, Name]
) -> Iterator[Name]:
    """A capitalised run behind the place of a role: *la sindaca di Roma Raggi*."""
    for place in sorted(set(taken.values()), key=lambda name: name.first):
        i = place.last
        if place.label != "LOC" or i >= len(doc) or not of_role(doc, place.first, lexicon):
            continue
        nominal = doc[i].pos_ in {"PROPN", "NOUN", "X"} and _unknown(doc[i], lexicon, frozenset())
        if nominal and i not in taken and frames.owner[i] == frames.owner[place.first]:
            yield Name(i, _run(doc, frames, i, taken), "PER")


def announcing(
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


def behind_verb(
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


def behind_outlet(
    doc: Doc, frames: Frames, lexicon: Lexicon, taken: dict[int, Name]
) -> Iterator[Name]:
    """Who speaks there: *su X | Granata ha scritto*, *ai microfoni di Sky Sport | Ugo Belli*."""
    for token in doc[:-1]:
        found = longest_match(lexicon.phrases, [t.text for t in doc[token.i : token.i + 6]])
        i = token.i + found[0] if found and found[1].kind == "outlet" else len(doc)
        if i >= len(doc) - 1 or not is_capitalised(doc[i].text):
            continue
        outlet = taken.get(i)
        if is_capitalised(doc[i - 1].text):
            end = _run(doc, frames, i, {})
            if end < len(doc) and doc[end].pos_ in {"AUX", "VERB"}:
                yield Name(i, end, "PER")
        elif outlet is not None and outlet.label == "ORG" and outlet.first == i:
            inside = range(i + 1, outlet.last - 1)
            person = next((j for j in inside if doc[j].lower_ in lexicon.given_names), i)
            if person > i:
                yield Name(person, outlet.last, "PER")
                yield Name(i, person, "ORG")


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
