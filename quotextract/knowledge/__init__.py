"""The speaker base: one person, one entry, whatever the article calls them."""

from quotextract.knowledge.base import SpeakerBase, load_speakers
from quotextract.knowledge.datelines import dateline
from quotextract.knowledge.files import read_speakers, write_speakers
from quotextract.knowledge.identity import identified
from quotextract.knowledge.joining import join_speakers
from quotextract.knowledge.names import fold_name, slug, surname_of
from quotextract.knowledge.search import find, nearest
from quotextract.knowledge.speakers import Office, Resolution, Speaker

__all__ = [
    "Office",
    "Resolution",
    "Speaker",
    "SpeakerBase",
    "dateline",
    "find",
    "fold_name",
    "identified",
    "join_speakers",
    "load_speakers",
    "nearest",
    "read_speakers",
    "slug",
    "surname_of",
    "write_speakers",
]
