"""The tokenizer of the pipeline: Italian rules plus the marks of newspapers.

Everything here ends up inside the saved model (tokenizer settings and the table
of norms), so nothing of this file is needed to load it.
"""

import spacy
from spacy.lang.char_classes import ALPHA
from spacy.lang.it.punctuation import TOKENIZER_INFIXES, TOKENIZER_PREFIXES
from spacy.language import Language
from spacy.lookups import Lookups
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

OPENING = "«“„‘‹\x91\x93"
CLOSING = "»”’›\x92\x94"
CURLY = "’\x92"
ELIDED = """
all anch anc bell brav buon c ciascun cogl com cos cosa d dagl dall degl dell dov dentr
fors gl grand l l' m mezz n nell negl nessun neanch nient null ogn oltr pres poc po
quand qualcos qualcun quant quegl quell quest quind s san sant senz sott sull sugl st t
tant tropp trent tutt un v vent vi ve nient nonc alcun altrettant ciascun dev dic fin fra
int ques saltant soltant qual
""".split()
ABBREVIATIONS = """
on. sen. dott. dott.ssa prof. prof.ssa ing. avv. arch. geom. sig. sig.ra mons. gen. dr. cav.
S.p.A. s.p.A. S.p.a. s.p.a. S.r.l. s.r.l. gen. feb. mar. apr. giu. lug. ott. nov. dic.
""".split()
EXTRA_NORMS = {
    "\x91": "'",
    "\x92": "'",
    "\x93": '"',
    "\x94": '"',
    "‹": '"',
    "›": '"',
    "<<": '"',
    ">>": '"',
    "“": '"',
    "”": '"',
    "«": '"',
    "»": '"',
}


def set_tokenizer(nlp: Language) -> Language:
    """Split CP1252 and single angle marks, doubled angles and marks glued to words."""
    between = rf"[{OPENING}{CLOSING}\"—]"
    glued = rf"(?<=[{ALPHA}][{ALPHA}][{ALPHA}])[-–—]"  # «… -dice Pini- …»
    prefixes = [
        r"<<", r"[’\x92][0-9][0-9](?![0-9])", "[‹›\x91-\x94]", rf"-(?=[{ALPHA}])",
        *TOKENIZER_PREFIXES,
    ]  # fmt: skip
    suffixes = [r">>", "[‹›\x91-\x94]", "[«“„]", glued, *nlp.Defaults.suffixes]
    infixes = [
        rf"(?<=[{ALPHA}]['{CURLY}])[«“„‹‘\x91\x93\"]",
        *TOKENIZER_INFIXES,
        rf"(?<=[{ALPHA}]\x92)(?=[{ALPHA}0-9])",
        rf"(?<=[{ALPHA}\d»”\"])[,:](?=[«“„‹\x93\"])",
        rf"(?<=[»”\"])[,.;:](?=[{ALPHA}])",
        rf"(?<=[{ALPHA}0-9.!?,;:»”\"])[«»“”„‹›\x91\x93\x94\"]",
        rf"(?<=[{ALPHA}])‘(?=[{ALPHA}])",
        rf"(?<={between})[,.;:–—](?={between})",
        rf"(?<=[»”\"])[–—](?=[{ALPHA}])",
    ]
    nlp.tokenizer.prefix_search = compile_prefix_regex(prefixes).search
    nlp.tokenizer.suffix_search = compile_suffix_regex(suffixes).search
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    for form in [*(f"po{mark}" for mark in CURLY), *ABBREVIATIONS]:
        for case in {form, form.capitalize()}:
            nlp.tokenizer.add_special_case(case, [{"ORTH": case}])
    return nlp


def elision_norms() -> dict[str, str]:
    """Give *l’* and *dell’* the norm of *l'* and *dell'*, in every case."""
    norms = dict(EXTRA_NORMS)
    for word in ELIDED:
        for form in {word, word.capitalize(), word.upper()}:
            norms |= {form + mark: f"{word}'" for mark in CURLY}
    return norms


@spacy.registry.misc("quotextract.norms.v1")
def norms() -> Lookups:
    """Hand the norms to `[initialize.lookups]`, which stores them in the vocabulary."""
    lookups = Lookups()
    lookups.add_table("lexeme_norm", elision_norms())
    return lookups


@spacy.registry.callbacks("quotextract.tokenizer.v1")
def tokenizer():
    """Hand `set_tokenizer` to `[initialize.before_init]`."""
    return set_tokenizer
