"""What is said of YAML that cannot be read."""

from quizlint.content.causes.yaml import Yaml

WORDS = {
    Yaml.BRACKET: "the {opening} that opens here is not closed with {closing}",
    Yaml.BRACKET_OR_COMMA: (
        "the {opening} that opens here is not closed with {closing}, or a comma is missing"
    ),
    Yaml.COMMENT_INSIDE: (
        "# behind a space begins a comment, which hides the end of the list; put the text in quotes"
    ),
    Yaml.QUOTE_NEVER_CLOSED: "the quote {quote} that opens here is never closed",
    Yaml.QUOTE_NOT_CLOSED: "the quote {quote} that opens here is not closed",
    Yaml.QUOTE_CLOSED_FAR: (
        "the quote {quote} that opens here is closed only some lines below, inside another text"
    ),
    Yaml.QUOTES_END_EARLY: ("the quotes {quote} end before the text does; put all of it in quotes"),
    Yaml.LIST_SIGN: "a dash and a space begin a list here; put the text in quotes",
    Yaml.KEY_SIGN: "a question mark and a space have a meaning here; put the text in quotes",
    Yaml.BLOCK_SIGN: "{sign} at the start announces a text on the lines below; put it in quotes",
    Yaml.VALUE_SIGN: "a value that begins with {sign} is no text for YAML; put it in quotes",
    Yaml.RESERVED_SIGN: "a text cannot begin with {sign} unless it is in quotes",
    Yaml.NO_VALUE: "a value is expected here",
    Yaml.NO_COMMA: "a comma or a closing bracket is missing here",
    Yaml.COLON: "a colon with a space behind it ends the name of a field; put the text in quotes",
    Yaml.GLUED_COLON: "a space is missing after this colon",
    Yaml.GLUED_DASH: "a space is missing after this dash",
    Yaml.NEITHER: "this line is neither a field with its colon nor part of a text",
    Yaml.INDENTATION: "this line is not indented like the lines it belongs with",
    Yaml.TAB: "a tab indents this line, and YAML allows only spaces for that",
    Yaml.ESCAPE: (
        r"in double quotes a backslash is special, and {written} means nothing; write \\ for it or "
        "use single quotes"
    ),
    Yaml.HALF_CHARACTER: "{written} is half of a character; write the character itself",
    Yaml.INVISIBLE: ("an invisible character (U+{code:04X}) that YAML does not allow; delete it"),
    Yaml.COLLECTION_AS_NAME: "a list or a mapping cannot be the name of a field",
    Yaml.BRACKET_AS_NAME: (
        "{sign} at the start makes a list or a mapping where the name of a field belongs; if it is "
        "text, put it in quotes"
    ),
    Yaml.NO_ANCHOR: (
        "*{name} refers to a value marked &{name}, and there is none before it; if this is text, "
        "put it in quotes"
    ),
    Yaml.ENDLESS_ALIAS: "*{name} stands inside the value it refers to and would never end",
    Yaml.OTHER: "YAML cannot be read here; put the text in quotes if it is text",
}
