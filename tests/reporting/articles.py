"""Articles of our own, whose quotations are told by a pattern, not by a pipeline."""

import random
import re
from dataclasses import replace

from quotextract import Article, Quote
from quotextract.records import digest

SAID = re.compile(r"«([^»]*)»(?:, (ha detto) ((?:[A-Z]\w+ ?)+))?")


def quoted(text, *, confidence=0.9, **known):
    """Return an article and its quotations: what stands in guillemets, by whoever "ha detto"."""
    article = Article(text, **known)
    quotes = [_quote(article, match, confidence) for match in SAID.finditer(text)]
    return article, quotes


def _quote(article, match, confidence):
    (start, end), who = match.span(1), (match[3] or "").strip()
    return Quote(
        doc_id=article.doc_id,
        doc_name=article.doc_name,
        title=article.title,
        date=article.date,
        source=article.source,
        url=article.url,
        quote_id=digest(article.doc_id, start, end),
        quote=match[1],
        quote_start=start,
        quote_end=end,
        quote_type="direct" if " " in match[1] else "mixed",
        speaker=who,
        speaker_mention=who,
        speaker_start=match.start(3),
        speaker_end=match.start(3) + len(who) if who else -1,
        speaker_kind="person" if who else "",
        cue=match[2] or "",
        cue_start=match.start(2),
        cue_end=match.end(2),
        cue_lemma="dire" if who else "",
        attribution="verb-after" if who else "",
        confidence=confidence if who else 0.25,
        sentence=match[0],
        context_before=article.text[max(start - 20, 0) : start],
        context_after=article.text[end : end + 20],
    )


def news():
    """Three articles: emoji and CRLF, one day in two papers, words repeated, nobody told."""
    bridge = quoted(
        "Riapre il ponte\r\n\r\n🎉 La città è in festa 🎉. «Il ponte 🌉 riapre lunedì,\r\nfinalmente»"
        ", ha detto Carla Benassi. Poi: «Non ci credo più», ha detto Dario Melis.\r\n",
        doc_name="ponte.txt",
        title="Riapre il ponte",
        date="2025-09-01",
        source="Gazzetta del Ponte",
        url="https://gazzetta.example/ponte?a=1&b=2",
    )
    school = quoted(
        "La scuola aspetta. «La libertà è un’altra cosa», ha detto Carla Benassi. Si parla di "
        '«svolta». «=Più soldi, "subito"», ha detto Ugo Serra.',
        doc_name="scuola.txt",
        date="2025-09-03",
        source="La Voce",
        confidence=0.4,
    )
    copy = quoted(
        "Lo ripete ai giornali. «Non ci credo più», ha detto Dario Melis.",
        doc_name="copia.txt",
        title="Melis non ci crede",
        date="2025-09-10",
        source="La Voce",
        confidence=0.7,
    )
    flagged = replace(copy[1][0], flags="unclosed", negated=True)
    undated = quoted("«Vado via», ha detto Lia Orsi.", doc_name="senza-data.txt", confidence=1.0)
    return [bridge, school, (copy[0], [flagged]), undated]


def many(articles, each):
    """Generate articles with that many quotations each, always the same."""
    choose = random.Random(7)
    words = "ponte strada scuola sindaco città mercato acqua perché così già libertà resta".split()
    names = [
        f"{a} {b}" for a in ("Ada", "Ugo", "Lia") for b in ("Benassi", "Pini", "Melis", "Orsi")
    ]

    def some(number):
        return " ".join(choose.choices(words, k=number))

    for number in range(articles):
        said = (
            f"{some(40)}. «{some(choose.randint(3, 40))}», ha detto {choose.choice(names)}. {some(9)}."
            for _ in range(each)
        )
        yield quoted(
            "\n".join(said),
            doc_id=str(number),
            doc_name=f"{number}.txt",
            title=some(6),
            date=f"202{number % 5}-{number % 12 + 1:02}-{number % 28 + 1:02}",
            source=choose.choice(("Gazzetta del Ponte", "La Voce", "Agenzia Aria")),
            confidence=choose.randint(5, 100) / 100,
        )
