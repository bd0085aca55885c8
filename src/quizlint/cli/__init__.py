"""The command line: the only place that prints or exits. One file a command."""

import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run the command line. Exit codes: 0 nothing grave, 1 findings, 2 it could not do its job."""
    if sys.argv[1:] in (["--version"], ["-V"]):  # asked by tools at every start: costs nothing
        from quizlint import __version__

        print(f"quizlint {__version__}")
        sys.exit(0)
    from quizlint.cli.app import run

    sys.exit(run())
