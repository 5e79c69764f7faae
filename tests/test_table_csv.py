"""CSV: encodings, separators, quotes, and what is wrong with it."""

from pathlib import Path

import pytest

from book_parts import (
    cells_in,
    rows_in,
    written,
)
from draftkit.errors import CannotRead, WrongTable


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")


CSV = '街道,改造楼院（个）,做法\r\n临江街道,37,"先摸底，\r\n再说""一户一策"""\r\n城关街道,0371,"1,200"\r\n'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_in_its_encodings_and_separators(tmp_path: Path, encoding: str, separator: str) -> None:
    made = CSV.replace(",", separator).replace(f"1{separator}200", "1,200")
    rows = rows_in(written(tmp_path, made.encode(encoding), "台账.csv"))
    assert [(row.number, [cell.text for cell in row.cells]) for row in rows] == [
        (1, ["街道", "改造楼院（个）", "做法"]),
        (2, ["临江街道", "37", "先摸底，\n再说“一户一策”".replace("“", '"').replace("”", '"')]),
        (4, ["城关街道", "0371", "1,200"]),
    ]
    assert [cell.numeric for row in rows[1:] for cell in row.cells] == [False, True, False, False, False, False]


def test_csv_with_a_title_and_digits_kept_as_text(tmp_path: Path) -> None:
    made = '改造台账,,\n街道,电话,\n临江,="0371",\n\n,,\n  城关 ,\t110101199003078888 ,\n'
    rows = rows_in(written(tmp_path, made.encode()))
    assert [(row.number, [cell.text for cell in row.cells]) for row in rows] == [
        (1, ["改造台账"]),
        (2, ["街道", "电话"]),
        (3, ["临江", "0371"]),
        (6, ["城关", "110101199003078888"]),
    ]
    assert not any(cell.numeric or cell.trouble for row in rows for cell in row.cells)


def test_csv_rows_that_are_wider_than_the_header(tmp_path: Path) -> None:
    rows = rows_in(written(tmp_path, "街道,做法\n临江,先摸底,再动手\n城关,先动手\n".encode()))
    assert [[bool(cell.trouble) for cell in row.cells] for row in rows] == [
        [False] * 2,
        [True] * 3,
        [False] * 2,
    ]


@pytest.mark.parametrize(
    ("made", "line", "said"),
    [
        ('街道,做法\n临江,好\n城关,"先摸底\n东街,x\n', 3, "never closed"),
        ('街道,做法\n临江,"一户"一策\n', 2, "after the closing"),
        ("街道,做法\n" + "长" * 200_000 + ",1\n", 2, "never closed"),
        ("街道,做法\n临江," + ",".join(["1"] * 600) + "\n", 2, "beyond"),
        ("街道,做法\n" + "长" * 5_000_000, 2, "characters"),
    ],
)
def test_csv_that_cannot_be_taken_apart(tmp_path: Path, made: str, line: int, said: str) -> None:
    with pytest.raises(WrongTable) as wrong:
        rows_in(written(tmp_path, made.encode()))
    (problem,) = wrong.value.problems
    assert said in problem.message
    assert problem.place
    assert problem.place.line == line


def test_csv_that_is_cut_off_within_a_character(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="byte 11 "):
        rows_in(written(tmp_path, "街道,做法".encode()[:-2]))


def test_csv_that_was_spoilt_when_it_was_saved(tmp_path: Path) -> None:
    made = "街道,证号,率,额,码\n临江,1.10101E+17,#DIV/0!,########,1E+5\n"
    name, number, rate, amount, code = (cell.trouble for cell in cells_in(written(tmp_path, made.encode()))[5:])
    assert "cut short" in number
    assert "#DIV/0!" in rate
    assert "###" in amount
    assert not name
    assert not code
