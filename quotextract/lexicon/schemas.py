"""What each data file of the lexicon must look like."""

from __future__ import annotations

from dataclasses import dataclass, field

FRAMES = frozenset({"direct", "che", "di", "se", "a", "fragment"})
SENSES = frozenset(
    "say write ask answer add continue think deny promise order accuse praise emotion announce "
    "perceive-document".split()
)
GENDERS = frozenset({"m", "f"})


@dataclass(frozen=True)
class Schema:
    """One data file: its key, its fields with their types, and what values may be.

    Args:
        file: The file's name.
        key: The field the rows are sorted by and unique in.
        required: Fields every row has; `source` always is one.
        optional: Fields a row may have.
        choices: Allowed values of a field, or of the items of its list.
    """

    file: str
    key: str
    required: dict[str, type]
    optional: dict[str, type] = field(default_factory=dict)
    choices: dict[str, frozenset[str]] = field(default_factory=dict)


SCHEMAS = {
    schema.file: schema
    for schema in (
        Schema(
            "cue_verbs.jsonl",
            "lemma",
            {"lemma": str, "frames": list, "sense": str, "weak": bool},
            {"reflexive": list, "issues": bool},
            {"frames": FRAMES, "reflexive": FRAMES, "sense": SENSES},
        ),
        Schema(
            "irregular_verbs.jsonl",
            "lemma",
            {"lemma": str},
            {
                "present": list,
                "remote": object,
                "participle": str,
                "stem": str,
                "imperfect": list,
                "future": str,
                "subjunctive": str,
                "impsubj": str,
                "isc": bool,
                "derived": list,
            },
        ),
        Schema(
            "cue_idioms.jsonl",
            "idiom",
            {"idiom": str, "verb": str, "rest": list, "frames": list, "sense": str, "weak": bool},
            {"reflexive": bool, "negative": bool},
            {"frames": FRAMES, "sense": SENSES},
        ),
        Schema(
            "cue_phrases.jsonl",
            "phrase",
            {"phrase": str, "kind": str},
            choices={
                "kind": frozenset(
                    {"source", "own", "so", "come", "signature", "outlet", "interviewer"}
                )
            },
        ),
        Schema(
            "cue_nouns.jsonl",
            "lemma",
            {"lemma": str, "plural": str, "gender": str, "document": bool},
            choices={"gender": GENDERS},
        ),
        Schema(
            "roles.jsonl",
            "lemma",
            {
                "lemma": str,
                "masculine": str,
                "feminine": str,
                "plural_m": str,
                "plural_f": str,
                "class": str,
            },
            {"abbreviations": list},
            {
                "class": frozenset(
                    "office profession military religious sport justice kin party anonymous "
                    "epithet-head title".split()
                )
            },
        ),
        Schema(
            "organisations.jsonl",
            "lemma",
            {"lemma": str, "plural": str, "gender": str},
            choices={"gender": GENDERS},
        ),
        Schema(
            "groups.jsonl",
            "plural",
            {"plural": str, "gender": str, "kind": str},
            choices={"gender": GENDERS, "kind": frozenset({"group", "anonymous"})},
        ),
        Schema("bodies.jsonl", "body", {"body": str, "people": list}),
        Schema(
            "institutions.jsonl",
            "name",
            {"name": str, "stands_for": str, "country": str, "kind": str},
            choices={"kind": frozenset({"organisation", "person"})},
        ),
        Schema(
            "countries.jsonl",
            "country",
            {
                "country": str,
                "adjectives": list,
                "capital": str,
                "other_capitals": list,
                "seat": list,
                "aliases": list,
                "leader": str,
            },
            choices={"leader": frozenset({"presidente", "primo ministro"})},
        ),
        Schema(
            "parties.jsonl",
            "name",
            {"name": str, "aliases": list, "adjectives": list, "country": str},
        ),
        Schema("epithets.jsonl", "phrase", {"phrase": str, "names": list}),
        Schema("role_synonyms.jsonl", "office", {"office": str, "phrases": list}),
        Schema(
            "name_nouns.jsonl",
            "lemma",
            {"lemma": str, "plural": str, "gender": str},
            choices={"gender": GENDERS},
        ),
        Schema(
            "offices.jsonl",
            "office",
            {"office": str, "phrases": list, "rank": int},
            {"alone": dict},
        ),
        Schema(
            "places.jsonl",
            "place",
            {"place": str, "kind": str, "adjectives": list, "aliases": list},
            choices={"kind": frozenset({"region", "town", "club"})},
        ),
        Schema("scare_markers.jsonl", "lemma", {"lemma": str, "forms": list, "weak": bool}),
    )
}
