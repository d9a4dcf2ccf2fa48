"""Sieves: each proposes candidates for one way of telling the speaker.

A sieve is a function from a scene and a quotation to candidates. It decides
nothing; the ranker does.
"""

from quotextract.pipeline.sieves.beside import beside
from quotextract.pipeline.sieves.colon import colon
from quotextract.pipeline.sieves.context import context
from quotextract.pipeline.sieves.continuation import continuation, silence
from quotextract.pipeline.sieves.discourse import ahead, discourse, first_person
from quotextract.pipeline.sieves.headline import headline
from quotextract.pipeline.sieves.incise import incise
from quotextract.pipeline.sieves.neighbours import announced, pointed_back
from quotextract.pipeline.sieves.sentence import same_sentence
from quotextract.pipeline.sieves.signature import signature

SIEVES = (
    same_sentence,
    incise,
    colon,
    beside,
    announced,
    pointed_back,
    continuation,
    discourse,
    ahead,
    first_person,
    headline,
    signature,
    context,
    silence,
)

__all__ = ["SIEVES"]
