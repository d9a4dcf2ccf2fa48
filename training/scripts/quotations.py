"""Quotations made of treebank sentences: marks, frames, colons."""

import random
from collections.abc import Iterator
from dataclasses import replace

from edits import STOPS, enclose, has_marks, insert, root, strip_stop, subtree
from frames import Frames
from words import Sentence, Word, copied, end_line

CONSTITUENTS = {"obj", "obl", "nmod", "ccomp", "xcomp", "nsubj", "advcl", "conj", "amod"}


def enclose_part(words: Sentence, rng: random.Random, _: Frames) -> Sentence:
    """Quote a constituent: *parla di «una svolta attesa»*."""
    tops = [i for i, w in enumerate(words) if w.dep.split(":")[0] in CONSTITUENTS]
    rng.shuffle(tops)
    for top in tops[:5]:
        part = sorted(subtree(words, top))
        while part and words[part[0]].dep in {"case", "cc", "mark", "punct"}:
            part = part[1:]
        if top in part and part[-1] - part[0] == len(part) - 1 and len(part) < len(words) - 2:
            return enclose(words, part[0], part[-1] + 1, top)
    return words


def enclose_all(words: Sentence, rng: random.Random, _: Frames) -> Sentence:
    """Quote the whole sentence, the stop inside or outside."""
    inside = words[-1].text not in STOPS or rng.random() < 0.5
    return enclose(words, 0, len(words) - (not inside), root(words))


def report(words: Sentence, rng: random.Random, frames: Frames) -> Sentence:
    """Quote the sentence and let a frame follow: *«Non è finita.», ha detto Pini*."""
    words = strip_stop(words, 0.25, rng)
    top = root(words)
    words = enclose(words, 0, len(words), top)
    top += 1
    comma = rng.random() < 0.75
    words[-1].space = not comma
    if comma:
        words.append(Word(",", True, "PUNCT", "FF", "", ",", top, "punct"))
    frame, verb = frames.draw(rng)
    base = len(words)
    for word in frame:
        word.head += base
    words += frame
    words[base + verb].head = top
    words[-1].space = False
    return [*words, Word(".", True, "PUNCT", "FS", "", ".", top, "punct")]


def join(first: Sentence, second: Sentence) -> Sentence:
    """Make one sentence of two, the second hanging on the first, as inside one quotation."""
    tops = root(first), root(second) + len(first)
    joined = first + [replace(word, head=word.head + len(first)) for word in second]
    joined[len(first) - 1].space = True
    joined[tops[1]].head, joined[tops[1]].dep = tops[0], "parataxis"
    return joined


def joined_reports(
    treebank: list[Sentence], share: float, rng: random.Random, frames: Frames
) -> Iterator[Sentence]:
    """Quote two or three neighbours together: *«Vado. Chi resta?», ha chiesto Pini*."""
    for at in rng.sample(range(len(treebank) - 3), int(share * len(treebank))):
        parts = [copied(part) for part in treebank[at : at + rng.choice([2, 2, 3])]]
        stopped = all(part[-1].text in STOPS for part in parts[:-1])
        if stopped and not any(has_marks(p) or not 2 < len(p) < 25 for p in parts):
            words = parts[0]
            for part in parts[1:]:
                words = join(words, part)
            yield report(words, rng, frames)


def subject_first(rng: random.Random, frames: Frames) -> tuple[Sentence, int]:
    """Draw a frame without adjuncts and put its subject first: *la sindaca Pini ha detto*."""
    while True:
        frame, verb = frames.draw(rng, "ROOT")
        if len(frame) > verb + 1 and not {"advmod", "obl"} & {w.dep for w in frame}:
            break
    verbs, name = frame[: verb + 1], frame[verb + 1 :]
    for word in verbs:
        word.head += len(name)
    for word in name:
        word.head = word.head - len(verbs) if word.head > verb else verb + len(name)
    return name + verbs, verb + len(name)


def announce(words: Sentence, rng: random.Random, frames: Frames) -> Sentence:
    """Let a frame with a colon stand before the quotation: *Pini ha detto: «Riapriremo»*."""
    words = strip_stop(words, 0.5, rng)
    top = root(words)
    words = enclose(words, 0, len(words), top)
    frame, verb = subject_first(rng, frames)
    frame[0].text = frame[0].text[0].upper() + frame[0].text[1:]
    frame[verb].space = False
    frame.append(Word(":", True, "PUNCT", "FC", "", ":", verb, "punct"))
    words = insert(words, 0, frame)
    top += 1 + len(frame)
    words[top].head, words[top].dep = verb, "ccomp"
    words[len(frame) - 1].head = top
    words[-1].space = False
    return [*words, Word(".", True, "PUNCT", "FS", "", ".", verb, "punct")]


def attribute(words: Sentence, rng: random.Random, frames: Frames) -> Sentence:
    """Write a headline with a name and a colon: *Carla Benassi: «Riapriremo»*."""
    words = strip_stop(words, 0.0, rng)
    words = enclose(words, 0, len(words), root(words))
    name = frames.person(rng, "ROOT", 0, 0)
    top = root(words) + len(name) + 1
    name[-1].space = False
    words = insert(words, 0, [*name, Word(":", True, "PUNCT", "FC", "", ":", top, "punct")])
    words[top].head, words[top].dep = 0, "parataxis"
    return end_line(words)
