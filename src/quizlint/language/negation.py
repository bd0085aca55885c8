"""The negation that turns a question round, told by the pack of its language.

A negation counts in the clause that asks, not in what a subordinate clause says. Which clause a
word stands in is told by the words before it that open one: question words, conjunctions, relative
pronouns, and in German the commas.
"""

import re
from functools import cache
from typing import Literal, NamedTuple, cast

from quizlint.language.pack import Pack, Words, pack
from quizlint.text import Prose, Text
from quizlint.text.patterns import lazy

LONGEST = 2000
"""Characters of a sentence beyond which it is no question but something pasted."""

_QUOTED = lazy(r"[„“\"«»][^\"“”»«„]*[\"“”»«]|(?<!\w)['‘‚](?:[^'’‘]|(?<=\w)['’](?=\w))*['’‘](?!\w)")
_CLOSED = " \"'”’»)]*_"
_OPENS = lazy(r"(?:^|[¿:;(\"„“«–—])\s*(?:\w{1,4}\s+)?$")
_NEW_CLAUSE = lazy(r"(?:^|[,;:(–—]|\b(?:und|oder|y|e|et|ou|and|or))\s*(?:\w{1,9}\s+)?$")
_COMMAND_AT = lazy(r"(?:^|[.,;:!?(]|\d[.)])\W*(?:\w{1,8}\s+){0,2}$")
_FAR = lazy(r"[,;:?!]|(?:[\w'’-]+\s+){7}")
_VERB_NEAR = 3
"""Words after a relative pronoun within which its verb comes, and a negation of that verb."""

_NEAR = 3
"""Words between a verdict and the noun that it is about."""


class Negation(NamedTuple):
    """A negative word in the plain stem, and whether it stands out."""

    word: str
    start: int
    end: int
    emphasised: bool


Kind = Literal["which", "reason", "relative", "subordinate"]


class _Opener(NamedTuple):
    kind: Kind
    start: int
    end: int


def negation(text: Text, language: str, *, judged: bool = False) -> Negation | None:
    """The negative word that governs what a text asks; None where no pack knows its language.

    What a scenario says does not count, nor a subordinate clause, a contrast ("and not"), a "why"
    or "how", nor quotations and code. With `judged` the text is a statement, or a question of yes
    or no, on which the options are verdicts: then a negation in its main clause counts too.
    """
    known = pack(language)
    prose = text.prose
    if known is None or _any_negative(known).search(prose.text) is None:
        return None
    start, end = _asking_sentence(prose, known)
    if end - start > LONGEST:
        return None
    sentence = _QUOTED.sub(lambda match: " " * len(match[0]), prose.wording[start:end])
    innocent = [match.span() for match in _where(known, known.negation.innocent).finditer(sentence)]
    said = _Sentence(sentence, known, judged)
    for match in _any_negative(known).finditer(sentence):
        at, to = match.start(), match.start() + len(match[0].rstrip())
        if any(first <= at < last for first, last in innocent):
            continue
        if said.is_turned_by(match.lastgroup or "", at, to):
            word = prose.text[start + at : start + to]
            written = prose.span(start + at, start + to)
            return Negation(
                word, start + at, start + to, stands_out(word, prose.text, text.value, *written)
            )
    return None


def denial(text: str, language: str) -> re.Match[str] | None:
    """The negated verb of an option's main clause: `word` is the negation, the match goes on to
    the word after it. None too where no pack knows the language.
    """
    known = pack(language)
    if known is None:
        return None
    for match in _denied(known).finditer(text):
        before = text[: match.start()]
        if "," in before or _any_opener(known).search(before) is not None:
            return None
        innocent = _where(known, known.negation.innocent).finditer(text)
        if any(each.start() <= match.start() < each.end() for each in innocent):
            continue
        if known.negation.after and not _where(known, known.negation.after).search(before):
            continue
        return match
    return None


def stands_out(word: str, text: str, written: str, start: int, end: int) -> bool:
    """Whether a word is in capitals, bold, italic or underlined."""
    if word.isupper() and len(word) > 1 and not text.isupper():
        return True
    before, after = written[:start].rstrip(), written[end:].lstrip()
    return before.endswith(
        ("*", "_", "<u>", "<b>", "<strong>", "<em>", "<i>")
    ) and after.startswith(("*", "_", "</"))


