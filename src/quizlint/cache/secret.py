"""The user's own secret, by which entries of the cache are known to be ours.

The cache stands in the project, where anybody may put files: in a pull request, say. An entry that
somebody else wrote could hide findings, or do worse while it is unpacked. So each carries a code
that only this user could have made.
"""

import os
from contextlib import suppress
from pathlib import Path

LENGTH = 32
"""Bytes of the secret."""


def secret() -> bytes:
    """The user's secret, made at the first time. Raises OSError where it cannot be kept."""
    path = _home() / "quizlint" / "key"
    with suppress(FileNotFoundError):
        known = path.read_bytes()
        if len(known) == LENGTH:
            return known
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    made = os.urandom(LENGTH)  # what `secrets` asks as well, which loads OpenSSL
    draft = path.with_name(f"key.{os.getpid()}")
    draft.write_bytes(made)
    draft.chmod(0o600)
    if path.exists():  # of a wrong length: nothing that it signed can be trusted
        draft.replace(path)
        return made
    try:
        os.link(draft, path)  # fails if another run was first, so that both have one secret
    except FileExistsError:
        return path.read_bytes()
    except OSError:  # no links on this file system
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    return made


def _home() -> Path:
    """The folder for what programs may forget, by the XDG Base Directory Specification."""
    named = os.environ.get("XDG_CACHE_HOME", "")
    if os.path.isabs(named):  # noqa: PTH117 - a relative one is invalid, says the specification
        return Path(named)
    if os.name == "nt" and os.environ.get("LOCALAPPDATA"):
        return Path(os.environ["LOCALAPPDATA"])
    return Path.home() / ".cache"
