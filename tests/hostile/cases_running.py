"""Odd inputs of any command.

What is no file, what is named twice, what is to be written over itself; no folders of the user's own.
"""

import os
from pathlib import Path

from case import Case
from commands import DRAFT, SKELETON, STREETS

SPEECH = {"稿.txt": DRAFT}
NOWHERE = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "TMPDIR"), "/nonexistent/at/all")


def pipe(place: Path) -> None:
    os.mkfifo(place / "稿.txt")


def device(place: Path) -> None:
    (place / "device.txt").symlink_to("/dev/zero")


def many(place: Path) -> None:
    for number in range(2000):
        (place / f"{number}.txt").write_text(DRAFT, "utf-8")


def one_bad_row(place: Path) -> None:
    head, street, *_rest = STREETS.splitlines()
    rows = [street.replace("白石", f"白石{number}") for number in range(500)]
    rows[250] = rows[250].replace("81.2", "八成左右")
    (place / "streets.csv").write_text("\n".join((head, *rows)) + "\n", "utf-8")


NO_FILE = "this is a pipe or a device, not a file"
CASES = (
    Case("R136b", "a pipe that nobody writes into", "outline 稿.txt", pipe, says=(NO_FILE,)),
    Case("R136c", "a pipe for a facts file", "compose 稿.txt", pipe, says=(NO_FILE,)),
    Case("R136d", "a device without an end", "outline device.txt", device, says=(NO_FILE,)),
    Case(
        "R136e", "one file three times", "outline 稿.txt 稿.txt ./稿.txt", SPEECH, exit=0, shows=("灯会筹备",)
    ),
    Case(
        "R136f", "an outline over its speech", "outline 稿.txt -o . --overwrite", SPEECH, says=("what is read",)
    ),
    Case(
        "R136g",
        "a report over a speech that is mined",
        "mine 稿.md -o mined --report 稿.md --overwrite",
        {"稿.md": DRAFT},
        says=("this is what is read",),
    ),
    Case(
        "R136h",
        "a map of columns over its table",
        f"batch s.csv -f {SKELETON} -o drafts --write-map s.csv --overwrite",
        {"s.csv": STREETS},
        says=("this is what is read",),
    ),
    Case(
        "R138",
        "no home, no settings, no folder for temporary files",
        "review 稿.txt",
        SPEECH,
        exit=1,
        shows=("P0",),
        environment=NOWHERE,
    ),
    Case("R141", "2,000 files", "outline .", many, exit=0, shows=("1999.txt", "灯会筹备"), seconds=30),
    Case(
        "R142",
        "one bad row of 500",
        f"batch streets.csv -f {SKELETON} -o drafts --dry-run",
        one_bad_row,
        exit=0,
        shows=("白石499",),
        seconds=30,
    ),
)
