"""Who a mention may stand for, by all the ways there are."""

from __future__ import annotations

from collections.abc import Iterator

from quotextract.lexicon import Lexicon
from quotextract.pipeline.entities.entity import Entity
from quotextract.pipeline.entities.table import EntityTable
from quotextract.pipeline.frames import Frames
from quotextract.pipeline.mentions import Mention
from quotextract.pipeline.resolution.anaphora import Anaphora
from quotextract.pipeline.resolution.descriptions import Descriptions
from quotextract.pipeline.resolution.discourse import Discourse
from quotextract.pipeline.resolution.namesakes import Namesakes
from quotextract.pipeline.resolution.options import Option
from quotextract.pipeline.resolution.owners import Owners


class Resolver:
    """Resolves mentions of one document.

    Args:
        frames: Its frame sentences.
        table: Its entities.
        lexicon: Offices that are one, epithets, the classes of roles.

    Attributes:
        discourse: Who was spoken of, for words that name nobody.
    """

    def __init__(self, frames: Frames, table: EntityTable, lexicon: Lexicon) -> None:
        self.table = table
        self.discourse = Discourse(frames, table)
        self.owners = Owners(frames, table, lexicon)
        self.descriptions = Descriptions(frames, table, lexicon)
        self.namesakes = Namesakes(table, self.discourse)
        self.anaphora = Anaphora(frames, table, lexicon, self.discourse)
        for i, m in enumerate(table.mentions):
            taken_up = self._taken_up(i, m)
            if taken_up is not None:
                self.discourse.told[i] = taken_up

    def _taken_up(self, i: int, m: Mention) -> Entity | None:
        """Return whom a mention most plainly stands for, so that discourse can count it."""
        known = self.table.of(i)
        if known is not None:
            return known
        if m.kind == "role" and m.number != "p":
            sure = [o for o in self.descriptions.by_role(m) if o.features.get("role_first")]
            return sure[0].entities[0] if sure else self.table.describe(i)
        if m.kind == "group" or (m.kind in {"role", "organisation"} and self.discourse.acts(m)):
            return self.table.describe(i)
        return None

    def options(self, mention: int) -> list[Option]:
        """Return who a mention may be, at least one option: the description itself."""
        m = self.table.mentions[mention]
        known = self.table.of(mention)
        if known is not None and (known.named or m.kind in {"name", "place"}):
            return [Option((known,), "name"), *self.namesakes.of(mention, known)]
        if m.kind == "pronoun":
            last = self.discourse.salient(m.first, m.gender, m.number, "pronoun")
            return [*self.discourse.together.plural(m), *last]
        fit = self.descriptions
        found = [
            *fit.by_role(m), *fit.by_tail(m), *fit.by_office(m), *fit.by_epithet(m),
            *fit.by_head(m), *fit.by_body(m), *self._by_owner(m),
        ]  # fmt: skip
        if any(o.how == "head" for o in found):  # the fuller name is the same body
            return found
        entity = self.table.describe(mention)
        described = Option((entity,), "description", self.anaphora.described(m))
        return [*found, *self.anaphora.options(m), described]

    def _by_owner(self, m: Mention) -> Iterator[Option]:
        """Whose document it is: "una nota di Palazzo Chigi" speaks for Palazzo Chigi."""
        for k in self.owners.of(m):
            for option in self.options(k):
                kind = f"owner-{option.entities[0].kind}"
                told = {f"owner-{option.how}": 1.0, kind: 1.0}
                yield Option(option.entities, "owner", option.features | told)
