"""The bundled Italian pipeline and reader, which load without any network."""

import json
from importlib.resources import files
from pathlib import Path

BUNDLED = "it_quotextract_news"
READER = "quotextract_reader"


def bundled_path() -> Path:
    """Return the folder of the bundled pipeline, for `spacy.load`.

    Returns:
        The path of `it_quotextract_news` inside the installed package.
    """
    return Path(str(files(__name__) / BUNDLED))


def reader_path() -> Path:
    """Return the folder of the bundled reader.

    Returns:
        The path of `quotextract_reader` inside the installed package.
    """
    return Path(str(files(__name__) / READER))


def reader_meta() -> dict[str, str]:
    """Return what the bundled reader says of itself: name, version, license, base."""
    meta: dict[str, str] = json.loads((reader_path() / "meta.json").read_text(encoding="utf-8"))
    return meta
