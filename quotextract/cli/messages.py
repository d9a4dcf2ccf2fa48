"""What goes to standard error: one line a problem, a bar while it lasts, a summary."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from quotextract.errors import WriteError

if TYPE_CHECKING:
    from rich.console import Console

NOTICE = 25
"""Between information and warning: what every user is told."""

_LEVELS = (NOTICE, logging.INFO, logging.DEBUG)
_LOG_LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_EVERY = 0.1
log = logging.getLogger(__name__)


class Messages(logging.Handler):
    """Prints what is logged, a line each, and keeps count of failures.

    Args:
        quiet: Print only failures.
        verbose: 1 prints what is done, 2 how.
        log_file: Where to write down everything; nowhere by default.
    """

    def __init__(
        self, *, quiet: bool = False, verbose: int = 0, log_file: str | None = None
    ) -> None:
        from rich.console import Console

        super().__init__(logging.ERROR if quiet else _LEVELS[min(verbose, 2)])
        logging.addLevelName(NOTICE, "NOTICE")
        self.log_file = log_file
        self.failures: list[str] = []
        self.if_interrupted = "no output file was changed"
        self.streaming = False
        """Results appear where the bar would be, as they are found."""
        self.console: Console = Console(stderr=True, highlight=False, soft_wrap=True)

    def fail(self, error: Exception) -> None:
        """Print a failure and remember it."""
        self.failures.append(str(error))
        log.error("%s", error)

    def say(self, text: str) -> None:
        """Print what is no failure, unless asked to be quiet."""
        log.log(NOTICE, "%s", text)

    def emit(self, record: logging.LogRecord) -> None:
        """Print a record on one line."""
        line = " ".join(record.getMessage().split())
        self.console.print(f"quotextract: {line}", markup=False, emoji=False)

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Print what the library tells while the block runs.

        Raises:
            WriteError: The log file cannot be written.
        """
        logger = logging.getLogger("quotextract")
        level, propagate = logger.level, logger.propagate
        with ExitStack() as stack:
            handlers: list[logging.Handler] = [self]
            if self.log_file:
                handlers.append(_log_to(self.log_file))
                stack.callback(handlers[-1].close)
            for handler in handlers:
                logger.addHandler(handler)
                stack.callback(logger.removeHandler, handler)
            logger.propagate = False
            logger.setLevel(min(handler.level for handler in handlers))
            try:
                yield
            finally:
                logger.propagate = propagate
                logger.setLevel(level)

    @contextmanager
    def progress(self, total: int | None, noun: str = "articles") -> Iterator[Callable[[], None]]:
        """Show a bar with rate and time left; nothing where nobody watches.

        Args:
            total: How many there are; None where it is not known.
            noun: What they are.

        Yields:
            What to call for each that is done.
        """
        from rich import progress

        bar = progress.Progress(
            progress.TextColumn("Reading"),
            progress.BarColumn(),
            progress.MofNCompleteColumn(),
            progress.TextColumn(noun),
            progress.TaskProgressColumn(show_speed=True),
            progress.TimeRemainingColumn(),
            console=self.console,
            transient=True,
            # No thread of its own: worker processes would copy the locks that it holds.
            auto_refresh=False,
            disable=self.level > NOTICE or not self.console.is_terminal or self.streaming,
        )
        with bar:
            task = bar.add_task("", total=total)
            shown = [0.0]

            def advance() -> None:
                bar.advance(task)
                if time.monotonic() - shown[0] > _EVERY:
                    bar.refresh()
                    shown[0] = time.monotonic()

            yield advance


def _log_to(path: str) -> logging.Handler:
    try:
        handler = logging.FileHandler(path, encoding="utf-8", errors="replace")
    except OSError as error:
        raise WriteError(
            f"Cannot write the log '{path}': {error.strerror}. Choose another file."
        ) from error
    handler.setLevel(logging.DEBUG)
    handler.setFormatter(logging.Formatter(_LOG_LINE))
    return handler
