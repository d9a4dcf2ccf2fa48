"""Mentions: the noun phrases that can stand for a speaker, with what they tell of him.

Found left to right inside frame sentences, by names, the role lexicon and parts of
speech. No tree is needed here, so a wrong parse costs nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from quotextract.lexicon import Lexicon, fold, longest_match
from quotextract.pipeline.edges import OF, POSSESSIVE, TO, PhraseEdges
from quotextract.pipeline.frames import Frames
from quotextract.pipeline.mentions.mention import Mention
from quotextract.pipeline.mentions.pronouns import Pronouns
from quotextract.pipeline.names.name import Name, is_capitalised

AGED = re.compile(r"\d{1,3}enni?e?")
INDEFINITE = frozenset(
    "un uno una un' un’ alcuni alcune altri altre qualche diversi diverse molti molte".split()
)
TITLE = 6
TITLED = frozenset({"organisation", "document"})
COURTESY = frozenset({"signor", "signore", "signora"})
OWNERS = frozenset({"name", "role", "organisation", "group", "document"})


class MentionFinder:
    """Finds the mentions of a document.

    Args:
        frames: The frame sentences of the document.
        names: Its names, in reading order.
        lexicon: Roles, organisations, groups and institutions.
    """

    def __init__(self, frames: Frames, names: Sequence[Name], lexicon: Lexicon) -> None:
        self.frames, self.doc, self.lexicon = frames, frames.doc, lexicon
        self.documents = {form: noun for form, noun in lexicon.nouns.items() if noun.document}
        self.name_at = {i: n for n in names for i in range(n.first, n.last)}
        self.opened_at = {q.first - 1: q for q in frames.quotations}
        self.edges = PhraseEdges(frames, self.name_at, lexicon)
        self.pronouns = Pronouns(frames, self.edges, lexicon)

    def find(self) -> list[Mention]:
        """Return all mentions in reading order; those inside others follow them."""
        found: list[Mention] = []
        for sentence in self.frames.sentences:
            for run in self._runs(sentence.tokens()):
                found.extend(self._in_run(run[0], run[-1] + 1))
        return found

    def _runs(self, tokens: Sequence[int]) -> list[list[int]]:
        """Cut a sentence where a quotation or a mark stands between two tokens."""
        runs: list[list[int]] = []
        for i in tokens:
            if runs and self.edges.word_before(i) == runs[-1][-1]:
                runs[-1].append(i)
            else:
                runs.append([i])
        return runs

    def _in_run(self, start: int, stop: int) -> list[Mention]:
        found, i = [], start
        while i < stop:
            mention = self.at(i, stop)
            if mention is None:
                i += 1
                continue
            found.append(mention)
            inner = self._inside(mention)
            found.extend(inner)
            i = mention.last
        return found

    def _inside(self, mention: Mention) -> list[Mention]:
        """Names in the complements of a role: "la madre di Renzo" mentions Renzo too."""
        inside, i = [], mention.first
        while i < mention.last:
            name = self.name_at.get(i)
            owner = self._owner(mention, i)
            if owner is not None:
                inside.append(owner)
            elif name and name is not mention.name and name.first == i:
                inside.append(self._of_name(name, preposition="di"))
            i = owner.last if owner else name.last if name else i + 1
        return inside

    def _owner(self, mention: Mention, i: int) -> Mention | None:
        """The body or person whose document it is: "il sito *del gruppo*"."""
        if mention.kind != "document" or i <= mention.head:
            return None
        before = i - 1 if self.doc[i - 1].pos_ == "DET" else i
        if self.doc[before - 1].lower_ not in OF and self.doc[i - 1].lower_ not in OF:
            return None
        owner = self.at(i, mention.last)
        return owner if owner and owner.kind in OWNERS and owner.last <= mention.last else None

    def at(self, i: int, stop: int) -> Mention | None:
        """Return the mention whose core starts at token `i`, if one does."""
        name = self.name_at.get(i)
        if name and name.first == i and name.last <= stop:
            return self._of_name(name)
        words = self.pronouns
        some = words.one_of(i, stop, self.at) or words.indefinite(i, stop)
        return some or self._nominal(i, stop) or words.personal(i, stop)

    def _nominal(self, i: int, stop: int) -> Mention | None:
        low = self.doc[i].lower_.replace("’", "'")
        if {low, low.rstrip(".")} & self.lexicon.openers:
            found = self._known(i, stop)
            if found is not None:
                return found
        if AGED.fullmatch(low) or self._is_demonym(i, stop):
            return self._finish(i, i + 1, stop, kind="role", extend=low[0].isdigit())
        return None

    def _known(self, i: int, stop: int) -> Mention | None:
        size = self._phrase(i, stop, self.lexicon.roles)
        if size and self._is_nominal(i, size):
            return self._addressed(i, stop) or self._of_role(i, i + size, stop)
        for kind, table in (
            ("organisation", self.lexicon.organisations),
            ("group", self.lexicon.groups),
            ("document", self.documents),
        ):
            size = self._phrase(i, stop, table)
            if size and self._is_nominal(i, size) and not self._is_saying(i, kind):
                return self._finish(i, i + size, stop, kind=kind)
        size = self._phrase(i, stop, self.lexicon.institutions)
        if size and is_capitalised(self.doc[i].text):
            return self._finish(i, i + size, stop, kind="organisation", extend=False)
        return None

    def _addressed(self, i: int, stop: int) -> Mention | None:
        """*Signor ministro*: who is so addressed is the minister."""
        if self.doc[i].lower_ not in COURTESY or not self._phrase(i + 1, stop, self.lexicon.roles):
            return None
        addressed = self._known(i + 1, stop)
        return addressed and replace(addressed, first=self.edges.left(i))

    def _is_saying(self, i: int, kind: str) -> bool:
        """*L'accusa di Dino Cavallaro* is what he says, not the prosecution."""
        if kind != "organisation" or self.doc[i].lower_ not in self.lexicon.nouns:
            return False
        if i + 2 >= len(self.doc) or self.doc[i + 1].lower_ not in OF:
            return False
        behind = self.name_at.get(i + 2)
        role = any(t.lower_ in self.lexicon.roles for t in self.doc[i + 2 : i + 4])
        return role or (behind is not None and behind.label == "PER")

    def _is_demonym(self, i: int, stop: int) -> bool:
        """Tell "il commento dell'inglese" from "il commento inglese"."""
        token = self.doc[i]
        country = self.lexicon.countries.get(token.lower_)
        if country is None or token.lower_ not in country.adjectives or not self._after_article(i):
            return False
        return i + 1 >= stop or self.doc[i + 1].pos_ not in {"NOUN", "PROPN", "ADJ"}

    def noun_at(self, i: int) -> Mention:
        """Return a plain noun phrase around token `i`, for a subject of no known kind."""
        stop = i + 1
        while stop < len(self.doc) and self.edges.same_run(stop - 1, stop):
            stop += 1
        return self._finish(i, i + 1, stop, kind="noun")

    def _phrase(self, i: int, stop: int, table: Mapping[str, object]) -> int:
        """Return how many tokens from `i` make the longest entry of the table, or 0."""
        words = [t.text for t in self.doc[i : min(i + 6, stop)]]
        found = longest_match(table, words) or longest_match(
            table, [w.rstrip(".") for w in words[:1]]
        )
        return found[0] if found else 0

    def _is_nominal(self, i: int, size: int) -> bool:
        token = self.doc[i + size - 1]
        if size > 1:
            return True
        if token.lower_ == "chi":
            return False
        if token.pos_ in {"VERB", "AUX", "ADV", "ADP", "DET", "CCONJ", "SCONJ"}:
            return self._after_article(i)
        return token.pos_ != "ADJ" or self._after_article(i) or token.i + 1 in self.name_at

    def _after_article(self, i: int) -> bool:
        return i > 0 and (self.doc[i - 1].pos_ == "DET" or self.doc[i - 1].lower_ in OF | TO)

    def _of_name(self, name: Name, preposition: str = "") -> Mention:
        kind = {"PER": "name", "LOC": "place"}.get(name.label, "organisation")
        first = name.first
        before = self.edges.left(first) if not preposition else first
        prep = preposition or self.edges.preposition(before)
        gender = self._article_gender(before, first) if kind != "place" else ""
        number = "p" if self.doc[before].lower_ in {"i", "gli", "le"} and before < first else "s"
        return Mention(
            before, name.last, name.first, kind, name=name, preposition=prep, gender=gender,
            number=number,
        )  # fmt: skip

    def _of_role(self, start: int, end: int, stop: int) -> Mention:
        key = fold(" ".join(t.text for t in self.doc[start:end]))
        reading = self.lexicon.roles.get(key) or self.lexicon.roles[key.rstrip(".")]
        right = self.edges.right(end, stop)
        behind = self.edges.word_at(right)
        name = self.name_at.get(behind) if behind < stop else None
        attached = name is not None and name.label == "PER" and name.first == behind
        attached = attached and name.last <= stop  # type: ignore[union-attr]
        last = name.last if attached and name else right
        first = self.edges.left(start)
        gender = reading.gender if reading.gender in {"m", "f"} else ""
        return Mention(
            first, last, start, "name" if attached else "role",
            name=name if attached else None, role=fold(reading.lemma), role_first=start,
            role_last=right, gender=gender or self._article_gender(first, start),
            number=reading.number or "s", definite=not self._indefinite(first, start),
            preposition=self.edges.preposition(first),
            possessive=self._has_possessive(first, start),
        )  # fmt: skip

    def _finish(
        self, start: int, end: int, stop: int, *, kind: str, extend: bool = True
    ) -> Mention:
        first = self.edges.left(start)
        last = self.edges.right(end, stop, named=kind == "document") if extend else end
        titled = self._titled(last) if kind in TITLED else -1
        morph = self.doc[start].morph
        number = "p" if "Plur" in morph.get("Number") else "s"
        gender = {"Fem": "f", "Masc": "m"}.get("".join(morph.get("Gender")[:1]), "")
        return Mention(
            first, last, start, kind, gender=gender, number=number,
            definite=not self._indefinite(first, start), preposition=self.edges.preposition(first),
            possessive=self._has_possessive(first, start), titled=titled,
        )  # fmt: skip

    def _titled(self, last: int) -> int:
        """Return where the marks close that open behind a phrase and hold a name, or -1."""
        q = self.opened_at.get(last)
        if q is None or not is_capitalised(self.doc[q.first].text) or q.last - q.first > TITLE:
            return -1
        inside = self.doc[q.first : q.last]
        said = any("Fin" in t.morph.get("VerbForm") or t.is_punct for t in inside)
        return -1 if said else q.last + 1

    def _indefinite(self, first: int, head: int) -> bool:
        return any(self.doc[i].lower_ in INDEFINITE for i in range(first, head))

    def _has_possessive(self, first: int, head: int) -> bool:
        return any(self.doc[i].lower_ in POSSESSIVE for i in range(first, head))

    def _article_gender(self, first: int, head: int) -> str:
        for i in range(first, head):
            gender = self.doc[i].morph.get("Gender")
            if self.doc[i].pos_ == "DET" and gender:
                return "f" if gender[0] == "Fem" else "m"
        return ""
