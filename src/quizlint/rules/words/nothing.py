"""What is said of a file without an item."""

from quizlint.content.causes.nothing import Nothing

WORDS = {
    Nothing.NO_ITEM: "no question, card or prompt stands in it",
    Nothing.NO_HEADING: "there is no heading with options, a card's body, or a hint under it",
    Nothing.NO_ENTRY: "there is no entry under {lists}",
    Nothing.EMPTY_FILE: "the file is empty",
    Nothing.EMPTY_LIST: "its list of questions or cards is empty",
    Nothing.NO_NOTES: "it has no notes",
    Nothing.NO_ROWS: "it has the heading of a quiz and no question below",
    Nothing.NO_QUESTION_ELEMENT: "it has no <question>",
    Nothing.NO_RESPONSE: "the <problem> asks for no response",
    Nothing.NO_GIFT_QUESTION: "it has categories and comments, but no question",
    Nothing.TITLE_ONLY: "it has a title, but no question",
    Nothing.LEFT_ALONE: "{why}",
    Nothing.BINARY: "it is binary, not text",
    Nothing.OFFICE: "it is binary, not text: inside it is a file of the kind {suffix}; call it so",
    Nothing.OLD_OFFICE: (
        "it is binary, not text: a file of an older office program, or one with a password; save "
        "it as .xlsx, .docx or .csv"
    ),
}
