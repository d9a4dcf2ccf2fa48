"""One reader a format: a file in, articles out.

>>> from quotextract.readers import find_sources, read_all
>>> [article.doc_name for article in read_all(find_sources(["seeds"]))][:1]
['000_06961307594ead47.txt']
"""

from __future__ import annotations

from quotextract.readers.finding import find_sources
from quotextract.readers.options import ReadOptions
from quotextract.readers.registry import FORMATS, TABLES, read, read_all
from quotextract.readers.sources import Source

__all__ = ["FORMATS", "TABLES", "ReadOptions", "Source", "find_sources", "read", "read_all"]
