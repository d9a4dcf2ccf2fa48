"""One exporter a format: articles with their quotations in, a file out."""

from __future__ import annotations

from quotextract.exporters.base import Options, Result
from quotextract.exporters.files import replacing
from quotextract.exporters.registry import FORMATS, Format, export, format_of

__all__ = ["FORMATS", "Format", "Options", "Result", "export", "format_of", "replacing"]
