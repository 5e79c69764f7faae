"""Whatever surrounds a command (standard streams, locale, clock, rights, folders), it answers and ends."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from commands import SKELETON, STREETS, put_inputs

ROWS = (
    (
        "R132",
        "the folder of a batch deleted while it runs",
        "test_a_folder_is_deleted_meanwhile",
        "exit 2; told",
    ),
    (
        "R134",
        "ten runs of batch, compose, mine into one folder at the same time",
        "test_ten_runs_at_the_same_time",
        "every file whole, no stray; a run that finds the folder held says by whom and exits with 2",
    ),
    (
        "R137",
        "stdout closed, full, a pipe that nobody reads; stderr closed, full; stdin closed",
        "test_streams_that_are_not_there",
        "no traceback; exit 0 where the result is a file, 2 where what is printed is lost, 141 in a pipe",
    ),
    (
        "R137b",
        "stdout in GBK and in ASCII",
        "test_streams_that_cannot_show_a_name",
        "what cannot be shown is escaped",
    ),
    (
        "R137c",
        "a current folder that is gone",
        "test_the_current_folder_is_gone",
        "exit 2, or its work is done",
    ),
    (
        "R140",
        "other hash seeds, time zones, dates for builds, locales, homes, widths of the terminal",
        "test_the_same_bytes_whatever_surrounds_it",
        "the same bytes",
    ),
    ("R144", "umask 077, 022; a file of mode 640 written over", "test_rights_of_files", "600, 644; 640"),
)
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="a shell's")
COMPOSE = "compose facts.yaml -o out.docx"
MORE_THAN_A_PIPE_HOLDS = (
    "for n in {1..9000}; do echo 我们干了一件实事。; done > long.txt; draftkit outline long.txt --format text"
)
"""Prints 252,000 bytes; a pipe takes 65,536 that nobody has read, so that the reader's end is always met."""
PIPED = "exit ${PIPESTATUS[0]}"
OTHERS: tuple[Mapping[str, str], ...] = (
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai"},
    {"PYTHONHASHSEED": "2", "TZ": "XXX+24:59:59", "COLUMNS": "100000", "NO_COLOR": "1"},
    {"LC_ALL": "C", "LANG": "C", "TERM": "dumb", "COLUMNS": "1"},
    {"LC_ALL": "POSIX", "COLUMNS": "x"},
    {"SOURCE_DATE_EPOCH": "0", "TZ": ":/dev/null", "HOME": "/nonexistent", "XDG_CONFIG_HOME": ""},
)


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("inputs")
    put_inputs(folder)
    return folder


