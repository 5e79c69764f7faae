"""Hostile input through the real command line, and the table of it in docs/hostile.md."""

import importlib
import re
import sys
from pathlib import Path

import pytest
from case import Case, check

HERE = Path(__file__).parent
PAGE = HERE.parents[1] / "docs/hostile.md"
MARK = "<!-- the table -->\n"
SHOWN = 4
"""Words of a case that the table shows at most."""
DOORS = [importlib.import_module(path.stem) for path in sorted(HERE.glob("cases_*.py"))]
CASES: list[Case] = [case for door in DOORS for case in door.CASES]


@pytest.mark.skipif(sys.platform == "win32", reason="no wait4, no limits")
@pytest.mark.parametrize("case", CASES, ids=str)
def test_hostile(case: Case, tmp_path: Path) -> None:
    check(case, tmp_path)


def test_each_case_has_a_number_of_its_own() -> None:
    numbers = [case.number for case in CASES]
    assert len(set(numbers)) == len(numbers)


def test_the_page_has_the_cases(pytestconfig: pytest.Config) -> None:
    head, mark, _table = PAGE.read_text("utf-8").partition(MARK)
    page = head + mark + "\n".join(lines()) + "\n"
    if pytestconfig.getoption("--accept"):
        PAGE.write_text(page, "utf-8", newline="\n")
    assert PAGE.read_text("utf-8") == page, "make accept writes the table"


def lines() -> list[str]:
    """Return the table's lines: a heading and a table for each door."""
    found = []
    for door in DOORS:
        title = (door.__doc__ or "").partition("\n")[0].rstrip(".")
        found += [
            "",
            f"## {title}",
            "",
            "| | handed in | command | exit | said or kept |",
            "|---|---|---|--:|---|",
        ]
        found += [row(case) for case in sorted(door.CASES, key=order)]
    return found


def order(case: Case) -> tuple[str, int, str]:
    letter, number, more = re.fullmatch(r"([A-Z]+)(\d+)(\w*)", case.number).groups()  # type: ignore[union-attr]
    return letter, int(number), more


def row(case: Case) -> str:
    told = case.says or case.shows
    said = "; ".join(f"“{words}”" for words in told[:SHOWN]) + (
        f"; … {len(told)} in all" if told[SHOWN:] else ""
    )
    cells = (case.number, case.what, f"`{case.command}`", str(case.exit), said)
    return "| " + " | ".join(" ".join(cell.replace("|", "\\|").split()) for cell in cells) + " |"
