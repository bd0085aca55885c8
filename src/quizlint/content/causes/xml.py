"""Where XML cannot be read."""

from quizlint.content.causes import Cause


class Xml(Cause):
    """What breaks XML. An `element` is the name of one, `line` the number of that it begins in."""

    AMPERSAND = ()
    LESS = ()
    LESS_IN_ATTRIBUTE = ()
    CDATA_END = ()
    HYPHENS = ()
    CONTROL = ("code",)
    NO_CHARACTER = ("written",)
    ENTITY = ("written",)
    ENTITY_OF_HTML = "written", "code"
    OWN_ENTITIES = ()
    DECLARATION = ()
    LATE_DECLARATION = ()
    TEXT_FIRST = ()
    BEHIND_THE_END = ()
    UNCLOSED = ()
    UNCLOSED_CDATA = ()
    NESTED = ("element",)
    STILL_OPEN = "written", "element", "line"
    CLOSES_NOTHING = ()
    ATTRIBUTE_TWICE = ()
    MALFORMED_TAG = ()
    NO_ELEMENT = ()
    ENDS_INSIDE = "element", "line"
    FOREIGN = ()
    OTHER = ()
