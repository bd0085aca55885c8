"""Why a file that is a quiz or cheat sheet holds no item."""

from quizlint.content.causes import Cause


class Nothing(Cause):
    """What stands where items should be."""

    NO_ITEM = ()
    NO_HEADING = ()
    NO_ENTRY = ("lists",)
    EMPTY_FILE = ()
    EMPTY_LIST = ()
    NO_NOTES = ()
    NO_ROWS = ()
    NO_QUESTION_ELEMENT = ()
    NO_RESPONSE = ()
    NO_GIFT_QUESTION = ()
    TITLE_ONLY = ()
    BINARY = ()
    OFFICE = ("suffix",)
    OLD_OFFICE = ()
    LEFT_ALONE = "why"
