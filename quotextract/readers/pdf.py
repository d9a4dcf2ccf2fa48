"""PDF: the text layer, its lines put together to paragraphs again."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from quotextract.errors import ReadError
from quotextract.readers.dates import date_in_name
from quotextract.readers.options import ReadOptions
from quotextract.readers.plain import headline
from quotextract.readers.sources import Source
from quotextract.records import Article

_SENTENCE_END = re.compile(r"[.!?:…][»”\"'’)]*$")
_HYPHEN = re.compile(r"(?<=[a-zàèéìòù])[-\u00ad\u2010]$")


def read(source: Source, _options: ReadOptions) -> Iterator[Article]:
    """Yield the document's one article.

    Raises:
        ReadError: It is no PDF, it is locked, or it holds pictures of text only.
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    data = source.read()
    try:
        with _silent():
            pages = PdfReader(io.BytesIO(data)).pages
            lines = [line for page in pages for line in page.extract_text().split("\n")]
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ReadError(
            f"Cannot read '{source.label}': {error or 'it is no sound PDF'}. "
            "Unlock it or save it again."
        ) from error
    text = "\n".join(paragraphs(lines))
    if not text.strip():
        raise ReadError(f"Cannot read '{source.label}': it holds no text layer. Run OCR first.")
    yield Article(text, doc_name=source.name, title=headline(text), date=date_in_name(source.name))


def paragraphs(lines: Iterable[str]) -> Iterator[str]:
    """Put broken lines together: a paragraph ends at a sentence's end on a short line.

    >>> list(paragraphs(["Il cantiere del ponte riapri-", "rà a marzo, dice.", "Fine."]))
    ['Il cantiere del ponte riaprirà a marzo, dice.', 'Fine.']
    """
    lines = [line.strip() for line in lines]
    full = 0.85 * max(map(len, lines), default=0)
    open_paragraph = ""
    for line in lines:
        hyphenated = _HYPHEN.search(open_paragraph) and line[:1].islower()
        joint = "" if hyphenated or not open_paragraph else " "
        open_paragraph = (open_paragraph[:-1] if hyphenated else open_paragraph) + joint + line
        if not line or (len(line) < full and _SENTENCE_END.search(line)) or _is_heading(line, full):
            if open_paragraph.strip():
                yield open_paragraph.strip()
            open_paragraph = ""
    if open_paragraph.strip():
        yield open_paragraph.strip()


def _is_heading(line: str, full: float) -> bool:
    return len(line) < full / 2 and not line.endswith((",", "-"))


@contextmanager
def _silent() -> Iterator[None]:
    """Keep what the library says of odd files from the user: it is read all the same."""
    logger = logging.getLogger("pypdf")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)
