"""What others say of a file: libraries and formats that are not ours."""

from quizlint.content.causes import Cause


class Other(Cause):
    """Words that are handed on. A format of another distribution may say what it likes."""

    LIBRARY = ("said",)
    FORMAT = ("said",)
