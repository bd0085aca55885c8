"""The formats that are read and written: all that is said of each, in one row.

Whatever else names formats (which file is whose, what `convert` writes, what a report shows as a
comment) looks here. A row names its modules, and imports none.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from quizlint.formats.parts import NOTHING, Parts, parts

Markup = Literal["markdown", "html", "auto"]
"""In what texts are written; `auto` is plain text in which HTML may stand."""


class Writes(NamedTuple):
    """How a format is written: by which module of `formats/write`, and which parts it can hold.

    `suffixes` are the ends of names that ask for it.
    """

    module: str
    parts: Parts
    suffixes: tuple[str, ...]


class FormatRow(NamedTuple):
    """One format. `name` is its module's in `formats`, too.

    `suffixes` are the ends of names (in lower case) of files that may be in it, `packed` those of
    archives in which it comes. `native` are the suffixes which, behind `.quiz` or `.sheet`, promise
    a document of our own kind. `reads` are the parts that are read. `comment` is how a comment is
    written, with `{}` for what it says; empty where a suppression cannot stand in the file, or the
    form differs from file to file. `also` are further forms in which it is written, each with the
    name by which `convert` is asked for it. `rare`: most files of these names are something else,
    so that of one in a folder in which nothing looks like an item nothing is said. `quoted`: texts
    stand in quotes, inside of which a backslash escapes, so that a fix must be spelled like them.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    reads: Parts = NOTHING
    writes: Writes | None = None
    packed: tuple[str, ...] = ()
    native: tuple[str, ...] = ()
    comment: str = ""
    markup: Markup = "markdown"
    built_in: bool = True
    also: tuple[tuple[str, Writes], ...] = ()
    rare: bool = False
    quoted: bool = False


_HASH, _SLASHES, _PERCENT, _XML = "# {}", "// {}", "% {}", "<!-- {} -->"

_CHOICES = parts("choice multiple true-false keys")
_NATIVE = _CHOICES | parts(
    "text cards prompts feedback rationale ids levels title topic minutes language audience media"
)
_YAML = _NATIVE | parts("stimulus shuffle")
_WILD = _YAML | parts("numeric")
_JSONL = parts("choice multiple true-false text numeric cards prompts keys feedback") | parts(
    "rationale ids levels stimulus shuffle media"
)
_GIFT = _CHOICES | parts("text numeric match feedback rationale weights tolerance ids levels topic")
_MOODLE = (_GIFT | parts("order cloze shuffle")) - parts("levels")
_QTI = _CHOICES | parts(
    "text numeric match order cloze feedback rationale tolerance weights ids stimulus shuffle "
    "title language"
)
_QTI12 = _CHOICES | parts(
    "text numeric match cloze feedback rationale tolerance ids title language"
)
_TYPED = _CHOICES | parts("text numeric feedback rationale tolerance title shuffle")

