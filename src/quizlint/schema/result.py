"""The JSON result, version 1, from which every other report can be made.

Programs that read it must let pass what they do not know: later versions may add to it.
"""

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from quizlint.schema.kinds import may

MOST = 2**53 - 1
"""The largest whole number that every program reads as it is written (RFC 7493)."""

Count = Annotated[int, Field(ge=0, le=MOST)]
Ordinal = Annotated[int, Field(ge=1, le=MOST)]
Share = Annotated[float, Field(ge=0, le=1)]
Counts = dict[str, Count]
Grade = Annotated[float, Field(ge=-MOST, le=MOST)]
Severity = Literal["error", "warning", "info"]
Path = Annotated[str, Field(description="The file, from the project's root, with forward slashes.")]
Member = Annotated[str, Field(description="The part of the path that names a container's member.")]


class Section(BaseModel):
    """A part of the result."""

    model_config = ConfigDict(strict=True, allow_inf_nan=False)


class Tool(Section):
    """What made the result."""

    name: Literal["quizlint"] = Field(description="The program.")
    version: str = Field(description="The program's version.")


class Gate(Section):
    """Whether the run passed."""

    passed: bool = Field(description="Whether nothing at or above the limit was found.")
    fail_on: Literal["error", "warning", "info", "never"] = Field(
        description="The least severity that makes a run fail."
    )
    reason: str = Field(description="Why it passed or failed, in words.")
    min_quality: Share = may("The least share of acceptable items that a document must have.")


class Summary(Section):
    """The run in numbers."""

    files: Count = Field(description="Files that hold quiz content.")
    documents: Count = Field(description="Documents in them.")
    items: Count = Field(description="Cards, questions and prompts in these.")
    errors: Count = Field(description="Findings that count, of severity error.")
    warnings: Count = Field(description="Findings that count, of severity warning.")
    infos: Count = Field(description="Findings that count, of severity info.")
    suppressed: Count = Field(description="Findings that a comment or a setting silences.")
    baselined: Count = Field(description="Findings that were there before.")


class Excerpt(Section):
    """A line of the file."""

    line: Ordinal = Field(description="The line's number.")
    text: str = Field(description="The line's text; empty where it is too long to show.")


class Related(Section):
    """Another place that a finding is about."""

    path: Path
    member: Member = ""
    line: Ordinal = Field(description="The line.")
    column: Ordinal = Field(description="The column of the first character, in code points.")
    end_line: Ordinal = may("The line of the end.")
    end_column: Ordinal = may("The column after the last character.")
    message: str = Field(description="What is there.")


class Edit(Section):
    """Replace a range of a file's text."""

    path: Path
    member: Member = ""
    line: Ordinal = may("The line.")
    column: Ordinal = may("The column of the first character, in code points.")
    end_line: Ordinal = may("The line of the end.")
    end_column: Ordinal = may("The column after the last character.")
    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")] = Field(
        description="The digest of the file's bytes; with another digest the edit must not be made."
    )
    start: Count = Field(description="The first character, counted from 0 in code points.")
    end: Count = Field(description="The character after the last.")
    text: str = Field(description="What to put there.")


class Fix(Section):
    """Edits that mend a finding, all of them together."""

    applicability: Literal["safe", "unsafe"] = Field(
        description="safe: what a learner sees and the key stay as they are."
    )
    edits: list[Edit] = Field(description="The edits; none overlaps another.")


class Mark(Section):
    """A range in a text of an item, whatever escapes and markup spell it in the file."""

    part: str = Field(description="The text: stem, options[1], options[1].feedback, front, hint.")
    start: Count = Field(description="The first character of the text's value, from 0.")
    end: Count = Field(description="The character after the last.")


