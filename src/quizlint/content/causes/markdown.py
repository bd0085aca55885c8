"""What hides a part of a Markdown file, or breaks the marks in it."""

from quizlint.content.causes import Cause


class Markdown(Cause):
    """What is not closed, or stands where a program does not look for it."""

    FENCE_UNCLOSED = ()
    TAG_UNCLOSED = ("tag",)
    COMMENT_UNCLOSED = ()
    STRAY_FENCE = ()
    FRONT_MATTER_UNCLOSED = ()
    QUIZ_UNCLOSED = ()
    LATE_FEEDBACK = ()
    ELEMENT_OPEN = ()
    TEXT_OPEN = ()
    TEXT_OPEN_ON_LINE = ()
    EXPRESSION_OPEN = ()
    BRACKET_OPEN = ()
    OBJECT_OPEN = ()
    LIST_OPEN = ()
    ATTRIBUTE_ALONE = ()
    NESTED_TOO_DEEP = ()
