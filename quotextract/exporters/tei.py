"""TEI P5: every article whole, what is quoted in `<said>`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import IO
from xml.sax.saxutils import escape, quoteattr

from quotextract.exporters.base import Options, Result
from quotextract.records import Article, Quote

_NAMESPACE = "http://www.tei-c.org/ns/1.0"
# What XML 1.0 cannot hold; one character for one, so that offsets stay.
_FORBIDDEN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def write(results: Iterable[Result], out: IO[bytes], _options: Options, _form: str) -> None:
    """Write a corpus of one `<TEI>` an article."""
    out.write(
        f'<?xml version="1.0" encoding="UTF-8"?>\n<teiCorpus xmlns="{_NAMESPACE}">\n'
        f"{_header('<title>Quotations</title>')}".encode()
    )
    for number, (article, quotes) in enumerate(results, start=1):
        out.write(_document(article, quotes, f"a{number}").encode())
    out.write(b"</teiCorpus>\n")


def _header(titles: str, source: str = "<p>Newspaper articles</p>", profile: str = "") -> str:
    return (
        f"<teiHeader><fileDesc><titleStmt>{titles}</titleStmt>"
        "<publicationStmt><p>Made by quotextract</p></publicationStmt>"
        f"<sourceDesc>{source}</sourceDesc></fileDesc>{profile}</teiHeader>\n"
    )


def _document(article: Article, quotes: list[Quote], key: str) -> str:
    speakers = sorted({quote.speaker for quote in quotes if quote.speaker})
    ids = {name: f"{key}.s{number}" for number, name in enumerate(speakers, start=1)}
    people = "".join(
        f'<person xml:id="{ids[name]}"><persName>{_text(name)}</persName></person>'
        for name in speakers
    )
    partic = f"<particDesc><listPerson>{people}</listPerson></particDesc>" if people else ""
    header = _header(
        "".join(_titles(article)),
        f"<bibl>{''.join(_bibl(article))}</bibl>",
        f"<profileDesc>{partic}</profileDesc>" if partic else "",
    )
    return (
        f'<TEI xml:id="{key}">\n{header}<text><body><ab xml:space="preserve">'
        f"{_body(article.text, quotes, ids, key)}</ab></body></text>\n</TEI>\n"
    )


def _titles(article: Article) -> Iterator[str]:
    yield f"<title>{_text(article.title or article.doc_name or article.doc_id)}</title>"
    if article.author:
        yield f"<author>{_text(article.author)}</author>"


def _bibl(article: Article) -> Iterator[str]:
    yield f'<idno type="doc_id">{_text(article.doc_id)}</idno>'
    if article.source:
        yield f"<publisher>{_text(article.source)}</publisher>"
    if article.date:
        yield f"<date when={_attribute(article.date)}/>"
    if article.url:
        yield f"<ptr target={_attribute(article.url)}/>"


def _body(text: str, quotes: list[Quote], ids: dict[str, str], key: str) -> str:
    """Put the tags in; they nest, as marks do, and what would cross ends with its outer one."""
    parts: list[str] = []
    open_ends: list[int] = []
    place = 0

    def move(to: int) -> None:
        nonlocal place
        parts.append(_text(text[place:to]))
        place = to

    ordered = sorted(quotes, key=lambda quote: (quote.quote_start, -quote.quote_end))
    for number, quote in enumerate(ordered, start=1):
        while open_ends and open_ends[-1] <= quote.quote_start:
            move(open_ends.pop())
            parts.append("</said>")
        move(quote.quote_start)
        parts.append(_tag(quote, ids, f"{key}.q{number}"))
        open_ends.append(min([quote.quote_end, *open_ends[-1:]]))
    while open_ends:
        move(open_ends.pop())
        parts.append("</said>")
    move(len(text))
    return "".join(parts)


def _tag(quote: Quote, ids: dict[str, str], key: str) -> str:
    who = f' who="#{ids[quote.speaker]}"' if quote.speaker else ""
    direct = "false" if quote.quote_type == "indirect" else "true"
    return (
        f'<said xml:id="{key}"{who} direct="{direct}" ana={_attribute("#" + quote.quote_type)} '
        f'cert="{quote.confidence:.2f}">'
    )


def _text(text: str) -> str:
    return escape(_FORBIDDEN.sub("\ufffd", text), {"\r": "&#13;"})


def _attribute(text: str) -> str:
    return quoteattr(_FORBIDDEN.sub("\ufffd", text))
