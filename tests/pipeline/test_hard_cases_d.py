"""Hard cases D: cues."""

import pytest

from tests.pipeline.markup import numbered

CASES = {
    "D35": [
        "«[D1 È una vergogna]», [C1 attacca] [S1 Cavallaro].",
        "«[D1 Non arretreremo]», tuona [S1 Sara Montalto].",
        "“[D1 Chi vivrà vedrà]”, chiosa [S1 Lucio Ferrante].",
        "«[D1 Dove sono i soldi?]», incalza [S1 Marta Righi].",
        "«[D1 E non è finita]», rincara [S1 Dino Cavallaro].",
        "«[D1 Non se ne parla]», gela tutti [S1 Irene Valsecchi].",
        "«[D1 La questione è chiusa]», taglia corto il sindaco [S1 Granata].",
        "«[D1 La questione è chiusa]», ha tagliato, come sempre, corto il sindaco [S1 Granata].",
        "«[D1 Non prometto nulla]», mette le mani avanti l'ingegner [S1 Ferrante].",
        "«[D1 Sono dei dilettanti]», ci va giù duro [S1 Cavallaro].",
        "«[D1 Il bando uscirà lunedì]», fa sapere l'assessora [S1 Valsecchi].",
        "«[D1 Andiamo avanti]», tira dritto [S1 Tommaso Granata].",
        "«[D1 Bella trovata]», ironizza [S1 Marta Righi].",
        "«[D1 Ci trattano come numeri]», si sfoga [S1 Sara Montalto].",
        "«[D1 Ce l'abbiamo fatta]», esulta [S1 Ugo Belli].",
        "«[D1 Ho le mani legate]», allarga le braccia [S1 Lucio Ferrante].",
        "«[D1 Incapaci]», sferza [S1 Dino Cavallaro].",
    ],
    "D36": [
        "«[D1 Non ci fermeremo]», continua [S1 Sara Montalto].",
        "«[D1 Grazie a tutti]», conclude il sindaco [S1 Tommaso Granata].",
        "Continua la protesta davanti al teatro «Aurora».",
        "Si apre domani la rassegna «Suoni d'acqua».",
        "La tempesta attacca la costa. Chiude il bar «Da Gino».",
    ],
    "D37": [
        "[S1 Sara Montalto] prende la parola: «[D1 Siamo stanchi]».",
        "L'assessora [S1 Irene Valsecchi] lancia un appello: “[D1 Restate a casa]”.",
        "[S1 Dino Cavallaro] alza la voce: «[D1 Ora basta]».",
    ],
    "D38": [
        "«[D1 Le parti si incontreranno giovedì]», si legge nella [S1 nota].",
        "«[Q1 I controlli erano insufficienti]», come viene riferito da [S1 fonti sindacali].",
        "«[D1 Il quadro è serio]», si apprende da [S1 fonti investigative].",
        "Il ponte è stato definito «[M1 un colabrodo]» dall'ingegner [S1 Lucio Ferrante].",
        "Irene Valsecchi, definita da [S1 Cavallaro] «[M1 la peggiore assessora di sempre]», tace.",
        "Dino Cavallaro, accusato da [S1 Granata] di essere «[M1 un voltagabbana]», non replica.",
        "Nella [S1 relazione] si legge che «[M1 il pilone era eroso]».",
    ],
    "D39": [
        "«[Q1 Vietato fumare]», dice il [S1 cartello].",
        "«[Q1 Torno subito]», recita il [S1 biglietto] sulla porta.",
        "«[Q1 Chiuso per lutto]», si legge sul [S1 cartello appeso alla saracinesca].",
    ],
}


@pytest.mark.parametrize("marked", numbered(CASES))
def test_knows_the_cue(check, marked):
    check(marked)
