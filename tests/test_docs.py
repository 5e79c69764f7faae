"""What the documents say of the program is what the program has."""

import re
import shlex
from pathlib import Path
from typing import Any, get_args

import pytest
from click.testing import CliRunner

from draftkit.asking import begin
from draftkit.cli import group
from draftkit.cli.frames import frames
from draftkit.fact.reading import FILTERS
from draftkit.frame import KINDS, MOVES, PROVIDED, ROLES, SLOT_TYPES
from draftkit.library import Library
from draftkit.pipeline import shipped_frames
from draftkit.read import CONVERTED, SUFFIXES
from draftkit.read.rules import RULES
from draftkit.store.frame_keys import ABOUT, OWN_KEYS, SHAPE, SLOT
from draftkit.store.keys import FIGURE, STATUS
from draftkit.tree import Document, Speech, Why
from draftkit.write.outline import outline
from draftkit.zh.marker import FAMILIES
from draftkit.zh.plans import PLAN_WORDS

LIBRARY = Library((shipped_frames(),), trusted=shipped_frames())
DOCS = Path(__file__).parents[1] / "docs"
FACTS, FRAMES, OUTLINE = ((DOCS / name).read_text("utf-8") for name in ("facts.md", "frames.md", "outline.md"))


def test_every_filter_is_documented() -> None:
    assert all(f"`{name}`" in FACTS for name in FILTERS if name)


def test_every_key_of_a_figure_is_documented_in_both_spellings() -> None:
    for key, chinese in (*FIGURE.items(), *STATUS.items()):
        assert f"`{key}`" in FACTS and chinese in FACTS, key


def test_every_word_of_plans_is_documented() -> None:
    assert all(word in FACTS for word in PLAN_WORDS)


def test_every_key_of_a_frame_is_documented() -> None:
    keys = {key for own in OWN_KEYS.values() for key in own}
    for word in (*ABOUT, *KINDS, *keys, *SLOT, *SHAPE, *ROLES, *MOVES, *SLOT_TYPES, *PROVIDED, *FAMILIES):
        assert word in FRAMES, word


def test_every_command_of_frames_is_documented() -> None:
    assert all(f"`draftkit frames {name}" in FRAMES for name in frames.commands)


def test_every_field_of_the_outline_is_documented() -> None:
    shown: dict[str, Any] = outline(Document("", (Speech(()),)))
    inner = ("level", "marker", "text", "name", "count", "items")
    for field in (*shown, *shown["speeches"][0], *inner, *get_args(Why)):
        assert f"`{field}`" in OUTLINE, field


def test_the_rules_are_documented_in_their_order() -> None:
    rules = [rule.__module__.rpartition(".")[2] for rule in RULES]
    assert re.findall(r"^\d+\. `(\w+)`", OUTLINE, re.MULTILINE) == ["unwrap", *rules]


def test_every_kind_of_source_is_in_both_readmes() -> None:
    for name in ("README.md", "README.zh-CN.md"):
        text = (DOCS.parent / name).read_text("utf-8")
        assert all(f"`{suffix}`" in text for suffix in {*SUFFIXES, *CONVERTED} - {".markdown"})


def test_the_facts_can_be_asked_for_as_documented(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    first, second = re.findall(r"^draftkit (ask .*)$", FACTS, re.MULTILINE)
    begun = CliRunner().invoke(group(), shlex.split(first), input="河湾镇\n")
    assert begun.exit_code == 1 and "河湾镇" in (tmp_path / "facts.yaml").read_text("utf-8")
    again = CliRunner().invoke(group(), shlex.split(second), input="全区会\n" + "\n" * 60)
    assert again.exit_code == 1 and (tmp_path / again.stdout.strip()).exists()
    assert "全区会" in (tmp_path / "facts.yaml").read_text("utf-8")
    for said in re.findall(r"given as it is said: (.*?)\. Sources", FACTS, re.DOTALL)[0].split(","):
        session = begin(shlex.split(first)[1], tmp_path / f"{said.strip()}.yaml", LIBRARY, True)
        session.answer(("总成效",), ["数据"])
        assert session.answer(("figures", "数据"), [said.strip()]) == [], said


def test_every_test_that_shows_something_is_there() -> None:
    named = {
        (page.name, path)
        for page in DOCS.glob("*.md")
        for path in re.findall(r"`(tests/[^`]+)`", page.read_text("utf-8"))
    }
    assert not [(page, path) for page, path in named if not (DOCS.parent / path).exists()]
