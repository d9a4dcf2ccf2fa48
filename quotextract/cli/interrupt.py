"""Ctrl-C: stops at once, leaves nothing half written and no process behind."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

import click

STATUS = 128 + signal.SIGINT


@contextmanager
def interruptible(outcome: Callable[[], str]) -> Iterator[None]:
    """Let Ctrl-C end the block's worker processes too, which ignore it themselves.

    Args:
        outcome: Says what became of the work.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    parent = os.getpid()

    def stop(_number: int, _frame: FrameType | None) -> None:
        if os.getpid() != parent:
            os._exit(STATUS)
        # spaCy would warn of workers that end early.
        warnings.simplefilter("ignore")
        for child in multiprocessing.active_children():
            child.terminate()
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield
    except KeyboardInterrupt:
        click.echo(f"quotextract: interrupted; {outcome()}.", err=True)
        sys.stderr.flush()
        os._exit(STATUS)
    finally:
        signal.signal(signal.SIGINT, before)
