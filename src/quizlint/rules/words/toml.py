"""What is said of TOML that cannot be read."""

from quizlint.content.causes.toml import Toml

WORDS = {
    Toml.HEADER_END: "this header is to end with {closer}",
    Toml.ITEM_HEADER: "an item's header has two brackets on each side: [[name]]",
    Toml.BEHIND_VALUE: "nothing may follow on this line",
    Toml.COMMA_BEHIND_VALUE: "nothing may follow on this line; delete the comma",
    Toml.BEHIND_QUOTE: (
        r"nothing may follow on this line; a quotation mark inside a text is written \""
    ),
    Toml.CURLY_QUOTES: "curly quotation marks; TOML needs straight ones",
    Toml.NO_NAME: "a name is missing before this =",
    Toml.NAME_BEHIND_DOT: (
        "a name should follow this dot, of letters, digits, _ and -, or in quotes"
    ),
    Toml.NAME_HERE: "a name should stand here, of letters, digits, _ and -, or in quotes",
    Toml.NAME_ALONE: "after this name an = and a value should come",
    Toml.SPACE_IN_NAME: "after this name an = should come; a name has no spaces",
    Toml.THREE_QUOTES_IN_NAME: "a name has one quotation mark on each side, not three",
    Toml.COLON: "TOML has = between a name and its value, not a colon",
    Toml.NO_VALUE: "a value is missing here",
    Toml.FIELD_IN_LIST: "a new field begins here; is a ] missing before it?",
    Toml.UNQUOTED: "a text must stand in quotes",
    Toml.TRUTH: "{word} is no TOML value; write {right}",
    Toml.NULL: "{word} is no TOML value; leave the field out",
    Toml.DATE: "{word} is no TOML value; dates are written 2027-01-31, times 10:30:00",
    Toml.NUMBER: ("{word} is no TOML value; write numbers like 12, -3 or 0.5, or put it in quotes"),
    Toml.WORD: "{word} is no TOML value; a text must stand in quotes",
    Toml.QUOTE: "the closing quotation mark of this text is missing on its line",
    Toml.THREE_QUOTES: "this {quotes} is never closed",
    Toml.ESCAPE: r"TOML has no {written}; a backslash itself is written \\",
    Toml.TRAILING_COMMA: "a comma stands before this }}; delete the comma",
    Toml.NO_COMMA: "a comma or a {closer} is missing after this",
    Toml.ENDS_OPEN: "the file ends, but the {opener} of line {line} is not closed",
    Toml.CLOSED_LATE: "the {opener} of line {line} must be closed on the same line",
    Toml.LIST_OPEN: "a ] seems to be missing: the {opener} of line {line} is not closed",
    Toml.LONE_RETURN: "a lone carriage return stands in {where}; delete it",
    Toml.CONTROL: "a control character, U+{code:04X}, stands in {where}; delete it",
    Toml.TEXT: "a text",
    Toml.COMMENT: "a comment",
}
