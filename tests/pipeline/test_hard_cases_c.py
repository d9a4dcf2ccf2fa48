"""Hard cases C: indirect speech and modality."""

import pytest

from tests.pipeline.markup import numbered

REPORTED = {
    "C26": [
        "[S1 Granata] ha detto che [I1 la strada riaprirà a maggio e che i soldi bastano].",
        "L'assessora [S1 Irene Valsecchi] ha spiegato che [I1 il bando è chiuso e che le domande sono "
        "trecento].",
        "[S1 Marta Righi] sostiene che [I1 la collina è instabile].",
    ],
    "C27": [
        "[S1 Ferrante] ha detto di [I1 non aver mai visto quel documento].",
        "Il sindaco [S1 Granata] ha promesso di [I1 riaprire la piscina comunale].",
        "[S1 Sara Montalto] racconta di [I1 aver aspettato sei ore al pronto soccorso].",
        "Dino Cavallaro ha deciso di lasciare la città.",
        "Marta Righi ha cercato di fermare i lavori.",
    ],
    "C28": [
        "[I1 La strada, ha detto [S1 Granata], riaprirà a maggio].",
        "[I1 I lavori, spiega l'ingegner [S1 Lucio Ferrante], dureranno due anni].",
        "[I1 La collina, avverte [S1 Marta Righi], si muove da tempo].",
    ],
    "C29": [
        "L'indagato avrebbe consegnato la busta al cognato.",
        "La banda avrebbe colpito in tre province.",
        "Il bottino ammonterebbe a due milioni di euro.",
    ],
    "C31": [
        "[S1 Ferrante] smentisce di [I1 aver ricevuto denaro].",
        "[S1 Dino Cavallaro] nega che [I1 ci sia stata una trattativa].",
        "Il sindaco [S1 Granata] ha negato di [I1 conoscere l'imprenditore].",
    ],
    "C33": [
        "[S1 Irene Valsecchi] si chiede se [I1 valga ancora la pena insistere].",
        "«[D1 Che senso ha?]», si domanda [S1 Marta Righi].",
        "“[D1 Chi pagherà i danni?]”, si chiede il consigliere [S1 Dino Cavallaro].",
    ],
}
DENIED = {
    "C30": [
        "Cavallaro non ha detto che lascerà il partito.",
        "Irene Valsecchi non ha mai detto: «Chiuderemo il reparto».",
        "Se Granata dicesse: «Basta», la giunta cadrebbe.",
    ],
}
DOUBTED = {
    "C32": [
        "Non è vero che, come dice Cavallaro, mancano i fondi.",
        "Non è vero che mancano i fondi.",
        "È falso che, come sostiene Marta Righi, i lavori siano fermi.",
    ],
}


@pytest.mark.parametrize("marked", numbered(REPORTED))
def test_finds_the_reported_clause(check, marked):
    check(marked, strict_indirect=True)


@pytest.mark.parametrize("text", numbered(DENIED))
def test_flags_what_was_not_said(nlp, text):
    assert all(q.negated or q.quote_type == "none" for q in nlp(text)._.quotes)


@pytest.mark.parametrize("text", numbered(DOUBTED))
def test_leaves_the_denial_to_the_journalist(nlp, text):
    said = [q.quote for q in nlp(text)._.quotes if not q.negated]
    assert not any(text.startswith(quote[:10]) for quote in said)
