"""The house itself: sizes, names, and that what is written down about it is true."""

import ast
import inspect
import re
from importlib import import_module
from pathlib import Path

import pytest

from draftkit.cli import COMMANDS
from draftkit.read.page import Piece, Pieces
from draftkit.read.rules import RULES
from draftkit.store.keys import FACTS

TOP = Path(__file__).parents[1]
SOURCES = sorted((TOP / "src").rglob("*.py"))
LONGEST_FUNCTION, LONGEST_FILE = 40, 250
READING = sorted(path for path in (TOP / "src/draftkit/read/rules").glob("*.py") if path.stem != "__init__")
CASES = TOP / "tests/cases"
DEVICES = ("bundle", "couplet", "parallel")
JUNK = {"utils", "util", "helpers", "common", "misc", "base", "manager"}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(TOP)))
def test_files_and_functions_can_be_read_in_one_sitting(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.count("\n") <= LONGEST_FILE
    assert path.stem not in JUNK
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < LONGEST_FUNCTION, node.name


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(TOP)))
def test_public_things_say_what_they_are(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    assert ast.get_docstring(tree), "a module says what it is"
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            commands = any("command" in ast.dump(d) or "group" in ast.dump(d) for d in node.decorator_list)
            assert ast.get_docstring(node) or commands, node.name


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_readme_names_every_command_and_every_key(name: str) -> None:
    text = (TOP / name).read_text("utf-8")
    assert all(f"draftkit {command}" in text for command in COMMANDS)
    assert all(key in text and chinese in text for key, chinese in FACTS.items())


def test_both_readmes_show_the_same_commands() -> None:
    blocks = [
        re.findall(r"^(?:make|draftkit|pip) .*$", (TOP / name).read_text("utf-8"), re.MULTILINE)
        for name in ("README.md", "README.zh-CN.md")
    ]
    assert blocks[0] == blocks[1] != []


def test_the_tree_of_contributing_has_every_room() -> None:
    text = (TOP / "CONTRIBUTING.md").read_text("utf-8")
    rooms = {path.name for path in (TOP / "src/draftkit").iterdir() if path.suffix == ".py" or path.is_dir()}
    for room in rooms - {"__init__.py", "__pycache__", "locale", "frames"}:
        assert room in text, room


@pytest.mark.parametrize("path", READING, ids=lambda path: path.stem)
def test_a_rule_of_reading_is_applied_and_says_what_it_looks_for(path: Path) -> None:
    module = import_module(f"draftkit.read.rules.{path.stem}")
    mine = {
        one
        for name, one in inspect.getmembers(module, inspect.isfunction)
        if one.__module__ == module.__name__
        and not name.startswith("_")
        and inspect.get_annotations(one) == {"pieces": Pieces, "return": list[Piece]}
    }
    assert mine and mine == {rule for rule in RULES if rule.__module__ == module.__name__}
    assert all(mark in (module.__doc__ or "") for mark in ("查什么", "依据"))


def test_every_rule_is_applied_once_and_has_a_module() -> None:
    assert len(set(RULES)) == len(RULES)
    assert {rule.__module__.rpartition(".")[2] for rule in RULES} == {path.stem for path in READING}


def test_every_rule_and_device_has_cases_and_cases_where_it_does_not_fire() -> None:
    rooms = {"read": {*(path.stem for path in READING), "unwrap"}, "rhetoric": set(DEVICES)}
    for room, pages in rooms.items():
        assert {page.stem for page in (CASES / room).glob("*.md")} == pages
        for page in pages:
            titles = re.findall(
                r"^## ([a-z].+)$", (CASES / room / f"{page}.md").read_text("utf-8"), re.MULTILINE
            )
            assert len(set(titles)) == len(titles), page
            assert {title.startswith("not") for title in titles} == {True, False}, page
