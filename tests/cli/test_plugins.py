"""What other distributions bring: rules and formats that work, and those that do not."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Quizlint, Ran
from foreign import RULE, distribution

QUIZ = """\
kind: quiz
title: Metals
questions:
  - id: red
    difficulty: beginner
    question: Name the red metal!
    options: [tin, copper, lead]
    answer: B
    explanation: It is red.
"""

FORMAT = '''\
"""Cards written `front = back`, one a line."""

from quizlint import Card, Document, Reading, Span, Text

name = "equals"
title = "Cards, one a line"
suffixes = (".eq",)
reads = {"cards"}
comment = "; {}"


class Bold:
    suffixes = (".bold",)
    markup = "bold"
    sniff = read = print


def sniff(name, head):
    if "balk" in head:
        raise LookupError("not this one")
    return 0.9 if "=" in head else 0.0


def read(source, files, hints=None):
    if "crash" in source.text:
        raise RuntimeError("no")
    if "nothing" in source.text:
        return None
    if "garbage" in source.text:
        return Reading((Document((42,), Span(0, 1), "quiz"),))
    cards, at = [], 0
    for line in source.text.splitlines(keepends=True):
        middle = line.index("=")
        span = Span(at, at + len(line.rstrip()))
        front = Text(line[:middle].strip(), Span(at, at + middle), source.text)
        back = Text(line[middle + 1 :].strip(), Span(at + middle + 1, span.end), source.text)
        cards.append(Card(span=span, route=f"cards[{len(cards)}]", front=front, back=back))
        at += len(line)
    return Reading((Document(tuple(cards), Span(0, at), "cheat-sheet"),))
'''


Install = Callable[..., dict[str, str]]


@pytest.fixture
def acme(tmp_path: Path) -> dict[str, str]:
    """An environment with a distribution that brings a rule; and a file with a finding of it."""
    (tmp_path / "work").mkdir()
    (tmp_path / "work/a.quiz.yaml").write_text(QUIZ)
    points = "[quizlint.rules]\nacme = acme_rules\n"
    return distribution(tmp_path / "site", "quizlint-acme", "1.2", points, acme_rules=RULE)


@pytest.fixture
def check(quizlint: Quizlint, tmp_path: Path, acme: dict[str, str]) -> Callable[..., Ran]:
    """Check that file with the rules of that distribution, and settings."""

    def run(*args: str, settings: str = "", command: str = "check") -> Ran:
        work = tmp_path / "work"
        (work / "quizlint.toml").write_text(settings)
        args = ("--format", "concise", *args) if command == "check" else args
        return quizlint(command, *args, cwd=work, **acme)

    return run


Check = Callable[..., Ran]


def test_a_rule_of_others_is_asked_as_ours_are(check: Check) -> None:
    ran = check()
    assert ran.err == ""
    assert ran.code == 0
    assert "a.quiz.yaml:6:33: warning ACME001 the stem shouts; say it quietly" in ran.out


@pytest.mark.parametrize(
    ("args", "settings", "said"),
    [
        (("--select", "ACME"), "", "warning ACME001"),
        (("--select", "acme001"), "", "warning ACME001"),
        (("--select", "shouted-stem"), "", "warning ACME001"),
        (("--select", "recommended"), "", "warning ACME001"),
        (("--select", "OPT"), "", ""),
        (("--ignore", "ACME"), "", ""),
        (("--severity", "shouted-stem=error"), "", "error ACME001"),
        ((), "[rules.shouted-stem]\nmost = 1\n", ""),
        ((), 'ignore = ["ACME"]\n', ""),
        ((), '[severity]\nshouted-stem = "info"\n', "info ACME001"),
    ],
)
def test_settings_are_about_a_rule_of_others_too(
    check: Check, args: tuple[str, ...], settings: str, said: str
) -> None:
    ran = check(*args, settings=settings)
    assert ran.code == (1 if said.startswith("error") else 0), ran.err
    assert said in ran.out
    assert bool(said) == ("ACME001" in ran.out)


def test_a_comment_silences_a_rule_of_others(check: Check, tmp_path: Path) -> None:
    silenced = f"# quizlint: ignore-file[shouted-stem] -- it is loud\n{QUIZ}"
    (tmp_path / "work/a.quiz.yaml").write_text(silenced)
    ran = check()
    assert (ran.code, ran.err) == (0, "")
    assert "ACME001" not in ran.out
    assert "SUP" not in ran.out


def test_a_rule_of_others_is_listed_and_explained(check: Check) -> None:
    last = check(command="rules").out.splitlines()[-1]
    assert last.startswith("ACME001  warning  recommended  shouted-stem ")
    assert last.endswith("(quizlint-acme 1.2)")
    ours, *_, theirs = json.loads(check("--json", command="rules").out)
    assert ours["distribution"] is None
    assert theirs["distribution"] == "quizlint-acme 1.2"
    assert theirs["options"]["most"]["default"] == 0
    assert "Nobody likes to be shouted at." in check("ACME001", command="explain").out
    settled = check("a.quiz.yaml", command="config", settings='ignore = ["ACME"]\n').out
    assert "# ACME001 shouted-stem: off  (ignore = ACME (quizlint.toml:1))" in settled


@pytest.mark.parametrize("report", ["json", "sarif", "html", "markdown", "rdjson", "junit", "csv"])
def test_reports_show_a_rule_of_others_with_its_own_page(check: Check, report: str) -> None:
    ran = check("--format", report)
    assert (ran.code, ran.err) == (0, "")
    assert "stem shouts" in ran.out
    assert "quizlint.example.org/rules/shouted-stem" not in ran.out
    if report in ("json", "sarif", "markdown", "rdjson"):
        assert "https://acme.example/shouted-stem" in ran.out


def test_another_version_of_a_distribution_is_another_plan(tmp_path: Path) -> None:
    code = (
        "from datetime import date\nfrom quizlint.engine.plan import Planner\n"
        "from quizlint.rules.registry import all_rules\nfrom quizlint.settings import Loader\n"
        "print(Planner(Loader(all_rules()), date(2030, 1, 1)).plan('a.yaml').digest)"
    )

    def digest(version: str) -> str:
        points = "[quizlint.rules]\nacme = acme_rules\n"
        site = tmp_path / version
        env = distribution(site, "quizlint-acme", version, points, acme_rules=RULE)
        done = subprocess.run(
            [sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True
        )
        return done.stdout

    assert digest("1.2") != digest("1.3")


BAD = """\
import acme_rules
from acme_rules import *
from quizlint import Document, Severity
from quizlint.facts import QuestionGroup

