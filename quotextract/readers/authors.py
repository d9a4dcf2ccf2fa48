"""Who signed an article, as one line."""

from __future__ import annotations

from collections.abc import Iterable


def joined(names: Iterable[str]) -> str:
    """Join names, each once; addresses of profiles are none.

    >>> joined(["Anna  Serra", "", "Ugo Belli", "Anna Serra", "https://example.org/belli"])
    'Anna Serra, Ugo Belli'
    """
    clean = (" ".join(name.split()) for name in names)
    return ", ".join(dict.fromkeys(name for name in clean if name and "://" not in name))
