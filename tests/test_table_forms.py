"""The form for all streets and the workbook it is written into: read back with openpyxl."""

import json
import os
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from click.testing import CliRunner
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from draftkit.cli import group
from draftkit.compose import Phrasebook, compose
from draftkit.errors import CannotWrite
from draftkit.frame import Skeleton
from draftkit.library import Library
from draftkit.pipeline import facts_in, shipped_frames, skeleton_named
from draftkit.store.forms import kinds_of
from draftkit.store.table.columns import Names, column_below, column_of
from draftkit.store.table.form import form_workbook
from draftkit.store.table.wanting import Want, wanting_workbook
from draftkit.store.table.workbook import workbook
from draftkit.store.table.written import Column, Line, Table

LIBRARY = Library((shipped_frames(),))
BOOK = Phrasebook(LIBRARY)
SKELETONS = LIBRARY.names("skeleton")
SHORT = "短发言-一是二是三是"
LONG = "对偶标题-三四部分-段首句"


def form(name: str, filled: bool = False) -> Workbook:
    return load_workbook(BytesIO(form_workbook(skeleton_named(name, LIBRARY), LIBRARY, filled)))


def names_of(skeleton: Skeleton) -> Names:
    """What headers may use: the slots of a skeleton's frames, the kinds of terse facts."""
    parts = [name for names in skeleton.parts.values() for name in names]
    headings = [name for shape in skeleton.sections for one in (shape, *shape.points) for name in one.headings]
    return Names(
        slots={slot: spec.type == "figure" for name in parts for slot, spec in LIBRARY[name].slots.items()},
        headings={slot: False for name in headings for slot in LIBRARY[name].slots},
        kinds={
            kind: {slot: spec.type == "figure" for slot, spec in slots.items()}
            for kind, slots in kinds_of(LIBRARY).items()
        },
    )


def rows(sheet: Worksheet) -> list[list[str]]:
    found = ([cell.value for cell in row] for row in sheet.iter_rows())
    return [["" if value is None else f"{value}" for value in row] for row in found]


def put(root: dict[str, Any], path: tuple[str | int, ...], value: Any) -> None:
    """Put a value into plain facts at the path that a header has."""
    node: Any = root
    for step, after in zip(path, (*path[1:], None), strict=True):
        new = value if after is None else [] if isinstance(after, int) else {}
        if isinstance(step, int):
            node += [{} for _missing in range(step + 1 - len(node))]
            node[step] = node[step] or new
        else:
            node = node if isinstance(node, dict) else node[0]
            node.setdefault(step, new)
        node = node[step]


def facts_of(book: Workbook, skeleton: Skeleton) -> dict[str, Any]:
    """Read the one street of a filled form, as plainly as its headers say."""
    names, facts = names_of(skeleton), dict[str, Any]()
    headers, street = rows(book["各街道"])
    shared = [tuple(row[:2]) for row in rows(book["共用"])[1:]]
    for header, text in (*zip(headers, street, strict=True), *shared):
        column = column_of(header, names)
        assert column, header
        if text:
            listed = names.slots.get(header, False)
            put(facts, column.path, text.split("、") if listed else text)
            if column.unit:
                put(facts, (*column.path[:2], "unit"), column.unit)
    headers, *points = rows(book["要点"])
    for row in points:
        section, point = int(row[1]) - 1, int(row[2]) - 1
        deeds: dict[str, dict[str, Any]] = {}
        for header, text in zip(headers[3:], row[3:], strict=True):
            below = column_below(header, names)
            assert below, header
            if text and below.path[0] == "body":
                kind, slot = str(below.path[1]), str(below.path[3])
                deeds.setdefault(kind, {})[slot] = text.split("、") if names.kinds[kind][slot] else text
            elif text:
                put(facts, ("sections", section, "points", point, *below.path), text)
        for kind, slots in deeds.items():
            facts["sections"][section]["points"][point].setdefault("body", []).append({kind: slots})
    return facts


