"""What is said of Markdown."""

from quizlint.content.causes.markdown import Markdown

WORDS = {
    Markdown.FENCE_UNCLOSED: (
        "this code fence is not closed, so that Markdown hides what follows; close it"
    ),
    Markdown.TAG_UNCLOSED: (
        "this <{tag}> is not closed, so that Markdown hides what follows; close it"
    ),
    Markdown.COMMENT_UNCLOSED: (
        "this comment is not closed, so that Markdown hides what follows; close it"
    ),
    Markdown.STRAY_FENCE: (
        "Markdown opens a block at the closing ``` instead, which swallows what follows; put "
        "the opening ``` on a line of its own"
    ),
    Markdown.FRONT_MATTER_UNCLOSED: (
        "the front matter is not closed; add a line with --- behind its last field"
    ),
    Markdown.QUIZ_UNCLOSED: "this <quiz> is not closed; add </quiz> behind its last line",
    Markdown.LATE_FEEDBACK: (
        "mkdocs-quiz refuses to build a page whose feedback does not follow its option; put "
        "the quoted line right under its option"
    ),
    Markdown.ELEMENT_OPEN: "this element does not end",
    Markdown.TEXT_OPEN: "this text has no closing quote",
    Markdown.TEXT_OPEN_ON_LINE: "this text has no closing quote on its line",
    Markdown.EXPRESSION_OPEN: "this expression does not end",
    Markdown.BRACKET_OPEN: "this bracket is never closed",
    Markdown.OBJECT_OPEN: "this object has no closing }}",
    Markdown.LIST_OPEN: "this list has no closing ]",
    Markdown.ATTRIBUTE_ALONE: "an attribute has no value",
    Markdown.NESTED_TOO_DEEP: "lists and objects are nested too deep",
}
