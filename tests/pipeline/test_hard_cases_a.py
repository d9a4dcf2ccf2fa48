"""Hard cases A: the verb and the quotation."""

import pytest

from tests.pipeline.markup import numbered

CASES = {
    "A1": [
        "«[D1 I conti tornano]», [C1 ha detto] [P1 l'assessora [S1 Irene Valsecchi]].",
        "“[D1 Il mercato si sposta in piazza Dante]”, [C1 annuncia] il sindaco [S1 Tommaso Granata].",
        '"[D1 Abbiamo perso due mesi]", [C1 ammette] il direttore dei lavori [S1 Lucio Ferrante].',
        "«[D1 Non c'è alcun pericolo]», [C1 assicura] [S1 Marta Righi], geologa.",
    ],
    "A2": [
        "«[D1 Me ne vado]», sbotta alla fine di una riunione durata sei ore, con la voce rotta, "
        "il consigliere di minoranza [S1 Dino Cavallaro].",
        "«[D1 Nessuno ci ha avvisati]», ripete davanti ai cancelli ormai chiusi, la sciarpa al "
        "collo, l'operaia [S1 Sara Montalto].",
        "«[D1 È una giornata storica]», esclama sul palco, visibilmente commossa, la presidente "
        "della fondazione [S1 Irene Valsecchi].",
    ],
    "A3": [
        "«[D1 La strada]», [C1 spiega] l'assessore [S1,2 Granata], «[Q2 resterà chiusa fino a lunedì]».",
        "“[D1 Se piove]”, avverte la geologa [S1,2 Marta Righi], “[D2 la collina può cedere]”.",
        "«[D1 Ho firmato il contratto]», ha raccontato [S1,2 Lucio Ferrante], «[Q2 e me ne sono pentito "
        "il giorno dopo]».",
    ],
    "A4": [
        "«[D1 La strada – spiega [S1 Granata] – resterà chiusa fino a lunedì]».",
        "«[D1 I lavori - ha precisato l'ingegner [S1 Lucio Ferrante] - dureranno due anni]».",
        '"[D1 Il bando — ricorda [S1 Marta Righi] — scade domani]".',
    ],
    "A5": [
        "«[D1 Apriremo i cancelli, ha promesso [S1 Granata], entro la settimana]».",
        "“[D1 Questa è casa nostra, dice [S1 Sara Montalto], e nessuno ce la toglie]”.",
        "«[D1 Il bando scade domani, ha ricordato [S1 Marta Righi], e non sarà prorogato]».",
    ],
    "A6": [
        "[S1 Valsecchi] [C1 ha detto]: «[D1 Apriremo in primavera]».",
        "Il sindaco [S1 Tommaso Granata] ha dichiarato:\n«[D1 Apriremo in primavera, costi quel che "
        "costi]».",
        "Lo sfogo arriva a notte fonda. [S1 Sara Montalto] scrive sui social: “[D1 Siamo stanchi di "
        "aspettare]”.",
        "Poi [S1 Lucio Ferrante] ha aggiunto:\n\n«[D1 Ora tocca alla Regione]».",
    ],
    "A7": [
        "[S1 Valsecchi] è categorica: «[D1 Apriremo in primavera]».",
        "[S1 Dino Cavallaro] allarga le braccia: «[D1 Che cosa potevo fare?]».",
        "Il portiere [S1 Ugo Belli] non cerca scuse: «[D1 Ho sbagliato io]».",
        "Non usa giri di parole [S1 Sara Montalto]: «[D1 Ci hanno abbandonati]».",
        "Ha le idee chiare [S1 Giulia Serra], 19 anni: «[D1 Voglio fare il medico]».",
        "[S1 Marta Righi] si siede e sorride: «[D1 È andata meglio del previsto]».",
    ],
    "A8": [
        "Parla [S1 Irene Valsecchi], assessora dal 2021. «[D1 Apriremo in primavera]».",
        "La voce è quella di [S1 Sara Montalto], operaia da vent'anni. «[D1 Siamo stanchi]».",
        "A rispondere è il direttore [S1 Lucio Ferrante]. «[D1 Non c'è fretta]».",
    ],
    "A9": [
        "«[D1 Apriremo in primavera]». [C1 Lo ha detto] [S1 Irene Valsecchi] a margine del convegno.",
        "“[D1 Il governo ci ascolti]”. Lo afferma in una nota [S1 Dino Cavallaro].",
        "«[D1 Le scuole restano aperte]». Lo ha annunciato questa mattina il sindaco "
        "[S1 Tommaso Granata].",
    ],
    "A10": [
        "A dirlo è l'assessora [S1 Valsecchi]: «[D1 Apriremo in primavera]».",
        "È stato [S1 Granata] ad annunciarlo: «[D1 Il mercato si sposta]».",
        "A spiegarlo è la geologa [S1 Marta Righi]: “[D1 La collina si muove da anni]”.",
        "«[D1 La collina si muove da anni]». A spiegarlo è la geologa [S1 Marta Righi].",
    ],
    "A11": [
        "«[D1 Il mercato si sposta]». Ad annunciarlo è stato ieri in Consiglio, rispondendo alla "
        "consigliera Righi, il sindaco [S1 Granata].",
        "«[D1 I fondi ci sono]». A confermarlo è stata nel pomeriggio, incontrando Sara Montalto e gli "
        "altri operai, l'assessora [S1 Irene Valsecchi].",
        "“[D1 Non chiuderemo]”. A ribadirlo è stato in serata, dopo l'incontro con Dino Cavallaro, "
        "l'amministratore delegato [S1 Lucio Ferrante].",
    ],
    "A12": [
        "Alla domanda se tema il voto, [S1 Valsecchi] risponde: «[D1 Ho dormito benissimo]».",
        "Rispondendo a Cavallaro, [S1 Valsecchi] ha detto: «[D1 I fondi ci sono]».",
        "Replicando a Marta Righi, il sindaco [S1 Tommaso Granata] ha affermato: “[D1 Nessun rischio]”.",
        "Rivolgendosi a Lucio Ferrante, [S1 Sara Montalto] ha gridato: «[D1 Vergogna!]».",
    ],
    "A13": [
        "«[D1 Ci vediamo in tribunale]», ha detto [S1 Valsecchi] a Cavallaro.",
        "«[D1 Ci vediamo in tribunale]», ha risposto a Cavallaro [S1 Irene Valsecchi].",
        "“[D1 Lei non sa di che cosa parla]”, ha replicato a Dino Cavallaro il sindaco [S1 Granata].",
    ],
    "A14": [
        "Sara Montalto era in lacrime. «[D1 Non si preoccupi]», le ha detto [S1 Granata].",
        "Dino Cavallaro ha protestato. «[D1 Si sieda]», gli ha intimato [S1 Marta Righi].",
        "Gli operai aspettavano. «[D1 Tornate a casa]», ha detto loro [S1 Lucio Ferrante].",
    ],
    "A15": [
        "«[D1 È un passo avanti]», ha commentato e poi aggiunto [S1,2 Granata]: «[D2 Ora i fatti]».",
        "«[D1 Siamo pronti]», ha esordito [S1,2 Marta Righi], che ha poi precisato: «[D2 Ma serve "
        "tempo]».",
        "“[D1 È un errore]”, ha attaccato [S1,2 Dino Cavallaro] e ha concluso: “[D2 Se ne pentiranno]”.",
    ],
}


@pytest.mark.parametrize("marked", numbered(CASES))
def test_finds_who_says_what(check, marked):
    check(marked)
