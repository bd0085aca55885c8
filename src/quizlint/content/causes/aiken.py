"""Where Moodle drops lines of Aiken, or reads them otherwise than they are meant."""

from quizlint.content.causes import Cause


class Aiken(Cause):
    """What is wrong with a question in Aiken. `right` is what to write instead."""

    NO_OPTIONS = ()
    OPTION_ALONE = ()
    ANSWER_ALONE = ()
    STEM_LINES = ()
    TOO_MANY_OPTIONS = ("limit",)
    LABEL = ()
    OPTION_LINES = ()
    ANSWER_WORD = ()
    SEVERAL_ANSWERS = ("letter",)
    SMALL_LETTER = ("right",)
    ANSWER_IN_WORDS = "letter", "right"