class Finding(Section):
    """One thing a rule says about one place."""

    code: Annotated[str, Field(pattern="^[A-Z]{3}[0-9]{3}$")] = Field(
        description="The rule's code, which never changes its meaning."
    )
    rule: str = Field(description="The rule's name.")
    severity: Severity = Field(description="How grave it is.")
    confidence: Literal["high", "medium", "low"] = Field(description="How certain it is.")
    state: Literal["new", "baselined", "suppressed"] = Field(
        description="Whether it counts (new), was there before, or is silenced."
    )
    suppressed_by: Literal["comment", "settings"] = may("What silences it.")
    reason: str = may("Why it is silenced.")
    message: str = Field(description="What was seen and what to do, in one line.")
    path: Path
    member: Member = ""
    line: Ordinal = Field(description="The line.")
    column: Ordinal = Field(description="The column of the first character, in code points.")
    end_line: Ordinal = Field(description="The line of the end.")
    end_column: Ordinal = Field(description="The column after the last character.")
    excerpt: Excerpt = may("The line on which it begins.")
    marked: str = may("The text of the range, cut where it is long.")
    item: str = Field(description="The id of the item, or its route; empty if it is about none.")
    item_route: str = may("The route of the item, which is unique in its file, as ids need not be.")
    route: str = Field(description="The place in the document, like questions[2].options[1].")
    mark: Mark = may("The place as a range in one text of the item.")
    related: list[Related] = Field(default=[], description="Other places it is about.")
    fix: Fix = may("How to mend it, where that is certain.")
    fingerprint: str = may("The same for the same finding after lines move.")
    url: str = may("Where the rule is explained; empty if its plug-in does not say.")


class RuleRecord(Section):
    """A rule that has findings."""

    name: str = Field(description="The rule's name.")
    summary: str = Field(description="What it finds, in one line.")
    severity: Severity = Field(description="How grave it is unless settings say otherwise.")
    help: str = Field(description="Why it matters and how to mend it, in Markdown.")


class Item(Section):
    """An item that has findings, as a learner sees it."""

    id: str = Field(description="Its id, or its route where it has none.")
    path: Path
    line: Ordinal = Field(description="The line on which it begins.")
    route: str = Field(description="Its place in the document, like questions[2].")
    kind: Literal["card", "question", "prompt"] = Field(description="What it is.")
    content: dict[str, str | list[str]] = Field(description="Its texts by field.")
    key: list[str] = Field(description="The letters of the right options.")


class LongestKey(Section):
    """Long keys, counted."""

    keys: Count = may("Questions whose key is the only longest option.")
    questions: Count = may("Questions that have one longest option.")
    by_chance: Grade = may("How many of these keys chance would give.")


class LevelReading(Section):
    """How the texts of one level read."""

    words: Count = Field(description="Words in them.")
    flesch_kincaid_grade: Grade = Field(description="Their Flesch-Kincaid grade.")


class Reading(Section):
    """How English texts that are read before answering read."""

    words: Count = may("Words in them.")
    flesch_kincaid_grade: Grade | None = may(
        "Their Flesch-Kincaid grade; null where there are too few words."
    )
    band: str | None = may("Who reads them with ease; null as above.")
    by_level: dict[str, LevelReading] = may("The same by level of difficulty.")


class LevelGrades(Section):
    """The grades of the items of one level."""

    items: Count = Field(description="Items with words enough for a grade.")
    median: Grade = Field(description="Their median grade.")


class ItemGrade(Section):
    """How one item reads, beside the band of its level."""

    item: str = Field(description="Its id, or its route where it has none.")
    level: str = Field(description="Its level as written, in lower case.")
    position: Grade = Field(description="Its place on the scale, from 0 to 1.")
    value: Grade = Field(description="Its grade: the consensus of several formulas.")
    words: Count = Field(description="Words that were counted for it.")
    unit: str = Field(description="What the value is counted in.")
    end: Grade = Field(description="Where the band of its level ends.")
    over: bool = Field(description="Whether it reads above that band.")


