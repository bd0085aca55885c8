"""How a suppression is written in a file of some format."""

from collections.abc import Sequence

from quizlint.formats.catalogue import FormatRow

MDX = "{/* %s */}"

HASHED = (".py",)
"""Programs whose comments begin with a hash; those of the others of their format, with slashes."""


def comment_for(
    row: FormatRow | None, path: str, rules: Sequence[str], reason: str, *, whole: bool = False
) -> str | None:
    """A comment that silences rules, for an item or the whole file; None where none can stand.

    XML and HTML allow no `--` in a comment, so that the reason stands in parentheses there.
    """
    if row is None or not row.comment:
        return None
    scope = "ignore-file" if whole else "ignore"
    wish = f"quizlint: {scope}[{', '.join(rules)}]"
    reason = " ".join(reason.split())
    if path.lower().endswith(".mdx"):
        return MDX % f"{wish} -- {reason}"
    if path.lower().endswith(HASHED):
        return f"# {wish} -- {reason}"
    if row.comment.startswith("<!--"):
        said = reason.replace("--", "–").replace("(", "[").replace(")", "]")
        return row.comment.replace("{}", f"{wish} ({said})")
    return row.comment.replace("{}", f"{wish} -- {reason}")


def entry_for(path: str, rule: str, reason: str, item: str = "") -> str:
    """An entry of the settings that silences a rule in a file, or for one item of it."""
    named = f'item = "{_toml(item)}"\n' if item else ""
    return (
        f'[[ignore]]\npath = "{_toml(path)}"\n{named}rule = "{rule}"\nreason = "{_toml(reason)}"\n'
    )


def _toml(text: str) -> str:
    """A text within the double quotes of TOML, on one line."""
    text = " ".join(text.split()) if "\n" in text or "\r" in text else text
    signs = text.replace("\\", "\\\\").replace('"', '\\"')
    return "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in signs)
