"""Write the pages of the documentation that are made from the product itself.

    python docs/pages.py

Rules explain themselves, their examples are run, and settings and the JSON result are described by
the models that read and write them. A test keeps the pages current.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from quizlint.language.pack import languages, pack
from quizlint.reports.html.charts import FAMILIES
from quizlint.rules.base import Example, Rule
from quizlint.rules.page import page
from quizlint.rules.registry import own_rules
from quizlint.schema.generate import schemas
from quizlint.testing import check_example, found, recommended

DOCS = Path(__file__).resolve().parent
NOTE = "<!-- Made by docs/pages.py. -->\n"


def pages() -> dict[str, str]:
    """The generated pages by their path below docs/."""
    made = {f"rules/{rule.name}.md": _rule(rule) for rule in own_rules()}
    made["rules/index.md"] = _index()
    made["languages.md"] = _languages()
    made["reference/settings.md"] = _reference(
        "Settings: every key",
        "What stands in `quizlint.toml`, or in `[tool.quizlint]` of `pyproject.toml`. "
        "[Settings](../configuration.md) tells how they work together.",
        schemas()["config"],
    )
    made["reference/result.md"] = _reference(
        "The JSON result: every field",
        "What `quizlint check --format json` prints, version 1. `quizlint schema result` prints "
        "its JSON Schema. Later versions may add fields; none changes its meaning.",
        schemas()["result"],
    )
    return made


def _rule(rule: type[Rule]) -> str:
    return "\n".join([NOTE, *page(rule, lambda example: _said(rule, example))]) + "\n"


def _said(rule: type[Rule], example: Example) -> Iterator[str]:
    """What the rule says of an example, with the place."""
    report = check_example(example, dict.fromkeys((*recommended(), rule)))
    for diagnostic in found(report):
        if diagnostic.code != rule.code:
            continue
        place = diagnostic.place
        yield f"> {place.path}:{place.line}:{place.column}: {_escaped(diagnostic.message)}"


def _escaped(text: str) -> str:
    for sign in "\\`*_[]<>#|":
        text = text.replace(sign, f"\\{sign}")
    return text


def _index() -> str:
    lines = [NOTE, "# Rules", ""]
    lines.append(
        "A rule is *on* with the preset that it belongs to and with every wider one: "
        "`recommended` is the default, `strict` has more, `all` has every rule. In comments and "
        "settings a rule goes by its name or by its code; neither ever changes its meaning."
    )
    for family, title in FAMILIES.items():
        rules = [rule for rule in own_rules() if rule.code.startswith(family)]
        if not rules:
            continue
        lines += ["", f"## {family}: {title}", "", "| code | name | finds | severity | preset |"]
        lines.append("|---|---|---|---|---|")
        lines += [
            f"| {rule.code} | [{rule.name}]({rule.name}.md) | {_escaped(rule.summary())} "
            f"| {rule.severity} | {rule.preset} |"
            for rule in rules
        ]
    return "\n".join(lines) + "\n"


def _languages() -> str:
    """How a document's language is told, and which rules know it."""
    named = {code: str(known.names[0]).title() for code in languages() if (known := pack(code))}
    bound = [rule for rule in own_rules() if rule.languages]
    others = sorted({code for rule in bound for code in rule.languages} - {*named})
    columns = [*sorted(named, key=lambda code: (code != "en", named[code])), *others]
    lines = [NOTE, "# Languages", "", LANGUAGES.format(names=_listed([*named.values()])), ""]
    lines += [f"{len(own_rules()) - len(bound)} rules judge a text in any language. These do not:"]
    lines += ["", f"| rule | {' | '.join(named.get(code, f'`{code}`') for code in columns)} |"]
    lines.append(f"|---|{'---|' * len(columns)}")
    for rule in bound:
        judged = " | ".join("yes" if code in rule.languages else "" for code in columns)
        lines.append(f"| {rule.code} [{rule.name}](rules/{rule.name}.md) | {judged} |")
    return "\n".join(lines) + "\n"


def _listed(words: list[str]) -> str:
    return f"{', '.join(sorted(words)[:-1])} and {sorted(words)[-1]}"


LANGUAGES = """\
What quizlint says is in English; what it reads may be in any language. Labels (such as
`Richtige Antwort:`), headings of tables and names of fields (`pregunta`, `réponses`) are read in
{names},
whatever the language of the text.

## How a document's language is told

1. By its own `language` field.
2. By `language` in the settings.
3. By its path: a file's name that ends with a code (`birds.fr.yaml`, `birds-es.quiz.md`), or the
   nearest folder that is named by one (`de/birds.yaml`, `pt-BR/birds.yaml`).
4. By its function words, four or more and clearly more than another language has. Where they tell
   another language than the path does, the words count.

Where its own field or the settings do not say it, an item whose own function words tell another
language than the document's is judged in that: collections of translations stand in one file.

Where nothing tells, a document is taken to be in English. `quizlint check -v` says of each document
what its language is and what told it.

## A language more

What quizlint knows of a language is one file of data, `quizlint/language/packs/CODE.toml`: its
function words, how it asks and denies, "all of the above" in its words, absolute and vague words,
verdicts, labels, names of fields. Nothing else is needed for the rules below whose row is "yes" for
all languages that have a pack. What stands in a pack, and how phrases are written, is told at the
head of `quizlint/language/pack.py`; `de.toml` is a good one to begin with.

## Which rules know which language

A rule that does not know a document's language does not judge it; each run says how many those
are."""


def _reference(title: str, about: str, schema: Mapping[str, Any]) -> str:
    lines = [NOTE, f"# {title}", "", about]
    lines += ["", *_table(schema, schema)]
    for name, definition in schema["$defs"].items():
        if "properties" in definition:
            lines += ["", f"## {name}", "", definition.get("description", ""), ""]
            lines += _table(definition, schema)
    return "\n".join(lines) + "\n"


def _table(schema: Mapping[str, Any], whole: Mapping[str, Any]) -> Iterable[str]:
    yield "| key | value | default | what it is |"
    yield "|---|---|---|---|"
    needed = set(schema.get("required", ()))
    for name, field in schema["properties"].items():
        default = f"`{field['default']}`" if "default" in field else ""
        default = "required" if name in needed else default
        about = str(field.get("description", "")).replace("|", "\\|")
        yield f"| `{name}` | {_kind(field, whole)} | {default} | {about} |"


def _kind(field: Mapping[str, Any], whole: Mapping[str, Any]) -> str:
    """The values of a field, in words."""
    if "$ref" in field:
        name = field["$ref"].rpartition("/")[2]
        target = whole["$defs"][name]
        return f"[{name}](#{name.lower()})" if "properties" in target else _kind(target, whole)
    if "anyOf" in field:
        return " or ".join(_kind(each, whole) for each in field["anyOf"])
    if "enum" in field:
        return ", ".join(f"`{value}`" for value in field["enum"])
    if "const" in field:
        return f"`{field['const']}`"
    if field.get("type") == "array":
        return f"list of {_kind(field['items'], whole)}"
    if isinstance(field.get("additionalProperties"), dict):
        return f"table of {_kind(field['additionalProperties'], whole)}"
    kind = str(field.get("type", "any"))
    return {"string": "text", "object": "table"}.get(kind, kind)


def main() -> None:
    """Write all pages, and remove those of rules that are no more."""
    made = pages()
    for old in (DOCS / "rules").glob("*.md"):
        if f"rules/{old.name}" not in made:
            old.unlink()
    for path, text in made.items():
        (DOCS / path).parent.mkdir(exist_ok=True)
        (DOCS / path).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
