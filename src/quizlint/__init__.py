"""quizlint: a linter for cheat sheets and quizzes."""

__version__ = "0.1.0"
