"""Mail: newsletters and press releases, subject and body."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from typing import cast

from quotextract.errors import ReadError
from quotextract.readers.encoding import decode
from quotextract.readers.markup import text_of
from quotextract.readers.options import ReadOptions
from quotextract.readers.rows import with_title
from quotextract.readers.sources import Source
from quotextract.records import Article


def read(source: Source, _options: ReadOptions) -> Iterator[Article]:
    """Yield the message's one article, its sender as the source.

    Raises:
        ReadError: The message has no text.
    """
    message = message_from_bytes(source.read(), policy=policy.default)
    body = message.get_body(("plain", "html"))
    if body is None:
        raise _no_text(source)
    data = cast("bytes", body.get_payload(decode=True) or b"")
    text = decode(data, source.label, body.get_content_charset() or "").replace("\r\n", "\n")
    if body.get_content_subtype() == "html":
        text = text_of(text)
    if not text.strip():
        raise _no_text(source)
    title = " ".join(_header(message, "subject").split())
    name, address = parseaddr(_header(message, "from"))
    yield Article(
        with_title(title, text),
        doc_name=source.name,
        title=title,
        date=_day(_header(message, "date")),
        source=name or address,
    )


def _header(message: EmailMessage, name: str) -> str:
    try:
        return str(message[name] or "")
    except (ValueError, IndexError, AttributeError, TypeError):  # malformed in ways of its own
        return ""


def _day(header: str) -> str:
    try:
        return parsedate_to_datetime(header).date().isoformat()
    except (ValueError, TypeError, IndexError):
        return ""


def _no_text(source: Source) -> ReadError:
    return ReadError(f"Cannot read '{source.label}': the message has no text. Leave it out.")
