"""Where YAML cannot be read."""

from quizlint.content.causes import Cause


class Yaml(Cause):
    """What breaks YAML. A `sign` or a `quote` is one character as it is written."""

    BRACKET = "opening", "closing"
    BRACKET_OR_COMMA = "opening", "closing"
    COMMENT_INSIDE = ()
    QUOTE_NEVER_CLOSED = ("quote",)
    QUOTE_NOT_CLOSED = ("quote",)
    QUOTE_CLOSED_FAR = ("quote",)
    QUOTES_END_EARLY = ("quote",)
    LIST_SIGN = ()
    KEY_SIGN = ()
    BLOCK_SIGN = ("sign",)
    VALUE_SIGN = ("sign",)
    RESERVED_SIGN = ("sign",)
    NO_VALUE = ()
    NO_COMMA = ()
    COLON = ()
    GLUED_COLON = ()
    GLUED_DASH = ()
    NEITHER = ()
    INDENTATION = ()
    TAB = ()
    ESCAPE = ("written",)
    HALF_CHARACTER = ("written",)
    INVISIBLE = ("code",)
    COLLECTION_AS_NAME = ()
    BRACKET_AS_NAME = ("sign",)
    NO_ANCHOR = ("name",)
    ENDLESS_ALIAS = ("name",)
    OTHER = ()
