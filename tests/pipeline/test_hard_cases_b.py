"""Hard cases B: prepositions and nouns of saying."""

import pytest

from tests.pipeline.markup import numbered

CASES = {
    "B16": [
        "Secondo [S1 Granata], «[Q1 la diga è sicura]».",
        "«[Q1 La diga è sicura]», secondo l'ingegner [S1 Lucio Ferrante].",
        "Secondo [S1 Marta Righi] la collina è “[M1 un castello di sabbia]”.",
        "Secondo il programma, si parte a settembre. La sala si chiama «Odeon».",
        "È arrivato secondo Dino Cavallaro, con la barca «Aurora».",
    ],
    "B17": [
        "Per [S1 Cavallaro] «[Q1 è uno schiaffo ai pendolari]».",
        "Per l'assessora [S1 Irene Valsecchi] si tratta di “[M1 un falso problema]”.",
        "Per Pasqua torna «Borghi in fiore».",
        "Per gli [S1 ambientalisti] la diga è «[M1 un ecomostro]».",
    ],
    "B18": [
        "A detta di [S1 Cavallaro], la diga è «[M1 una bomba a orologeria]».",
        "A giudizio dell'ingegner [S1 Ferrante], «[Q1 la struttura regge]».",
        "A parere di [S1 Marta Righi], la collina «[M1 si muove da anni]».",
        "Stando a [S1 Sara Montalto], i turni sono diventati «[M1 insostenibili]».",
        "A sentire [S1 Dino Cavallaro], si tratta di «[M1 una farsa]».",
    ],
    "B19": [
        "Come ha ricordato [S1 Granata], «[Q1 la diga fu collaudata nel 2011]».",
        "Come spiega l'ingegner [S1 Lucio Ferrante], “[Q1 il calcestruzzo invecchia]”.",
        "«[Q1 La diga è sicura]», come ripete da mesi il sindaco [S1 Tommaso Granata].",
    ],
    "B20": [
        "Così [S1 Granata]: «[D1 Faremo la nostra parte]».",
        "Così su Facebook l'assessora [S1 Irene Valsecchi]: “[D1 Missione compiuta]”.",
        "«[D1 Faremo la nostra parte]». Così [S1 Tommaso Granata] in una nota.",
        "«[D1 Faremo la nostra parte]», così il sindaco [S1 Granata].",
        "«[D1 Ho dato tutto]», ha detto [S1 Ugo Belli]. Così Cavallaro ha perso la fascia di "
        "capitano.",
    ],
    "B21": [
        "«[D1 La diga reggerà]». Parola di [S1 Lucio Ferrante].",
        "«[D1 Con affetto, vi saluto tutti]». Firmato: [S1 Irene Valsecchi].",
        "Questo il commento di [S1 Granata]: «[D1 Un risultato importante]».",
        "«[D1 Hanno mentito ai cittadini]». È l'accusa di [S1 Dino Cavallaro].",
        "“[D1 Servono più controlli]”, è l'appello di [S1 Marta Righi].",
        "«[D1 Quel bando va rifatto]», le parole di [S1 Irene Valsecchi].",
        "«[D1 Quel bando va rifatto]», l'appello lanciato ieri da [S1 Marta Righi] in piazza.",
        "«[D1 Non lo accetteremo mai]» è il messaggio che arriva da [S1 Bruxelles].",
    ],
    "B22": [
        "L'affondo di [S1 Cavallaro]: «[D1 Una giunta allo sbando]».",
        "Dura la replica dell'assessora [S1 Irene Valsecchi]: «[D1 Chi parla non ha letto le carte]».",
        "Immediata la risposta di [S1 Granata]: “[D1 Nessun passo indietro]”.",
        "Laconico il commento di [S1 Lucio Ferrante]: «[D1 Vedremo]».",
    ],
    "B23": [
        "[S1,2 Cavallaro] parla di «[M1 scempio]» e accusa il Comune di aver «[M2 svenduto la costa]».",
        "[S1 Marta Righi] definisce la frana “[M1 un evento annunciato]”.",
        "[S1,2 Irene Valsecchi] rivendica «[M1 un lavoro serio]» e invita le opposizioni a «[M2 leggere "
        "gli atti]».",
        "Il sindaco [S1 Tommaso Granata] ha bollato la protesta come «[M1 una sceneggiata]».",
    ],
    "B24": [
        "[S1 Marta Righi] si è detta «[M1 fiduciosa]».",
        "Il sindaco [S1 Granata] si dice «[M1 sereno e determinato]».",
        "[S1 Sara Montalto] si dichiara “[M1 delusa ma non sorpresa]”.",
        "L'ingegner [S1 Ferrante] si è definito «[M1 un artigiano del cemento]».",
    ],
    "B25": [
        "La pedonalizzazione, «[M1 un atto di coraggio]» per [S1 Granata], comincia lunedì.",
        "Il nuovo turno, “[M1 una follia]” secondo [S1 Sara Montalto], parte ad aprile.",
        "La frana, «[M1 prevedibile]» per la geologa [S1 Marta Righi], ha chiuso la statale.",
    ],
}


@pytest.mark.parametrize("marked", numbered(CASES))
def test_finds_the_source(check, marked):
    check(marked)
