"""How long a learner needs for an item: the words' own time, and time to think.

Reading: 238 words a minute is the mean of 190 studies of adults who read English non-fiction
silently (Brysbaert, M., 2019, How many words do we read per minute? A review and meta-analysis of
reading rate. Journal of Memory and Language 109, 104047).

Thinking: measured on certification examinations, a question with four options takes 54 seconds on
average for reading and a first answer, hardly different for strong and weak candidates (Measurement
Research Associates, Test Insights, October 2009). Such a question has some 45 words, 11 seconds of
reading; the rest is thinking. Guides for teachers agree on about half that time for a true-false
question and on two minutes for a short open answer. For a card, whose answer is recalled and
compared, no study is known to us: 8 seconds are our own estimate.
"""

from quizlint.content import Card, Interaction, Item, Prompt

WORDS_PER_MINUTE = 238

SECONDS_FOR_CARD = 8
SECONDS_FOR_QUESTION = 43
SECONDS_FOR_TRUE_FALSE = 20
SECONDS_FOR_PROMPT = 120


def reading_minutes(words: int) -> float:
    """Minutes of silent reading."""
    return words / WORDS_PER_MINUTE


def thinking_minutes(item: Item) -> float:
    """Minutes to find an answer once the item is read."""
    if isinstance(item, Card):
        return SECONDS_FOR_CARD / 60
    if isinstance(item, Prompt):
        return SECONDS_FOR_PROMPT / 60
    if item.interaction is Interaction.TRUE_FALSE:
        return SECONDS_FOR_TRUE_FALSE / 60
    return SECONDS_FOR_QUESTION / 60


def item_minutes(item: Item) -> float:
    """Minutes to read and answer an item: all that the learner meets, explanations included.

    A stimulus is not counted, since questions share it, nor are a prompt's concepts, which the
    learner's own answer is compared with.
    """
    return reading_minutes(words_of(item)) + thinking_minutes(item)


def words_of(item: Item) -> int:
    """The words of an item that a learner reads."""
    texts = item.texts
    if isinstance(item, Prompt):
        texts = texts[: len(texts) - len(item.concepts)]
    return sum(len(text.prose.words) for text in texts)