class _Sentence:
    """One sentence of a stem, and what governs it."""

    def __init__(self, text: str, known: Pack, judged: bool) -> None:
        self.text = text
        self.known = known
        self.judged = judged
        asked = text.rstrip(_CLOSED)
        self.is_question = asked.endswith("?")
        self.is_open = asked.endswith(("...", "…", "_")) or not asked.endswith((".", "?", "!"))
        reason = _where(known, known.question.reason).search(text)
        self.wants_reason = reason is not None and _OPENS.search(text[: reason.start()]) is not None
        command = _where(known, known.question.commands).search(text)
        self.is_command = (
            command is not None and _COMMAND_AT.search(text[: command.start()]) is not None
        )

    def is_turned_by(self, kind: str, at: int, to: int) -> bool:
        """Whether the negative word in a range turns the sentence round."""
        known = self.known
        before, after = self.text[:at], self.text[to:]
        if kind == "excepting":
            return self._excepts(before, after)
        if self.wants_reason:
            return False
        if kind == "false":
            return self._is_called_false(before, after)
        if self.known.negation.after:
            met = [*_where(self.known, self.known.negation.after).finditer(before)]
            if not met or _FAR.search(before, met[-1].end()):
                return False
            before = before[: met[-1].start()]
        if before.rstrip().endswith(",") or _ends(known.negation.contrast, known).search(before):
            return False
        opener = self._opener(before)
        if opener is None:
            return self._is_completed(after) or self.judged
        return opener

    def _is_completed(self, after: str) -> bool:
        """Whether options complete the sentence, and do not give a reason for it."""
        if not self.is_open:
            return False
        return _where(self.known, self.known.clauses.because).search(after) is None

    def _excepts(self, before: str, after: str) -> bool:
        said = self.known.negation
        rest = after.strip(" :?.!…_-–—;,()*")
        if not rest or _whole(self.known, said.rest).fullmatch(rest):
            return True
        return _where(self.known, said.listing).search(before) is not None

    def _is_called_false(self, before: str, after: str) -> bool:
        """Whether a verdict is what is asked for: "Which is false?", "Tick the false answer"."""
        known, said = self.known, self.known.negation
        if _starts(known, said.saying).match(after):
            return True
        if self.is_command and self._is_about_statement(before, after, _NEAR):
            return True
        opener = self._opener(before)
        copula = _ends(known.clauses.copula, known).search(before) is not None
        if opener is None:
            alone = not before.strip(" \"'¿«„“(*_")
            return self.is_open and (alone or (copula and not self.judged))
        return opener and (copula or self._is_about_statement(before, after, 1))

    def _is_about_statement(self, before: str, after: str, near: int) -> bool:
        """Whether the noun of a verdict stands at most so many words away."""
        words = (*before.split()[-near:], "|", *after.split()[:near])
        nouns = _where(self.known, self.known.negation.statements)
        return nouns.search(" ".join(words)) is not None

    def _opener(self, before: str) -> bool | None:
        """Whether the clause that goes on behind `before` is the one that asks; None where no word
        opens a clause before it.
        """
        openers = self._openers(before)
        if not openers:
            return None
        *earlier, last = openers
        asked = [each for each in earlier if each.kind in ("which", "reason")]
        if last.kind == "which":
            told = self.is_question or self.is_command or self.is_open
            return not asked and (told or _OPENS.search(before[: last.start]) is not None)
        if last.kind == "relative":
            if self.is_command and not asked:
                return True
            if len(earlier) == 1 and asked:
                return self._is_cleft(before[asked[0].start : last.start])
        return False

    def _is_cleft(self, head: str) -> bool:
        """Whether it is "Which is the one" before "that is not …"."""
        return _whole(self.known, self.known.question.cleft).fullmatch(head.strip(" ,")) is not None

    def _openers(self, before: str) -> list[_Opener]:
        """The words that open the clauses in which `before` ends, in order."""
        found: list[_Opener] = []
        commas = self.known.clauses.commas
        first = _starts(self.known, self.known.question.first)
        for match in _any_opener(self.known).finditer(before):
            kind = match.lastgroup
            head = before[: match.start()]
            if _OPENS.search(head) is not None and first.match(before, match.start()):
                # Where a clear question word follows, it only opened a clause: "When …, which …?"
                clear = _where(self.known, self.known.question.which).search(self.text, match.end())
                kind = "which" if clear is None else "subordinate"
            elif kind == "first":
                continue
            elif commas and kind in ("relative", "subordinate"):
                if _NEW_CLAUSE.search(head) is None or (kind == "relative" and "," not in head):
                    continue
            elif commas and kind == "which" and found and head.endswith(", "):
                kind = "relative" if found[0].kind == "which" else kind
            found.append(_Opener(cast("Kind", kind), *match.span()))
        while len(found) > 1 and self._is_closed(found[-1], before):
            found.pop()
        return found

    def _is_closed(self, opener: _Opener, before: str) -> bool:
        """Whether the clause that a word opened ends before `before` does: at a comma; or else,
        where a verb follows its relative pronoun closely, some words later.
        """
        rest = before[opener.end :]
        if self.known.clauses.commas:
            return "," in rest
        return opener.kind == "relative" and len(rest.split()) >= _VERB_NEAR