class Grades(Section):
    """Reading grades of single items."""

    by_level: dict[str, LevelGrades] = may("By level of difficulty.")
    items: list[ItemGrade] = may("Of each item that has one.")
    off_scale: dict[str, int] = may("How many items have a label that is on no scale, by label.")


class Coverage(Section):
    """Which card each question tests, and which cards none does."""

    tested: dict[str, str | None] = may("The card by question; null where no card answers it.")
    untested: list[str] = may("The cards that no question touches.")


class Guessing(Section):
    """How a test-wise guesser does who does not know the subject."""

    questions: Count = may("Questions with one key.")
    score: Share = Field(description="The share that is guessed.")
    low: Share = may("The lower end of its 95 % interval.")
    high: Share = may("The upper end.")
    chance: Share = Field(description="The share that blind chance gives.")


class Stats(Section):
    """What a document consists of; beyond the first four only where it was counted."""

    items: Count = may("Cards, questions and prompts.")
    cards: Count = may("Cards.")
    questions: Count = may("Questions.")
    prompts: Count = may("Prompts.")
    interactions: Counts = may("Questions by how they are answered.")
    levels: Counts = may("Items by level of difficulty.")
    key_positions: Counts = may("Keys by the letter of their place.")
    longest_key: LongestKey = may("How often the key is the longest option.")
    reading: Reading = may("How its texts read.")
    grades: Grades = may("How its single items read.")
    coverage: Coverage | None = may("What its questions test; null without cards and questions.")
    guessability: Guessing | None = may("How well it can be guessed; null without questions.")


class Document(Section):
    """A document that was checked."""

    path: Path
    format: str = Field(description="The format it is written in.")
    title: str = Field(description="Its title, or its file's name.")
    items: Count = Field(description="Its cards, questions and prompts.")
    acceptable: Count = Field(
        description="Those of them without an error and with at most one warning."
    )
    kind: Literal["quiz", "cheat-sheet"] = may("What it is.")
    stats: Stats = Field(
        description="Its items by kind; levels, key positions, readability and how well it can be "
        "guessed, as `quizlint stats --json` has them, where they were counted."
    )

    @model_validator(mode="after")
    def _agree(self) -> Self:
        stats = self.stats
        left = self.items - (stats.cards or 0) - (stats.prompts or 0)
        if left < 0 or stats.questions not in (None, left) or stats.items not in (None, self.items):
            raise PydanticCustomError("items", "items is not what stats add up to")
        if self.acceptable > self.items:
            raise PydanticCustomError("acceptable", "more items are acceptable than there are")
        return self


class Failure(Section):
    """Something quizlint could not do."""

    path: str = Field(description="The file it is about; empty if it is about none.")
    message: str = Field(description="What happened.")


class Skipped(Section):
    """A file that was left alone."""

    path: Path
    reason: str = Field(description="Why.")


class Result(Section):
    """What a run of quizlint found."""

    model_config = ConfigDict(title="quizlint result")

    version: Literal[1] = Field(description="The version of this form.")
    tool: Tool = Field(description="What made it.")
    gate: Gate = Field(description="The verdict on the run.")
    summary: Summary = Field(description="What was read and found, counted.")
    findings: list[Finding] = Field(description="What was found, by path and place.")
    rules: dict[str, RuleRecord] = Field(description="The rules that have findings, by code.")
    items: list[Item] = Field(description="The items that have findings.")
    documents: list[Document] = Field(description="The documents that were checked.")
    errors: list[Failure] = Field(description="What quizlint could not do.")
    skipped: list[Skipped] = Field(default=[], description="The files that were left alone.")

    @model_validator(mode="after")
    def _know_rules(self) -> Self:
        for at, finding in enumerate(self.findings):
            if finding.code not in self.rules:
                message = "findings[{at}].code: rules says nothing of {code}"
                raise PydanticCustomError("rule", message, {"at": at, "code": finding.code})
        return self
