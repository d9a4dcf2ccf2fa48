"""The command line: each command converts options, makes one library call and prints."""

from __future__ import annotations

import os

# One core a process: --processes shares out the articles, and the small matrices of the
# pipeline gain nothing from threads. It must be said before numpy is imported.
for _library in ("OPENBLAS", "MKL"):
    os.environ.setdefault(f"{_library}_NUM_THREADS", "1")

from quotextract.cli.app import main  # noqa: E402

__all__ = ["main"]
