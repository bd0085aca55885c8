"""What is said of JSON that cannot be read."""

from quizlint.content.causes.json import Json

WORDS = {
    Json.COMMENT: "JSON has no comments; delete this one",
    Json.INVISIBLE: "an invisible character, U+{code:04X}, stands here; delete it",
    Json.SECOND_VALUE: (
        "a second value begins here; JSON has one: put all into [ ] with commas between"
    ),
    Json.BEHIND_THE_END: "this follows after the end of the file's value; delete it",
    Json.CLOSES_NOTHING: "{bracket} closes nothing; delete it",
    Json.THIS_CLOSES_NOTHING: "this {bracket} closes nothing; delete it",
    Json.WRONG_BRACKET: (
        "this {bracket} should be a {right}: it closes the {opener} of line {line}"
    ),
    Json.BRACKET_BEFORE: "a {missing} is missing before this {bracket}",
    Json.TRAILING_COMMA: "a comma stands before this {bracket}; delete the comma",
    Json.COMMA_TOO_MANY: "a comma too many; delete it",
    Json.NO_COMMA: "a comma is missing after this",
    Json.NO_COMMA_OR_BRACKET: "a comma or a closing bracket should come here",
    Json.INNER_QUOTE: (
        "a comma or a closing bracket should come here; a quotation mark inside a text is written "
        r"\""
    ),
    Json.COLON_IN_LIST: "a colon cannot stand in a list; is a ] missing before it?",
    Json.NO_VALUE: "a value is missing before this {bracket}",
    Json.UNQUOTED: "this is no JSON value; a text must stand in double quotes",
    Json.WORD: ("{word} is no JSON value; write true, false, null, a number or a quoted text"),
    Json.WORD_MEANT: "{word} is no JSON value; write {meant}",
    Json.NUMBER: (
        "{word} is no JSON value; write the number as JSON has it (0.5, 12, -3), or put it in "
        "quotes"
    ),
    Json.BRACE_BEFORE_FIELD: 'a }} is missing before this; a field is written "name": value',
    Json.NO_FIELD: 'no field begins like this; a field is written "name": value',
    Json.BARE_NAME: 'names must stand in double quotes: "{name}"',
    Json.NO_COLON: "a colon is missing after {name}",
    Json.NAME_ALONE: "after the name {name} a colon and a value should come",
    Json.SINGLE_QUOTES: "JSON puts names and texts in straight double quotes, not single ones",
    Json.CURLY_QUOTES: "JSON puts names and texts in straight double quotes, not curly ones",
    Json.QUOTE: "the closing quotation mark of this text is missing",
    Json.TAB: r"a tab inside a text is written \t",
    Json.LINE_BREAK: r"a line break inside a text is written \n",
    Json.CONTROL: "a control character, U+{code:04X}, stands inside this text; delete it",
    Json.HALF_CHARACTER: "{written} is half a character; its other half is missing",
    Json.ESCAPE: r"JSON has no {written}; a backslash itself is written \\",
    Json.ENDS_BEFORE_VALUE: "the file ends before a value",
    Json.ENDS_OPEN: "the text ends here, but the {opener} of line {line} is not closed",
}
