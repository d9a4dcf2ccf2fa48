"""Cues: the words that announce, in a frame sentence, that somebody speaks.

Verbs and idioms have a form (`verbs`, `idioms`), which the words around them tell
(`groups`); nouns and phrases stand as they are (`finder`).
"""

from quotextract.pipeline.cues.cue import Cue
from quotextract.pipeline.cues.finder import CueFinder

__all__ = ["Cue", "CueFinder"]
