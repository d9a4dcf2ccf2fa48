"""Null subjects: whom a verb without a subject of its own may continue."""

from __future__ import annotations

from collections.abc import Iterator

from quotextract.pipeline.candidates.signs import about
from quotextract.pipeline.cues import Cue
from quotextract.pipeline.scene import Candidate, Scene


def null_subject(scene: Scene, cue: Cue, base: dict[str, float]) -> Iterator[Candidate]:
    """Yield the entities that a verb without a subject may continue."""
    last = scene.last_speakers(cue.first)
    seen = set()
    for option in scene.discourse.salient(cue.first, cue.gender, cue.number, "null"):
        seen.add(option.entities[0].index)
        features = base | {f"null:{k}": v for k, v in option.features.items()}
        features |= about(scene, cue, option.entities)
        features["null"] = 1.0
        features["null:last"] = float(last == option.entities)
        yield Candidate("null-subject", option.entities, cue, -1, features)
    for option in scene.discourse.ahead(cue.last, cue.gender, "ahead"):
        features = base | {f"null-ahead:{k}": v for k, v in option.features.items()}
        features |= about(scene, cue, option.entities) | {"null": 1.0, "null-ahead": 1.0}
        yield Candidate("null-subject", option.entities, cue, -1, features)
    yield from _through_description(scene, cue, base)
    if cue.form == "impersonal":
        yield from _read_in(scene, cue, base)
    if cue.number == "p":
        for option in scene.discourse.together.before(cue.first):
            own = base | {"null": 1.0, "null:together": 1.0}
            own |= {f"null:{k}": v for k, v in option.features.items()}
            yield Candidate("null-subject", option.entities, cue, -1, own)
    if last and not (len(last) == 1 and last[0].index in seen):
        features = base | {"null": 1.0, "null:last": 1.0}
        features["null:far"] = 1.0
        yield Candidate("null-subject", last, cue, -1, features)


def _through_description(scene: Scene, cue: Cue, base: dict[str, float]) -> Iterator[Candidate]:
    """Yield whom the last subject stands for: *L'imputata tace. «…», ha detto ieri*."""
    k = scene.discourse.last_described(cue.first)
    if k is None:
        return
    for option in scene.resolver.options(k):
        features = base | {"null": 1.0, "null:via": 1.0, f"null:via-{option.how}": 1.0}
        features |= option.signs
        features |= about(scene, cue, option.entities)
        yield Candidate("null-subject", option.entities, cue, -1, features)


def _read_in(scene: Scene, cue: Cue, base: dict[str, float]) -> Iterator[Candidate]:
    """Yield the document last spoken of, where something is read: *Vi si legge che …*."""
    k = scene.discourse.last_document(cue.first)
    if k is None:
        return
    for option in scene.resolver.options(k):
        features = base | {"read": 1.0, f"read:{option.how}": 1.0}
        features |= option.signs
        yield Candidate("null-subject", option.entities, cue, k, features)
