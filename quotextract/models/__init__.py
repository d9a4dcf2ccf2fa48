"""The bundled Italian pipeline, which loads without any network."""

from importlib.resources import files
from pathlib import Path

BUNDLED = "it_quotextract_news"


def bundled_path() -> Path:
    """Return the folder of the bundled pipeline, for `spacy.load`.

    Returns:
        The path of `it_quotextract_news` inside the installed package.
    """
    return Path(str(files(__name__) / BUNDLED))
