"""docs/review.md lists every rule as it tells of itself."""

from pathlib import Path

import pytest

from draftkit.review import FILES, rule

PAGE = Path(__file__).parents[1] / "docs/review.md"
HEAD = "| code | what is wrong | grade | safe fix | looked for |\n|---|---|---|---|---|\n"


def row(code: str) -> str:
    law = rule(code)
    name = law.name + (" (jieba)" if law.jieba else "")
    cells = (law.code, name, law.grade, "yes" if law.safe else "", law.looks_for.replace("|", "\\|"))
    return f"| {' | '.join(cells)} |\n"


def test_the_page_lists_every_rule(pytestconfig: pytest.Config) -> None:
    text = PAGE.read_text("utf-8")
    before, found, listed = text.partition(HEAD)
    assert found
    wanted = "".join(map(row, FILES))
    if pytestconfig.getoption("--accept"):
        PAGE.write_text(before + HEAD + wanted, "utf-8", newline="\n")
    else:
        assert listed == wanted
