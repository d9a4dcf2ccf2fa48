"""Hypothesis strategies for articles and their quotations."""

from hypothesis import strategies as st

from quotextract import Article, Quote

TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=30)
OFFSET = st.integers(-1, 10_000)
CONFIDENCE = st.integers(0, 100).map(lambda n: n / 100)

QUOTES = st.builds(
    Quote,
    doc_id=TEXT,
    doc_name=TEXT,
    title=TEXT,
    date=TEXT,
    source=TEXT,
    url=TEXT,
    quote_id=TEXT,
    quote=TEXT,
    quote_start=OFFSET,
    quote_end=OFFSET,
    quote_type=st.sampled_from(["direct", "mixed", "indirect", "none"]),
    speaker=TEXT,
    speaker_start=OFFSET,
    speaker_kind=st.sampled_from(["person", "group", ""]),
    speaker_gender=st.sampled_from(["f", "m", ""]),
    cue=TEXT,
    confidence=CONFIDENCE,
    negated=st.booleans(),
    paragraph=st.integers(0, 99),
    sentence=TEXT,
)
ARTICLES = st.builds(Article, text=TEXT, doc_name=TEXT, author=TEXT)
RESULTS = st.lists(st.tuples(ARTICLES, st.lists(QUOTES, max_size=3)), max_size=3)
