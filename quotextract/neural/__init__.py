"""A small transformer that reads the whole article, in numpy.

    text and spans → pieces → windows → encoder → scores → readings

Where the rules look at the sentence around a quotation, it looks at everything: who is
spoken of, who spoke, how the words sound. It decides nothing; the ranker weighs what it
says with all other signs.
"""

from quotextract.neural.reader import TYPES, Reader, Reading, load_reader
from quotextract.neural.windows import Page

__all__ = ["TYPES", "Page", "Reader", "Reading", "load_reader"]
