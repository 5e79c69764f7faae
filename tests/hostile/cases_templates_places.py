"""Frames that lead elsewhere, by a path, a link, a pipe, a name or a line end."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from case import Case
from frame_files import Files, library, opening

CHECK = "frames check --frames frames"
FRAME = "frames/formula/试.yaml"
ASKED = (
    r'{做: {ask: "做什么\nunit: 黑石街道\u2028unit: 黑石街道\u0085unit: 黑石街道", choices: ["甲\nunit: 乙"]}}'
)
ELSEWHERE = "kind: formula\nname: 试\nextends: ../../../etc/passwd\n"


def _pipe(folder: Path) -> None:
    (folder / FRAME).parent.mkdir(parents=True)
    os.mkfifo(folder / FRAME)


def _link(target: str, name: str = FRAME) -> Callable[[Path], object]:
    def make(folder: Path) -> None:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).symlink_to(target)

    return make


def _checked(number: str, what: str, files: Files, says: str, code: int = 1) -> Case:
    return Case(number, what, CHECK, files, code, (says,), hides=("root:",))


_CASES = (
    _checked(
        "T40",
        "a frame that extends a path",
        {FRAME: ELSEWHERE},
        "试.yaml:3:10: there is no frame ../../../etc/",
    ),
    Case(
        "T40b",
        "a path for a name",
        "frames show ../../../etc/passwd",
        says=("there is no frame ../",),
        hides=("root:",),
    ),
    Case(
        "T40c",
        "a path for a new name",
        "frames fork parallel/自拟小标题 ../../甲 -o own",
        says=("“../../甲” cannot be the name of a frame",),
    ),
    _checked("T41", "a pipe instead of a frame", _pipe, "试.yaml:1:1: this is a pipe or a device, not a file"),
    _checked("T41b", "a frame that links to itself", _link("试.yaml"), "试.yaml:1:1: the file cannot be read"),
    _checked("T41c", "a frame that links to nowhere", _link("无"), "试.yaml:1:1: there is no such file"),
    _checked("T41d", "a frame that never ends", _link("/dev/zero"), "试.yaml:1:1: this is a pipe or a device"),
    _checked("T41e", "a folder instead of a frame", {f"{FRAME}/甲": ""}, "试.yaml:1:1: this is a folder"),
    _checked(
        "T41f", "a kind's folder that links to itself", _link("formula", "frames/formula"), "formula:1:1: ", 2
    ),
    _checked(
        "T41g", "a file instead of a kind's folder", {"frames/formula": "甲"}, "where a folder is wanted", 2
    ),
    _checked(
        "T41h", "a file instead of the folder", {"frames": "甲"}, "frames:1:1: there is no such folder", 2
    ),
    _checked(
        "T42",
        "a file's name that would paint the screen",
        {"frames/formula/试\x1b[31m.yaml": opening("开")},
        r"试\x1b[31m.yaml:2:7: name: 试 stands in the file",
    ),
    Case(
        "T42b",
        "a question whose second line would fill in the form",
        "form 试 --frames frames",
        library({FRAME: opening("开{{ 做 }}", ASKED)}),
        exit=0,
        shows=("# 做什么 unit: 黑石街道 unit: 黑石街道 unit: 黑石街道；可选：甲 unit: 乙\n",),
    ),
)
CASES = tuple(replace(one, seconds=2, megabytes=200) for one in _CASES)
