"""The plain case: cue and quotation in one sentence of the journalist."""

from collections.abc import Iterator

from quotextract.pipeline.candidates.proposing import of_cue
from quotextract.pipeline.frames import Quotation
from quotextract.pipeline.scene import Candidate, Scene
from quotextract.pipeline.sieves.admission import admitted
from quotextract.pipeline.sieves.incise import set_off


def same_sentence(scene: Scene, q: Quotation) -> Iterator[Candidate]:
    """Propose the sources of every cue in the quotation's own sentence."""
    sentence = scene.frames.sentence_of(q.index)
    here = scene.frames.quote_place[q.index][1]
    for cue in scene.cues(sentence):
        where = "before" if scene.frames.place[cue.head][1] < here else "after"
        if where == "before" and set_off(scene, cue) == "comma":
            where = "aside"
        if admitted(scene, q, cue, sentence, where):
            yield from of_cue(scene, q, cue, sentence, where)
