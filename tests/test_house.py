"""The house itself: sizes, names, and that what is written down about it is true."""

import ast
import re
from pathlib import Path

import pytest

from draftkit.cli import COMMANDS
from draftkit.store.keys import FACTS

TOP = Path(__file__).parents[1]
SOURCES = sorted((TOP / "src").rglob("*.py"))
LONGEST_FUNCTION, LONGEST_FILE = 40, 250
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
