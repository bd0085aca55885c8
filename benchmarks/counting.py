"""The number of items in a file by simple means, to compare with what quizlint reads.

One or two regular expressions for each format, written without a look at the readers. They are
right for the files that people write, and easily deceived.
"""

import re
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

_HIDDEN = re.compile(r"<!--.*?-->|<!\[CDATA\[.*?\]\]>", re.DOTALL)
_RESPONSES = re.compile(
    r"<(?:choice|multiplechoice|option|string|numerical|custom|formula|image|js\w*|truefalse"
    r"|schematic|symbolic|chemical\w*|code|external|javascript|annotation)response\b"
)
_FENCE = re.compile(r"^[ \t]*(`{3,}|~{3,})[^`\n]*\n.*?^[ \t]*\1[`~]*[ \t]*$", re.M | re.DOTALL)
_INTERACTION = re.compile(r"<(?:qti-)?(?!end-?[aA]ttempt)[\w-]*[iI]nteraction\b")
_INPUTS = re.compile(
    r"<pl-(?:multiple-choice|checkbox|matching|order-blocks|number-input|integer-input|string-input"
    r"|symbolic-input|rich-text-editor|dropdown|matrix-input|matrix-component-input|big-o-input"
    r"|units-input|file-upload|file-editor|drawing|sketch|image-capture|threejs|excalidraw)(?=[\s>/])"
)


def expected(path: Path) -> int:
    """The number of items in a file. Of a container: of its members."""
    data = path.read_bytes()
    if data[:2] == b"PK":
        return in_archive(data)
    return in_text(path.name.lower(), data)


def in_archive(data: bytes) -> int:
    """The number of items in an archive."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = [name for name in archive.namelist() if not name.startswith("__MACOSX/")]
            return sum(in_text(name.lower(), archive.read(name)) for name in names)
    except BadZipFile:
        return 0


def in_text(name: str, data: bytes) -> int:
    """The number of items in a text."""
    text = data.decode("utf-8", "replace").replace("\r\n", "\n")
    kind = name.rpartition(".")[2]
    if kind == "xml":
        return in_xml(_HIDDEN.sub("", text))
    if kind in ("md", "mdx", "qmd", "markdown"):
        return in_markdown(text)
    match kind:
        case "gift":
            without_remarks = re.sub(r"(?m)^[ \t]*//.*$", "", text)
            blocks = re.split(r"\n[ \t]*(?:\n[ \t]*)+", without_remarks)
            return sum(bool(b.strip()) and "$CATEGORY:" not in b for b in blocks)
        case "json":
            return len(re.findall(r'"(?:question|q|prompt)"\s*:\s*"', text))
        case "yaml" | "yml":
            return len(re.findall(r"(?m)^[ \t]*(?:-[ \t]+)?(?:question|q)[ \t]*:", text))
        case "toml":
            return len(re.findall(r"(?m)^\[\[questions\]\]", text))
        case "rmd" | "rnw":
            return len(re.findall(r"(?m)^(?:extype|exsolution|\\extype)\b", text)) > 0
        case "html":
            return len(_INPUTS.findall(_HIDDEN.sub("", text)))
        case "csv":
            return max(0, len([line for line in text.splitlines() if line.strip()]) - 1)
        case "txt":
            keys = len(re.findall(r"(?m)^ANSWER:", text))
            notes = [line for line in text.splitlines() if "\t" in line and line[0] != "#"]
            return keys or len(notes)
    return 0


def in_xml(text: str) -> int:
    """The items of QTI and Moodle, and the responses of Open edX."""
    root = re.search(r"<(?:\w+:)?([A-Za-z][\w-]*)", re.sub(r"<\?.*?\?>|<!.*?>", "", text))
    match "" if root is None else root[1]:
        case "quiz":
            return len(re.findall(r'<question\b(?![^>]*type="category")', text))
        case "questestinterop":
            return len(re.findall(r"<item\b", text))
        case "assessmentItem" | "qti-assessment-item":
            return max(1, len(_INTERACTION.findall(text)))
        case "problem" | "library" | "course":
            return len(_RESPONSES.findall(text))
    return 0


def in_markdown(text: str) -> int:
    """The questions and cards of a page, by the first sign of any kind that it has."""
    bare = _FENCE.sub("", text)
    for sign in (
        r"<quiz>",
        r"<Question\b",
        r"\{\.quiz-question",
        r"(?m)^#{2,6} Answer: [A-Z]",
        r"(?m)^(?:Q|C):(?:\s)",
    ):
        if found := re.findall(sign, bare):
            return len(found)
    boxes = r"(?:^[ \t]*[-*] \[[ xX]\].*\n(?:(?![ \t]*[-*] \[|#|.*\?[ \t]*$).*\n?)*)+"
    return len(re.findall(boxes, bare + "\n", re.MULTILINE))
