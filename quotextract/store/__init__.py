"""A database of quotations: SQLite, with the words and the speakers ready to be searched."""

from __future__ import annotations

from quotextract.store.connection import (
    SCHEMA_VERSION,
    is_database,
    opened_to_read,
    opened_to_write,
    transaction,
)
from quotextract.store.reading import article_by_id, stored_results
from quotextract.store.register import FileKey, FileState, Register, Stored
from quotextract.store.rows import Result, article_digest, id_word
from quotextract.store.searching import (
    MOST_RANKED,
    Conditions,
    Found,
    Hit,
    find_quotes,
    marked,
    sources,
    speakers,
    vocabulary,
)
from quotextract.store.wording import (
    sources_expression,
    speakers_expression,
    words_expression,
)
from quotextract.store.writing import Place, insert_article, insert_quotes, write_all

__all__ = [
    "MOST_RANKED",
    "SCHEMA_VERSION",
    "Conditions",
    "FileKey",
    "FileState",
    "Found",
    "Hit",
    "Place",
    "Register",
    "Result",
    "Stored",
    "article_by_id",
    "article_digest",
    "find_quotes",
    "id_word",
    "insert_article",
    "insert_quotes",
    "is_database",
    "marked",
    "opened_to_read",
    "opened_to_write",
    "sources",
    "sources_expression",
    "speakers",
    "speakers_expression",
    "stored_results",
    "transaction",
    "vocabulary",
    "words_expression",
    "write_all",
]
