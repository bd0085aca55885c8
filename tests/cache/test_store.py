"""The folder of the cache: what is not ours, or not whole, is not there."""

from pathlib import Path

import pytest

from quizlint.cache.secret import LENGTH, secret
from quizlint.cache.store import Store, clean

NAME = "abcdef-1"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "cache", b"s" * LENGTH)


def entry(tmp_path: Path) -> Path:
    return tmp_path / "cache" / NAME[:2] / NAME[2:]


def test_what_is_put_is_got(store: Store) -> None:
    assert store.get(NAME) is None
    store.put(NAME, b"content")
    assert store.get(NAME) == b"content"
    store.put(NAME, b"other")
    assert store.get(NAME) == b"other"


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:-1],
        lambda data: data[:10],
        lambda _: b"",
        lambda data: data[:-1] + bytes([data[-1] ^ 1]),
        lambda data: bytes([data[0] ^ 1]) + data[1:],
        lambda data: data + b"\0",
    ],
)
def test_a_damaged_entry_is_none(store: Store, tmp_path: Path, damage: object) -> None:
    store.put(NAME, b"content")
    path = entry(tmp_path)
    path.write_bytes(damage(path.read_bytes()))  # type: ignore[operator]
    assert store.get(NAME) is None


def test_an_entry_of_somebody_else_is_none(store: Store, tmp_path: Path) -> None:
    Store(tmp_path / "cache", b"x" * LENGTH).put(NAME, b"content")
    assert store.get(NAME) is None


def test_an_entry_does_not_serve_under_another_name(store: Store, tmp_path: Path) -> None:
    store.put(NAME, b"content")
    entry(tmp_path).with_name("cdef-2").write_bytes(entry(tmp_path).read_bytes())
    assert store.get("abcdef-2") is None


def test_others_are_those_of_the_same_file(store: Store) -> None:
    for name in ("abcdef-1", "abcdef-2", "abxxxx-1"):
        store.put(name, b"")
    assert sorted(store.others("abcdef-3")) == ["abcdef-1", "abcdef-2"]


def test_git_and_backups_leave_it_alone(store: Store, tmp_path: Path) -> None:
    store.put(NAME, b"")
    assert (tmp_path / "cache/.gitignore").read_text() == "*\n"
    tag = (tmp_path / "cache/CACHEDIR.TAG").read_text()
    assert tag.startswith("Signature: 8a477f597d28d172789f06886806bc55")


def test_clean_deletes_a_cache_and_nothing_else(store: Store, tmp_path: Path) -> None:
    assert not clean(tmp_path / "cache")
    store.put(NAME, b"")
    assert clean(tmp_path / "cache")
    assert not (tmp_path / "cache").exists()
    (tmp_path / "mine").mkdir()
    with pytest.raises(OSError, match=r"no CACHEDIR\.TAG"):
        clean(tmp_path / "mine")
    (tmp_path / "link").symlink_to(tmp_path / "mine")
    assert not clean(tmp_path / "link")


def test_the_secret_is_one_and_nobody_elses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    first = secret()
    assert len(first) == LENGTH
    assert secret() == first
    key = tmp_path / "quizlint/key"
    assert key.stat().st_mode & 0o777 == 0o600
    assert list(key.parent.iterdir()) == [key]
    key.write_bytes(b"short")
    assert secret() == key.read_bytes() != first