@pytest.mark.parametrize("name", SKELETONS)
def test_every_shipped_skeleton_has_a_form_of_headers_that_are_read(name: str) -> None:
    skeleton, book = skeleton_named(name, LIBRARY), form(name)
    names = names_of(skeleton)
    assert book.sheetnames == ["各街道", "要点", "共用", "说明"]
    headers, example = rows(book["各街道"])
    paths = [column_of(header, names) for header in headers]
    assert None not in paths and len(set(paths)) == len(paths), headers
    assert headers[0] == "单位" and example[0].startswith("例：")
    top, *points = rows(book["要点"])
    assert top[:3] == ["街道", "部分", "要点"] and None not in [column_below(one, names) for one in top[3:]]
    assert all(row[0] == example[0] for row in points)
    shared = rows(book["共用"])
    assert shared[0][:2] == ["项目", "内容"] and shared[1][:2] == ["骨架", name]
    assert None not in [column_of(row[0], names) for row in shared[1:]]


@pytest.mark.parametrize("name", SKELETONS)
def test_a_filled_form_makes_a_speech_that_lacks_nothing(name: str) -> None:
    skeleton = skeleton_named(name, LIBRARY)
    facts = facts_of(form(name, filled=True), skeleton)
    composed = compose(facts_in(json.dumps(facts, ensure_ascii=False), "filled.json"), BOOK, "fail")
    assert not [one for one in composed.findings if one.code in ("missing", "left-out")]


def test_what_is_asked_of_each_street_and_of_all_stands_apart() -> None:
    book = form(LONG)
    asked, shared = rows(book["各街道"])[0], [row[0] for row in rows(book["共用"])]
    assert {"单位", "发言人", "标题·上句", "标题·下句", "契机", "部分3·成效", "下一步1"} <= set(asked)
    assert {"骨架", "会议", "日期", "主题", "时长", "称谓", "总成效", "满意率·基期"} <= set(shared)
    assert not set(asked) & set(shared)
    assert "改造楼院（个）" in asked and "满意率·由（%）" in asked
    assert "部分1·正文" not in asked, "the points have the words of a section with points"
    assert "部分1·正文" in rows(form(SHORT)["各街道"])[0]


def test_headers_have_notes_and_stay_in_sight_and_examples_are_grey() -> None:
    sheet = form(SHORT)["各街道"]
    assert sheet.freeze_panes == "B2" and sheet.print_title_rows == "$1:$1"
    notes = {str(cell.value): cell.comment for cell in sheet[1]}
    told = {header: note.text for header, note in notes.items() if note}
    assert told.keys() == notes.keys()
    assert "4—24字" in told["契机"] and "例：以城市更新行动为契机" in told["契机"]
    assert "可选：发力、着力" in told["部分1·用力"] and "可以不填" in told["目标"]
    with ZipFile(BytesIO(form_workbook(skeleton_named(SHORT, LIBRARY), LIBRARY))) as parts:
        drawn = re.findall(r"height:(\d+)", parts.read("xl/drawings/commentsDrawing1.vml").decode())
    heights = dict(zip(told, map(int, drawn), strict=True))
    assert heights["部分1·用力"] > heights["发言人"], "a note is as high as its words"
    assert {cell.font.color.rgb for cell in sheet[2] if cell.value} == {"007F7F7F"}
    filled = form(SHORT, filled=True)["各街道"]
    assert filled["A2"].value == "临江街道党工委" and filled["A2"].font.color is None


def test_choices_are_offered_and_streets_come_from_their_sheet() -> None:
    book = form(SHORT)
    offers = {str(one.sqref): one for one in book["各街道"].data_validations.dataValidation}
    place = next(cell.column_letter for cell in book["各街道"][1] if cell.value == "部分1·用力")
    offer = offers[f"{place}2:{place}1048576"]
    assert offer.formula1.startswith('"发力,着力,') and offer.errorStyle == "stop"
    street, number = book["要点"].data_validations.dataValidation
    assert "'各街道'!$A$3" in street.formula1 and street.errorStyle == "warning"
    assert number.formula1 == '"1,2,3"'
    filled = form(SHORT, filled=True)["要点"].data_validations.dataValidation[0]
    assert "'各街道'!$A$2" in filled.formula1