def _asking_sentence(prose: Prose, known: Pack) -> tuple[int, int]:
    """The last sentence with a question mark, else the last that asks or tells to choose, else the
    last. A range in `prose.text`.
    """
    sentences = prose.sentences
    if len(sentences) < 2:
        return sentences[0] if sentences else (0, len(prose.text))
    text = prose.wording
    asking = [span for span in sentences if text[slice(*span)].rstrip(_CLOSED).endswith("?")]
    if not asking:
        asking = [span for span in sentences if _asks(text[slice(*span)], known)]
        told = [span for span in asking if _any_negative(known).search(text, *span)]
        asking = told or asking
    return (asking or sentences)[-1]


def _asks(sentence: str, known: Pack) -> bool:
    """Whether a sentence without a question mark asks or tells to choose."""
    if _where(known, known.question.commands).search(sentence) is not None:
        return True
    which = _where(known, known.question.which).search(sentence)
    return which is not None and _OPENS.search(sentence[: which.start()]) is not None


@cache
def _any_negative(known: Pack) -> re.Pattern[str]:
    said = known.negation
    kinds = {"excepting": said.excepting, "false": said.false, "words": said.words}
    return re.compile(_groups(known, kinds), re.IGNORECASE)


@cache
def _denied(known: Pack) -> re.Pattern[str]:
    return re.compile(rf"(?P<word>{known.pattern(known.negation.words)})(?:\s+\w+)?", re.IGNORECASE)


@cache
def _any_opener(known: Pack) -> re.Pattern[str]:
    kinds = {
        "which": known.question.which,
        "reason": known.question.reason,
        "subordinate": known.clauses.subordinate,
        "relative": known.clauses.relative,
        "first": known.question.first,
    }
    return re.compile(_groups(known, kinds), re.IGNORECASE)


def _groups(known: Pack, kinds: dict[str, Words]) -> str:
    return "|".join(f"(?P<{kind}>{known.pattern(words)})" for kind, words in kinds.items())


@cache
def _where(known: Pack, phrases: Words) -> re.Pattern[str]:
    return re.compile(known.pattern(phrases), re.IGNORECASE)


@cache
def _ends(phrases: Words, known: Pack) -> re.Pattern[str]:
    """Any of the phrases at the end."""
    return re.compile(rf"{known.pattern(phrases)}\W*$", re.IGNORECASE)


@cache
def _starts(known: Pack, phrases: Words) -> re.Pattern[str]:
    return re.compile(rf"\s*{known.pattern(phrases)}", re.IGNORECASE)


@cache
def _whole(known: Pack, phrases: Words) -> re.Pattern[str]:
    return re.compile(known.whole(phrases), re.IGNORECASE)
