"""What is said of tables and sheets."""

from quizlint.content.causes.table import Table

WORDS = {
    Table.SHIFTED_ROW: (
        "this row has more cells than the heading; put quotes around texts with commas"
    ),
    Table.QUOTE_UNCLOSED: "nothing closes this quote; its line is read without it",
    Table.BEHIND_QUOTE: (
        "text stands behind the closing quote of its cell; double the quotes that are meant"
    ),
    Table.FIELD_UNCLOSED: "a quote opens this field and nothing closes it; quotes in it go double",
    Table.DAMAGED_CELL: "this cell is damaged ({said})",
    Table.DAMAGED_CELLS: "this cell is damaged, like {others} others behind it",
    Table.INFINITE_CELL: "this cell is damaged (its number is larger than a sheet can hold)",
    Table.FAR_CELL: "this row has more cells than a sheet can have",
    Table.LONG_QUESTION: (
        "{game} takes {limit} characters for a question, and this has {length}; shorten it"
    ),
    Table.LONG_ANSWER: (
        "{game} takes {limit} characters for an answer, and this has {length}; shorten it"
    ),
    Table.UNKNOWN_TIME: "{game} knows no limit of {seconds} seconds; choose one of {known}",
    Table.SEVERAL_OF_ONE: (
        "{game} lets players choose one answer of this type; write Checkbox for several right ones"
    ),
    Table.LONG_TIME: "{game} takes no limit above {limit} seconds; lower it",
}
