"""One HTML file for editors: what to do next, the documents by quality, every finding in its item.

The page needs no network and no JavaScript; with JavaScript it can be filtered and walked through
by keys. The same result gives the same bytes.
"""

from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template

from quizlint import __version__
from quizlint.engine.result import Result
from quizlint.reports.html.charts import charts
from quizlint.reports.html.view import overview, sections
from quizlint.reports.html.writing import written
from quizlint.reports.look import Look


def render(result: Result, look: Look) -> Iterator[str]:  # noqa: ARG001 - paths are the result's
    """The page in pieces."""
    style, script = part("style.css"), part("script.js")
    view = overview(result)
    yield from _page().generate(
        view=view,
        charts=charts(result, view.anchors),
        sections=sections(result, view),
        style=style,
        script=script,
        csp=policy(style, script),
        version=__version__,
    )


def policy(style: str, script: str) -> str:
    """The page's content security policy: its own style and script, by digest, and nothing else."""
    return "; ".join(
        [
            "default-src 'none'",
            f"style-src '{_digest(style)}'",
            f"script-src '{_digest(script)}'",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def part(name: str) -> str:
    """A file that the page is made of."""
    return (files(__name__) / name).read_text("utf-8")


def _digest(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


@cache
def _page() -> Template:
    environment = Environment(
        autoescape=True,
        finalize=written,
        loader=FunctionLoader(part),
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    return environment.get_template("page.html")