_ROWS = (
    FormatRow(
        "swirl",
        "swirl lessons (R)",
        (".yaml", ".yml"),
        _CHOICES | parts("text prompts title shuffle"),
        comment=_HASH,
    ),
    FormatRow(
        "relate",
        "RELATE flows",
        (".yaml", ".yml"),
        _CHOICES | parts("text prompts rationale ids title shuffle"),
        comment=_HASH,
    ),
    FormatRow(
        "jetbrains",
        "JetBrains Academy choice tasks",
        ("task-info.yaml",),
        parts("choice multiple keys rationale"),
        comment=_HASH,
    ),
    FormatRow(
        "learnr",
        "learnr tutorials (R Markdown)",
        (".rmd", ".qmd"),
        _CHOICES | parts("text numeric feedback rationale shuffle"),
    ),
    FormatRow(
        "latex",
        "LaTeX: exam class, mcexam, automultiplechoice, moodle package",
        (".tex",),
        _CHOICES
        | parts("text numeric match cloze prompts feedback rationale ids title shuffle weights")
        | parts("tolerance"),
        comment=_PERCENT,
        markup="auto",
        rare=True,
    ),
    FormatRow(
        "runestone",
        "Runestone (reStructuredText)",
        (".rst",),
        parts("choice multiple text numeric cloze prompts keys feedback ids shuffle tolerance"),
        comment=".. {}",
        markup="auto",
        rare=True,
    ),
    FormatRow(
        "pretext",
        "PreTeXt exercises",
        (".ptx", ".xml"),
        _CHOICES | parts("text numeric cloze prompts feedback rationale ids title shuffle media"),
        comment=_XML,
        markup="html",
        rare=True,
    ),
    FormatRow(
        "crowdanki", "CrowdAnki decks", (".json",), parts("cards cloze title"), markup="html"
    ),
    FormatRow(
        "orgdrill",
        "Org files with cards of org-drill and anki-editor",
        (".org",),
        parts("cards cloze"),
        comment=_HASH,
        markup="auto",
        rare=True,
    ),
    FormatRow(
        "yaml",
        "native YAML, and the shapes of other tools",
        (".yaml", ".yml"),
        _WILD,
        Writes("native_yaml", _YAML, (".yaml", ".yml")),
        native=(".yaml", ".yml"),
        comment=_HASH,
    ),
    FormatRow(
        "h5p",
        "H5P content types",
        ("content.json",),
        _CHOICES | parts("text cloze cards feedback title shuffle"),
        packed=(".h5p",),
        markup="html",
    ),
    FormatRow(
        "googleforms",
        "forms of Google's interface, graded as a quiz",
        (".json",),
        _CHOICES | parts("text rationale ids title shuffle media"),
        markup="auto",
    ),
    FormatRow("json", "JSON in the shapes of many tools", (".json",), _WILD, native=(".json",)),
    FormatRow(
        "jsonl",
        "JSON Lines, one item a line",
        (".jsonl", ".ndjson"),
        _JSONL,
        Writes("jsonl", _JSONL, (".jsonl", ".ndjson")),
        native=(".jsonl",),
    ),
    FormatRow(
        "toml",
        "TOML in the shapes of many tools",
        (".toml",),
        _WILD,
        native=(".toml",),
        comment=_HASH,
    ),
    FormatRow(
        "markdown",
        "native Markdown, checkbox lists, quiz tags, quizdown, Quarto, MDX, cards",
        (".md", ".markdown", ".mdx", ".qmd", ".rmd", ".txt"),
        _NATIVE | parts("shuffle"),
        Writes("native_markdown", _NATIVE, (".md", ".markdown")),
        native=(".md", ".markdown"),
        comment=_XML,
    ),
    FormatRow(
        "page",
        "the text of a captured cheat-sheet page",
        (".txt",),
        parts("choice cards prompts levels"),
    ),
    FormatRow(
        "gift",
        "Moodle GIFT",
        (".gift", ".txt"),
        _GIFT,
        Writes("gift", _GIFT, (".gift",)),
        comment=_SLASHES,
        markup="auto",
    ),
    FormatRow("aiken", "Moodle Aiken", (".aiken", ".txt"), parts("choice keys"), markup="auto"),
    FormatRow(
        "trivia",
        "trivia text (#Q, ^ answer)",
        (".txt",),
        parts("choice true-false keys topic"),
    ),
    FormatRow(
        "moodle",
        "Moodle XML",
        (".xml",),
        _MOODLE,
        Writes("moodle", _MOODLE | parts("levels"), (".xml",)),
        comment=_XML,
        markup="html",
    ),
    FormatRow("olx", "Open edX problems", (".xml",), _TYPED, comment=_XML, markup="html"),
    FormatRow(
        "qti",
        "IMS QTI 1.2, 2.1, 2.2 and 3.0, Canvas, Common Cartridge; 2.1 and 1.2 are written",
        (".xml",),
        _QTI,
        Writes("qti21", _QTI, (".zip",)),
        packed=(".zip", ".imscc"),
        comment=_XML,
        markup="html",
        also=(("qti12", Writes("qti12", _QTI12, (".qti12.zip", ".canvas.zip"))),),
    ),
    FormatRow("text2qti", "text2qti", (".txt", ".md"), _TYPED, comment=_PERCENT),
    FormatRow(
        "rexams",
        "R/exams exercises (Rmd, Rnw)",
        (".rmd", ".rnw"),
        _TYPED | parts("cloze"),
    ),
    FormatRow(
        "prairielearn",
        "PrairieLearn questions",
        ("question.html",),
        _CHOICES | parts("text numeric match order feedback tolerance title topic shuffle"),
        comment=_XML,
        markup="html",
    ),
    FormatRow(
        "table",
        "tables of Kahoot, Quizizz, Blooket, Gimkit and others",
        (".csv", ".tsv", ".txt"),
        _CHOICES | parts("text cards rationale ids levels"),
        packed=(".xlsx",),
    ),
    FormatRow(
        "blackboard",
        "Blackboard's text for uploads (tabs)",
        (".txt", ".tsv"),
        _CHOICES | parts("text numeric match order cloze tolerance"),
        packed=(".xlsx",),
        markup="auto",
    ),
    FormatRow(
        "brightspace",
        "Brightspace's CSV for imports",
        (".csv", ".tsv"),
        _CHOICES | parts("text match order feedback rationale weights ids"),
        packed=(".xlsx",),
        markup="auto",
    ),
    FormatRow(
        "docx",
        "Word documents: lettered or listed options, the key bold, highlighted or below",
        (".docx",),
        _CHOICES | parts("text cards prompts feedback rationale levels title"),
        packed=(".docx",),
    ),
    FormatRow(
        "anki",
        "Anki decks and text exports",
        (".anki", ".txt", ".tsv", ".csv"),
        parts("cards cloze topic"),
        Writes("anki_text", parts("cards topic levels"), (".anki", ".anki.txt")),
        packed=(".apkg", ".colpkg"),
        markup="html",
    ),
    FormatRow(
        "programs",
        "quizzes kept as data in JavaScript, TypeScript and Python",
        (".js", ".mjs", ".cjs", ".jsx", ".ts", ".mts", ".cts", ".tsx", ".py"),
        _WILD,
        comment=_SLASHES,
        rare=True,
        quoted=True,
    ),
)

CATALOGUE: Mapping[str, FormatRow] = MappingProxyType({row.name: row for row in _ROWS})
"""The built-in formats by name, in the order in which they are asked whose a file is."""

PACKED = tuple(dict.fromkeys(suffix for row in _ROWS for suffix in row.packed))
"""The ends of the names of files that are opened, for there are files in them."""

TARGETS: Mapping[str, Writes] = MappingProxyType(
    {row.name: row.writes for row in _ROWS if row.writes is not None}
    | {name: writes for row in _ROWS for name, writes in row.also}
)
"""The formats that can be written, by the names by which they are asked for."""
