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
RUNNING = ("test_faults", "test_kills", "test_places", "test_signals", "test_surroundings")
"""The tests that are no cases; their ROWS stand in the page below those of the cases."""
ELSEWHERE = (
    (
        "R135",
        "the lock of a run that was killed",
        "tests/test_folder.py::test_a_run_that_was_killed_holds_nothing",
        "the next run holds the folder; what was half-written is gone",
    ),
    (
        "R136",
        "tables that were changed before a batch is gone on with",
        "tests/test_batch.py::test_resume_redoes_what_is_gone_or_has_other_facts",
        "what has other facts is written anew, the rest stays",
    ),
    (
        "R142b",
        "a bad row among good ones",
        "tests/test_batch.py::test_a_bad_row_stops_no_other",
        "all others have their drafts; its cells are told; exit 1",
    ),
    (
        "R143",
        "drafts that are there already, as they shall be or changed by hand",
        "tests/test_batch_command.py::test_again_and_on",
        "refused without --resume or --overwrite; what is the same counts as done",
    ),
)
"""What the tests of a command hold it to already."""
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
        found += [row(case) for case in sorted(door.CASES, key=lambda case: order(case.number))]
    found += [
        "",
        "## What happens around it",
        "",
        "| | what happens | test | what comes of it |",
        "|---|---|---|---|",
    ]
    rows = [
        (number, what, f"tests/hostile/{module}.py::{test}", said)
        for module in RUNNING
        for number, what, test, said in importlib.import_module(module).ROWS
    ]
    found += [
        line(number, what, "`{}` {}".format(*test.split("::")), said)
        for number, what, test, said in sorted((*rows, *ELSEWHERE), key=lambda one: order(one[0]))
    ]
    return found


def order(number: str) -> tuple[str, int, str]:
    letter, digits, more = re.fullmatch(r"([A-Z]+)(\d+)(\w*)", number).groups()  # type: ignore[union-attr]
    return letter, int(digits), more


def row(case: Case) -> str:
    told = case.says or case.shows
    said = "; ".join(f"“{words}”" for words in told[:SHOWN]) + (
        f"; … {len(told)} in all" if told[SHOWN:] else ""
    )
    return line(case.number, case.what, f"`{case.command}`", str(case.exit), said)


def line(*cells: str) -> str:
    return "| " + " | ".join(" ".join(cell.replace("|", "\\|").split()) for cell in cells) + " |"


def test_each_row_has_its_test() -> None:
    for module in RUNNING:
        there = importlib.import_module(module)
        assert [test for _number, _what, test, _said in there.ROWS if not hasattr(there, test)] == []
    for _number, _what, test, _said in ELSEWHERE:
        path, _colons, name = test.partition("::")
        assert f"def {name}(" in (HERE.parents[1] / path).read_text("utf-8")
