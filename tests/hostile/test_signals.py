"""Asked to end, whatever is under way: soon, in one line, and with nothing left."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from commands import SKELETON, STREETS, put_inputs

ROWS = (
    (
        "R133",
        "Ctrl-C, Ctrl-C twice, SIGTERM, SIGHUP while a .rtf is converted, processes mine or draft",
        "test_asked_to_end",
        "exit 130, 143, 129; one line that says how to go on; no process, no temporary file is left",
    ),
    (
        "R133b",
        "SIGTERM while it asks for facts",
        "test_asked_to_end_at_a_question",
        "exit 143; “The answers are in asked.yaml. To go on: draftkit ask asked.yaml”",
    ),
)
pytestmark = pytest.mark.usefixtures("heard")
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="other signals")
HANGING = """\
#!/bin/sh
echo $$ > "$STARTED"
sleep 300 &
echo $! >> "$STARTED"
wait
"""
AGAIN = "broken off; what is written is whole, and the same call again does the rest"
CONVERTING = (
    "outline speeches old.rtf",
    "bind draft.txt old.rtf -o bound.docx",
    "mine speeches old.rtf -o mined --jobs 2",
)
DRAFTING = f"batch many.csv -f {SKELETON} -o drafts --jobs 2"
WAYS = ((signal.SIGINT,), (signal.SIGINT, signal.SIGINT), (signal.SIGTERM,), (signal.SIGHUP,))


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with all inputs, where LibreOffice never comes to an end."""
    place, bin = tmp_path / "work", tmp_path / "bin"
    for folder in (place, bin, tmp_path / "temp"):
        folder.mkdir()
    put_inputs(place)
    head, street, *_rest = STREETS.splitlines()
    many = (street.replace("白石", f"白石{number}") for number in range(400))
    (place / "many.csv").write_text("\n".join((head, *many)) + "\n", "utf-8")
    (bin / "soffice").write_text(HANGING, "utf-8")
    (bin / "soffice").chmod(0o755)
    monkeypatch.setenv("PATH", f"{bin}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("STARTED", str(tmp_path / "started"))
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temp"))
    monkeypatch.setenv("LANGUAGE", "en")
    return place


@POSIX
@pytest.mark.parametrize(
    ("command", "way"),
    [*((CONVERTING[0], way) for way in WAYS), (CONVERTING[1], WAYS[2])]
    + [(CONVERTING[2], way) for way in WAYS[1:]]
    + [(DRAFTING, way) for way in WAYS[1:]],
    ids=lambda value: value.split()[0] if isinstance(value, str) else "+".join(one.name for one in value),
)
def test_asked_to_end(command: str, way: tuple[signal.Signals, ...], place: Path) -> None:
    started = place.parent / "started"
    with running(command, place) as process:
        if command == DRAFTING:
            wait_for(lambda: any((place / "drafts").glob("*.docx")))
        else:
            wait_for(lambda: started.exists() and len(started.read_text("utf-8").split()) == 2)
            private(place.parent / "temp")
        begin = time.monotonic()
        for number in way:
            os.killpg(process.pid, number)
        _out, told = process.communicate(timeout=30)
    assert time.monotonic() - begin < 15
    assert process.returncode == 128 + way[0], told
    last = told.rstrip().splitlines()[-1]
    assert last == AGAIN or (last.startswith("broken off: ") and last.endswith("go on with --resume")), told
    assert "Traceback" not in told and "Error" not in told
    nothing_left(place)


@POSIX
def test_asked_to_end_at_a_question(place: Path) -> None:
    with running(f"ask {SKELETON} -o asked.yaml", place) as process:
        assert process.stdin
        process.stdin.write("灯会办\n")
        process.stdin.flush()
        wait_for(
            lambda: (place / "asked.yaml").exists() and "灯会办" in (place / "asked.yaml").read_text("utf-8")
        )
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 143
        assert process.stderr
        told = process.stderr.read()
    assert told.endswith("The answers are in asked.yaml. To go on: draftkit ask asked.yaml\n")
    nothing_left(place)


def running(command: str, place: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "draftkit", *command.split()],
        cwd=place,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def wait_for(seen: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not seen():
        assert time.monotonic() < end
        time.sleep(0.02)


def private(temp: Path) -> None:
    """Hold that only the user can look into what is temporary."""
    assert list(temp.iterdir())
    assert all(path.stat().st_mode & 0o077 == 0 for path in temp.iterdir())


def nothing_left(place: Path) -> None:
    """Hold that no file is left that is half-written or temporary, and no process that works for the place."""
    assert not list(place.rglob(".draftkit-*.part")) and not list(place.rglob(".draftkit.lock"))
    assert not list((place.parent / "temp").iterdir())
    wait_for(lambda: not list(processes_of(place)))


def processes_of(place: Path) -> Iterator[str]:
    """Yield the processes that were begun for a place: they have its temporary folder in their environment."""
    for path in Path("/proc").glob("[0-9]*/environ"):
        try:
            environment = path.read_bytes()
        except OSError:
            continue
        if f"STARTED={place.parent}/started".encode() in environment and path.parent.name != str(os.getpid()):
            yield path.parent.name
