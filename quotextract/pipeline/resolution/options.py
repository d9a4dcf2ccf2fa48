"""What the ways of resolving share: the option that each answers with, and its signs."""

from __future__ import annotations

from dataclasses import dataclass, field

from quotextract.pipeline.entities.entity import Entity

BRIDGING = frozenset({"organisation", "group", "document"})


@dataclass(frozen=True, slots=True)
class Option:
    """Who a mention may stand for, most often one entity, and how that was reached."""

    entities: tuple[Entity, ...]
    how: str
    features: dict[str, float] = field(default_factory=dict)

    @property
    def signs(self) -> dict[str, float]:
        """What speaks for it, under the names that candidates give it."""
        return {f"opt:{name}": value for name, value in self.features.items()}


def agreement(entity: Entity, gender: str, number: str) -> dict[str, float]:
    """Tell whether somebody is of the gender and number that the words say."""
    features: dict[str, float] = {}
    if gender and entity.gender:
        features["gender_same" if gender == entity.gender else "gender_other"] = 1.0
    if number == "p" and entity.kind == "person":
        features["number_other"] = 1.0
    return features
