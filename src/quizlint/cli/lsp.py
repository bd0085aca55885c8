"""`quizlint lsp`: the language server, for editors."""

import gc

import click


@click.command()
def command() -> None:
    """Speak the Language Server Protocol on standard input and output.

    An editor starts this by itself; docs/editor.md has the set-up for each. It needs the extra
    `lsp`: pip install 'quizlint[lsp]'.
    """
    try:
        from quizlint.lsp.features import make
    except ModuleNotFoundError as error:
        raise click.ClickException(
            f"the language server needs {error.name}: pip install 'quizlint[lsp]'"
        ) from None
    gc.set_threshold(50_000, 20, 50)  # as in `check`: looking for circles doubles the time
    make().start_io()
