"""The group of commands, each imported only when it is called."""

import os
import sys
from importlib import import_module
from io import TextIOWrapper
from typing import cast

import click

from quizlint import __version__
from quizlint.cli.exits import CLEAN, FAILED, Exit, failed

COMMANDS = {
    "check": "Check cheat sheets and quizzes.",
    "new": "Write a quiz or a sheet to begin with.",
    "explain": "Tell what a rule is about, and how to mend what it finds.",
    "rules": "List all rules.",
    "stats": "Count items, levels, key positions; how it reads, how well it can be guessed.",
    "keys": "Propose keys from a sheet's own cards, with the evidence for each.",
    "fix": "Mend what can be mended without you.",
    "suppress": "Say of findings why they are right as they are.",
    "baseline": "Keep what is found today, so that only what is new fails.",
    "convert": "Write a quiz or cheat sheet in another format.",
    "formats": "List the formats that are read and written.",
    "lsp": "Speak with an editor: findings while one writes.",
    "report": "Make any report from a stored result.",
    "config": "Show the settings that hold for a file, and where each comes from.",
    "clean": "Delete the project's cache.",
    "schema": "Print a JSON Schema: quiz, cheat-sheet, config or result.",
}


class LazyGroup(click.Group):
    """A group that knows its commands' names and help, and imports a command to run it."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        return cast("click.Command", import_module(f"quizlint.cli.{cmd_name}").command)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0] if args else ""
        if name and name not in COMMANDS and not name.startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(name, COMMANDS, 1)
            hint = f" Did you mean {near[0]!r}?" if near else ""
            if not near and os.path.exists(name):  # noqa: PTH110 - a word, not yet a path
                hint = f" To check a file: quizlint check {name}"
            raise click.UsageError(f"There is no command {name!r}.{hint}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", message="quizlint %(version)s")
def group() -> None:
    """Find what is broken, unfair or hard to read in cheat sheets and quizzes.

    To check everything below this folder: quizlint check
    """


def run() -> int:
    """Run a command and give its exit code; nothing a user does ends in a traceback.

    A plug-in that a command looked for and could not use is named, and is a failure.

    Raises Interrupted, and OSError if standard output does not take what is written to it.
    """
    code = _run()
    if "quizlint.plugins" not in sys.modules:
        return code
    from quizlint.cli.unable import say_of_plugins

    return FAILED if say_of_plugins() else code


def _run() -> int:
    # A name that has no characters in the encoding of the terminal is no reason to fail.
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    try:
        group.main(prog_name="quizlint", standalone_mode=False)
        return CLEAN
    except Exit as end:
        return end.code
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as error:
        vars(error)["message"] = _safe(error.message)  # names in it are content
        error.show()
        return FAILED
    except click.Abort:
        return failed("interrupted")
    except SystemExit:  # click's way to say that a pipe is broken
        raise BrokenPipeError from None
    except Exception as error:
        if os.environ.get("QUIZLINT_DEBUG"):
            raise
        if isinstance(error, OSError) and error.filename is None:
            raise
        what = f"{type(error).__name__}: {error}"
        failed(f"internal error: {_safe(what)}")
        return failed("set QUIZLINT_DEBUG=1 to see where; please report it")


def _safe(text: str) -> str:
    from quizlint.reports.look import safe  # slow to load, and needed by few

    return safe(text)
