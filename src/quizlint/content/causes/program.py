"""Where a program cannot be read."""

from quizlint.content.causes import Cause


class Program(Cause):
    """What breaks a program around its questions. `language` is what it is written in."""

    SYNTAX = ("language",)
    MISSING = ("language", "token")
    ITEM = ("language",)
