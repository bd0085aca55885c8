"""Native quizzes and cheat sheets, as the reader takes them."""

from typing import Any, Literal

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from quizlint.schema.kinds import Text, Texts, Truth, Written, may

NAMED = "A name for it that stays the same when the text changes."
LEVEL = "How hard it is: beginner, intermediate or advanced."
TAGS = "Words to sort it by, for your own use."

_NEEDS_OPTIONS: dict[str, Any] = {
    "if": {"properties": {"type": {"const": "text"}}, "required": ["type"]},
    "else": {"required": ["options"]},
}
_NEEDS_ITEMS: dict[str, Any] = {
    "anyOf": [
        {"required": [section], "properties": {section: {"type": "array", "minItems": 1}}}
        for section in ("cards", "questions", "prompts")
    ]
}


class Card(Written):
    """A flashcard: a term or a question in front, what to know about it on the back."""

    front: Text = Field(description="What the learner sees first: a term or a short question.")
    back: Text = Field(description="What is on the other side: the definition or the answer.")
    id: Text = may(NAMED)
    difficulty: Text = may(LEVEL)
    tags: Texts = may(TAGS)


class Option(Written):
    """An option with more to say than its text."""

    text: Text = Field(description="What the learner may choose.")
    correct: Truth = may("Whether choosing it is right. Then the question needs no answer.")
    feedback: Text = may("What the learner is told after choosing it.")


class Question(Written):
    """A question with options, one or several of which are right."""

    model_config = ConfigDict(json_schema_extra=_NEEDS_OPTIONS)

    question: Text = Field(description="The stem: what is asked.")
    options: list[Option | Text] | dict[str, Text] | None = may(
        "What the learner chooses from: a list of texts, a list of options with text, correct and "
        "feedback, or letters with their texts. Only a question of type text has none."
    )
    answer: Texts = may(
        "The right option: its letter (A is the first) or its text; a list when several are right. "
        "Leave it out where options say correct: true."
    )
    explanation: Text = may("Why the answer is right, shown after answering.")
    type: Literal["choice", "multiple", "true-false", "text"] | None = may(
        "How it is answered: with one option, with several, true or false, or by typing a text. "
        "Without it the options and the answer tell."
    )
    stimulus: Text = may("A passage, some code or data that the question is about.")
    shuffle: Truth = may("Whether the options are shown in random order.")
    id: Text = may(NAMED)
    difficulty: Text = may(LEVEL)
    tags: Texts = may(TAGS)

    @model_validator(mode="after")
    def _has_options(self) -> "Question":
        if self.type != "text" and "options" not in self.model_fields_set:
            raise PydanticCustomError("missing", "Field required: options")
        return self


class Prompt(Written):
    """An open question that learners answer in their own words."""

    prompt: Text = Field(description="What the learner is asked to explain or to do.")
    hint: Text = may("Help for a learner who is stuck. It should not give the answer away.")
    concepts: list[Text] | None = may("The ideas that a good answer names, to check oneself by.")
    id: Text = may(NAMED)
    difficulty: Text = may(LEVEL)
    tags: Texts = may(TAGS)


class _Document(Written):
    schema_: Text = may("Where this schema is, for editors.", alias="$schema")
    title: Text = may("What the page is called.")
    topic: Text = may("Where it belongs, like Systems / Storage.")
    minutes: Text = may("How long reading and answering take, in minutes.")
    language: Text = may("The language it is written in, like en or de.")
    audience: Text = may("Whom it is for, like undergraduate; it declares the reading level.")
    shuffle: Truth = may("Whether options are shown in random order, unless a question says so.")
    description: Text = may("What it is about, for your own use.")
    author: Texts = may("Who wrote it, for your own use.")
    version: Text = may("Which version it is, for your own use.")
    tags: Texts = may(TAGS)
    cards: list[Card] | None = may("Flashcards to learn from.")
    questions: list[Question] | None = may("Questions to test oneself with.")
    prompts: list[Prompt] | None = may("Open questions to think about.")

    @model_validator(mode="after")
    def _has_items(self) -> "_Document":
        if not (self.cards or self.questions or self.prompts):
            raise PydanticCustomError(
                "no_items", "At least one of cards, questions and prompts needs an entry"
            )
        return self


class Quiz(_Document):
    """A quiz: questions, and with them cards and prompts if you like."""

    model_config = ConfigDict(title="Quiz", json_schema_extra=_NEEDS_ITEMS)

    kind: Literal["quiz"] | None = may("What this file is.")


class CheatSheet(_Document):
    """A cheat sheet: one page of cards to learn from, with questions and prompts to try oneself."""

    model_config = ConfigDict(title="Cheat sheet", json_schema_extra=_NEEDS_ITEMS)

    kind: Literal["cheat-sheet"] | None = may("What this file is.")
