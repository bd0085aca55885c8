"""What is said of Aiken."""

from quizlint.content.causes.aiken import Aiken

WORDS = {
    Aiken.NO_OPTIONS: "no options follow this line, so Moodle drops it",
    Aiken.OPTION_ALONE: "this option follows no stem, so Moodle drops it",
    Aiken.ANSWER_ALONE: "this answer follows no question, so Moodle drops it",
    Aiken.STEM_LINES: (
        "Moodle keeps the last line of a stem and drops what stands before it; join the lines"
    ),
    Aiken.TOO_MANY_OPTIONS: (
        "Aiken has letters for {limit} options, so that this one can be no answer; leave some out"
    ),
    Aiken.LABEL: (
        "Moodle takes a line with such a label for a stem and drops the question before it; "
        "begin an option with a capital and )"
    ),
    Aiken.OPTION_LINES: (
        "Moodle takes this line for a stem and drops the question before it; join it with the "
        "option above"
    ),
    Aiken.ANSWER_WORD: (
        "Moodle takes this line for a stem and drops the question before it; write ANSWER: in "
        "capitals"
    ),
    Aiken.SEVERAL_ANSWERS: (
        "Aiken has one answer a question: Moodle takes {letter} and drops the rest; write one "
        "letter"
    ),
    Aiken.SMALL_LETTER: (
        "Moodle knows capital letters only, so that the question gets no key; write {right}"
    ),
    Aiken.ANSWER_IN_WORDS: (
        "Moodle reads the first letter only, '{letter}', and not the text of an option; write "
        "{right}"
    ),
}
