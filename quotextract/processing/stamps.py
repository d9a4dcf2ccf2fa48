"""What finds the quotations, in short: another stamp may find others."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from quotextract.models import bundled_path, reader_path
from quotextract.readers import ReadOptions
from quotextract.records import digest

# What an article becomes quotations by. How they are shown or written is no matter.
_AT_WORK = (
    "knowledge", "lexicon", "neural", "pipeline", "processing", "readers", "resources", "text",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """A program with its pipeline and what it knows.

    Args:
        stamp: Differs where the code, the pipeline or the speakers do.
        program: Name and version of the program.
        pipeline: Name and version of the pipeline.
    """

    stamp: str
    program: str
    pipeline: str

    def of_files(self, options: ReadOptions) -> str:
        """Return the stamp of a file that is read with some options."""
        return digest(self.stamp, *asdict(options).values())


def reading_with(
    model: str | None = None, speaker_files: Sequence[Path] = (), *, fast: bool = False
) -> Reading:
    """Return what would read articles now, without loading the pipeline.

    Args:
        model: The name or path of a spaCy pipeline; the bundled one by default.
        speaker_files: Files of speakers that correct and extend the base.
        fast: Whether the reader of the whole article is left out.
    """
    package, pipeline = Path(__file__).parents[1], _folder(model)
    reader = reader_path()
    code = (path for room in _AT_WORK for path in sorted((package / room).rglob("*")))
    parts = (
        _content(code, package),
        _content(sorted(pipeline.rglob("*")), pipeline) if pipeline else str(model),
        _content(speaker_files, None),
        "fast" if fast else _content(sorted(reader.iterdir()), reader),
    )
    program = f"quotextract {version('quotextract')}"
    return Reading(digest(program, *parts), program, _name(pipeline) or str(model))


def _folder(model: str | None) -> Path | None:
    if model is None:
        return bundled_path()
    if Path(model).is_dir():
        return Path(model)
    with suppress(ImportError, ValueError):
        spec = find_spec(model)
        if spec and spec.submodule_search_locations:
            return Path(next(iter(spec.submodule_search_locations)))
    return None


def _name(pipeline: Path | None) -> str:
    """Return the name and version that a pipeline's description gives."""
    for path in sorted(pipeline.rglob("meta.json")) if pipeline else ():
        with suppress(OSError, ValueError):
            meta = json.loads(path.read_text(encoding="utf-8"))
            return f"{meta['lang']}_{meta['name']} {meta['version']}"
    return ""


def _content(paths: Iterable[Path], top: Path | None) -> str:
    """Return a digest of files with their names."""
    found = hashlib.sha256()
    for path in paths:
        if path.is_file() and path.suffix != ".pyc":
            name = path.relative_to(top).as_posix() if top else ""
            found.update(f"{name}\0{path.stat().st_size}\0".encode())
            found.update(path.read_bytes())
    return found.hexdigest()
