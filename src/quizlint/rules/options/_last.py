"""Options that rightly stand after the others, whatever those are."""

import re
from functools import cache

from quizlint.content import Option
from quizlint.language import catch_all


def comes_last(option: Option) -> bool:
    """Whether an option speaks of the others, or says that there is no answer."""
    text = option.text.plain
    return catch_all(text, bare=True) is not None or _unknown().match(text) is not None


@cache
def _unknown() -> re.Pattern[str]:
    return re.compile(
        r"(?:it |the (?:\w+ ){1,3})?(?:can ?not|can['’]t|could not|impossible to) (?:be "
        r")?(?:determine|know|"
        r"tell|say|calculate)|infinit|undefined|unlimited|not enough|insufficient|unknown|depends|"
        r"i do ?n['’]?o?t know|it depends|don['’]t know",
        re.IGNORECASE,
    )
