"""Finding the cues of a sentence: idioms, verbs, phrases and nouns, in that order."""

from __future__ import annotations

from quotextract.lexicon import Lexicon, longest_match
from quotextract.pipeline.cues.cue import Cue
from quotextract.pipeline.cues.groups import VerbGroups
from quotextract.pipeline.cues.idioms import IdiomCues
from quotextract.pipeline.cues.verbs import VerbCues
from quotextract.pipeline.frames import Frames, Sentence


class CueFinder:
    """Finds cues in frame sentences.

    Args:
        frames: The frame sentences of a document.
        lexicon: Cue verbs with their forms, idioms, nouns and phrases.
    """

    def __init__(self, frames: Frames, lexicon: Lexicon) -> None:
        self.doc, self.lexicon = frames.doc, lexicon
        groups = VerbGroups(frames, lexicon)
        self._verbs = VerbCues(frames, lexicon, groups)
        self._idioms = IdiomCues(frames, lexicon, groups)

    def find(self, sentence: Sentence) -> list[Cue]:
        """Return the cues of a sentence in reading order."""
        tokens = sentence.tokens()
        found: list[Cue] = []
        used: set[int] = set()
        for i in tokens:
            if i in used:
                continue
            cue = self._any(i, tokens)
            if cue is not None:
                found.append(cue)
                used.update(range(cue.head, cue.last))
        return found

    def _any(self, i: int, tokens: list[int]) -> Cue | None:
        return self._idioms.at(i, tokens) or self._verbs.at(i) or self._phrase(i) or self._noun(i)

    def _phrase(self, i: int) -> Cue | None:
        words = [t.text for t in self.doc[i : i + 7]]
        found = longest_match(self.lexicon.phrases, words)
        if found is None:
            return None
        size, phrase = found
        if phrase.kind == "come" or not self._phrase_fits(i, size, phrase.kind):
            return None
        return Cue(i, i + size, i, phrase.phrase, "phrase", form=phrase.kind)

    def _phrase_fits(self, i: int, size: int, kind: str) -> bool:
        """*Secondo* may be a number, *così* a measure: the tagger and the article tell."""
        behind = self.doc[i + size] if i + size < len(self.doc) else None
        if kind == "so" and behind is not None and behind.pos_ in {"ADJ", "ADV", "DET"}:
            return behind.pos_ == "DET" and "Art" in behind.morph.get("PronType")
        if self.doc[i].lower_ == "secondo" and self.doc[i].ent_type_ == "PER" and i > 0:
            return not self.doc[i - 1].text.istitle()
        if self.doc[i].lower_ == "secondo":
            return self.doc[i].pos_ in {"ADP", "SCONJ", "ADV"} or (
                i == 0 or self.doc[i - 1].pos_ != "DET"
            )
        return True

    def _noun(self, i: int) -> Cue | None:
        token = self.doc[i]
        noun = self.lexicon.nouns.get(token.lower_)
        if noun is None or token.pos_ in {"VERB", "AUX", "ADP", "ADV", "DET", "PRON"}:
            return None
        return Cue(
            i, i + 1, i, noun.lemma, "noun", frames=frozenset({"direct"}), document=noun.document
        )
