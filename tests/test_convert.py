"""Older files to .docx: what is asked of LibreOffice, and what happens when it does not do it."""

import io
import os
import select
import shutil
import sys
import tempfile
import time
import zipfile
from pathlib import Path

import pytest

from draftkit import convert
from draftkit.convert import to_docx
from draftkit.errors import CannotRead

RTF = rb"{\rtf1\ansi \u34903?\u36947?\u21457?\u35328?\par}"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MENDED = "Open it in WPS or Word and save it as .docx"

posix = pytest.mark.skipif(sys.platform == "win32", reason="the script is a shell's")


def docx() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("word/document.xml", "<w:document/>")
    return made.getvalue()


@pytest.fixture
def speech(tmp_path: Path) -> Path:
    path = tmp_path / "街道 发言.doc"
    path.write_bytes(RTF)
    return path


@pytest.fixture
def private(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder in which temporary folders are made."""
    folder = tmp_path / "private"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Put a soffice on the PATH that does what the script says; $here is its folder."""
    folder = tmp_path / "bin"
    folder.mkdir()
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\nhere='{folder}'\n{script}\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


@posix
def test_only_a_copy_is_given_away(
    tmp_path: Path, speech: Path, private: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = 'printf "%s\\n" "$@" "$TMPDIR" > "$here/asked"\nmkdir out\ncp "$here/made" out/source.docx'
    install(tmp_path, monkeypatch, script)
    made = docx()  # once: a zip holds the time at which it was made
    (tmp_path / "bin" / "made").write_bytes(made)
    assert to_docx(speech) == made
    asked = (tmp_path / "bin" / "asked").read_text("utf-8")
    own = [line for line in asked.splitlines() if str(private) in line or private.as_uri() in line]
    assert [Path(line).name for line in own] == ["profile", "out", "source.rtf", Path(own[-1]).name]
    assert "街道" not in asked and "--headless" in asked
    assert list(private.iterdir()) == [] and speech.read_bytes() == RTF


@posix
def test_what_a_killed_run_left_is_deleted(
    tmp_path: Path, speech: Path, private: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = 'mkdir out; cp "$here/made" out/source.docx; echo "$PWD" > "$here/where"'
    install(tmp_path, monkeypatch, script)
    (tmp_path / "bin" / "made").write_bytes(docx())
    to_docx(speech)
    own = Path((tmp_path / "bin" / "where").read_text("utf-8").strip())
    assert own.parent == private
    left, alive, other = own, own.with_name(f".draftkit-{own.name}"), own.with_name("draftkit-backup")
    for folder, age in ((left, 3601), (alive, 60), (other, 9999)):
        (folder / "profile").mkdir(parents=True)
        (folder / "source.rtf").write_bytes(RTF)
        os.utime(folder, (time.time() - age,) * 2)
    to_docx(speech)
    assert {*private.iterdir()} == {alive, other} and (alive / "source.rtf").exists()


@posix
def test_what_hangs_is_ended_with_its_child(
    tmp_path: Path, speech: Path, private: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, monkeypatch, '(echo started; sleep 60) > "$here/pipe" &\nsleep 60')
    pipe = tmp_path / "bin" / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        with pytest.raises(CannotRead, match=f"stopped after 2 seconds.*\n.*{MENDED}"):
            to_docx(speech, seconds=2)
        assert os.read(reader, 99) == b"started\n"
        # The pipe has its end only when nobody holds it open any more.
        assert select.select([reader], [], [], 20)[0] and os.read(reader, 99) == b""
    finally:
        os.close(reader)
    assert list(private.iterdir()) == []


@posix
@pytest.mark.parametrize(
    "script",
    [
        "cat; echo broken >&2; exit 3",
        "exit 0",
        'mkdir out; cp "$here/soffice" out/source.docx',
        'mkdir out; cp "$here/made" out/source.docx; exit 77',
        "kill -9 $$",
    ],
)
def test_what_fails_is_told(
    script: str, tmp_path: Path, speech: Path, private: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, monkeypatch, script)
    (tmp_path / "bin" / "made").write_bytes(docx())
    with pytest.raises(CannotRead, match=f"cannot convert.*\n.*{MENDED}"):
        to_docx(speech)
    assert list(private.iterdir()) == []


@posix
def test_what_cannot_be_started_is_told(tmp_path: Path, speech: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, monkeypatch, "")
    (tmp_path / "bin" / "soffice").write_bytes(b"\x7fELF nothing")
    with pytest.raises(CannotRead, match="cannot be started"):
        to_docx(speech)


@posix
def test_a_program_beside_the_speech_is_not_run(
    tmp_path: Path, speech: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, monkeypatch, 'touch "$here/run"')
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr(convert, "_PLACES", ())
    monkeypatch.chdir(tmp_path / "bin")
    with pytest.raises(CannotRead, match="not installed"):
        to_docx(speech)
    assert not (tmp_path / "bin" / "run").exists()


def test_without_libreoffice(tmp_path: Path, speech: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(convert, "_PLACES", ())
    with pytest.raises(CannotRead, match=r"Install LibreOffice, or .* save it as \.docx"):
        to_docx(speech)


def test_a_docx_under_another_name_needs_nothing(
    tmp_path: Path, speech: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    speech.write_bytes(docx())
    assert to_docx(speech) == docx()


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"", "no file of Word"),
        ("同志们：".encode(), "no file of Word"),
        (b"PK\x03\x04broken", "no file of Word"),
        (b"%PDF-1.7", "no file of Word"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
    ],
)
def test_what_no_word_processor_wrote(raw: bytes, told: str, speech: Path) -> None:
    speech.write_bytes(raw)
    with pytest.raises(CannotRead, match=told):
        to_docx(speech)


@pytest.mark.parametrize(
    ("raw", "suffix"),
    [
        (RTF, ".rtf"),
        (OLE + "WordDocument".encode("utf-16-le"), ".doc"),
        (OLE, ".wps"),
        (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text", ".odt"),
        (b"\xef\xbb\xbf<!DOCTYPE html>\n<HTML>", ".html"),
        ("<html>".encode("utf-16"), ".html"),
    ],
)
def test_the_content_decides(raw: bytes, suffix: str) -> None:
    assert convert._suffix(raw, Path("稿.doc")) == suffix


def test_what_is_not_there_and_what_is_too_large(
    tmp_path: Path, speech: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(CannotRead, match="no such file"):
        to_docx(tmp_path / "none.doc")
    with pytest.raises(CannotRead, match="cannot be read"):
        to_docx(tmp_path)
    monkeypatch.setattr(convert, "MOST_BYTES", 9)
    with pytest.raises(CannotRead, match="larger than 9 bytes"):
        to_docx(speech)


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_a_real_one(speech: Path, private: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(to_docx(speech))) as package:
        assert "街道发言" in package.read("word/document.xml").decode()
    assert list(private.iterdir()) == []
