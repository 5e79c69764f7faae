"""What draftkit stands on: pyproject.toml, requirements/ and docs/dependencies.md say the same, and warnings of
jieba reach nobody."""

import os
import re
import subprocess
import sys
import tomllib
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import NamedTuple

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

TOP = Path(__file__).parents[1]
PAGE = TOP / "docs/dependencies.md"
LOCK = (TOP / "requirements/dev.lock").read_text("utf-8")
LOWEST = (TOP / "requirements/lowest.txt").read_text("utf-8")
HEAD = "| package | for | comes with | licence |\n|---|---|---|---|\n"
PROJECT = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = ("pdf", "cluster", "test", "dev")


class Pin(NamedTuple):
    """A package of the lock: its version, its hashes, and what it comes with."""

    version: Version
    hashes: int
    parents: list[str]


def asked(group: str) -> dict[str, Requirement]:
    """What pyproject asks for: for everybody (""), or for an extra."""
    lines = PROJECT["optional-dependencies"][group] if group else PROJECT["dependencies"]
    found = map(Requirement, lines)
    return {canonicalize_name(one.name): one for one in found if one.name != PROJECT["name"]}


def pins() -> dict[str, Pin]:
    found = {}
    for name, version, rest in re.findall(r"(?ms)^([a-z][\w.-]*)==(\S+)(.*?)(?=^[a-z]|\Z)", LOCK):
        parents = re.findall(r"[\w.-]+", rest.partition("# via")[2].replace("(pyproject.toml)", ""))
        found[name] = Pin(Version(version), rest.count("--hash=sha256:"), parents)
    return found


PINS = pins()


def least(one: Requirement) -> Version:
    """The lower bound; each has one."""
    (bound,) = (part.version for part in one.specifier if part.operator in (">=", "=="))
    return Version(bound)


def test_the_lowest_versions_are_the_bounds_of_pyproject() -> None:
    bounds = {
        name: least(one) for group in ("", "pdf", "cluster", "test") for name, one in asked(group).items()
    }
    lowest = map(Requirement, LOWEST.split())
    assert {one.name: least(one) for one in lowest} == bounds


@pytest.mark.parametrize("group", ["", *EXTRAS])
def test_the_lock_keeps_the_bounds_of_pyproject(group: str) -> None:
    for name, one in asked(group).items():
        assert PINS[name].version in one.specifier, f"{name}: make lock"


def test_the_lock_has_hashes_and_names_no_place_to_get_things_from() -> None:
    assert all(pin.hashes for pin in PINS.values())
    assert "//" not in LOCK + LOWEST and "index" not in LOCK + LOWEST


def test_the_page_has_a_part_for_each_direct_dependency() -> None:
    text = PAGE.read_text("utf-8")
    direct = {name for group in ("", "pdf", "cluster") for name in asked(group)}
    assert set(re.findall(r"(?m)^### (\S+)$", text)) == direct
    for name in direct:
        part = text.partition(f"### {name}\n")[2].partition("\n###")[0]
        assert all(word in part for word in ("Door:", "Kept:", "Looked at too:", "Brings:", "Bounds:")), name


def test_the_page_lists_the_licence_of_all_that_comes_along(pytestconfig: pytest.Config) -> None:
    text = PAGE.read_text("utf-8")
    before, found, listed = text.partition(HEAD)
    assert found
    known = {line.split(" | ")[0].removeprefix("| "): line for line in listed.splitlines()}
    wanted = "".join(f"{row(name, known.get(name))}\n" for name in PINS)
    if pytestconfig.getoption("--accept"):
        PAGE.write_text(before + HEAD + wanted, "utf-8", newline="\n")
    else:
        assert listed == wanted and "| ? |" not in listed


def row(name: str, known: str | None) -> str:
    """The row of a package as it tells of itself; of one that is not here as locked, what is known."""
    here = [one for one in distributions(name=name) if Version(one.version) == PINS[name].version]
    licence = licence_of(here[0]) if here else known.split(" | ")[3].removesuffix(" |") if known else "?"
    return f"| {name} | {purpose(name)} | {'、'.join(PINS[name].parents)} | {licence} |"


def licence_of(package: Distribution) -> str:
    """What its metadata says in the newest of three ways."""

    def told(key: str) -> list[str]:
        return package.metadata.get_all(key) or []

    classes = [one.rpartition(" :: ")[2] for one in told("Classifier") if one.startswith("License ::")]
    words = [one for one in told("License") if len(one) < 60]  # longer ones are the licence itself
    return "；".join(told("License-Expression") or words or classes)


def purpose(name: str) -> str:
    """For whom a package comes along: everybody, or the first extra that brings it."""
    over, waiting = set[str](), [name]
    while waiting:
        one = waiting.pop()
        if one not in over and one in PINS:
            over.add(one)
            waiting += PINS[one].parents
    return next(group or "all" for group in ("", *EXTRAS) if over & set(asked(group)))


@pytest.mark.parametrize("command", ["mine {speech} -o {out}/frames", "review {speech}"])
def test_no_warning_of_jieba_reaches_the_screen(command: str, tmp_path: Path) -> None:
    # Compiled anew, since that is when invalid escapes are warned of.
    anew = ["-W", "error", "-X", f"pycache_prefix={tmp_path}/compiled"]
    words = command.format(out=tmp_path, speech=TOP / "seeds/03-jingyan-yanglao.txt").split()
    done = subprocess.run(
        [sys.executable, *anew, "-m", "draftkit", *words],
        cwd=tmp_path,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": ""},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode in (0, 1) and "Warning" not in done.stderr, done.stderr
    assert any((tmp_path / "compiled").rglob("jieba/__init__*.pyc"))
