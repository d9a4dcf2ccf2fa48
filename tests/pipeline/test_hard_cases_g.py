"""Hard cases G: headlines, agencies, posts and everything else that newspapers print."""

import pytest

from tests.pipeline.markup import numbered

BODY = (
    "La seduta del consiglio è durata sei ore e si è chiusa senza un voto. Si riprende lunedì "
    "pomeriggio, alla presenza dei tecnici."
)

CASES = {
    "G70": [
        f'[S1 Valsecchi]: "[D1 Apriremo in primavera]"\n\n{BODY}',
        'Diga, Granata: "[D1 Nessun pericolo]"\n\nIl sindaco [S1 Tommaso Granata] e il consigliere '
        f"Dino Cavallaro si sono affrontati in aula. {BODY}",
        'Cavallaro contro Granata: "[D1 Bugiardo]"\n\nIl sindaco Tommaso Granata e il consigliere '
        f"[S1 Dino Cavallaro] si sono affrontati in aula. {BODY}",
        'Granata a Cavallaro: "[D1 Si dimetta]"\n\nIl sindaco [S1 Tommaso Granata] e il consigliere '
        f"Dino Cavallaro si sono affrontati in aula. {BODY}",
        '"[Q1 Bugiardo]", bufera su Granata\n\nIl sindaco Tommaso Granata e la giunta si sono '
        f"presentati in aula. {BODY}",
        f"Valmora: «Nabucco» all'Arena\n\n{BODY}",
        'Granata: "[D1 Nessun pericolo]"\n\nIl sindaco [S1 Tommaso Granata] torna sulla diga. '
        f"{BODY}",
    ],
    "G71": [
        "Parla [S1,2 Irene Valsecchi]. Assessora, quando aprirete? «[D1 In primavera]». E i soldi? "
        "«[D2 Ci sono]».",
        f"{BODY}\n[S1 Lucio Ferrante], quanto dureranno i lavori?\n«[D1 Due anni, se tutto va bene]».",
        f"{BODY}\nAbbiamo incontrato [S1,2 Ugo Belli] negli spogliatoi.\nD. Che partita è stata?\n"
        "R. «[D1 Dura, ma bella]».\nD. E domenica?\nR. «[D2 Domenica riposo]».",
    ],
    "G72": [
        "(ANSA) - VALMORA, 12 MAR - «[D1 Apriremo in primavera]», ha detto il sindaco [S1 Tommaso "
        "Granata].",
        'Valmora, 12 mar. (Adnkronos) - "[D1 La diga è sicura]". Lo afferma in una nota [S1 Lucio '
        "Ferrante].",
        '(AGI) - Roma, 3 giu. - "[D1 Servono più controlli]", dichiara la senatrice del Pd [S1 Irene '
        "Valsecchi].",
    ],
    "G73": [
        "Su X [S1 Granata] ha scritto: «[D1 Missione compiuta]».",
        "Su Facebook l'assessora [S1 Irene Valsecchi] ha postato: “[D1 Che giornata!]”.",
        f"{BODY}\nLa presidente [S1 Irene Valsecchi] sui social ha scritto:\n[D2 We met in the harbour "
        "today and we stand together.\nThank you all.] pic.twitter.com/abcDEF12\n— [S2 Nils Aberg] "
        "(@nilsaberg) September 4, 2025\n“[D1 Abbiamo lavorato bene insieme]”.",
    ],
    "G74": [
        "«[D1 Portagli la busta]», dice [S1 l'indagato] al telefono a Ugo Belli.",
        "Si legge nell'[S1 ordinanza]: «[D1 Gli indagati agivano indisturbati]».",
        "Scrive il [S1 giudice] nella sentenza: “[D1 Il fatto non sussiste]”.",
    ],
    "G75": [
        "[S1 L'articolo 7] recita: «[D1 Il bando è aperto a tutti]».",
        "La nota del [S1 ministero]: «[D1 Nessun rinvio]».",
        "Il [S1 regolamento] dice: «[D1 È vietato sostare]».",
    ],
    "G76": [
        "Il motto «Avanti col cuore» campeggia sulla facciata.",
        "Ha cantato la canzone «Luna d'agosto» davanti a mille persone.",
        "Il film «La diga» esce a maggio; il romanzo “Il fiume” è del 1950.",
        "La compagnia «Teatro d'acqua» debutta domani.",
        "Nel quartiere detto «il Vascello» vivono tremila persone.",
        "Il premio «Penna d'oro» è andato ad Anna Di Stefano, che ha ringraziato tutti.",
    ],
    "G77": [
        'È arrivato il cosiddetto "decreto coste".',
        "La pista ciclabile è una “svolta” per il turismo della costa.",
        "È la cosiddetta «tassa sull'ombra» a dividere i bagnanti.",
        "È una «[M1 svolta]», dice [S1 Granata].",
        "È stata «[M1 una pagina buia]», ha ammesso [S1 Irene Valsecchi].",
    ],
    "G78": [
        "«La Voce di Valmora» scrive che il teatro chiude.",
        "Ugo «Zorro» Belli ha segnato due reti.",
        "Arrestato Vito «il Lupo» Cannata dopo dieci anni di fuga.",
    ],
    "G79": [
        f"{BODY}\nNella foto: la sindaca davanti al murale «Onda»\n{BODY}",
        f"{BODY}\nLEGGI ANCHE: [S1 Cavallaro]: «[D1 Mi dimetto]»\n{BODY}",
        f"di Anna Serra\n\n{BODY}\n«[D1 Non ci sto]», ha detto [S1 Ugo Belli].",
    ],
    "G80": [
        "«[D1 Nun ce vonno sta' a sentì]», sbotta [S1 Sara Montalto].",
        "«[D1 Game over]», scrive [S1 Dino Cavallaro].",
        "“[D1 A l'è dura]”, sospira [S1 Ugo Belli].",
    ],
    "G81": [
        "L'allenatore [S1,2 Ugo Belli] parla in conferenza stampa. Sul rigore: «[D1 Non c'era]». Sulla "
        "classifica: «[D2 È corta]».",
        "[S1,2 Irene Valsecchi] ha presentato il bilancio. Sulle tasse: “[D1 Non aumentano]”. Sugli "
        "asili: “[D2 Ne apriamo due]”.",
        "Parla il tecnico [S1,2 Dino Cavallaro].\nSulla partita: «[D1 Sarà dura]».\nSui tifosi: «[D2 "
        "Saranno in tanti]».",
    ],
}


@pytest.mark.parametrize("marked", numbered(CASES))
def test_reads_the_genre(check, marked):
    check(marked)


def test_the_same_copy_gives_the_same_records(nlp):
    text = "«La diga è sicura», ha detto Granata."
    first, second = nlp(text)._.quotes, nlp(text)._.quotes
    assert first == second
