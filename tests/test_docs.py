"""What the documents say of the program is what the program has."""

from pathlib import Path

from draftkit.compose.passage import PLAN_WORDS
from draftkit.fact.reading import FILTERS
from draftkit.store.keys import FIGURE, STATUS

FACTS = (Path(__file__).parents[1] / "docs/facts.md").read_text("utf-8")


def test_every_filter_is_documented() -> None:
    assert all(f"`{name}`" in FACTS for name in FILTERS if name)


def test_every_key_of_a_figure_is_documented_in_both_spellings() -> None:
    for key, chinese in (*FIGURE.items(), *STATUS.items()):
        assert f"`{key}`" in FACTS and chinese in FACTS, key


def test_every_word_of_plans_is_documented() -> None:
    assert all(word in FACTS for word in PLAN_WORDS)
