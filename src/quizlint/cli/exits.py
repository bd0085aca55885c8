"""How a command ends: with one of three codes, and never with a traceback."""

import os
import signal
import sys
from contextlib import suppress
from types import FrameType

CLEAN, FOUND, FAILED = 0, 1, 2
"""Nothing at or above the gate; findings; it could not do its job. Nothing else, ever."""

_SIGNALS = [
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
]


class Exit(Exception):  # noqa: N818 - not an error
    """End with an exit code."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


class Interrupted(BaseException):
    """Somebody asked the process to end. Unlike KeyboardInterrupt it means nothing to click."""


def stop_at_once() -> None:
    """From now on a signal ends the process where it is: while modules are loaded.

    An exception that is raised inside an import may be lost there, or come out as another.
    """
    _on_signals(_stop)


def stop_in_order() -> None:
    """From now on a signal ends the command with its files put in order."""
    _on_signals(_interrupt)


def stop_no_more() -> None:
    """From now on signals are ignored: the command is done, only the interpreter is not."""
    _on_signals(signal.SIG_IGN)


def failed(message: str) -> int:
    """Say in one line what could not be done, if anybody listens, and give the exit code."""
    with suppress(OSError):
        if sys.stderr is not None:
            sys.stderr.write(f"quizlint: {message}\n")
            sys.stderr.flush()
    return FAILED


def give_up_output() -> None:
    """Let what standard output did not take go nowhere, when the interpreter ends too."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _on_signals(handler: "signal._HANDLER") -> None:
    with suppress(ValueError):  # not in the main thread: signals are its own affair
        for each in _SIGNALS:
            if signal.getsignal(each) is not signal.SIG_IGN:  # as nohup wants it
                signal.signal(each, handler)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise Interrupted


def _stop(_number: int, _frame: FrameType | None) -> None:
    with suppress(OSError):
        os.write(2, b"quizlint: interrupted\n")
    os._exit(FAILED)
