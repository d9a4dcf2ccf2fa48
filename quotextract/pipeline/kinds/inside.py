"""What the words between the marks say of the type."""

from __future__ import annotations

from quotextract.pipeline.frames import Quotation
from quotextract.pipeline.scene import Scene


def inside(scene: Scene, q: Quotation) -> dict[str, float]:
    """Return how long the words are, how they begin and end, what verbs they have."""
    tokens = [t for t in scene.doc[q.first : q.last] if not t.is_space]
    words = [t for t in tokens if not t.is_punct]
    text = scene.frames.text[q.start : q.end].strip()
    finite = any("Fin" in t.morph.get("VerbForm") for t in words)
    capitals = sum(t.text[:1].isupper() for t in words)
    return {
        "bias": 1.0,
        f"in:words{_size(len(words))}": 1.0,
        "in:upper": float(text[:1].isupper()),
        "in:upper-long": float(text[:1].isupper() and len(words) > 5),
        "in:finite": float(finite),
        "in:finite-upper": float(finite and text[:1].isupper()),
        "in:first-person": float(any("1" in t.morph.get("Person") for t in words)),
        "in:stop": float(any(t.text in {".", "!", "?"} for t in tokens[:-1])),
        "in:ends": float(text[-1:] in set(".!?…")),
        "in:comma": float(any(t.text in {",", ";", ":"} for t in tokens)),
        "in:titled": float(len(words) > 1 and capitals == len(words)),
        "in:name": float(any(t.ent_type_ for t in words) and len(words) < 4),
        "in:single-upper": float(len(words) == 1 and text[:1].isupper()),
        "in:digits": float(any(t.like_num for t in words) and len(words) < 4),
        f"in:pos:{words[0].pos_ if words else 'NONE'}": 1.0,
    }


def _size(n: int) -> str:
    for limit, name in ((1, "1"), (2, "2"), (4, "3-4"), (8, "5-8"), (15, "9-15")):
        if n <= limit:
            return name
    return "long"
