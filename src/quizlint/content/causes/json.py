"""Where JSON cannot be read."""

from quizlint.content.causes import Cause


class Json(Cause):
    """What breaks JSON. `bracket`, `closer` and `opener` are one character as it is written."""

    COMMENT = ()
    INVISIBLE = ("code",)
    SECOND_VALUE = ()
    BEHIND_THE_END = ()
    CLOSES_NOTHING = ("bracket",)
    THIS_CLOSES_NOTHING = ("bracket",)
    WRONG_BRACKET = "bracket", "right", "opener", "line"
    BRACKET_BEFORE = "missing", "bracket"
    TRAILING_COMMA = ("bracket",)
    COMMA_TOO_MANY = ()
    NO_COMMA = ()
    NO_COMMA_OR_BRACKET = ()
    INNER_QUOTE = ()
    COLON_IN_LIST = ()
    NO_VALUE = ("bracket",)
    UNQUOTED = ()
    WORD = ("word",)
    WORD_MEANT = "word", "meant"
    NUMBER = ("word",)
    BRACE_BEFORE_FIELD = ()
    NO_FIELD = ()
    BARE_NAME = ("name",)
    NO_COLON = ("name",)
    NAME_ALONE = ("name",)
    SINGLE_QUOTES = ()
    CURLY_QUOTES = ()
    QUOTE = ()
    TAB = ()
    LINE_BREAK = ()
    CONTROL = ("code",)
    HALF_CHARACTER = ("written",)
    ESCAPE = ("written",)
    ENDS_BEFORE_VALUE = ()
    ENDS_OPEN = "opener", "line"
