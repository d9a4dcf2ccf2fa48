"""How long a search takes among a million quotations, and what the database weighs.

python benchmarks/search.py [QUOTATIONS] [FILE.db]

The quotations are generated, always the same: Italian words with the frequencies of language,
speakers of whom few are quoted often, twenty years, thirty newspapers. An existing FILE is used
as it is.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import accumulate, islice
from pathlib import Path
from statistics import median, quantiles

from quotextract import Article, Quote
from quotextract.knowledge import load_speakers
from quotextract.lexicon import load_lexicon
from quotextract.processing import Selection
from quotextract.processing.searching import search
from quotextract.records import digest
from quotextract.store import (
    Place,
    insert_article,
    insert_quotes,
    marked,
    opened_to_read,
    opened_to_write,
    transaction,
    words_expression,
)

ROUNDS, SHOWN, EACH, BATCH = 30, 50, 6, 64
COMMON = (
    "di che e la il a un in non per è una sono con si da le i del come ma lo della più ci al "
    "ha mi anche o se questo alla gli dei dell nel ho delle abbiamo noi essere quando cosa "
    "nostro paese governo dobbiamo perché tutti fare stato molto solo lavoro anni oggi"
).split()
PEOPLE, SOURCES, YEARS = 40_000, 30, range(2006, 2026)
# What is asked: words by their rank among all, from the commonest, and the rest.
QUERIES: dict[str, tuple[str, dict[str, object]]] = {
    "a rare word": ("{20000}", {}),
    "a word now and then": ("{500}", {}),
    "a common word": ("governo", {}),
    "the commonest word": ("che", {}),
    "three common words": ("che non la", {}),
    "a rare and a common word": ("{20000} che", {}),
    "two words": ("{300} {400}", {}),
    "a phrase": ('"che non"', {}),
    "a prefix of three letters": ("gar*", {}),
    "a prefix of one letter": ("s*", {}),
    "a word by one speaker": ("governo", {"speakers": ("{often}",)}),
    "the commonest by a rare one": ("che", {"speakers": ("{name}",)}),
    "all by one speaker": ("", {"speakers": ("{often}",)}),
    "a common word in a month": ("governo", {"since": "2011-05", "until": "2011-05"}),
    "the commonest of one source": ("che", {"sources": ("testata 29",)}),
    "everything of one day": ("", {"since": "2011-05-04", "until": "2011-05-04"}),
}


def vocabulary() -> list[str]:
    """Return Italian words, the commonest first: the rest are forms of verbs and names."""
    lexicon = load_lexicon()
    words = sorted({*lexicon.verb_forms, *lexicon.given_names} - set(COMMON))
    random.Random(1).shuffle(words)
    return [*COMMON, *words]


def zipf(count: int) -> list[float]:
    return list(accumulate(1 / (rank + 2.7) for rank in range(count)))


def people() -> list[dict[str, str]]:
    """Return who is quoted, the most quoted first: some of the base, the others made up."""
    chance = random.Random(2)
    known = [entry for entry in load_speakers() if entry.kind == "person"]
    given, endings = sorted(load_lexicon().given_names), ("ini", "ardi", "esi", "otti", "ella")
    syllables = "ba be co da fe ga la lo ma mo ne pa ra ro sa te va vi zo".split()
    found = [
        {"speaker": entry.name, "speaker_id": entry.id, "speaker_name": entry.name}
        for entry in known
    ]
    while len(found) < PEOPLE:
        surname = "".join(chance.choices(syllables, k=chance.randint(1, 3)))
        name = f"{chance.choice(given)} {surname}{chance.choice(endings)}".title()
        found.append({"speaker": name})
    chance.shuffle(found)
    return found


def articles(words: list[str], who: list[dict[str, str]]) -> Iterator[tuple[Article, list[Quote]]]:
    """Yield articles without end, in order of time."""
    chance = random.Random(3)
    weights, prominence = zipf(len(words)), zipf(len(who))
    number = 0
    while True:
        number += 1
        share = number * EACH / TOTAL * len(YEARS)
        year, month = YEARS[0] + min(int(share), len(YEARS) - 1), int(share % 1 * 12) + 1
        date = f"{year}-{month:02}-{chance.randint(1, 28):02}"
        lengths = (chance.randint(3, 40) for _ in range(EACH))
        said = [" ".join(chance.choices(words, cum_weights=weights, k=n)) for n in lengths]
        told = {"title": said[0][:60], "date": date, "url": f"https://testata.example/{number}"}
        source = f"Testata {min(int(chance.paretovariate(0.6)), SOURCES)}"
        text = "\n".join(f"«{words}», ha detto." for words in said)
        article = Article(text, f"{number}.html", source=source, **told)
        speakers = chance.choices(who, cum_weights=prominence, k=EACH)
        yield article, list(_quotes(article, said, speakers, chance))


def _quotes(
    article: Article, said: list[str], speakers: list[dict[str, str]], chance: random.Random
) -> Iterator[Quote]:
    place = 1
    for words, speaker in zip(said, speakers, strict=True):
        end = place + len(words)
        yield Quote(
            article.doc_id, article.doc_name, article.title, article.date, article.source,
            article.url, digest(article.doc_id, place, end), words, place, end,
            chance.choices(("direct", "mixed", "indirect", "none"), (5, 3, 3, 1))[0],  # type: ignore[arg-type]
            **speaker, speaker_kind="person", cue="ha detto", cue_lemma="dire",  # type: ignore[arg-type]
            confidence=round(chance.uniform(0.3, 1), 2), sentence=f"«{words}», ha detto.",
            context_before=article.text[max(place - 200, 0) : place],
            context_after=article.text[end : end + 200],
        )  # fmt: skip
        place = end + len("», ha detto.\n«")


def build(path: Path, words: list[str], who: list[dict[str, str]]) -> None:
    """Write the database as the index does, some articles at a time."""
    spent, made, stored = 0.0, islice(articles(words, who), TOTAL // EACH), 0
    with opened_to_write(path) as database:
        while batch := list(islice(made, BATCH)):
            begin = time.perf_counter()
            with transaction(database):
                for article, quotes in batch:
                    row = insert_article(database, article, Place(digest=article.doc_id))
                    insert_quotes(database, row, quotes)
                    stored += len(quotes)
            spent += time.perf_counter() - begin
    print(f"written          {stored / spent:12,.0f} quotations a second")


def weigh(path: Path) -> None:
    with opened_to_read(path) as database:
        (count,) = database.execute("SELECT count(*) FROM quotes").fetchone()
        (words,) = database.execute("SELECT sum(length(block)) FROM quotes_fts_data").fetchone()
    size = path.stat().st_size
    print(f"quotations       {count:12,}")
    print(f"database         {size / 1e6:12,.0f} MB, {size / count:,.0f} bytes a quotation")
    print(f"of it the words  {words / 1e6:12,.0f} MB, {words / count:,.0f} bytes a quotation")


def timed(work: Callable[[], int]) -> tuple[list[float], int]:
    spent, found = [], 0
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        found = work()
        spent.append(1000 * (time.perf_counter() - begin))
    return spent, found


def ask(path: Path, text: str, asked: dict[str, object]) -> int:
    """Search as the command does: open, find, read what is shown and mark the words."""
    wording = words_expression(text)
    with opened_to_read(path) as database:
        found = search(database, text, Selection(**asked), limit=SHOWN)  # type: ignore[arg-type]
        for hit in found.hits:
            if wording:
                marked(database, wording, hit)
    return found.matches


def main(path: Path) -> None:
    words, who = vocabulary(), people()
    if not path.exists():
        build(path, words, who)
    weigh(path)
    often, rare = who[5]["speaker"], who[len(who) // 2]["speaker"]
    print(f"\n{'':28}{'median':>8} {'95th':>8} {'first':>8}   found")
    for name, (text, asked) in QUERIES.items():
        for rank in (300, 400, 500, 20000):
            text = text.replace(f"{{{rank}}}", words[rank])
        given = {
            key: tuple(one.replace("{often}", often).replace("{name}", rare) for one in value)
            if isinstance(value, tuple)
            else value
            for key, value in asked.items()
        }
        spent, found = timed(lambda text=text, given=given: ask(path, text, given))  # type: ignore[misc]
        worst = quantiles(spent, n=20)[-1]
        many = f"{found:,}" if found <= 2000 else "more than 2,000"
        print(f"{name:28}{median(spent):6.1f} ms {worst:5.1f} ms {spent[0]:5.1f} ms   {many}")


if __name__ == "__main__":
    TOTAL = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        main(Path(sys.argv[2]) if len(sys.argv) > 2 else Path(folder, "quotes.db"))
