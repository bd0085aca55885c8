"""Where tables and sheets cannot be read, or a game will not take their cells."""

from quizlint.content.causes import Cause


class Table(Cause):
    """What is wrong with a row, a cell or a quote. `game` is that of the template."""

    SHIFTED_ROW = ()
    QUOTE_UNCLOSED = ()
    BEHIND_QUOTE = ()
    FIELD_UNCLOSED = ()
    DAMAGED_CELL = ("said",)
    DAMAGED_CELLS = ("others",)
    INFINITE_CELL = ()
    FAR_CELL = ()
    LONG_QUESTION = "game", "limit", "length"
    LONG_ANSWER = "game", "limit", "length"
    UNKNOWN_TIME = "game", "seconds", "known"
    SEVERAL_OF_ONE = ("game",)
    LONG_TIME = "game", "limit"
