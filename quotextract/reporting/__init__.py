"""The report: quotations as one HTML page that needs nothing but a browser."""

from __future__ import annotations

from quotextract.reporting.collection import Collection
from quotextract.reporting.labels import LANGUAGES, Labels, load_labels
from quotextract.reporting.page import render

__all__ = ["LANGUAGES", "Collection", "Labels", "load_labels", "render"]
