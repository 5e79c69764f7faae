"""Killed whenever it may be, no command leaves half a file."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROWS = (
    (
        "R129",
        "every command that writes, killed (SIGKILL) at 200 random moments and between steps of its writing,"
        " over nothing and over older files; killed again while it goes on",
        "test_killed_at_two_hundred_random_moments",
        "every file is as it was or as it shall be; the next call does the rest and leaves no stray",
    ),
)


@pytest.mark.skipif(sys.platform == "win32", reason="no fork, no SIGKILL")
def test_killed_at_two_hundred_random_moments(tmp_path: Path) -> None:
    program = Path(__file__).with_name("kills.py")
    done = subprocess.run(
        [sys.executable, str(program), str(tmp_path)], capture_output=True, text=True, timeout=600, check=False
    )
    assert done.returncode == 0, done.stderr
    moments, steps = map(int, re.findall(r"(\d+) (?:kills|between)", done.stdout))
    assert moments >= 200 and steps >= 50
