"""Files are written whole or not at all, and read as what they are."""

import errno
import os
import sys
from pathlib import Path

import pytest

from draftkit.errors import CannotRead, CannotWrite
from draftkit.files import read_bytes, read_text, safe_name, save, save_beside
from draftkit.opening import said
from draftkit.part import begun, sweep


def fail(*_arguments: object) -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("call", ["fsync", "open"])
def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "稿.docx"
    target.write_bytes(b"old")
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setattr(os, call, fail)
    with pytest.raises(CannotWrite, match="the disk is full"):
        save(target, b"new", overwrite=True)
    monkeypatch.undo()
    assert target.read_bytes() == b"old" and list(tmp_path.iterdir()) == [target]


def test_an_interrupt_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        save(tmp_path / "稿.docx", b"new")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_stands_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "稿.docx").mkdir()
    with pytest.raises(CannotWrite):
        save(tmp_path / "稿.docx", b"new", overwrite=True)
    assert [path.name for path in tmp_path.iterdir()] == ["稿.docx"]


def test_why_a_system_refuses_is_said_in_the_language_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    usual = (
        errno.EACCES,
        errno.EROFS,
        errno.ENOSPC,
        errno.ENAMETOOLONG,
        errno.EEXIST,
        errno.ENOTDIR,
        errno.ELOOP,
    )
    failing = (errno.EIO, errno.ENOENT, errno.EMFILE)
    assert all(said(OSError(code, "of the system")) != "of the system" for code in (*usual, *failing))
    assert said(OSError(errno.EDOM, "of the system")) == "of the system"
    assert said(ValueError("embedded null byte")) == "embedded null byte"


def test_names_are_numbered_and_the_same_bytes_found_again(tmp_path: Path) -> None:
    first, second = (save_beside(tmp_path, "稿", ".txt", text) for text in (b"a", b"b"))
    assert (first.name, second.name) == ("稿.txt", "稿（2）.txt")
    assert save_beside(tmp_path, "稿", ".txt", b"b") == second


@pytest.mark.parametrize(
    ("name", "safe"), [("甲/乙:丙", "甲乙丙"), ("..", "draft"), ("尾点. ", "尾点"), ("街" * 99, "街" * 26)]
)
def test_names_that_every_system_takes(name: str, safe: str) -> None:
    assert safe_name(name) == safe


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"PK\x03\x04rest", "Word"),
        (b"%PDF-1.7", "PDF"),
        ("街道".encode()[:-1], "byte 4"),
        (b"\xff\xff", "byte 1"),
    ],
)
def test_what_is_no_text_is_told(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "facts.yaml"
    path.write_bytes(content)
    with pytest.raises(CannotRead, match=told):
        read_text(path)


def test_what_cannot_be_opened_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="no such file"):
        read_text(tmp_path / "none.yaml")
    with pytest.raises(CannotRead, match="folder"):
        read_text(tmp_path)


def test_only_what_nobody_writes_any_more_is_swept(tmp_path: Path) -> None:
    with begun(tmp_path, 0o600) as (path, handle):
        sweep(tmp_path)
        assert path.exists()
        os.close(handle)
        sweep(tmp_path)
        assert not path.exists()


def test_the_first_file_that_is_written_into_a_folder_sweeps_it(tmp_path: Path) -> None:
    (tmp_path / ".draftkit-0a1b.part").write_bytes(b"half")
    save(tmp_path / "稿.txt", b"whole")
    assert [path.name for path in tmp_path.iterdir()] == ["稿.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.docx")
    with pytest.raises(CannotRead, match="a pipe or a device"):
        read_bytes(tmp_path / "a.docx")


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes, no links without rights")
def test_what_is_no_file_or_may_not_be_written_is_never_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    pipe, signed = tmp_path / "pipe.docx", tmp_path / "signed.docx"
    os.mkfifo(pipe)
    signed.write_bytes(b"signed")
    signed.chmod(0o444)
    for path, said_ in ((pipe, "a pipe or a device"), (signed, "read-only")):
        with pytest.raises(CannotWrite, match=said_):
            save(path, b"draft", overwrite=True)
    assert pipe.is_fifo()
    assert signed.read_bytes() == b"signed"
    assert save(signed, b"signed") == signed
