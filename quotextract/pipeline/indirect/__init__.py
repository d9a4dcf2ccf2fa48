"""Indirect speech: the clause that a reporting verb, phrase or noun answers for.

Grammar proposes clauses (`complements`, `incises`, `pointers`, `headlines`), a
classifier decides which of them report speech, the ranker who speaks.
"""

from quotextract.pipeline.indirect.choosing import (
    find_indirect,
    open_clauses,
    probability,
    propose_clauses,
    speaker_candidates,
    speaker_of,
)
from quotextract.pipeline.indirect.clauses import Reported

__all__ = [
    "Reported",
    "find_indirect",
    "open_clauses",
    "probability",
    "propose_clauses",
    "speaker_candidates",
    "speaker_of",
]