@pytest.fixture
def place(inputs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LANGUAGE", "en")
    return Path(shutil.copytree(inputs, tmp_path / "work"))


def shell(line: str, place: Path, more: Mapping[str, str] | None = None) -> "subprocess.CompletedProcess[str]":
    """Run a line of bash, in which `draftkit` is the command."""
    return subprocess.run(
        ["bash", "-c", f'draftkit() {{ "{sys.executable}" -m draftkit "$@"; }}\n{line}'],
        cwd=place,
        env={**os.environ, **(more or {})},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=100,
        check=False,
    )


@POSIX
@pytest.mark.parametrize(
    ("line", "status"),
    [
        (f"draftkit {COMPOSE} >&-", 0),
        (f"draftkit {COMPOSE} 2>&-", 0),
        (f"draftkit {COMPOSE} <&- >&- 2>&-", 0),
        (f"draftkit form {SKELETON} > /dev/full", 2),
        (f"draftkit {COMPOSE} 2> /dev/full", 2),
        ("draftkit compose nothing.yaml 2> /dev/full", 2),
        ("draftkit frames list > /dev/full 2>&1", 2),
        ("draftkit --help > /dev/full", 2),
        (f"unset PYTHONUNBUFFERED; {MORE_THAN_A_PIPE_HOLDS} | true; {PIPED}", 141),
        (f"unset PYTHONUNBUFFERED; {MORE_THAN_A_PIPE_HOLDS} | head -1; {PIPED}", 141),
        (f"export PYTHONUNBUFFERED=1; {MORE_THAN_A_PIPE_HOLDS} | head -1; {PIPED}", 141),
        (f"draftkit ask {SKELETON} -o asked.yaml <&-", 1),
    ],
)
def test_streams_that_are_not_there(line: str, status: int, place: Path) -> None:
    done = shell(line, place)
    assert done.returncode == status, done.stderr
    assert "Traceback" not in done.stderr and "Exception ignored" not in done.stderr
    if COMPOSE in line:
        assert (place / "out.docx").read_bytes()[:2] == b"PK"
    if line.endswith("> /dev/full") and status == 2 and "2>" not in line:
        assert "the disk is full" in done.stderr
    assert not list(place.rglob(".draftkit-*"))


@POSIX
@pytest.mark.parametrize("encoding", ["gbk", "ascii", "latin-1"])
def test_streams_that_cannot_show_a_name(encoding: str, place: Path) -> None:
    (place / "㐂街𬭁.txt").write_text("各位领导：\n我汇报三点。\n", "utf-8")
    done = shell("draftkit outline 㐂街𬭁.txt nothing😀.txt", place, {"PYTHONIOENCODING": encoding})
    assert done.returncode == 2 and "Traceback" not in done.stderr
    assert done.stdout and (encoding == "ascii" or "\\U0001f600" in done.stderr)  # click takes ASCII for a slip


@POSIX
def test_the_current_folder_is_gone(place: Path) -> None:
    gone = f"mkdir gone; cd gone; rmdir ../gone; draftkit compose {place}/facts.yaml -o"
    for output in (f"{place}/out.docx", "out.docx"):
        done = shell(f"{gone} {output}", place)
        assert done.returncode in (0, 2) and "Traceback" not in done.stderr, done.stderr


@POSIX
def test_the_same_bytes_whatever_surrounds_it(place: Path) -> None:
    made = []
    for number, more in enumerate(({}, *OTHERS)):
        batch = f"draftkit batch streets.csv -f {SKELETON} -o drafts{number} --vary"
        line = f"{batch} && draftkit {COMPOSE} --overwrite"
        done = shell(line, place, more)
        assert done.returncode == 0, done.stderr
        drafts = {path.name: path.read_bytes() for path in (place / f"drafts{number}").iterdir()}
        made.append(drafts | {"out": (place / "out.docx").read_bytes()})
    assert all(one == made[0] for one in made)


@POSIX
def test_rights_of_files(place: Path) -> None:
    for mask, mode in (("077", 0o600), ("022", 0o644)):
        assert shell(f"umask {mask}; draftkit office -o {mask}.toml", place).returncode == 0
        assert (place / f"{mask}.toml").stat().st_mode & 0o777 == mode
    (place / "077.toml").write_bytes(b"old")
    (place / "077.toml").chmod(0o640)
    assert shell("draftkit office -o 077.toml --overwrite", place).returncode == 0
    assert (place / "077.toml").stat().st_mode & 0o777 == 0o640


@POSIX
def test_a_folder_is_deleted_meanwhile(place: Path) -> None:
    head, street, *_rest = STREETS.splitlines()
    many = (street.replace("白石", f"白石{number}") for number in range(200))
    (place / "many.csv").write_text("\n".join((head, *many)) + "\n", "utf-8")
    folder, stop = place / "drafts", threading.Event()

    def delete() -> None:
        while not stop.wait(0.01):
            if folder.exists() and len(list(folder.glob("*.docx"))) > 3:
                folder.rename(place / "gone")  # at one stroke: nothing is written into it between two files
                shutil.rmtree(place / "gone", ignore_errors=True)
                return

    thread = threading.Thread(target=delete)
    thread.start()
    done = shell(f"draftkit batch many.csv -f {SKELETON} -o drafts --no-review", place)
    stop.set()
    thread.join()
    assert done.returncode == 2 and "not there any more" in done.stderr, done.stderr
    assert "Traceback" not in done.stderr


@POSIX
@pytest.mark.parametrize(
    "line",
    [
        f"batch streets.csv -f {SKELETON} -o one/drafts --overwrite",
        "compose facts.yaml -o one/out.docx --overwrite",
        "mine speeches -o one/mined",
    ],
)
def test_ten_runs_at_the_same_time(line: str, place: Path) -> None:
    assert shell(f"draftkit {line.replace('one/', 'alone/')}", place).returncode == 0
    runs = [threading.Thread(target=lambda: done.append(shell(f"draftkit {line}", place))) for _n in range(10)]
    done: list[subprocess.CompletedProcess[str]] = []
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    assert {one.returncode for one in done} <= {0, 2} and any(one.returncode == 0 for one in done)
    for one in done:
        assert one.returncode == 0 or "another run" in one.stderr, one.stderr
        assert "Traceback" not in one.stderr
    assert dict(files(place / "one")) == dict(files(place / "alone"))


def files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in folder.rglob("*"):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes()
