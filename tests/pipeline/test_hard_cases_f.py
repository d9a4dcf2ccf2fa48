"""Hard cases F: marks and layout."""

import pytest

from tests.pipeline.markup import numbered

CASES = {
    "F59": [
        "<<[D1 La diga è sicura]>>, ha detto [S1 Granata].",
        '"[D1 La diga è sicura]», ha detto [S1 Granata].',
        "„[D1 La diga è sicura]“, ha detto [S1 Granata].",
        "‘[D1 La diga è sicura]’, ha detto [S1 Granata].",
        "''[D1 La diga è sicura]'', ha detto [S1 Granata].",
        "»[D1 La diga è sicura]«, ha detto [S1 Granata].",
        "“[D1 La diga è sicura]“, ha detto [S1 Granata].",
        "«[D1 La diga è sicura.]» Lo ha detto [S1 Granata].",
        "«[D1 La diga è sicura]». Lo ha detto [S1 Granata].",
        "\x93[D1 La diga è sicura]\x94, ha detto [S1 Granata].",
        "[S1 Granata] ha detto: «[D1 La diga è sicura].\nLa seduta è stata sospesa alle dieci di sera.",
    ],
    "F60": [
        "L'ha detto anche [S1 Granata]: «[D1 Un po' d'acqua c'è]».",
        "La 'ndrangheta degli anni '90, un po' come l'altra, non c'è più.",
        "«[D1 Negli anni '80 c'era l'oratorio]», dice [S1 Sara Montalto].",
    ],
    "F61": [
        "La lettera di [S1 Marta Righi] è breve. «[D1 Siamo stanchi di aspettare.\n«Vogliamo una strada "
        "sicura.\n«E la vogliamo adesso]», scrive la geologa.",
        "[S1 Granata] ha detto: “[D1 Ho ereditato un Comune in dissesto.\n“Oggi i conti tornano]”.",
        "«[D1 Siamo stanchi di aspettare.\n»Vogliamo una strada sicura]», scrivono i [S1 residenti].",
    ],
    "F62": [
        '«[D1 Mi ha detto "[Q2 scappa]", e sono corsa giù]», racconta [S1 Giulia Serra].',
        "«[D1 Ripeteva “[Q2 non è niente]” e tremava]», ricorda [S1 Ugo Belli].",
        "«[D1 Mi ha gridato «[Q2 scappa]» e sono corsa giù]», racconta [S1 Giulia Serra].",
    ],
    "F63": [
        '«[D1 [S2 Il comandante] ci disse: "[D2 Non voltatevi]"]», ricorda [S1 Ugo Belli].',
        "«[D1 [S2 Mio padre] ripeteva: “[D2 Studia]”]», racconta [S1 Giulia Serra].",
        '“[D1 [S2 La preside] ci ha detto: "[D2 Restate in classe]"]”, dice [S1 Anna Di Stefano].',
    ],
    "F64": [
        "«[D1 Noi […] resteremo]», ha detto [S1 Granata].",
        "«[D1 Resteremo… forse]», ha detto [S1 Sara Montalto].",
        "“[D1 La diga (...) è sicura]”, assicura l'ingegner [S1 Lucio Ferrante].",
    ],
    "F65": [
        "– [D1 Vieni con noi?] – chiede [S1 Anna].",
        "Il convegno si tiene il 3 – 4 maggio, dalle 9 – 13.",
        "La lista della spesa:\n- pane;\n- latte;\n- sale.",
    ],
    "F66": [
        "«[D1 Ho visto tutto. Ero lì! Chi mi crede?]», ha detto [S1 Sara Montalto] ai giornalisti.",
        "“[D1 Siamo arrivati alle sei. Era buio. Non c'era nessuno]”, racconta il vigile [S1 Ugo Belli].",
        "[S1 Marta Righi], che ha scritto «[Q1 Basta! Non se ne può più. Andiamo via]» su un lenzuolo, "
        "è rimasta.",
    ],
    "F67": [
        "«[D1 È incostituzionale]», osserva l'on. [S1 Piero Landi].",
        "«[D1 L'art. 5 è chiaro]», spiega il prof. [S1 Furio Dell'Orto].",
        "«[D1 Il piano è pronto]», dice l'ing. [S1 Lucio Ferrante] della Porti S.p.A.",
        "«[D1 Votiamo no]», annuncia la sen. [S1 Irene Valsecchi] del Movimento 5 Stelle.",
    ],
    "F68": [
        'Un tubo da 10" e uno da 12" sono scoppiati, dice il Comune.',
        "Il gol di Belli al 5' e quello di Serra al 45' hanno chiuso la partita.",
        "Al 90' [S1 Ugo Belli] esulta: «[D1 È fatta]».",
    ],
    "F69": [
        "«\u00a0[D1 La diga è sicura]\u00a0», ha detto [S1 Granata].",
        "« [D1 La diga è sicura] », ha detto [S1 Granata].",
        "«[D1 La di\u00adga è si\u00adcura]», ha detto [S1 Granata].",
        "&laquo;[D1 La diga è sicura]&raquo;, ha detto [S1 Granata].",
        "«[D1 Non ce la faro\u0300]», ha detto [S1 Sara Montalto].",
        "'[D1 La citta' e' bella]', dice [S1 Granata].",
        "Granata è in Consiglio.\r\n[S1 Marta Righi] ha detto:\r\n«[D1 La collina si muove]».\r\n",
    ],
}
FLAGGED = {
    "unclosed": "Granata ha detto: «La diga è sicura.\nLa seduta è stata sospesa alle dieci di sera.",
    "wrong-closer": '"La diga è sicura», ha detto Granata.',
    "reopened": "«Siamo stanchi.\n«Vogliamo una strada», scrive Marta Righi.",
    "doubled": "««La diga è sicura»», ha detto Granata.",
}


@pytest.mark.parametrize("marked", numbered(CASES))
def test_reads_the_marks(check, marked):
    check(marked)


@pytest.mark.parametrize(("flag", "text"), FLAGGED.items(), ids=list(FLAGGED))
def test_flags_what_it_mended(nlp, flag, text):
    (quote,) = nlp(text)._.quotes
    assert flag in quote.flags.split()
