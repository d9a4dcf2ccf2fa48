"""Whose voice a sentence puts first: apposition, clefts, bodies, documents, one saying in another."""

import pytest

from tests.pipeline.markup import numbered

CASES = {
    "governed-apposition": [
        "La [S1 Cna] ha scritto al presidente dell'ente, Ugo Belli, chiedendo «[M1 un segnale]».",
        "[S1 Sara Montalto] ha incontrato ieri il sindaco di Borgosole, Dino Cavallaro, e ha detto: "
        "«[D1 Ci siamo capiti]».",
    ],
    "cleft": [
        "«[D1 La strada riapre domani]». A dirlo è l'assessora [S1 Irene Valsecchi].",
        "«[D1 Mi ha commosso]», a parlare è il parroco [S1 Ugo Belli].",
    ],
    "relative": [
        "Contrario il consigliere [S1 Dino Cavallaro], secondo cui la spesa è «[M1 uno spreco]».",
        "Il piano piace a [S1 Marta Righi], secondo la quale «[M1 la collina va curata]».",
    ],
    "from-a-body": [
        "«[D1 Il furgone era rubato]», spiegano dalla [S1 Questura].",
        "«[D1 Le scuole riaprono lunedì]», fanno sapere dal [S1 Comune].",
    ],
    "reported": [
        "[S1 Irene Valsecchi] ha visto i sindaci. Ha precisato che Ugo Belli ha espresso il suo "
        "appoggio: «[D1 È con noi]».",
    ],
    "place": [
        "L'ex direttrice del centro di corso Granata, [S1 Sara Montalto], ha deposto ieri. "
        "«[D1 Non ero sola]», ha spiegato.",
    ],
    "body-of-a-document": [
        "«[D1 I turni cambiano]», si legge sul sito della [S1 Provincia].",
    ],
    "parted": [
        "Il critico [S1 Ugo Belli] ha parlato di «[M1 una svolta per il nostro cinema]»; Dino Cavallaro ha commentato "
        "che è troppo.",
    ],
    "in-a-row": [
        "[S1 Ugo Belli] e [S1 Marta Righi]: «[D1 Un tentativo vano]».",
        "[S1 Ugo Belli] (Pd), [S1 Marta Righi] (Lega) e [S1 Sara Montalto] (M5s) hanno scritto: "
        "«[D1 Così non va]».",
        "«[D1 È deciso]», affermano il sindaco di Valmora [S1 Ugo Belli] e l'assessora [S1 Marta Righi].",
    ],
    "same-body": [
        "La [S1 federazione dei pescatori] ha protestato. «[D1 Siamo stanchi]», dice la federazione.",
    ],
    "those-before": [
        "[S1 Gli autori dello studio] tacciono. «[D1 I dati mancano]», scrivono gli stessi autori.",
    ],
    "introduced": [
        "«[D1 Faremo appello]», affermano i legali della famiglia, [S1 Ugo Belli] e [S1 Marta Righi].",
        "Per un'altra firmataria, la senatrice [S1 Sara Montalto], la norma è «[M1 un passo avanti]».",
    ],
    "own-words": [
        "[S1 Dino Cavallaro] è stato sentito ieri. Stando alle sue parole, «[Q1 nessuno sapeva nulla]».",
        "[S1 Irene Valsecchi] nega. Secondo la sua versione, la strada era «[M1 chiusa da giorni]».",
    ],
    "goes-on": [
        "«[D1 Non ho dormito]», racconta [S1,2 Irene Valsecchi]. Le tiene compagnia la musica di "
        "Sara Montalto. «[D2 Spero che finisca]», aggiunge.",
    ],
    "glued-dash": [
        "La strada è chiusa. «[D1 Una prova difficile -commenta [S1 Dino Cavallaro], della Cna- che supereremo]».",
    ],
    "set-off": [
        "Lo ricorda in rete [S1 Dino Cavallaro], un altro protagonista della mensa: «[D1 Era uno di noi]».",
    ],
    "dateline": [
        "BORGOSOLE – «[D1 La violenza è una piaga]». [S1 Sara Montalto], in un'intervista alla radio, parla "
        "del processo.",
    ],
    "one-of-them": [
        "«[D1 Eravamo vicini al locale]», racconta [S1 uno dei testimoni].",
        "«[D1 Cosa vogliono ancora?]», si chiede [S1 una delle madri].",
    ],
    "told-role": [
        "Il sindaco è [S1 Ugo Belli]. La preside è Marta Righi. «[D1 Si fa]», ha detto il sindaco.",
        "Il vescovo Dino Cavallaro ha visto l'assessora [S1 Sara Montalto]. «[D1 Si fa]», ha detto "
        "l'assessora.",
    ],
}


@pytest.mark.parametrize("marked", numbered(CASES))
def test_hears_the_right_voice(check, marked):
    check(marked)
