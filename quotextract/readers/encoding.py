"""From bytes to text: never silently wrong, never an exception but ReadError."""

from __future__ import annotations

import codecs
import logging
from contextlib import suppress

from quotextract.errors import ReadError

log = logging.getLogger(__name__)

# The 32-bit marks come first: the 16-bit little-endian one is how theirs begins.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Those that lay text out are none: tab, line feed, vertical tab, form feed, return, DOS end.
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a")) + b"\x7f"
_LATIN_1 = frozenset({"iso-8859-1", "iso8859-1", "latin-1", "latin1", "us-ascii", "ascii"})
# What an Italian newspaper writes beyond ASCII, as far as CP1252 has it.
_ITALIAN = frozenset("àèéìíîòóùúÀÈÉÌÍÎÒÓÙÚçÇñÑäëïöüÄËÏÖÜâêôûáÁ«»‹›“”„‘’‚–—…•·°ºª€£§©®™\xa0\xadß´")


def decode(data: bytes, label: str, declared: str = "") -> str:
    """Decode a file's bytes; line ends and C1 controls stay as they are.

    UTF-8 is taken as it is, and so is whatever a byte order mark announces. Anything else
    is worked out and said in a warning. Quotation marks of CP1252 text that was once
    decoded as Latin-1 arrive as U+0091 to U+0094 and are left in place.

    Args:
        data: The bytes.
        label: The file's name, for messages.
        declared: The encoding that the file itself names, taken if it is no UTF-8.

    Raises:
        ReadError: The bytes are no text, or there are none.
    """
    if not data.strip():
        raise ReadError(f"Cannot read '{label}': the file is empty. Remove it or fill it.")
    text = _marked(data, label)
    if text is None:
        if _is_binary(data):
            raise _binary(label)
        text = _unmarked(data, label, declared)
    if not text.strip():
        raise ReadError(f"Cannot read '{label}': it holds only blanks. Remove it or fill it.")
    return text


def _marked(data: bytes, label: str) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise ReadError(
                    f"Cannot read '{label}': it starts as {encoding} and breaks off at byte "
                    f"{error.start}. Save it again as UTF-8."
                ) from error
    return None


def _unmarked(data: bytes, label: str, declared: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    with suppress(LookupError, UnicodeDecodeError):
        # What calls itself Latin-1 is CP1252 in every browser.
        return data.decode("cp1252" if declared.lower() in _LATIN_1 else declared)
    repaired = data.decode("utf-8", "replace")
    broken = repaired.count("\ufffd")
    if sum(char > "\x7f" for char in repaired) > 4 * broken:
        log.warning(
            "'%s' is damaged: %d bytes are not UTF-8 and show as U+FFFD. "
            "Save it again as UTF-8 if the text matters.",
            label,
            broken,
        )
        return repaired
    encoding = _legacy_encoding(data)
    if encoding is None:
        raise _binary(label)
    log.warning(
        "'%s' is not UTF-8: read as %s. Save it as UTF-8 if its accents look wrong.",
        label,
        encoding,
    )
    return data.decode(encoding)


def _legacy_encoding(data: bytes) -> str | None:
    """Name the 8-bit encoding: CP1252 where it gives Italian, else the detector's choice."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = ""
    beyond = [char for char in text if char > "\x7f"]
    if beyond and sum(char in _ITALIAN for char in beyond) > 0.9 * len(beyond):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    return best.encoding if best else None


def _is_binary(data: bytes) -> bool:
    """Tell whether there is a NUL, or more than one control character in a hundred bytes."""
    if b"\0" in data:
        return True
    sample = data[:100_000]
    return len(sample) - len(sample.translate(None, _CONTROLS)) > 0.01 * len(sample)


def _binary(label: str) -> ReadError:
    return ReadError(
        f"Cannot read '{label}': it is binary, not text. Convert it to text, or leave it out."
    )
