import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotextract.text.layout import blocks, dateline_end, signatures

BODY = "La giunta ha deciso ieri sera, dopo una lunga seduta. Il ponte riapre a marzo."

PAGES = [
    (["Il ponte riapre a marzo", BODY], ["headline", "paragraph"]),
    (["Il ponte riapre a marzo", "La sindaca: «Promessa mantenuta»", "", BODY],
     ["headline", "headline", "blank", "paragraph"]),
    (["Riapre il ponte, la festa...", BODY], ["headline", "paragraph"]),
    ([BODY, BODY], ["paragraph", "paragraph"]),
    ([BODY, "Le reazioni", BODY], ["paragraph", "heading", "paragraph"]),
    ([BODY, "Melis: “Una presa”", "", BODY], ["paragraph", "heading", "blank", "paragraph"]),
    ([BODY, "Il traffico reggerà?", BODY], ["paragraph", "question", "paragraph"]),
    ([BODY, "Ha poi aggiunto:", BODY], ["paragraph", "paragraph", "paragraph"]),
    ([BODY, "«Non è vero niente.»", BODY], ["paragraph", "paragraph", "paragraph"]),
    (["Le richieste:", "- più corse;", "- meno attese.", "1. un numero verde"],
     ["paragraph", "item", "item", "item"]),
    (["(AGI) - Borgosole, 12 mar. -", BODY], ["dateline", "paragraph"]),
    ([BODY, "LEGGI ANCHE: Il ponte chiuso da tre anni", "Nella foto la sindaca Benassi",
      "di Anna Serra", BODY], ["paragraph", "link", "caption", "byline", "paragraph"]),
    ([BODY, "Su X il ministro scrive:", "Il ponte riapre!", "Grazie a tutti",
      "— Ugo Pini (@upini) 4 marzo 2025", BODY],
     ["paragraph", "paragraph", "post", "post", "signature", "paragraph"]),
    (["Il ponte riapre", "ROMA, 4 MAR - La giunta ha deciso ieri sera, a", "maggioranza, di farlo"],
     ["headline", "paragraph", "paragraph"]),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "kinds"), PAGES)
def test_tells_what_each_line_is(rows, kinds):
    assert [block.kind for block in blocks("\n".join(rows))] == kinds


DATELINES = [
    "(ANSA) - ROMA, 12 MAR - |«Riapriremo», ha detto.",
    'Borgosole, 12 mar. (Adnkronos) - |"Il ponte riapre".',
    "Borgosole, 1° settembre 2025 – |Il ponte riapre.",
    "BORGOSOLE - |Il ponte riapre.",
    "Borgosole – |Il ponte riapre.",
    "(Agenzia Nova) - |Il ponte riapre.",
    "|Il ponte – spiega Pini – riapre.",
    "|Marzo è vicino - e il ponte riapre.",
    "|",
]


@pytest.mark.parametrize("marked", DATELINES)
def test_finds_the_end_of_a_dateline(marked):
    assert dateline_end(marked.replace("|", "")) == marked.index("|")


POSTS = [
    ("Su X:\n[Il ponte riapre!\nGrazie a tutti]\n— Ugo Pini (@upini) 4 marzo 2025\n" + BODY,
     "Ugo Pini", "@upini"),
    (BODY + "\n[The bridge is open again. Thank you all.] pic.twitter.com/abc1\n"
     "— Mary Lane / Мері (@mlane) September 4, 2025", "Mary Lane / Мері", "@mlane"),
    (BODY + "\n[Міст знову відкрито.\nДякую всім.] https://t.co/xyz https://t.co/abc\n"
     "- Ivan Petrenko (@ip) 4 вересня 2025", "Ivan Petrenko", "@ip"),
    (BODY + "\n\n[Oggi il ponte riapre.]\n— Comune di Borgosole (@borgosole) March 4, 2025",
     "Comune di Borgosole", "@borgosole"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "name", "handle"), POSTS)
def test_finds_a_post_above_its_signature(marked, name, handle):
    text = marked.replace("[", "").replace("]", "")
    (post,) = signatures(text)
    assert text[post.start : post.end] == marked[marked.index("[") + 1 : marked.index("]")]
    assert (post.name, text[post.name_start : post.name_end]) == (name, name)
    assert (post.handle, text[post.handle_start : post.handle_end]) == (handle, handle)


def test_two_posts_do_not_share_lines():
    text = "Prima.\n— Ugo Pini (@upini) 4 marzo 2025\nPoi.\n— Ida Serra (@iserra) 5 marzo 2025"
    assert [text[s.start : s.end] for s in signatures(text)] == ["Prima.", "Poi."]


@pytest.mark.parametrize("text", ["Scrivete a (@upini) presto", "— Ugo Pini (@upini) 4 marzo 2025"])
def test_no_post_without_signature_and_words(text):
    assert signatures(text) == []


@given(st.one_of(st.text(), st.text(alphabet="Ab .?:–—-(@)\n\r1", max_size=80)))
def test_blocks_cover_any_text_in_order(text):
    found = blocks(text)
    ends = [block.end for block in found]
    assert all(0 <= block.start <= block.end <= len(text) for block in found)
    assert all(end <= block.start for end, block in zip(ends, found[1:], strict=False))
    kept = "".join(text[block.start : block.end] for block in found)
    assert kept == "".join(char for char in text if char not in "\n\r\u2028\u2029\x85")
    for post in signatures(text):
        assert 0 <= post.start < post.end <= post.name_start <= post.name_end < post.handle_start