def test_numbers_of_an_example_are_numbers() -> None:
    sheet = form(SHORT, filled=True)["各街道"]
    found = {str(head.value): cell.value for head, cell in zip(sheet[1], sheet[2], strict=True)}
    assert found["改造楼院（个）"] == 12 and found["满意率·由（%）"] == 82.5


def test_a_month_that_is_typed_stays_a_month() -> None:
    assert form(SHORT)["共用"].column_dimensions["B"].number_format == "@"
    assert form(SHORT)["各街道"].column_dimensions["B"].number_format == "General"


def test_the_same_form_has_the_same_bytes_also_where_lxml_is_not(tmp_path: Path) -> None:
    form = "from draftkit.cli import main; main()"
    without = f"import sys; sys.modules['lxml'] = None; {form}"
    for seed, code in (("1", form), ("2", without)):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "OPENPYXL_LXML": "True"}
        command = [sys.executable, "-c", code, "form", SHORT, "-o", f"{seed}.xlsx"]
        subprocess.run(command, cwd=tmp_path, env=environment, check=True)
    content = (tmp_path / "1.xlsx").read_bytes()
    assert content == (tmp_path / "2.xlsx").read_bytes()
    with ZipFile(BytesIO(content)) as parts:
        assert {part.date_time[0] for part in parts.infolist()} == {1980}
        core = parts.read("docProps/core.xml").decode()
    assert "creator" not in core and core.count("1980-01-01") == 2


def test_a_text_like_a_formula_stays_text() -> None:
    line = Line(("=1+1", "=HYPERLINK(A1)", "+86", "@甲", "#REF!", "12", "  空格 "))
    content = workbook([Table("表", (Column("=甲"),) * 7, [line])])
    sheet = load_workbook(BytesIO(content))["表"]
    assert [cell.value for cell in sheet[2]] == list(line.cells) and sheet["A1"].value == "=甲"
    assert {cell.data_type for row in sheet for cell in row} == {"s"}
    assert sheet["A2"].quotePrefix and not sheet["F2"].quotePrefix
    with ZipFile(BytesIO(content)) as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")


def test_a_text_like_the_code_of_a_character_stays_as_it_is() -> None:
    with ZipFile(BytesIO(workbook([Table("表", (Column("甲"),), [Line(("编号_x0041_",))])]))) as parts:
        assert b"_x005F_x0041_" in parts.read("xl/worksheets/sheet1.xml")


def test_what_no_cell_can_hold_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    lines = [Line(("好", "坏\x07")), Line(("\ud800", "长" * 32_768)), Line(("好", "长" * 32_767))]
    with pytest.raises(CannotWrite) as told:
        workbook([Table("表", (Column("甲", note="坏\x01"), Column("乙")), lines)])
    assert [str(one).partition(":")[0] for one in told.value.problems] == ["表!A1", "表!B2", "表!A3", "表!B3"]
    assert "32768 characters" in str(told.value)


@pytest.mark.parametrize("name", ["", "长" * 32, "甲/乙", "甲[乙]", "'甲'", "各街道"])
def test_names_that_no_sheet_can_have_are_refused(name: str) -> None:
    with pytest.raises(CannotWrite, match=r"sheet|工作表"):
        workbook([Table("各街道", (Column("甲"),), []), Table(name, (Column("乙"),), [])])


def test_choices_that_no_drop_down_holds_stand_in_the_note_alone() -> None:
    for choices in (("甲,乙", "丙"), ("长" * 200, "短" * 60), ('"甲"',), ()):
        assert Column("用力", choices=choices).formula == ""


