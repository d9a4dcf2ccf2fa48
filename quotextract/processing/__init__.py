"""Runs a pipeline over many articles and chooses among what it finds."""

from __future__ import annotations

from quotextract.processing.names import matches
from quotextract.processing.run import extract_all
from quotextract.processing.selection import Selection
from quotextract.processing.tally import Tally

__all__ = ["Selection", "Tally", "extract_all", "matches"]
