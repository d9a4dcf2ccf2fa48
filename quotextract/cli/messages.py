"""What goes to standard error: one line a problem, a bar while it lasts, a summary."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress

Item = TypeVar("Item")


class Messages(logging.Handler):
    """Prints messages and counts the failures among them.

    Args:
        quiet: Print only failures.
    """

    def __init__(self, *, quiet: bool = False) -> None:
        from rich.console import Console

        super().__init__(logging.WARNING)
        self.quiet = quiet
        self.failures: list[str] = []
        self.console: Console = Console(stderr=True, highlight=False, soft_wrap=True)

    def fail(self, error: Exception) -> None:
        """Print a failure and remember it."""
        self.failures.append(str(error))
        self._print(str(error))

    def say(self, text: str) -> None:
        """Print what is no failure, unless asked to be quiet."""
        if not self.quiet:
            self._print(text)

    def emit(self, record: logging.LogRecord) -> None:
        """Print what the library warns of."""
        self.say(record.getMessage())

    def _print(self, text: str) -> None:
        line = " ".join(text.split())
        self.console.print(f"quotextract: {line}", markup=False, emoji=False)

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Print the library's warnings while the block runs."""
        logger = logging.getLogger("quotextract")
        logger.addHandler(self)
        propagate, logger.propagate = logger.propagate, False
        try:
            yield
        finally:
            logger.propagate = propagate
            logger.removeHandler(self)

    @contextmanager
    def progress(self) -> Iterator[Progress]:
        """Show a bar with rate and time left; nothing where nobody watches."""
        from rich import progress

        bar = progress.Progress(
            progress.TextColumn("{task.description}"),
            progress.BarColumn(),
            progress.MofNCompleteColumn(),
            progress.TaskProgressColumn(show_speed=True),
            progress.TimeRemainingColumn(),
            console=self.console,
            transient=True,
            disable=self.quiet or not self.console.is_terminal,
        )
        with bar:
            yield bar


def tracked(items: Sequence[Item], bar: Progress) -> Iterator[Item]:
    """Yield the items and move the bar on for each that comes back done."""
    task = bar.add_task("Reading", total=len(items))
    for item in items:
        yield item
        bar.advance(task)
