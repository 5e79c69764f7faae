"""Numbers of a workbook: how they are seen, and which must not be used."""

from pathlib import Path

import pytest

from book_parts import (
    MAIN,
    RELATIONS,
    cells_in,
    parts,
    styles,
    written,
)


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")


def number(folder: Path, raw: str, code: str = "General", **changed: str) -> tuple[str, str]:
    """What is seen of a number, and the trouble with it."""
    made = parts(f'<row r="1"><c r="A1" s="0"><v>{raw}</v></c></row>', styles=styles(code), **changed)
    (cell,) = cells_in(written(folder, made))
    return cell.text, cell.trouble


@pytest.mark.parametrize(
    ("raw", "code", "seen"),
    [
        ("28140", "General", "28140"),
        ("28140", "#,##0", "28140"),
        ("28140", "3", "28140"),
        ("0", "General", "0"),
        ("-3.50", "General", "-3.5"),
        ("0.30000000000000004", "General", "0.3"),
        ("0.82499999999999996", "0.0%", "82.5%"),
        ("0.825", "9", "82.5%"),
        ("1", "0%", "100%"),
        ("0.82456140350877194", "0.0%", "82.5%"),
        ("33.333333333333336", "0.00", "33.33"),
        ("33.333333333333336", "General", "33.3333333333333"),
        ("2.5", "0", "2.5"),
        ("2.0000001", "0.0", "2"),
        ("1.5E+3", "General", "1500"),
        ("1E-3", "0.00E+00", "0.001"),
        ("123456789012345", "General", "123456789012345"),
        ("37", '0"个"', "37个"),
        ("30.5", '#,##0.00"万元"', "30.5万元"),
        ("12", '"约"0', "12"),
        ("1200", '_ ¥* #,##0.00_ ;_ ¥* \\-#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ', "1200"),
        ("1200", "[Red][$¥-804]#,##0.00", "1200"),
        ("0.5", "G/通用格式", "0.5"),
        ("371", "0000", "0371"),
        ("13800001111", "000-0000-0000", "13800001111"),
        ("5", ".00", "5"),
        ("5", "", "5"),
        ("5", '"', "5"),
        ("5", "[", "5"),
        ("46326", "14", "2026-10-31"),
        ("46326.75", "yyyy/m/d", "2026-10-31"),
        ("46326", 'yyyy"年"m"月"d"日";@', "2026-10-31"),
        ("46326", "[DBNum1][$-804]yyyy年m月d日", "2026-10-31"),
        ("46326", "57", "2026-10"),
        ("46326", 'yyyy"年"m"月"', "2026-10"),
        ("46326", "yyyy", "2026"),
        ("46326", "31", "2026-10-31"),
        ("46326", "58", "2026-10-31"),
        ("46326.395833333336", "yyyy-mm-dd hh:mm", "2026-10-31 09:30"),
        ("46326", "yyyy-mm-dd hh:mm:ss", "2026-10-31"),
        ("0.395833333333333", "h:mm", "09:30"),
        ("0.99999999", "h:mm:ss", "00:00"),
        ("1.104224537037037", "[h]:mm:ss", "26:30:05"),
        ("1", "14", "1900-01-01"),
        ("59", "14", "1900-02-28"),
        ("61", "14", "1900-03-01"),
    ],
)
def test_a_number_is_seen_as_its_format_shows_it(tmp_path: Path, raw: str, code: str, seen: str) -> None:
    assert number(tmp_path, raw, code) == (seen, "")


@pytest.mark.parametrize(
    ("raw", "code", "said"),
    [
        ("110101199003078888", "General", "15 digits"),
        ("1.1010119900307888E+17", "0", "15 digits"),
        ("1E+300", "General", "15 digits"),
        ("1E+999", "General", "no number"),
        ("nan", "General", "no number"),
        ("１２", "General", "no number"),
        ("-1", "14", "no date"),
        ("60", "14", "no date"),
        ("0", "14", "no date"),
        ("3000000", "14", "no date"),
        ("123000", '0!.0,"万"', "divided"),
        ("12000", "0.0,", "divided"),
        ("123", "0!.0", "divided"),
        ("123", '0"."0"万"', "divided"),
    ],
)
def test_a_number_that_would_be_a_wrong_one_is_in_trouble(
    tmp_path: Path, raw: str, code: str, said: str
) -> None:
    text, trouble = number(tmp_path, raw, code)
    assert said in trouble
    assert text


def test_a_workbook_that_counts_from_1904(tmp_path: Path) -> None:
    made = f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><workbookPr date1904="1"/><sheets>'
    made += '<sheet name="S" r:id="a"/></sheets></workbook>'
    assert number(tmp_path, "44864", "14", book=made) == ("2026-10-31", "")
    assert number(tmp_path, "0", "14", book=made) == ("1904-01-01", "")
