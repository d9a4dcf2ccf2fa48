"""The spaCy side: components that find quotations and say whose they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from quotextract.pipeline.loading import load
    from quotextract.pipeline.output import quotes_of

__all__ = ["load", "quotes_of"]


def __getattr__(name: str) -> Any:
    """Import on first use: entry points import this package in every spaCy program."""
    if name == "load":
        from quotextract.pipeline.loading import load

        return load
    if name == "quotes_of":
        from quotextract.pipeline.output import quotes_of

        return quotes_of
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