Base = acme_rules.ShoutedStem


def rule(code, name, **more):
    made = type(f"R{code}", (Base,), {"__doc__": "It is bad.", "code": code, "name": name, **more})
    made.__module__ = __name__
    globals()[made.__name__] = made


def about(kind):
    def check(self, subject: kind, ctx):
        yield from ()
    return check


rule("OPT901", "our-prefix")
rule("TRN001", "our-coming-prefix")
rule("ALL001", "a-preset")
rule("ACME001", "taken-code")
rule("BAD002", "duplicate-option")
rule("bad003", "small-letters")
rule("BAD004", "Capital Letters")
rule("BAD005", "no-page", __doc__="")
rule("BAD006", "no-severity", severity="grave")
rule("BAD007", "no-preset", preset="mine")
rule("BAD008", "about-the-bank", check=about(QuestionGroup))
rule("BAD009", "about-anything", check=about(int))
rule("BAD010", "no-examples", bad="none")
rule("BAD011", "cannot-be-made", __init__=lambda self: None)
rule("BAD012", "cannot-travel", __init__=lambda self, *a, **k: setattr(self, "f", lambda: 0))
rule("GOOD01", "short-number")
rule("GOOD002", "about-documents", check=about(Document))
rule("GOOD003", "good")  # would be meant by the prefix of the one before
"""


def test_rules_that_cannot_be_used_are_named_and_left_out(
    quizlint: Quizlint, tmp_path: Path, acme: dict[str, str]
) -> None:
    points = "[quizlint.rules]\nbad = bad_rules\n"
    env = acme | distribution(tmp_path / "site", "quizlint-bad", "3", points, bad_rules=BAD)
    ran = quizlint("check", "--format", "concise", cwd=tmp_path / "work", **env)
    assert ran.code == 2
    assert "ACME001" in ran.out  # the rest goes on
    prefix = "quizlint: plug-in quizlint-bad 3: the rule "
    said = dict(line.removeprefix(prefix).split(" is left out: ") for line in ran.err.splitlines())
    wanted = {
        "OPT901": "the prefix OPT is quizlint's own",
        "TRN001": "the prefix TRN is quizlint's own",
        "ALL001": "the prefix ALL is quizlint's own",
        "ACME001": "the code ACME001 is taken by quizlint-acme 1.2",
        "BAD002": "the name duplicate-option is taken by quizlint",
        "Rbad003": "its code 'bad003' is not at least three capitals and three digits",
        "BAD004": "its name 'Capital Letters' is not small letters",
        "BAD005": "it has no page",
        "BAD006": "its severity is 'grave'",
        "BAD007": "its preset is 'mine'",
        "BAD008": "its check is for QuestionGroup",
        "BAD009": "its check is for int",
        "BAD010": "its bad is 'none'",
        "BAD011": "TypeError",
        "BAD012": "it cannot go to another process",
        "RGOOD01": "its code 'GOOD01' is not",
        "GOOD003": "the name good is taken by quizlint-bad 3",
    }
    assert said.keys() == wanted.keys()
    for rule, why in wanted.items():
        assert said[rule].startswith(why), (rule, said[rule])
    listed = quizlint("rules", **env)
    assert listed.code == 2
    assert "GOOD002" in listed.out
    assert len(listed.err.splitlines()) == len(wanted)


@pytest.mark.parametrize(
    ("point", "module", "why"),
    [
        ("x = nowhere", "", "ModuleNotFoundError: No module named 'nowhere'"),
        ("x = found:Gone", "", "AttributeError: module 'found' has no attribute 'Gone'"),
        ("x = found", "raise ValueError('two\\nlines')", "ValueError: two lines"),
        ("x = found", "import sys; sys.exit(7)", "SystemExit: 7"),
        ("x = found", "def f(:", "SyntaxError: "),
        ("x = found", "", "no rule stands in the module found"),
        ("x = found:RULES", "RULES = []", "it is no rule, no module with rules, and no list"),
        ("x = found:RULES", "RULES = [4]", "it is no rule, no module with rules, and no list"),
        ("what is this", "", "the entry points in quizlint.rules cannot be read"),
    ],
)
def test_a_distribution_that_cannot_be_loaded_is_named(
    quizlint: Quizlint, tmp_path: Path, point: str, module: str, why: str
) -> None:
    (tmp_path / "a.quiz.yaml").write_text(QUIZ.replace("!", "?"))
    site, points = tmp_path / "site", f"[quizlint.rules]\n{point}\n"
    env = distribution(site, "quizlint-odd", "0.1", points, found=module)
    ran = quizlint("check", "--format", "json", "--select", "strict", **env)
    assert ran.code == 2
    (line,) = ran.err.splitlines()
    assert line.startswith("quizlint: plug-in")
    assert ("quizlint-odd 0.1: " in line) != (point == "what is this")
    assert why in line
    result = json.loads(ran.out)
    assert f"quizlint: {result['errors'][0]['message']}" == line
    assert len(result["documents"]) == 1
    wrong = quizlint("check", "--select", "ODD001", **env)  # its cause is told too
    assert wrong.code == 2
    assert why in wrong.err


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("raise KeyError('lost')", "KeyError: 'lost'"),
        ("raise SystemExit(1)", "SystemExit: 1"),
        ("return None", "TypeError: 'NoneType' object is not iterable"),
        ("return [4]", "Unsound: it gave int, not a Finding"),
        ("return [self.finding(Span(5, 99999), 'far away')]", "a place outside of the file"),
        ("return [self.finding(Span(-1, 2), 'far away')]", "a place outside of the file"),
        ("return [self.finding((1, 2), 'no span')]", "a place outside of the file"),
        ("return [self.finding(Span(1, 2), None)]", "its finding has no message"),
        ("return [self.finding(Span(1, 2), 'x')._replace(code='OPT001')]", "a finding of OPT001"),
    ],
)
def test_a_rule_of_others_that_fails_is_named_and_the_rest_goes_on(
    quizlint: Quizlint, tmp_path: Path, acme: dict[str, str], body: str, why: str
) -> None:
    two = QUIZ + "  - {question: Now!, options: [yes it is, no, maybe], answer: A}\n"
    (tmp_path / "work/a.quiz.yaml").write_text(two)
    head, _, _ = RULE.partition("        stem = question.stem")
    failing = head.replace("ACME", "FAIL").replace("shouted-stem", "failing-rule")
    points = "[quizlint.rules]\nfail = fail_rules:ShoutedStem\n"
    env = acme | distribution(
        tmp_path / "site", "failing", "2", points, fail_rules=f"{failing}        {body}\n"
    )
    ran = quizlint("check", "--format", "concise", cwd=tmp_path / "work", **env)
    assert ran.code == 2
    assert ran.out.count("warning ACME001") == 2
    (line,) = ran.err.splitlines()
    start = "quizlint: a.quiz.yaml: rule FAIL001 (failing-rule) of the plug-in failing 2 failed on "
    assert line.startswith(f"{start}questions[0]: ")
    assert why in line
    assert line.endswith("(and 1 times more)")


@pytest.fixture
def plugged(tmp_path: Path) -> dict[str, str]:
    """The environment in which a distribution with a format, and one that is broken, are there."""
    points = "[quizlint.formats]\nequals = quizlint_equals\n"
    return distribution(tmp_path / "site", "equals", "1.0", points, quizlint_equals=FORMAT)


def test_another_distribution_brings_a_format(
    quizlint: Quizlint, tmp_path: Path, plugged: dict[str, str]
) -> None:
    (tmp_path / "tides.eq").write_text("tide = the sea's rise and fall\nebb = \n")
    assert "No quiz" in quizlint("check").err
    ran = quizlint("check", "--format", "concise", **plugged)
    assert ran.code == 1
    assert "tides.eq:2:" in ran.out
    # A card without a back is none to Markdown: it is left out, and that is said.
    assert quizlint("convert", "tides.eq", "tides.sheet.md", **plugged).code == 1
    listed = json.loads(quizlint("formats", "--json", **plugged).out)
    assert listed[-1]["name"] == "equals"
    assert listed[-1]["built-in"] is False


@pytest.mark.parametrize("command", ["formats", "check"])
@pytest.mark.parametrize(
    ("point", "why"),
    [
        ("broken = quizlint_equals:nothing", "'broken' in quizlint.formats cannot be loaded: Attr"),
        ("yaml = quizlint_equals", "the format 'yaml' cannot be used: ValueError: another format"),
        ("broken = json", "the format 'broken' cannot be used: AttributeError"),
    ],
)
def test_a_format_that_cannot_be_used_is_named(
    quizlint: Quizlint, tmp_path: Path, command: str, point: str, why: str
) -> None:
    (tmp_path / "b.quiz.yaml").write_text(QUIZ.replace("!", "?"))
    points = f"[quizlint.formats]\n{point}\n"
    env = distribution(tmp_path / "site", "equals", "1.0", points, quizlint_equals=FORMAT)
    ran = quizlint(command, **env)
    assert ran.code == 2
    (line,) = [line for line in ran.err.splitlines() if "plug-in" in line]
    assert line.startswith(f"quizlint: plug-in equals 1.0: {why}")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("crash = now\n", "RuntimeError: no"),
        ("balk = now\n", "LookupError: not this one"),
        ("nothing = now\n", "TypeError: it gave a NoneType, not a Reading"),
        ("garbage = now\n", "AttributeError: "),
    ],
)
def test_a_format_of_others_that_fails_is_named_and_the_rest_goes_on(
    quizlint: Quizlint, tmp_path: Path, plugged: dict[str, str], text: str, why: str
) -> None:
    (tmp_path / "a.eq").write_text(text)
    (tmp_path / "b.quiz.yaml").write_text(QUIZ)
    ran = quizlint("check", "--format", "json", **plugged)
    assert ran.code == 2
    (line,) = ran.err.splitlines()
    start = "quizlint: a.eq: the format 'equals' of the plug-in equals 1.0 failed on this file"
    assert line.startswith(f"{start} ({why}")
    assert len(json.loads(ran.out)["documents"]) == 1


def test_a_start_does_not_load_what_knows_other_distributions(tmp_path: Path) -> None:
    (tmp_path / "a.quiz.yaml").write_text(QUIZ.replace("!", "?"))
    code = (
        "import sys; sys.argv = ['quizlint', 'check', 'a.quiz.yaml']\n"
        "from quizlint.cli import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "late = {'quizlint.formats.plugins', 'quizlint.rules.plugins', 'importlib.metadata'}\n"
        "print(late & set(sys.modules))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path, check=True
    )
    assert done.stdout.splitlines()[-1] == "set()"
