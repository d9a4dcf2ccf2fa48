"""Quotations and their speakers, out of Italian news."""

from __future__ import annotations

from quotextract.records import Article, Quote

__version__ = "0.1.0"

__all__ = ["Article", "Quote", "__version__"]
