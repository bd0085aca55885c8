"""The one right option of a question."""

from quizlint.content import Interaction, Question


def single_key(question: Question, fewest: int = 3) -> int | None:
    """The place of the key, 0-based, in a question with one right option among `fewest` or more.

    None for any other question, and for pools and surveys.
    """
    keys = question.key.indices
    if len(keys) != 1 or len(question.options) < fewest or question.pool or not question.scored:
        return None
    return keys[0] if question.interaction is Interaction.CHOICE else None
