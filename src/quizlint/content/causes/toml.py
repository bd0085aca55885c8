"""Where TOML cannot be read."""

from quizlint.content.causes import Cause


class Toml(Cause):
    """What breaks TOML. TEXT and COMMENT are where a character stands that may not."""

    HEADER_END = ("closer",)
    ITEM_HEADER = ()
    BEHIND_VALUE = ()
    COMMA_BEHIND_VALUE = ()
    BEHIND_QUOTE = ()
    CURLY_QUOTES = ()
    NO_NAME = ()
    NAME_BEHIND_DOT = ()
    NAME_HERE = ()
    NAME_ALONE = ()
    SPACE_IN_NAME = ()
    THREE_QUOTES_IN_NAME = ()
    COLON = ()
    NO_VALUE = ()
    FIELD_IN_LIST = ()
    UNQUOTED = ()
    TRUTH = "word", "right"
    NULL = ("word",)
    DATE = ("word",)
    NUMBER = ("word",)
    WORD = ("word",)
    QUOTE = ()
    THREE_QUOTES = ("quotes",)
    ESCAPE = ("written",)
    TRAILING_COMMA = ()
    NO_COMMA = ("closer",)
    ENDS_OPEN = "opener", "line"
    CLOSED_LATE = "opener", "line"
    LIST_OPEN = "opener", "line"
    LONE_RETURN = ("where",)
    CONTROL = "code", "where"
    TEXT = ()
    COMMENT = ()
