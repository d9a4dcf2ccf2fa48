"""Marks of every style, whole and broken: `[` and `]` in a text show what must be found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotextract.text.marks import MarkedSpan, pair_marks


def marked(text: str) -> str:
    """Write the text with `[` and `]` around the words of each span."""
    spans = pair_marks(text)
    edges = [(s.start, 1, -s.end, "[") for s in spans] + [(s.end, 0, -s.start, "]") for s in spans]
    for offset, _, _, sign in sorted(edges, reverse=True):
        text = text[:offset] + sign + text[offset:]
    return text


def check(expected: str) -> list[MarkedSpan]:
    """Compare with the same text stripped of its brackets; return the spans found."""
    text = expected.replace("[", "").replace("]", "")
    assert marked(text) == expected
    return pair_marks(text)


STYLES = [
    "«[Il ponte riapre]», ha detto la sindaca.",
    "“[Il ponte riapre]”, ha detto la sindaca.",
    '"[Il ponte riapre]", ha detto la sindaca.',
    "„[Il ponte riapre]“, ha detto la sindaca.",
    "‟[Il ponte riapre]”, ha detto la sindaca.",
    "‹[Il ponte riapre]›, ha detto la sindaca.",
    "<<[Il ponte riapre]>>, ha detto la sindaca.",
    "‘[Il ponte riapre]’, ha detto la sindaca.",
    "'[Il ponte riapre]', ha detto la sindaca.",
    "''[Il ponte riapre]'', ha detto la sindaca.",
    "``[Il ponte riapre]'', ha detto la sindaca.",
    "’’[Il ponte riapre]’’, ha detto la sindaca.",
    "\x93[Il ponte riapre]\x94, ha detto la sindaca.",
    "\x91[Il ponte riapre]\x92, ha detto la sindaca.",
    "&laquo;[Il ponte riapre]&raquo;, ha detto la sindaca.",
    "»[Il ponte riapre]«, ha detto. Poi: »[E presto]«.",
    "“[Il ponte riapre]“, ha detto. Poi ancora: “[E presto]“.",
    "”[Il ponte riapre]”, ha detto. Un’”[opera attesa]”.",
    "« [Il ponte riapre] », ha detto. «\u00a0[Presto]\u00a0».",
    'Ha detto " [Il ponte riapre] " e poi " [presto] ".',
    "(«[Il ponte riapre]»)",
    "‘[Il ponte riapre]' e '[presto]’",
]

STOPS = [
    "«[Il ponte riapre.]» Così la sindaca.",
    "«[Il ponte riapre]». Così la sindaca.",
    '"[Riapre!]"."[Davvero?]", chiede.',
    'Ha detto:"[Riapre]".Poi "[presto]".',
    "«[Uno]», «[due]», «[tre]»",
    '"[Uno]" "[due]"',
    "“[uno]”“[due]”",
    "«[Noi ... resteremo]»",
    "«[Resteremo… forse]»",
    "«[…e poi siamo usciti]», racconta.",
]

NESTED = [
    '«[Mi ha detto "[vai via]", e sono andata]», racconta Giulia.',
    "«[Mi ha detto “[vai via]”]», racconta Giulia.",
    "«[Mi ha detto «[vai via]», e sono andata]», racconta Giulia.",
    '"[Mi ha detto "[vai via]", e sono andata]", racconta Giulia.',
    "“[Mi ha detto ‘[vai via]’]”, racconta Giulia.",
    "\"[Mi ha detto '[vai]' o '[vai via]']\", racconta.",
    '«[Il comandante ci disse: "[Restate]"]», ricorda Serra.',
    "«[“[Uno]” e “[due]”]», legge.",
    "Dice: \"[Ho letto «[L'Eco]» e l'ho buttato]\".",
]

BROKEN = [
    ("wrong-closer", '“[Il ponte riapre]", ha detto.'),
    ("wrong-closer", "«[Il ponte riapre]”, ha detto."),
    ("wrong-closer", '"[Il ponte riapre]», ha detto.'),
    ("wrong-closer", '"[Il ponte riapre]”, spiegava, “[e presto]".'),
    ("wrong-closer", "Intervista ''[a tutto campo]', dice."),
    ("wrong-closer", "Dire ‘[ho sbagliato]’’ non basta."),
    ("doubled", "«“[Il ponte riapre]”», ha detto."),
    ("doubled", "««[Il ponte riapre]»», ha detto."),
    ("doubled", '""[Il ponte riapre]"", ha detto.'),
    ("unclosed", "«[Il ponte riapre], ha detto la sindaca. Poi è uscita."),
    ("unclosed", "«[Il ponte riapre e noi ci saremo.]\nLa giunta vota domani."),
    ("unclosed", "L'opera è «[una presa in giro]. Così pensano in molti."),
    ("unclosed", "“[Il ponte riapre.] “[E presto]”, ha detto."),
    ("unclosed", "“[Poi mi disse: “[Sto bene]]”.\n“[Stava male]”, ha detto."),
    ("unopened", "[Il ponte riapre]», ha detto la sindaca."),
    ("unopened", "(AGI) - ROMA, 3 MAR - [Il ponte riapre]”. Lo ha detto la sindaca."),
    ("paragraphs", "La lettera: «[Siamo stanchi.\nVogliamo il ponte]»."),
    ("paragraphs", '"[Cari vicini,\nsiamo stanchi:\n1. riaprite il ponte;\n2. presto]".\n'),
    ("unclosed", 'Ha detto: "[Ci battiamo], ha sottolineato: "[da anni]".'),
    ("reopened", "«[Siamo stanchi.\n«Vogliamo il ponte.\n«E presto]», dicono."),
    ("reopened", "«[Siamo stanchi.\n»Vogliamo il ponte.\n»E presto]», dicono."),
    ("reopened", "“[Siamo stanchi.\n\n“Vogliamo il ponte]”, dicono."),
]

NOT_MARKS = [
    "L'ha detto un po' prima dell'alba, l’ha detto.",
    "La 'ndrangheta degli anni '90, 'l ponte e ’l mare.",
    "Po' e mo', va' e fa': e' tardi, perche' no?",
    'Un tubo da 10" e uno da 12".',
    "Gol al 5' e al 45'+2', tempo 1'30\".",
    "Nel '68 e nel '77, dai vent'anni in su.",
    "« »",
    "Ecco l”invito e un”altra opera.",
    "Il ponte riapre”. Poi piove.",
    "Vai a pagina 3 >>",
    "",
]

APOSTROPHES = [
    "Gli chiedo: '[Verrai?]'. '[No, resto]'. Poi '[Entro]', e basta.",
    "'[La citta' e' bella]', dice.",
    "'[La 'ndrangheta è forte]', dice.",
    "dell’’[ennesimo rinvio]’ e dell''[ennesima attesa]'",
    "L'\"[amico]\" dell'«[amica]»",
    "\"[L'amico ritrovato]\" e l'altro libro.",
    "«[Un po' d'acqua]» e “[un po’]”.",
    '"[Nel 2010]", ha detto.',
    'Il tubo da 10" e la «[svolta]».',
    "\x93[L\x92ospedale]\x94",
]


@pytest.mark.parametrize("expected", STYLES + STOPS + NESTED + APOSTROPHES)
def test_finds_what_stands_between_marks(expected):
    check(expected)


@pytest.mark.parametrize(("flag", "expected"), BROKEN)
def test_mends_broken_marks_and_says_so(flag, expected):
    assert any(flag in span.flags for span in check(expected))


@pytest.mark.parametrize("text", NOT_MARKS)
def test_leaves_apostrophes_and_measures_alone(text):
    assert pair_marks(text) == []


def test_tells_the_marks_and_the_depth():
    outer, inner = pair_marks('Poi: «Disse "via"».')
    assert (outer.open_start, outer.close_end, outer.opener, outer.closer) == (5, 18, "«", "»")
    assert (outer.depth, inner.depth, inner.opener, inner.closer) == (0, 1, '"', '"')


def test_a_missing_mark_has_no_length():
    (span,) = pair_marks("«Il ponte riapre, ha detto.")
    assert (span.closer, span.close_end) == ("", span.end)
    (span,) = pair_marks("Il ponte riapre», ha detto.")
    assert (span.opener, span.open_start) == ("", span.start)


def test_a_new_quotation_after_a_lost_closer_is_not_swallowed():
    check("«[Il ponte riapre], ha detto Pini.\n«[È tardi]», replica Melis.")


@pytest.mark.parametrize("unit", ["«", '"', "«a» ", "“a\n“", '«"‘“', "l'ho 'po' ", "“Vado, dice. "])
def test_a_very_long_line_stays_quick(unit):
    assert isinstance(pair_marks(unit * 20_000), list)


SIGNS = "«»“”„\"'’‘‹›<>`\x91\x92\x93\x94 \n.,:a B1"


@given(st.one_of(st.text(), st.text(alphabet=SIGNS, max_size=60)))
def test_spans_nest_and_stay_inside_any_text(text):
    spans = pair_marks(text)
    assert spans == sorted(spans, key=lambda s: (s.start, -s.end))
    enclosing: list[MarkedSpan] = []
    for span in spans:
        assert 0 <= span.open_start <= span.start <= span.end <= span.close_end <= len(text)
        while enclosing and enclosing[-1].end <= span.open_start:
            enclosing.pop()
        assert not enclosing or span.close_end <= enclosing[-1].close_end
        assert span.depth == len(enclosing)
        enclosing.append(span)
