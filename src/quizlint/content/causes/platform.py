"""What learning platforms refuse in their own formats, or read otherwise than it is meant."""

from quizlint.content.causes import Cause


class Platform(Cause):
    """What is wrong, by platform.

    Anki, Blackboard, Brightspace, H5P, Moodle, Open edX (OLX), PrairieLearn (PL), QTI, R/exams.
    """

    ANKI_EARLY_END = ()
    BLACKBOARD_FLAG = ()
    BLACKBOARD_TRUTH = ()
    BLACKBOARD_TYPE = ("word",)
    BRIGHTSPACE_SHARE = ("word",)
    BRIGHTSPACE_TYPE = ("word",)
    H5P_EMPTY_GAP = ()
    H5P_LONE_STAR = ()
    H5P_NO_GAP = ()
    H5P_TAG_IN_GAP = ()
    H5P_TRUTH = ()
    MOODLE_SWITCH = ("word",)
    MOODLE_TRUTH = "word", "taken", "right"
    MOODLE_PLAIN_TAGS = ()
    OLX_FLAG = ("word",)
    OLX_NO_PROBLEM = ("element",)
    PL_ALL_OF_FEW = ("right",)
    PL_UNCLOSED = ("element",)
    PL_NAME_TWICE = ("name",)
    QTI_CHOICE_TWICE = ("identifier",)
    QTI_NO_LABEL = ("identifier",)
    QTI_NO_RESPONSE = ("name",)
    QTI_MAX_CHOICES = "most", "right"
    REXAMS_TYPE = "type", "known"
    REXAMS_DIGITS = "digits", "options"
    REXAMS_PLACES = ()
    REXAMS_NO_DIGITS = ()
    REXAMS_CLOZE_PARTS = "types", "answers"
    TRIVIA_STRAY = ()
