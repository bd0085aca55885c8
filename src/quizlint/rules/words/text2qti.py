"""What is said of files for text2qti."""

from quizlint.content.causes.text2qti import Text2Qti

WORDS = {
    Text2Qti.LAST_HEAD: (
        "text2qti drops this without a word, as no question follows; write the question, or "
        "take this out"
    ),
    Text2Qti.HEAD_TWICE: "text2qti stops here: the next question has its {head} already",
    Text2Qti.TITLE_BEHIND_POINTS: "text2qti stops here: the title goes before the points",
    Text2Qti.BLANK_LINE: "text2qti stops here: a blank line follows; take it out",
    Text2Qti.LOOSE_HEAD: (
        "text2qti stops here: no question follows; write it directly before the question"
    ),
    Text2Qti.UNEVEN_POINTS: (
        "text2qti stops here: the questions of a group must all have the same points"
    ),
    Text2Qti.POINTS: "text2qti stops here: points are whole or half numbers above 0",
    Text2Qti.ANSWER_ALONE: "text2qti stops here: no question goes before this answer",
    Text2Qti.HAS_CHOICES: "text2qti stops here: this question has options behind letters already",
    Text2Qti.HAS_BOXES: "text2qti stops here: this question has options behind boxes already",
    Text2Qti.HAS_SHORT: "text2qti stops here: this question has answers to type already",
    Text2Qti.HAS_NUMBER: "text2qti stops here: this question has a number already",
    Text2Qti.HAS_ESSAY: "text2qti stops here: this question has an essay already",
    Text2Qti.HAS_UPLOAD: "text2qti stops here: this question has a file already",
    Text2Qti.VERDICTS_ON_FREE_TEXT: (
        "text2qti stops here: nobody can tell whether it is right, so + and - have no place here"
    ),
    Text2Qti.FEEDBACK_ALONE: "text2qti stops here: no question goes before this feedback",
    Text2Qti.FEEDBACK_TWICE: "text2qti stops here: this question has such feedback already",
    Text2Qti.FEEDBACK_LATE: (
        "text2qti stops here: what is said of the whole question goes directly under its stem"
    ),
    Text2Qti.OPTION_FEEDBACK_TWICE: "text2qti stops here: this option has feedback already",
    Text2Qti.GROUP_OPEN: "text2qti stops here: no END_GROUP follows this GROUP",
    Text2Qti.GROUP_INSIDE: "text2qti stops here: the group before this has no END_GROUP",
    Text2Qti.END_GROUP_ALONE: "text2qti stops here: no GROUP goes before this END_GROUP",
    Text2Qti.FEW_TO_PICK: (
        "text2qti stops here: the group has {count:question|questions}, fewer than it picks"
    ),
    Text2Qti.PICK_ALONE: "text2qti stops here: no GROUP goes before this",
    Text2Qti.PICK_LATE: "text2qti stops here: this goes directly under GROUP, before the questions",
    Text2Qti.PICK_NUMBER: "text2qti stops here: a whole number above 0 is needed",
    Text2Qti.SETTING_LATE: "text2qti stops here: this goes before the questions",
    Text2Qti.SETTING_TWICE: "text2qti stops here: this has been said already",
    Text2Qti.SETTING_TRUTH: "text2qti stops here: the value must be true or false",
    Text2Qti.QUIZ_TITLE_LATE: "text2qti stops here: the title goes first",
    Text2Qti.DESCRIPTION_LATE: "text2qti stops here: the description goes before the options",
    Text2Qti.INDENTED_OPTIONS: (
        "text2qti stops here: these options are indented, so they are part of the stem"
    ),
    Text2Qti.COMMENT_OPEN: "text2qti stops here: no END_COMMENT follows this COMMENT",
    Text2Qti.END_COMMENT_ALONE: "text2qti stops here: no COMMENT goes before this END_COMMENT",
    Text2Qti.BEHIND_WORD: "text2qti stops here: nothing may stand behind {word}",
    Text2Qti.GLUED_MARK: "text2qti stops here: write a space behind {mark}",
    Text2Qti.EMPTY_MARK: "text2qti stops here: nothing stands behind {mark}",
    Text2Qti.STRAY_LINE: "text2qti stops here: this line is neither a question nor part of one",
    Text2Qti.INDENT: "text2qti stops here: indent a line that goes on by {columns} spaces",
    Text2Qti.MISPLACED: "text2qti stops here: take the space at the beginning of this line away",
    Text2Qti.FENCE_OPEN: "text2qti stops here: this fence is not closed",
    Text2Qti.CODE_AT_MARGIN: (
        "text2qti stops here: only programs that it runs stand at the margin ({{.python "
        ".run}}); indent code that belongs to a text"
    ),
    Text2Qti.NUMBER: (
        "text2qti stops here: write [least, most], or a number +- a margin, or an integer"
    ),
    Text2Qti.NO_MARGIN: "text2qti stops here: a number that is no integer needs +- and a margin",
    Text2Qti.NEGATIVE_MARGIN: "text2qti stops here: the margin must not be below 0",
    Text2Qti.BOUNDS_SWAPPED: "text2qti stops here: the least is above the most",
    Text2Qti.NEAR_ZERO: "text2qti stops here: it accepts no bounds nearer to 0 than 0.0001",
}
