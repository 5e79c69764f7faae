"""The sample speeches, read: their outlines against gold/, what an editor sees in them."""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from draftkit.pipeline import read_speech
from draftkit.write.outline import outline

TOP = Path(__file__).parents[1]
GOLD = TOP / "tests/gold"
SEEDS = sorted((TOP / "seeds").glob("*.txt"))
PARTS = ("title", "couplet", "salutation", "opening", "closing", "signoff")
FLOORS = {"parallels": 0.97, "bundles": 1.0}
"""The least F1 over all seeds together. To be raised whenever the reader gets better, never lowered."""

Json = dict[str, Any]


def plain(value: object) -> Any:
    """Return a value with one width of characters and without white space, lists and objects gone through."""
    if isinstance(value, str):
        return re.sub(r"\s+", "", unicodedata.normalize("NFKC", value))
    if isinstance(value, list):
        return [plain(one) for one in value]
    return {key: plain(one) for key, one in value.items()} if isinstance(value, dict) else value


@cache
def read(name: str) -> tuple[Json, Json]:
    """Return the outline of a seed and the editor's."""
    seen = outline(read_speech(TOP / f"seeds/{name}.txt").document)
    return plain(seen), plain(json.loads((GOLD / f"{name}.json").read_text("utf-8")))


def speeches() -> Iterator[tuple[Json, Json]]:
    for seed in SEEDS:
        seen, wanted = read(seed.stem)
        yield from zip(seen["speeches"], wanted["speeches"], strict=True)


def f1(pairs: Iterable[tuple[Iterable[Hashable], Iterable[Hashable]]]) -> float:
    """Return the harmonic mean of precision and recall over pairs of what is seen and what is wanted."""
    hits = total = 0
    for seen, wanted in pairs:
        one, other = Counter(seen), Counter(wanted)
        hits += (one & other).total()
        total += one.total() + other.total()
    return 2 * hits / total


def pairs_of_members(speech: Json) -> set[frozenset[str]]:
    return {
        frozenset(pair) for series in speech["parallels"] for pair in combinations(dict.fromkeys(series), 2)
    }


def bundles(speech: Json) -> list[tuple[str, tuple[str, ...]]]:
    return [(one["name"], tuple(one["items"])) for one in speech["bundles"]]


def test_every_seed_has_an_editor_s_answer_and_no_answer_is_left_over() -> None:
    assert {path.stem for path in SEEDS} == {path.stem for path in GOLD.iterdir()} != set()


def test_what_each_seed_shows_is_written_down() -> None:
    rows = re.findall(r"^\| `(\S+)` \|", (TOP / "seeds/README.md").read_text("utf-8"), re.MULTILINE)
    assert rows == [path.stem for path in SEEDS]


@pytest.mark.parametrize("name", [path.stem for path in SEEDS])
def test_a_seed_is_built_as_the_editor_says(name: str) -> None:
    seen, wanted = read(name)
    assert seen["source"] == wanted["source"]
    for part in (*PARTS, "headings"):
        assert [speech[part] for speech in seen["speeches"]] == [speech[part] for speech in wanted["speeches"]]
    assert [one["text"] for one in seen["dropped"]] == [one["text"] for one in wanted["dropped"]]


def test_parallels_are_found_as_well_as_they_were() -> None:
    found = f1((pairs_of_members(seen), pairs_of_members(wanted)) for seen, wanted in speeches())
    assert found >= FLOORS["parallels"]


def test_bundles_are_found_as_well_as_they_were() -> None:
    found = f1((bundles(seen), bundles(wanted)) for seen, wanted in speeches())
    assert found >= FLOORS["bundles"]
