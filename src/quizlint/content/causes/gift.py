"""Where Moodle refuses a GIFT question, or reads it otherwise than it is meant."""

from quizlint.content.causes import Cause


class Gift(Cause):
    """What is wrong with a question in GIFT. `right` is what to write instead."""

    CLOSED_UNOPENED = ()
    OPEN_UNCLOSED = ()
    BLANK_LINE = ()
    IN_CATEGORY = ()
    IN_QUESTION_BEFORE = ()
    NO_ARROW = ()
    ONE_PAIR = ()
    TWO_PAIRS = ()
    RIGHT_SIGN = ()
    WRONG_SIGN = ()
    FEEDBACK_SIGN = ()
    SMALL_TRUTH = "word", "right"
    WEIGHT_OF_RIGHT = ()
    WHOLE_WEIGHT_OF_RIGHT = ()
    MISSHAPEN_WEIGHT = "written", "right"
    BEHIND_GENERAL = ()
    TWO_GENERALS = ()
    MARKUP_NAME = "written", "right"
    COLONS_IN_TITLE = ()
    LOOSE_TITLE = ()
    COMMENT_IN_CODE = ()
    REMARK_BEHIND = ()
    CLOZE = ()
    BRACE_TOO_MANY = ()
