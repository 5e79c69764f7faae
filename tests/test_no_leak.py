"""No words of other people's documents stand in the repository: structures and fixed words may be learned from
them, sentences stay with them. Skipped, in words, where those documents are not at hand."""

import re
from pathlib import Path

import pytest

TOP = Path(__file__).parents[1]
SHARED = sorted((TOP.parent / "shared/seeds").glob("*.txt"))
LONGEST = 17
"""Characters in a row that may be the same: names of the whole country are as long (own)."""
KINDS = {".py", ".md", ".csv", ".yaml", ".toml", ".tsv", ".txt", ".json", ".po", ".pot"}
OWN = [TOP / name for name in ("src", "tests", "docs", "frames", "seeds", "examples", "benchmarks")]


def runs(text: str) -> set[str]:
    """Return each run of a text that is too long, white space left out."""
    joined = re.sub(r"\s", "", text)
    return {joined[place : place + LONGEST + 1] for place in range(len(joined) - LONGEST)}


@pytest.mark.skipif(not SHARED, reason="the shared documents are not here")
def test_no_words_of_the_shared_documents_stand_in_the_repository() -> None:
    theirs = set().union(*(runs(path.read_bytes().decode("utf-8", "ignore")) for path in SHARED))
    theirs = {run for run in theirs if re.search("[一-龥]", run)}
    files = [path for folder in OWN for path in folder.rglob("*") if path.suffix in KINDS]
    files += [path for path in TOP.iterdir() if path.suffix in KINDS]
    found = {str(path.relative_to(TOP)): sorted(runs(path.read_text("utf-8")) & theirs)[:3] for path in files}
    assert {path: words for path, words in found.items() if words} == {}
    assert len(files) > len(SHARED)
