"""What a user can say about tables: which column holds what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

# The names that Italian and English tables give their columns, likeliest first.
_GUESSES = {
    "text": ("text", "testo", "articlebody", "body", "corpo", "content", "contenuto", "articolo"),
    "title": ("title", "titolo", "headline"),
    "author": ("author", "authors", "autore", "autori", "firma", "byline", "by"),
    "date": ("date", "data", "datepublished", "published", "pubdate", "data_pubblicazione"),
    "source": ("source", "testata", "fonte", "publisher", "giornale", "newspaper", "outlet"),
    "id": ("id", "doc_id", "article_id", "uid", "codice", "identifier"),
    "url": ("url", "link", "permalink"),
}


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """The columns of a table, or keys of a JSON object; guessed where left empty.

    Args:
        input_format: The ending, without its dot, by which to read what has none that is
            known: standard input above all. Plain text by default.
    """

    text_column: str = ""
    title_column: str = ""
    author_column: str = ""
    date_column: str = ""
    source_column: str = ""
    id_column: str = ""
    url_column: str = ""
    input_format: str = ""

    def columns(self, names: Iterable[str]) -> dict[str, str]:
        """Map text, title, author, date, source, id and url to the columns that hold them.

        A column that was asked for is taken even if it is missing here, so that the caller
        can say so.

        >>> ReadOptions(id_column="n").columns(["N", "Titolo", "Testo"])
        {'text': 'Testo', 'title': 'Titolo', 'id': 'n'}
        """
        by_fold = {str(name).strip().casefold(): str(name) for name in reversed(list(names))}
        found = {}
        for role, guesses in _GUESSES.items():
            asked = getattr(self, f"{role}_column")
            near = next((by_fold[guess] for guess in guesses if guess in by_fold), "")
            if asked or near:
                found[role] = asked or near
        return found
