"""By what a report is known again: the next run may replace it, and reads no quiz in it."""

import re

_FOUND = r"(?:error|warning|info)"
_CODE = r"[A-Z]{3}[0-9]{3}"

_MARKS = (
    r'\{\n "version": 1,\n "tool": \{\n  "name": "quizlint"',  # json
    rf'\{{"code": "{_CODE}", "rule": "',  # jsonl
    r'\{\n "\$schema": "[^"]*sarif[^"]*",\n[^\0]{0,200}"name": "quizlint"',  # sarif
    r"::(?:error|warning|notice) (?:file=|title=quizlint)",  # github
    r"\[\]\n\Z",  # gitlab, without an issue
    rf'\[\n \{{\n  "description": ".*",\n  "check_name": "{_CODE} ',  # gitlab
    r'<\?xml [^>]*\?>\n<testsuites name="quizlint"',  # junit
    r'<\?xml [^>]*\?>\n<checkstyle version="4\.3">\n',  # checkstyle
    r'\{\n "source": \{\n  "name": "quizlint"',  # rdjson
    r"## quizlint: .+\n\n\d[\d,]* items? in \d",  # markdown
    r'<!doctype html>[^\0]*<meta name="generator" content="quizlint ',  # html
    r"\ufefffile,line,column,severity,code,rule,",  # csv
    rf"{_FOUND}\[{_CODE}\] ",  # full
    rf".+:\d+:\d+: {_FOUND} {_CODE} ",  # concise
    rf".+\n +\d+:\d+ +{_FOUND} {_CODE} ",  # grouped
    r"Nothing to mend in \d|\d+ findings? suppressed\.\n",  # any of these three
    r'\{"when": "[^"]*", "version": "[^"]*", "documents": \d',  # a history
)
_MARK = re.compile("|".join(_MARKS))


HEAD = 4000
"""Bytes at a file's beginning by which a report is known again."""


def is_report(beginning: bytes) -> bool:
    """Whether a file that begins so is a report or a history that quizlint wrote."""
    return _MARK.match(beginning.decode("utf-8", "replace")) is not None
