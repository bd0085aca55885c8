"""What is no file is told at once, and no more is read than was asked for."""

import errno
import os
import socket
from pathlib import Path

import pytest

from quizlint.text.opening import NotAFileError, TooLargeError, open_regular, read_regular


@pytest.mark.parametrize("link", [False, True])
def test_a_file_is_read_whole(tmp_path: Path, link: bool) -> None:
    path = tmp_path / "a.quiz.yaml"
    path.write_bytes(b"a\r\n\0\x1a")
    if link:
        (tmp_path / "link").symlink_to(path)
        path = tmp_path / "link"
    assert read_regular(path, 5) == b"a\r\n\0\x1a"
    with open_regular(path) as file:
        assert file.read() == b"a\r\n\0\x1a"


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "a.quiz.yaml"
    os.mkfifo(path)
    with pytest.raises(NotAFileError, match="it is a pipe"):
        read_regular(path, 10)


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null"])
def test_a_device_is_no_file(tmp_path: Path, device: str) -> None:
    link = tmp_path / "a.quiz.yaml"
    link.symlink_to(device)
    with pytest.raises(NotAFileError, match="it is a device") as caught:
        read_regular(link, 10)
    assert caught.value.filename == str(link)


def test_a_socket_is_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's name must be short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("a.quiz.yaml")
        with pytest.raises(NotAFileError, match="it is a socket"):
            read_regular("a.quiz.yaml", 10)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(NotAFileError, match="it is a folder"):
        read_regular(tmp_path, 10)


def test_a_refusal_leaves_nothing_open(tmp_path: Path) -> None:
    open_ones = Path("/proc/self/fd")
    if not open_ones.is_dir():
        pytest.skip("this system does not say what is open")
    before = len(list(open_ones.iterdir()))
    for _ in range(5):
        with pytest.raises(NotAFileError):
            open_regular(tmp_path)
    assert len(list(open_ones.iterdir())) == before


def test_of_a_huge_file_only_the_beginning_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.quiz.yaml"
    with path.open("wb") as file:
        file.write(b"kind: quiz\n")
        file.truncate(1_500_000_000)  # takes no room
    with pytest.raises(TooLargeError, match="it has 1500 MB, more than the 20 MB") as caught:
        read_regular(path, 20_000_000)
    assert caught.value.size == 1_500_000_000
    assert caught.value.beginning.startswith(b"kind: quiz\n")
    assert len(caught.value.beginning) <= 65_536


@pytest.mark.parametrize(("size", "fits"), [(9, True), (10, True), (11, False)])
def test_the_limit_is_exact(tmp_path: Path, size: int, fits: bool) -> None:
    path = tmp_path / "a"
    path.write_bytes(bytes(size))
    if fits:
        assert read_regular(path, 10) == bytes(size)
        return
    with pytest.raises(TooLargeError) as caught:
        read_regular(path, 10)
    assert (caught.value.size, caught.value.errno) == (11, errno.EFBIG)


def test_a_file_that_says_it_is_empty() -> None:
    path = Path("/proc/self/maps")
    if not path.exists():
        pytest.skip("this system has no such files")
    assert path.stat().st_size == 0
    assert read_regular(path, 1_000_000)
    with pytest.raises(TooLargeError):
        read_regular(path, 10)


@pytest.mark.parametrize("name", ["there is none", "a\0b", "a" * 5000])
def test_names_of_no_file_are_os_errors(tmp_path: Path, name: str) -> None:
    with pytest.raises(OSError) as caught:  # noqa: PT011 - which one is up to the system
        read_regular(tmp_path / name, 10)
    assert not isinstance(caught.value, NotAFileError)
