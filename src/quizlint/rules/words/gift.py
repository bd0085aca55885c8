"""What is said of GIFT."""

from quizlint.content.causes.gift import Gift

WORDS = {
    Gift.CLOSED_UNOPENED: (
        r"no {{ goes before this brace, so Moodle refuses the question; add it, or write \}} "
        "for a brace that is text"
    ),
    Gift.OPEN_UNCLOSED: (
        "this brace is not closed, so Moodle refuses the question; close it with }}, or write "
        r"\{{ for a brace that is text"
    ),
    Gift.BLANK_LINE: (
        "the blank line before this ends the question inside its braces, so Moodle refuses it; "
        "take the blank line out"
    ),
    Gift.IN_CATEGORY: (
        "Moodle takes this for part of the category's name; leave a blank line before it"
    ),
    Gift.IN_QUESTION_BEFORE: (
        "Moodle takes this question for a part of the one before; leave a blank line before it"
    ),
    Gift.NO_ARROW: "this pair has no ->, so Moodle refuses the question; write = one -> other",
    Gift.ONE_PAIR: "Moodle refuses a matching question with one pair; add others",
    Gift.TWO_PAIRS: (
        "Moodle imports two pairs, and its editor then refuses to save fewer than three "
        "answers; add a pair, or a wrong answer: = -> text"
    ),
    Gift.RIGHT_SIGN: (
        r"Moodle begins another right answer at this sign; write \= for a sign that is text"
    ),
    Gift.WRONG_SIGN: (
        r"Moodle begins another wrong answer at this sign; write \~ for a sign that is text"
    ),
    Gift.FEEDBACK_SIGN: (
        r"Moodle takes what follows this # for feedback; write \# for a sign that is text"
    ),
    Gift.SMALL_TRUTH: (
        "'{word}' in small letters is a short answer that learners must type; write {right} "
        "for a true/false question"
    ),
    Gift.WEIGHT_OF_RIGHT: (
        "behind = Moodle shows this weight to learners and gives all points; write ~ before a "
        "weight"
    ),
    Gift.WHOLE_WEIGHT_OF_RIGHT: (
        "behind = Moodle shows this weight to learners and gives all points; leave it out"
    ),
    Gift.MISSHAPEN_WEIGHT: (
        "Moodle shows '{written}' to learners: it is no weight as written; write {right}"
    ),
    Gift.BEHIND_GENERAL: (
        "Moodle takes all behind #### for general feedback, this answer too; put the general "
        "feedback last"
    ),
    Gift.TWO_GENERALS: (
        "of two general feedbacks Moodle keeps the last, and this one goes to an answer; join "
        "the two"
    ),
    Gift.MARKUP_NAME: (
        "Moodle shows '{written}' to learners: it knows small letters only; write {right}"
    ),
    Gift.COLONS_IN_TITLE: (
        r"Moodle ends the title at the first ::, so this is part of the stem; write \:\: for "
        "colons inside a title"
    ),
    Gift.LOOSE_TITLE: "this title has no second ::, so Moodle reads it into the stem; close it",
    Gift.COMMENT_IN_CODE: (
        "Moodle drops every line that begins with //, in code too; put the remark behind code "
        "on the same line, or write it as /* … */"
    ),
    Gift.REMARK_BEHIND: (
        "Moodle shows this to learners: a comment is a line of its own; put it on the next line"
    ),
    Gift.CLOZE: (
        "GIFT knows no Cloze notation: Moodle takes its words for answers; write a question of "
        "its own, or import Moodle XML"
    ),
    Gift.BRACE_TOO_MANY: (
        "a brace too many: Moodle reads answers from the first {{ to the first }} only; write "
        r"\{{ and \}} for braces that are text, and one question for each gap"
    ),
}
