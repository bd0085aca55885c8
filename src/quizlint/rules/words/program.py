"""What is said of programs that cannot be read."""

from quizlint.content.causes.program import Program

WORDS = {
    Program.SYNTAX: "this is no {language}; what stands here was not read",
    Program.MISSING: "{token} is missing here, so that this is no {language}",
    Program.ITEM: "this is no {language}; the question around it was not read",
}
