"""The command line: the only place that prints or exits. One file a command."""

import gc
import sys

try:
    from quizlint.cli.exits import (
        CLEAN,
        Interrupted,
        failed,
        give_up_output,
        stop_at_once,
        stop_in_order,
        stop_no_more,
    )
except KeyboardInterrupt:  # in the first moments
    sys.stderr.write("quizlint: interrupted\n")
    sys.exit(2)

TYPE_CHECKING = False  # as in quizlint itself
if TYPE_CHECKING:
    from typing import NoReturn


def main() -> "NoReturn":
    """Run the command line. Exit codes: 0 nothing grave, 1 findings, 2 it could not do its job."""
    stop_at_once()
    if sys.stdout is None:
        sys.exit(failed("standard output is closed"))
    try:
        code = _command()
        if not sys.stdout.closed:  # as the language server leaves it
            sys.stdout.flush()
    except Interrupted:
        code = failed("interrupted")
    except BrokenPipeError:  # the reader of our output has gone, as `| head` does
        code = failed("standard output is closed")
        give_up_output()
    except OSError as error:
        code = failed(f"cannot write to standard output: {error.strerror or error}")
        give_up_output()
    stop_no_more()
    gc.freeze()  # what is left goes with the process: to search it for circles takes 30 ms
    sys.exit(code)


def _command() -> int:
    if sys.argv[1:] in (["--version"], ["-V"]):  # asked by tools at every start: costs nothing
        from quizlint import __version__

        print(f"quizlint {__version__}")
        return CLEAN
    from quizlint.cli.app import run

    stop_in_order()
    return run()
