"""What the documents say of the program is what the program has."""

from pathlib import Path

from draftkit.compose.passage import PLAN_WORDS
from draftkit.fact.reading import FILTERS
from draftkit.frame import KINDS, MOVES, ROLES, SLOT_TYPES
from draftkit.store.about import ABOUT
from draftkit.store.frames import OWN_KEYS, PROVIDED
from draftkit.store.keys import FIGURE, STATUS
from draftkit.zh.marker import FAMILIES

DOCS = Path(__file__).parents[1] / "docs"
FACTS, FRAMES = ((DOCS / name).read_text("utf-8") for name in ("facts.md", "frames.md"))


def test_every_filter_is_documented() -> None:
    assert all(f"`{name}`" in FACTS for name in FILTERS if name)


def test_every_key_of_a_figure_is_documented_in_both_spellings() -> None:
    for key, chinese in (*FIGURE.items(), *STATUS.items()):
        assert f"`{key}`" in FACTS and chinese in FACTS, key


def test_every_word_of_plans_is_documented() -> None:
    assert all(word in FACTS for word in PLAN_WORDS)


def test_every_key_of_a_frame_is_documented() -> None:
    keys = {key for own in OWN_KEYS.values() for key in own}
    for word in (*ABOUT, *KINDS, *keys, *ROLES, *MOVES, *SLOT_TYPES, *PROVIDED, *FAMILIES):
        assert word in FRAMES, word
