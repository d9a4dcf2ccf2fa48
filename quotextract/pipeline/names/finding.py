"""The names of a document.

The recogniser reads one sentence at a time. An article does not: a surname known
from one sentence is known in all, and a title or a given name opens a name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from spacy.tokens import Doc

from quotextract.lexicon import Lexicon
from quotextract.pipeline.frames import Frames
from quotextract.pipeline.names.missed import (
    after_place,
    after_title,
    announcing,
    behind_outlet,
    behind_verb,
    opened_by_given_name,
)
from quotextract.pipeline.names.name import Name, is_capitalised
from quotextract.pipeline.names.recognised import recognised


def find_names(doc: Doc, frames: Frames, lexicon: Lexicon) -> list[Name]:
    """Return the names of a document in reading order, none overlapping."""
    taken: dict[int, Name] = {}
    for name in recognised(doc, frames, lexicon):
        _take(taken, name)
    finders = opened_by_given_name, after_title, after_place, announcing, behind_verb, behind_outlet
    for finder in finders:
        for name in finder(doc, frames, lexicon, taken):
            _take(taken, name)
    names = _vote(doc, sorted(set(taken.values()), key=lambda n: n.first))
    taken = {i: n for n in names for i in range(n.first, n.last)}
    for name in _repeated(doc, frames, taken, names):
        _take(taken, name)
    return sorted(set(taken.values()), key=lambda n: n.first)


def _take(taken: dict[int, Name], name: Name) -> None:
    """Keep the name; what it covers wholly or partly gives way."""
    for i in range(name.first, name.last):
        if old := taken.get(i):
            for j in range(old.first, old.last):
                taken.pop(j, None)
    for i in range(name.first, name.last):
        taken[i] = name


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
