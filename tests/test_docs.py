"""What the documents say of the program is what the program has."""

import re
from pathlib import Path
from typing import Any, get_args

from draftkit.cli.frames import frames
from draftkit.fact.reading import FILTERS
from draftkit.frame import KINDS, MOVES, PROVIDED, ROLES, SLOT_TYPES
from draftkit.read import CONVERTED, SUFFIXES
from draftkit.read.rules import RULES
from draftkit.store.frame_keys import ABOUT, OWN_KEYS, SHAPE, SLOT
from draftkit.store.keys import FIGURE, STATUS
from draftkit.tree import Document, Speech, Why
from draftkit.write.outline import outline
from draftkit.zh.marker import FAMILIES
from draftkit.zh.plans import PLAN_WORDS

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
