"""Every command, watched: nothing leaves the machine, nothing is written but where it was asked for."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
from commands import COMMANDS, SOFFICE, Command, names, put_inputs

import written

ROWS = (
    (
        "R139",
        "every command without a network, its sockets forbidden",
        "test_nothing_leaves_the_machine_and_nothing_is_written_elsewhere",
        "its usual exit status; only `--executor dask=ADDRESS` opens a connection, to that address",
    ),
    (
        "R139b",
        "every command, each file that it opens to write, makes, moves or deletes",
        "test_nothing_leaves_the_machine_and_nothing_is_written_elsewhere",
        "all in the named output; nothing is left in the home or the temporary folder",
    ),
    (
        "R139c",
        "every command, what it tells besides its result (of `place`: which note it has put where)",
        "test_no_sentence_of_a_text_is_told",
        "no 20 characters of the texts that it read",
    ),
)
WATCHED = Path(__file__).with_name("watched")
JOBS = (
    Command("batch streets.csv -f 短发言-一是二是三是 -o drafts --jobs 2", ("drafts",)),
    Command("mine speeches -o mined --jobs 2", ("mined",)),
)
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="no shell, no unshare")


class Run(NamedTuple):
    """What came of a command: its exit status and output, its place, and the paths that were changed."""

    status: int
    out: str
    err: str
    place: Path
    changed: frozenset[Path]


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("inputs")
    put_inputs(folder)
    return folder


@pytest.fixture(scope="module")
def cut_off() -> list[str]:
    """Return what a command is begun with to have no network; nothing where the system has no such way."""
    ways = (["unshare", "-n"], ["unshare", "-rn"])
    found = (way for way in ways if shutil.which(way[0]) and not subprocess.call([*way, "true"], stderr=-3))
    return next(found, [])


@pytest.fixture(scope="module")
def runs(inputs: Path, cut_off: list[str], tmp_path_factory: pytest.TempPathFactory) -> Mapping[Command, Run]:
    return {one: run(one, inputs, cut_off, tmp_path_factory.mktemp("run")) for one in (*COMMANDS, *JOBS)}


def run(command: Command, inputs: Path, cut_off: list[str], folder: Path) -> Run:
    """Run a command as its user would, watched, with a home and a temporary folder of its own."""
    place = folder / "work"
    shutil.copytree(inputs, place)
    for name in ("home", "temp", "bin"):
        (folder / name).mkdir()
    (folder / "bin/soffice").write_text(SOFFICE, "utf-8")
    (folder / "bin/soffice").chmod(0o755)
    own = {name: str(folder / "home") for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")}
    own |= {"TMPDIR": str(folder / "temp"), "LANGUAGE": "en", "BOOK": str(inputs / "book.docx")}
    own |= {"PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}", "PYTHONDONTWRITEBYTECODE": "1"}
    own |= {"WATCHED": str(folder / "log"), "PYTHONPATH": with_watch()}
    done = subprocess.run(
        [*cut_off, sys.executable, "-m", "draftkit", *command.words],
        input=command.typed,
        cwd=place,
        env={**os.environ, **own},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    changed = frozenset(map(Path, (folder / "log").read_text("utf-8").splitlines()))
    return Run(done.returncode, done.stdout, done.stderr, place, changed)


def with_watch() -> str:
    return os.pathsep.join(filter(None, (str(WATCHED), os.environ.get("PYTHONPATH"))))


def test_every_command_is_here() -> None:
    assert not [name for name in names() if not any(_is_of(command.line, name) for command in COMMANDS)]


def _is_of(line: str, name: str) -> bool:
    return f"{line} ".startswith(f"{name} ")


def test_every_command_that_writes_office_files_has_them_validated() -> None:
    validated = {name for name in names() for line in written.COMMANDS.splitlines() if _is_of(line, name)}
    for command in COMMANDS:
        if any(one.endswith((".docx", ".xlsx")) for one in command.writes):
            assert any(_is_of(command.line, name) for name in validated), command.line


@POSIX
@pytest.mark.parametrize("command", (*COMMANDS, *JOBS), ids=lambda command: command.line)
def test_nothing_leaves_the_machine_and_nothing_is_written_elsewhere(
    command: Command, runs: Mapping[Command, Run], inputs: Path
) -> None:
    run = runs[command]
    assert run.status == command.exit, run.err
    new = {path.relative_to(run.place).parts[0] for path in run.place.rglob("*")} - {
        path.name for path in inputs.iterdir()
    }
    assert new == set(command.writes)
    for name in ("home", "temp"):
        assert not list((run.place.parent / name).iterdir())
    for path in run.changed:
        assert is_asked_for(path, command, run.place), path


def is_asked_for(path: Path, command: Command, place: Path) -> bool:
    """Whether a path is a named output or in one, a file on its way to be one, or a temporary one."""
    there = (Path(os.devnull), place)  # as a folder is that is made where there is none
    if path in there or path.is_relative_to(place.parent / "temp"):
        return True
    on_its_way = path.parent == place and re.fullmatch(r"\.draftkit-[0-9a-f]+\.part", path.name)
    return bool(on_its_way) or any(path.is_relative_to(place / name) for name in command.writes)


@POSIX
def test_no_sentence_of_a_text_is_told(runs: Mapping[Command, Run], inputs: Path) -> None:
    pieces = {piece for path in inputs.rglob("*.*") if path.suffix != ".docx" for piece in pieces_of(path)}
    for command, run in runs.items():
        if command.line.startswith("place "):
            continue
        told = "".join(run.err.split())
        assert not [piece for piece in pieces if piece in told], command.line


def pieces_of(path: Path) -> set[str]:
    text = "".join(path.read_text("utf-8", errors="replace").split())
    return {text[start : start + 20] for start in range(0, len(text) - 20, 5)}


@POSIX
def test_the_watch_sees_what_it_is_there_for(tmp_path: Path) -> None:
    log = tmp_path / "log"
    for code, status in (
        ("open('made', 'w').close()", 0),
        ("import socket; socket.create_connection(('127.0.0.1', 9))", 99),
    ):
        environment = {**os.environ, "WATCHED": str(log), "PYTHONPATH": with_watch()}
        done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True)
        assert done.returncode == status
    assert str(tmp_path / "made") in log.read_text("utf-8")
