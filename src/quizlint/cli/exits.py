"""How a command ends."""

CLEAN, FOUND, FAILED = 0, 1, 2
"""Nothing at or above the gate; findings; it could not do its job. Nothing else, ever."""


class Exit(Exception):  # noqa: N818 - not an error
    """End with an exit code."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code
