"""Whatever the system refuses a command that writes, nothing is lost, and the user is told."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROWS = (
    (
        "R130",
        "every command that writes, refused each opening, writing, flushing, renaming, making of a folder and"
        " deleting in turn: a full disk, a failing one, a read-only one, no right, too many open files",
        "test_each_step_of_each_command_is_refused",
        "exit 2 and the reason, or it was of no account; old files whole, no stray, no half of a file",
    ),
    (
        "R131",
        "a disk of 60 kB (where the tests may mount one)",
        "test_a_full_disk",
        "“the disk is full”; what is there is whole",
    ),
)


@pytest.mark.skipif(sys.platform == "win32", reason="no fork")
def test_each_step_of_each_command_is_refused(tmp_path: Path) -> None:
    program = Path(__file__).with_name("faults.py")
    done = subprocess.run(
        [sys.executable, str(program), str(tmp_path)], capture_output=True, text=True, timeout=600, check=False
    )
    assert done.returncode == 0, done.stderr
    refused = re.match(r"(\d+) steps", done.stdout)
    assert refused and int(refused[1]) >= 100
