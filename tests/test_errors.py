"""Places: how they are told."""

from openpyxl.utils import get_column_letter

from draftkit.errors import Place, letters


def test_a_place_in_a_text_has_line_and_column() -> None:
    assert str(Place("facts.yaml", 3, 5)) == "facts.yaml:3:5"


def test_a_place_in_a_workbook_is_a_cell() -> None:
    assert str(Place("streets.xlsx", 5, 28, "各街道")) == "streets.xlsx:各街道!AB5"


def test_columns_are_called_as_workbooks_call_them() -> None:
    assert [letters(n) for n in range(1, 18279)] == [get_column_letter(n) for n in range(1, 18279)]
