"""Code that nobody marked as code."""


def looks_like_code(value: str) -> bool:
    """Whether a stem holds lines or marks that only code has."""
    return "\n" in value.strip() or any(
        mark in value for mark in ("();", "{", "=>", "```", " = ", ");", "->", "==", "::", "</")
    )
