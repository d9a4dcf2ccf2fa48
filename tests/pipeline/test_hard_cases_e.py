"""Hard cases E: who speaks."""

import pytest

from tests.pipeline.markup import numbered

CASES = {
    "E40": [
        "[S1,2 Irene Valsecchi] arriva tardi. «[D1 Il treno era fermo]». Poi aggiunge: «[D2 Ma adesso "
        "cominciamo]».",
        "[S1 Lucio Ferrante] non ha dubbi. La diga, per lui, è sicura. «[D1 L'ho costruita io]», "
        "ricorda.",
        "Il sindaco [S1 Granata] ha chiuso la seduta alle dieci. Uscendo ha detto: «[D1 È andata]».",
        "[S1 Sara Montalto] lavora qui dal 2003. Ha due figli. «[D1 Non so come faremo]», dice.",
    ],
    "E42": [
        "Granata e la [S1 Valsecchi] si sono visti in mattinata. «[D1 Va tutto bene]», si è detta sicura.",
        "Lucio Ferrante ha incontrato [S1 Marta Righi]. «[D1 Sono tranquilla]», si è detta convinta la "
        "geologa.",
        "[S1 Irene Valsecchi] ha ricevuto Dino Cavallaro. «[D1 È stato utile]», si è detta soddisfatta.",
    ],
    "E43": [
        "Gli [S1 operai] sono saliti sul tetto. «[D1 Non scendiamo]», hanno detto.",
        "I [S1 sindacati] non ci stanno. «[D1 Sciopereremo]», hanno annunciato.",
        "[S1 Sara Montalto] e [S1 Ugo Belli] hanno occupato l'aula. «[D1 Resteremo qui]», hanno detto.",
    ],
    "E44": [
        "«[D1 I conti tornano]», dice [S1,2 Granata]. E ancora: «[D2 Chi ci accusa non sa leggere un "
        "bilancio]».",
        "«[D1 Abbiamo lavorato bene]», dice [S1,2 Irene Valsecchi]. Poi l'affondo: «[D2 Altri hanno "
        "solo parlato]».",
        "«[D1 I conti tornano]», dice [S1,2 Granata]. E sulla scuola: «[D2 Apriremo due asili]».",
        "“[D1 La collina si muove]”, avverte [S1,2,3 Marta Righi]. E ancora: “[D2 Servono drenaggi]”. "
        "Infine: “[D3 Non aspettiamo la tragedia]”.",
    ],
    "E45": [
        "«[D1 Non ho paura]», dice [S1,2 Sara Montalto]. «[D2 Ho solo fretta]».",
        "«[D1 Avete fallito]», dice [S1 Cavallaro]. «[D2 Parla per te]», replica [S2 Granata].",
        "“[D1 I lavori sono finiti]”, spiega l'ingegner [S1,2 Lucio Ferrante]. “[D2 Mancano solo i "
        "collaudi. Poi apriremo]”.",
    ],
    "E46": [
        "La premier Olga Lindgren ha parlato alla Camera. Il leader dell'opposizione è [S1 Nils "
        "Aberg]. «[D1 Ha mentito]», ha detto il leader dell'opposizione.",
        "Il presidente di Assomare [S1 Lucio Ferrante] è a Roma. «[D1 I porti sono pieni]», avverte il "
        "numero uno di Assomare.",
        "Il sindaco [S1 Tommaso Granata] è arrivato presto. «[D1 Ci siamo]», ha detto il primo "
        "cittadino.",
        "[S1 Irene Valsecchi], segretaria del Pd, è a Torino. «[D1 Uniti si vince]», dice la "
        "segretaria dem.",
        "Il deputato della Lega [S1 Dino Cavallaro] protesta. «[D1 È un attacco al Nord]», dice "
        "l'esponente leghista.",
        "[S1 Renato Sforza], ministro dell'Interno, ha riunito i prefetti. «[D1 Più agenti in "
        "strada]», ha detto il titolare del Viminale.",
        "[S1 Piero Landi], già pubblico ministero, ha scritto un libro. «[D1 Ho visto troppo]», dice "
        "l'ex pm.",
    ],
    "E47": [
        "[S1 Palazzo Chigi] fa sapere: «[D1 Nessun rinvio]».",
        "[S1 Bruxelles] avverte: “[D1 Le regole valgono per tutti]”.",
        "«[D1 Non ci saranno deroghe]», ribadisce il [S1 Cremlino].",
        "Dal [S1 Nazareno] filtra un solo commento: «[D1 Aspettiamo i voti]».",
    ],
    "E48": [
        "«[D1 Chiediamo un incontro]», scrivono in una nota congiunta [S1 Granata], [S1 Cavallaro] e la "
        "[S1 Cgil].",
        "«[D1 Ci batteremo insieme]», annunciano [S1 Sara Montalto] e [S1 Ugo Belli].",
        "“[D1 La legge va cambiata]”, dicono i senatori [S1 Irene Valsecchi] e [S1 Piero Landi].",
    ],
    "E49": [
        "All'incontro c'erano [S2 Marco Ferrante] e sua sorella [S1 Laura Ferrante]. «[D1 È stata "
        "dura]», dice Laura Ferrante. «[D2 Ma ce l'abbiamo fatta]», aggiunge Marco Ferrante.",
        "[S1 Giulia Serra] ha vent'anni e studia medicina. «[D1 Dormo quattro ore]», racconta Giulia.",
        "Il tecnico [S1 Ugo Belli] ha parlato in sala stampa. “[D1 Abbiamo sbagliato tutto]”, ha ammesso "
        "Belli.",
        "Il fratello maggiore, [S1 Marco], è in salotto con Laura. «[D1 Io non c'ero]», dice Marco.",
    ],
    "E50": [
        "«[D1 Ho sentito un boato]», racconta [S1 un testimone].",
        "«[D1 Mi hanno strappato la borsa]», ha raccontato ai carabinieri [S1 la donna], 43 anni.",
        "«[D1 L'accordo è vicino]», dicono [S1 fonti vicine al dossier].",
        "“[D1 Correvano tutti]”, dice [S1 una ragazza] ancora sotto choc.",
    ],
    "E51": [
        "[S1 Ugo Belli], medico, 54 anni, una vita in corsia, racconta: «[D1 Non avevo mai visto nulla "
        "di simile]».",
        "[S1 Sara Montalto], operaia, due figli piccoli e un mutuo da pagare, dice: «[D1 Non mollo]».",
        "L'ingegnere [S1 Lucio Ferrante], 61 anni, padre della diga, ammette: “[D1 Qualcosa non ha "
        "funzionato]”.",
    ],
    "E52": [
        "«[D1 Siamo partiti in quattro]», spiega [S1 Marta Righi], che guida il comitato dal 2020, quando "
        "la frana inghiottì la strada.",
        "«[D1 È incostituzionale]», osserva l'on. avv. prof. [S1 Piero Landi] (Pd).",
        "«[D1 Votiamo contro]», annuncia il sen. [S1 Dino Cavallaro] (Lega), che siede in commissione.",
    ],
    "E53": [
        "Il governatore [S1 Vito De Luca] è furioso. «[D1 Roma dorme]», dice De Luca.",
        "«[D1 Serve un patto]», propone [S1 Anna Di Stefano].",
        "Il generale [S1 Carlo La Torre] parla poco. «[D1 Obbediamo]», taglia corto La Torre.",
        "«[D1 Ho chiuso il negozio]», dice [S1 Rosa D'Amico].",
        "L'allenatore [S1 Furio Dell'Orto] sorride. “[D1 Bella squadra]”, dice Dell'Orto.",
        "«[D1 Ci credo]», dice la [S1 Valsecchi].",
        "Il regista [S1 Nino Lo Presti] è a Cannes. «[D1 Emozionato]», dice Lo Presti.",
    ],
    "E54": [
        "Il presidente ucraino [S1 Volodymyr Zelensky] è a Roma. «[D1 Grazie Italia]», ha detto "
        "Zelenskyy.",
        "[S1 Volodymyr Zelenskij] è a Roma. «[D1 Grazie Italia]», ha detto Zelensky.",
        "[S1 Xi Jinping] ha aperto il congresso. «[D1 La Cina non si piega]», ha detto Xi.",
        "Il presidente egiziano [S1 Abdel Fattah Al-Sisi] ha parlato in tv. «[D1 Serve calma]», ha detto "
        "al-Sisi.",
        "Il presidente turco [S1 Recep Tayyip Erdogan] ha risposto. «[D1 Non accettiamo lezioni]», ha "
        "detto Erdoğan.",
    ],
    "E55": [
        "«[D1 Resto qui]», ha detto [S1 Ugo Belli] intervistato da Radio Costa.",
        "«[D1 Resto qui]», ha detto ai microfoni di Sky Sport [S1 Ugo Belli].",
        "“[D1 Non mi candido]”, ha detto al Corriere della Sera [S1 Irene Valsecchi].",
        "«[D1 Non mi candido]», ha detto [S1 Piero Landi] a Radio Tre.",
    ],
    "E56": [
        "«[D1 Lei (Valsecchi, ndr) non ha mai risposto]», dice [S1 Cavallaro].",
        "«[D1 L'ho visto (Granata, ndr) uscire alle otto]», racconta [S1 Sara Montalto].",
        "“[D1 Con lui (l'allenatore, ndr) ho parlato]”, ha detto [S1 Ugo Belli].",
    ],
    "E57": [
        "«[D1 Granata mi ha detto che verrà]», racconta [S1 Cavallaro].",
        "«[D1 Il medico mi disse che era tutto a posto]», ricorda [S1 Sara Montalto].",
        "“[D1 Valsecchi ha promesso e poi ha negato]”, accusa [S1 Dino Cavallaro].",
    ],
    "E58": [
        "«[D1 Ha detto bene Granata]» afferma [S1 Cavallaro].",
        "«[D1 Ha spiegato tutto Ferrante]», taglia corto [S1 Irene Valsecchi].",
        "“[D1 Lo ha annunciato il ministro]”, osserva [S1 Marta Righi].",
    ],
}
UNSURE = {
    "E41": [
        "Granata ha incontrato Cavallaro. «Abbiamo chiarito», ha detto.",
        "Marta Righi ha telefonato a Irene Valsecchi. «Ci rivediamo domani», ha detto.",
        "Ugo Belli ha salutato Lucio Ferrante. «È finita», ha detto.",
    ],
}


@pytest.mark.parametrize("marked", numbered(CASES))
def test_names_the_speaker(check, marked):
    check(marked)


@pytest.mark.parametrize("text", numbered(UNSURE))
def test_is_less_sure_where_two_may_speak(nlp, text):
    (quote,) = nlp(text)._.quotes
    (plain,) = nlp("«Abbiamo chiarito», ha detto Granata.")._.quotes
    assert quote.confidence < min(plain.confidence, 0.8)
