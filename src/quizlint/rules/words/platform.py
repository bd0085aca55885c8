"""What is said of the formats of learning platforms."""

from quizlint.content.causes.platform import Platform

WORDS = {
    Platform.ANKI_EARLY_END: (
        "Anki ends the hidden words at the first }}}}, in the middle of this; put a space between "
        "the two braces"
    ),
    Platform.BLACKBOARD_FLAG: (
        "Blackboard refuses this question: behind each option stands correct or incorrect, in "
        "English; write which it is"
    ),
    Platform.BLACKBOARD_TRUTH: (
        "Blackboard refuses this question: behind the statement stands true or false, in English"
    ),
    Platform.BLACKBOARD_TYPE: (
        "Blackboard refuses this line: '{word}' is no type of question; begin it with MC, MA, TF, "
        "FIB, NUM, MAT, ORD or ESS"
    ),
    Platform.BRIGHTSPACE_SHARE: (
        "Brightspace wants a share of the points here, and '{word}' is no number; write 100 for "
        "what is right and 0 for what is wrong"
    ),
    Platform.BRIGHTSPACE_TYPE: (
        "Brightspace refuses this question: '{word}' is no type; write MC, MS, TF, SA, WR, M or O"
    ),
    Platform.H5P_EMPTY_GAP: "nothing stands in this gap; write the answer between the asterisks",
    Platform.H5P_LONE_STAR: (
        "H5P shows this asterisk to learners: it opens or closes no gap; write *answer*"
    ),
    Platform.H5P_NO_GAP: (
        "nothing is to be filled in here; put the hidden words between asterisks: *answer*"
    ),
    Platform.H5P_TAG_IN_GAP: (
        "learners cannot type this tag, so that H5P takes no answer for right; put the asterisks "
        "inside the tags"
    ),
    Platform.H5P_TRUTH: (
        "H5P takes every value but the text 'true' for false, even the bare word; write "
        '"true", in quotes'
    ),
    Platform.MOODLE_SWITCH: (
        "Moodle takes '{word}' for yes: it knows only false and 0 as no; write false"
    ),
    Platform.MOODLE_TRUTH: (
        "Moodle does not know '{word}' and takes it for {taken} by its place; write {right}"
    ),
    Platform.MOODLE_PLAIN_TAGS: (
        'the text is declared plain, so that learners see its tags; write format="html"'
    ),
    Platform.OLX_FLAG: (
        "Open edX takes this choice for wrong: '{word}' is not true; write correct=\"true\""
    ),
    Platform.OLX_NO_PROBLEM: (
        "Open edX shows no <{element}> that is not inside a <problem>; put <problem> around it"
    ),
    Platform.PL_ALL_OF_FEW: (
        "PrairieLearn stops here: for this, at least two answers must be right, and "
        "{right:is|are}; mark others, or leave it out"
    ),
    Platform.PL_UNCLOSED: "this <{element}> is not closed; add </{element}>",
    Platform.PL_NAME_TWICE: "another element has the name {name!r}, and PrairieLearn refuses two",
    Platform.QTI_CHOICE_TWICE: (
        "another choice has the identifier '{identifier}' already, so that nobody can tell which "
        "of them is chosen or right; give each its own"
    ),
    Platform.QTI_NO_LABEL: (
        "no answer of this gap has the identifier '{identifier}', so that nothing earns its "
        "points; write the identifier of an answer"
    ),
    Platform.QTI_NO_RESPONSE: (
        "no answers are given for the gap [{name}], so that learners see its name; add them, or "
        "take the brackets away"
    ),
    Platform.QTI_MAX_CHOICES: (
        "maxChoices lets learners choose {most}, but {right} choices are right, so that nobody "
        "can earn all points; write {right}, or correct the right answers"
    ),
    Platform.REXAMS_TYPE: "R/exams knows no type {type}; write one of {known}",
    Platform.REXAMS_DIGITS: (
        "exsolution has {digits:digit|digits} for {options:option|options}; write a 0 or 1 for each"
    ),
    Platform.REXAMS_PLACES: (
        "exsolution is no list of numbers; write a 0 or 1 for each option, as in 0100"
    ),
    Platform.REXAMS_NO_DIGITS: (
        "exsolution says nothing here; write a 0 or 1 for each option, as in 0100"
    ),
    Platform.REXAMS_CLOZE_PARTS: (
        "exclozetype has {types:type|types}, and exsolution {answers:answer|answers}"
    ),
    Platform.TRIVIA_STRAY: "this line belongs to no question; begin a question with #Q",
}
