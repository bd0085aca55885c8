"""What is said with the words of others."""

from quizlint.content.causes.other import Other

WORDS = {
    Other.LIBRARY: "{said}",
    Other.FORMAT: "{said}",
}
