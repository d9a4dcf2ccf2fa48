"""What the program knows about Italian: verbs, phrases, nouns and names of saying.

>>> load_lexicon().nouns["moniti"].lemma
'monito'
"""

from quotextract.lexicon.entries import (
    Country,
    CueNoun,
    CuePhrase,
    CueVerb,
    Epithet,
    GenderedNoun,
    Group,
    Idiom,
    Institution,
    Party,
    Role,
    ScareMarker,
)
from quotextract.lexicon.lookup import Lexicon, load_lexicon
from quotextract.lexicon.phrases import fold, longest_match, preposition_forms
from quotextract.lexicon.verbforms import VerbForm, VerbForms

__all__ = [
    "Country",
    "CueNoun",
    "CuePhrase",
    "CueVerb",
    "Epithet",
    "GenderedNoun",
    "Group",
    "Idiom",
    "Institution",
    "Lexicon",
    "Party",
    "Role",
    "ScareMarker",
    "VerbForm",
    "VerbForms",
    "fold",
    "load_lexicon",
    "longest_match",
    "preposition_forms",
]
