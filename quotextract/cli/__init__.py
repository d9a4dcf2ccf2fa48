"""The command line: each command converts options, makes one library call and prints."""

from __future__ import annotations

from quotextract.cli.app import main

__all__ = ["main"]
