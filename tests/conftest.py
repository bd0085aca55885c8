"""What several tests need: running the command line as a user does."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "sample_content"
TOOLS = ROOT / "tests/tools/node_modules"


@dataclass(frozen=True)
class Ran:
    """How a command ended, and what it printed."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="session", autouse=True)
def _home_of_the_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The secret of tests is not the user's."""
    os.environ["XDG_CACHE_HOME"] = str(tmp_path_factory.mktemp("cache-home"))


Quizlint = Callable[..., Ran]


@pytest.fixture
def quizlint(tmp_path: Path) -> Quizlint:
    """Run quizlint in a process of its own, in an empty folder."""

    def run(*args: str, stdin: bytes = b"", cwd: Path = tmp_path, **env: str) -> Ran:
        done = subprocess.run(
            [sys.executable, "-m", "quizlint", *args],
            input=stdin,
            capture_output=True,
            cwd=cwd,
            env={**os.environ, **env},
            timeout=120,
            check=False,
        )
        assert b"Traceback" not in done.stderr, done.stderr.decode()
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


# The same examples every time: a suite that fails by chance teaches nobody. To look further afield:
# pytest --hypothesis-profile=explore
settings.register_profile("suite", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=2000)
settings.load_profile("suite")
