"""Texts that try to be more than text, wherever quizlint shows what others wrote."""

import re

PAYLOADS = {
    "colour": "\x1b[31mred\x1b[0m\x07",
    "link": "\x1b]8;;http://evil.example\x1b\\here\x1b]8;;\x1b\\",
    "c1": "\x9b31m\x9d8;;x\x9c\x85",
    "bidi": "\u202egnp.exe\u202c \u2066x\u2069 \u200f\u061c",
    "separators": "a\u2028b\u2029c",
    "lines": "a\r\n::error file=x::pwned\r::warning::x\n::set-output name=a::b",
    "command": "::error file=x::pwned",
    "late command": "  ::error file=x::pwned",
    "old command": "##[error]pwned ##vso[task.setvariable variable=a]b ##teamcity[x]",
    "html": "\"><img src=x onerror=alert(1)><script>alert(1)</script></style>'<!--",
    "cdata": "]]></failure><x/>&lt;&bogus;<![CDATA[",
    "markdown": "[a](http://evil.example) ![a](x) **b** `c` <b>d</b> | # @me #12 www.evil.example",
    "heading": "# a\n## b\n| c | d |\n|---|---|\n```",
    "formula": "=cmd|' /C calc'!A0",
    "wide formula": "\uff1dSUM(A1)",
    "quotes": '","\n\'`\\',
    "null": "a\x00b\x08\x0b\x0c\x7f",
    "braces": "{0} {{ 7*7 }} {% raw %} %s %(a)s $(id) ${id}",
    "long": "x" * 20_000,
    "zero width": "\u200b\ufeff\u00ad\U000e0041",
}

DRIVING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""What no output has, whoever wrote it: only line feeds and tabs are left."""

COMMAND = re.compile(r"^\s*::|##(?:\[|vso\[|teamcity\[)", re.MULTILINE)
"""What the log of a build takes for a command."""