def test_the_form_of_a_table_is_asked_for_by_its_ending(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "en")

    def run(*words: str) -> tuple[int, str]:
        result = CliRunner().invoke(group(), ["form", *words])
        return result.exit_code, result.output

    assert run(SHORT, "-o", "streets.xlsx") == (0, "streets.xlsx\n")
    blank = (tmp_path / "streets.xlsx").read_bytes()
    assert run(SHORT, "-o", "streets.xlsx", "--filled")[0] == 2
    assert (tmp_path / "streets.xlsx").read_bytes() == blank
    assert run(SHORT, "-o", "streets.xlsx", "--filled", "--overwrite")[0] == 0
    assert (tmp_path / "streets.xlsx").read_bytes() == form_workbook(
        skeleton_named(SHORT, LIBRARY), LIBRARY, True
    )
    code, told = run(SHORT, "-o", "streets.xls")
    assert code == 2 and ".xlsx" in told
    assert run("没有", "-o", "none.xlsx")[0] == 2 and not (tmp_path / "none.xlsx").exists()


def test_what_is_missing_is_printed_across_a_page_with_its_header_on_each() -> None:
    wants = [
        Want("城建办", "石桥街道", "改造楼院", "个", "12", "各街道!G4"),
        Want("白鹭镇", "白鹭镇", "抓住了什么机会", "", "以城市更新行动为契机", "各街道!E5"),
        Want("城建办", "白鹭镇", "改造楼院", "个", "12", "各街道!G5"),
    ]
    book = load_workbook(BytesIO(wanting_workbook(wants)))
    sheet = book["补料清单"]
    assert rows(sheet)[0] == ["谁来补", "街道", "缺什么", "单位", "例", "填在哪里", "补充内容"]
    assert [row[:2] for row in rows(sheet)[1:]] == [
        ["城建办", "石桥街道"],
        ["城建办", "白鹭镇"],
        ["白鹭镇"] * 2,
    ]
    assert sheet.page_setup.orientation == "landscape" and sheet.page_setup.paperSize == 9
    fitted = sheet.sheet_properties.pageSetUpPr
    assert fitted and fitted.fitToPage and sheet.page_setup.fitToHeight == 0
    assert sheet.print_title_rows == "$1:$1" and sheet.auto_filter.ref == "A1:G4"
    assert sheet["A2"].fill.fgColor.rgb != sheet["A4"].fill.fgColor.rgb, "suppliers are told apart"
    assert rows(book["汇总"])[1:] == [["城建办", "2", "2"], ["白鹭镇", "1", "1"], ["合计", "3", "2"]]


def test_a_row_is_as_high_as_its_text() -> None:
    lines = [Line(("短", "短")), Line(("字" * 30, "一\n二")), Line(("短", ""))]
    sheet = load_workbook(BytesIO(workbook([Table("表", (Column("甲", 21), Column("乙")), lines)])))["表"]
    assert [sheet.row_dimensions[row].height for row in (2, 3, 4)] == [None, 45, None]


def test_the_headers_that_the_guide_shows_are_of_the_grammar() -> None:
    names = Names(
        slots={"契机": False},
        headings={"抓手": False, "领句": False},
        kinds={"做法": {"做": False, "谁": False}},
    )
    guide = {row[0]: row[1] for row in rows(form(LONG)["说明"])}
    start, end = list(guide).index("表头的写法") + 1, list(guide).index("几个值")
    shown = [words.partition("　　")[0] for words in list(guide.values())[start:end] if "　　" in words]
    headers = [header for words in shown for header in words.removesuffix(" …").split("、")]
    assert len(headers) > 20
    assert [header for header in headers if not column_of(header, names)] == []


def test_the_guide_speaks_of_this_skeleton_and_of_all_kinds_of_facts() -> None:
    guide = {row[0]: row[1] for row in rows(form(LONG)["说明"])}
    assert skeleton_named(LONG, LIBRARY).use in guide["这份表"] and "3—4个" in guide["这份表"]
    assert all("、".join(slots) == guide[kind] for kind, slots in kinds_of(LIBRARY).items())
    assert "例：" in guide["灰色的例子"] and "draftkit batch" in guide["生成稿子"]
