"""`quizlint new quiz|sheet NAME`: a file to begin with."""

import re
from pathlib import Path

import click

from quizlint.cli.output import cannot

QUIZ = """\
# Check it with: quizlint check {name}
kind: quiz
title: {title}
questions:
  - id: q1
    difficulty: beginner          # beginner, intermediate or advanced
    question: Which planet is closest to the Sun?
    options: [Mercury, Venus, Mars]
    answer: Mercury               # an option, its letter, or a list of several
    explanation: Mercury goes round the Sun at the shortest distance of all.
"""
SHEET = """\
# Check it with: quizlint check {name}
kind: cheat-sheet
title: {title}
cards:
  - front: What is a planet?
    back: A large body that circles a star and has cleared its path of others.
  - front: What is a moon?
    back: A body that circles a planet.
questions:
  - question: Which body circles a planet?
    options: [a star, a moon, a comet]
    answer: B
    explanation: A moon goes round a planet, as the planet goes round its star.
"""
KINDS = {"quiz": QUIZ, "sheet": SHEET}


@click.command()
@click.argument("kind", type=click.Choice(list(KINDS)))
@click.argument("name")
def command(kind: str, name: str) -> None:
    """Write a quiz or a sheet to begin with, as NAME.quiz.yaml or NAME.sheet.yaml.

    Nothing is overwritten. What is written passes every check; put your own questions in.
    """
    given = Path(name)
    ending = f".{kind}.yaml"
    path = given if given.name.endswith(ending) else given.with_name(given.name + ending)
    words = re.sub(r"[-_. ]+", " ", path.name.removesuffix(ending)).strip() or kind
    title = words[0].upper() + words[1:]
    quoted = title if re.fullmatch(r"[A-Za-z][\w ]*", title) else f'"{title}"'
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(KINDS[kind].format(name=path.name, title=quoted))
    except FileExistsError:
        raise click.ClickException(f"{path} is there already, and nothing was changed") from None
    except (OSError, ValueError) as error:
        raise cannot("write", path, error) from None
    click.echo(f"Wrote {path}. Check it with: quizlint check {path}")
