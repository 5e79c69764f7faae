"""Laws of tables: a header means what was written; facts are read back however the table is laid out."""

from pathlib import Path
from tempfile import TemporaryDirectory

from districts import EVERY, SKELETON, District, Layout, districts, facts_of, layouts, read, write
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from supplies import LIBRARY

from draftkit.errors import DraftkitError
from draftkit.store.facts import read_facts
from draftkit.store.fill import Path as Way
from draftkit.store.schema import Check
from draftkit.store.table.columns import Column, Names, column_of, header_of
from draftkit.tabling import open_streets

NAMES = Names(
    slots={"契机": False, "总成效": True},
    headings={"抓手": False, "领句": False},
    kinds={"做法": {"谁": False, "做": False, "方式": True}, "打算": {"做": False, "时间": False}},
)
_PLACES = st.integers(0, 9)
_FIGURES = st.sampled_from(["改造楼院", "满意率", "资金"])
_UNITS = st.sampled_from(["", "个", "万元", "%", "平方米", "支队伍", "元/平方米"])
_DEEDS = st.sampled_from([(kind, slot) for kind, slots in NAMES.kinds.items() for slot in sorted(slots)])


@st.composite
def columns(draw: st.DrawFn) -> Column:
    """Any column that a table may have."""
    kind, slot = draw(_DEEDS)
    deed = (kind, draw(_PLACES), slot)
    below = draw(
        st.sampled_from(
            [
                ("抓手",),
                ("body",),
                ("marker",),
                ("body", *deed),
                ("points", 1, "领句"),
                ("points", 0, "points", 2, "body"),
                ("points", 3, "body", *deed),
            ]
        )
    )
    figure: tuple[str, ...] = ("figures", draw(_FIGURES))
    measured = (*figure, draw(st.sampled_from(["value", "from", "to", "whole"])))
    plain = st.sampled_from([("unit",), ("minutes",), ("title",), ("next",), ("opening",), ("契机",)])
    ways: list[st.SearchStrategy[Way]] = [
        plain,
        st.just(("title", draw(st.integers(0, 1)))),
        st.just(("next", draw(_PLACES))),
        st.just(("next", draw(_PLACES), *deed)),
        st.just(("sections", draw(_PLACES), *below)),
        st.just(("closing", "points", 1, *below)),
        st.sampled_from(["since", "items", "as_of", "source", "unit"]).map(lambda key: (*figure, key)),
    ]
    with_unit = st.sampled_from([measured, (*figure, "parts", "财政")])
    counted = st.builds(Column, st.just(("总成效",)), st.sampled_from(["", "个", "户"]))
    return draw(st.one_of([counted, st.builds(Column, with_unit, _UNITS), st.one_of(ways).map(Column)]))


@given(columns())
def test_a_header_means_the_column_it_was_written_for(column: Column) -> None:
    assert column_of(header_of(column), NAMES) == column


@settings(deadline=None)
@given(districts(), layouts())
def test_facts_are_read_back_from_a_table(district: District, layout: Layout) -> None:
    plain = Layout(EVERY)
    expected = [(name, facts_of(name, facts)) for name, facts in district.items()]
    assert read(district, plain) == expected
    assert read(district, layout) == expected


@settings(deadline=None, max_examples=20)
@given(districts(), st.permutations(range(5)))
def test_the_order_of_rows_changes_no_street(district: District, order: list[int]) -> None:
    names = [list(district)[place] for place in order if place < len(district)]
    turned = {name: district[name] for name in names}
    assert dict(read(turned, Layout(EVERY))) == dict(read(district, Layout(EVERY)))


@settings(deadline=None)
@given(districts(), layouts())
def test_the_map_that_was_detected_reads_the_same(district: District, layout: Layout) -> None:
    assert read(district, layout, mapped=True) == read(district, layout)


SAID = """
单位 街道 序号 部分 要点 正文 领句 合计 小计 全区 平均 37 37个 82.5% — 1 2 一 注：甲 单位：万元
单位：个、万元 （个） 万元 计量单位 清河街道 石桥镇 清河 城关镇 江北区 区 县 例：甲街道 骨架 项目
内容 会议 标题 标题·上句 下一步 下一步1 下一步2·打算·做 开头 开头·正文 契机 部分1·小标题 部分1·正文
部分3·做法·谁 部分1·做法2·做 部分2·要点2·正文 路灯（盏） 路灯 路灯·数值 路灯·由（盏） 路灯·到
路灯·成员 路灯·分项·东片 路灯·来源 甲、乙 {{甲 2024年 2025年 改造前 改造后 =A1 #REF! 备注
"""
GRIDS = st.lists(st.lists(st.sampled_from([None, None, 3, 4.5, *SAID.split()]), max_size=7), max_size=9)
AREAS = st.lists(st.tuples(*[st.integers(0, 8)] * 4), max_size=3)


@settings(deadline=None)
@given(GRIDS, GRIDS, AREAS, st.sampled_from(["要点", "共用", "另表"]))
def test_whatever_the_cells_say_what_is_wrong_is_told(
    grid: list[list[object]], other: list[list[object]], areas: list[tuple[int, int, int, int]], name: str
) -> None:
    book = Workbook()
    sheet = book.active or book.create_sheet()
    write(
        sheet,
        [["单位", "路灯（盏）"], *grid],
        [area for area in areas if area[:2] <= area[2:] and area[1] <= area[3]],
    )
    write(book.create_sheet(name), other, [])
    with TemporaryDirectory() as folder:
        path = Path(folder) / "表.xlsx"
        book.save(path)
        try:
            with open_streets([path], LIBRARY, SKELETON) as streets:
                found = list(streets)
                assert list(streets) == found
        except DraftkitError:
            return
        for street in found:
            check = Check()
            read_facts(check, street.node, "表.xlsx")
            assert all(one.place and one.place.sheet for one in (*street.problems, *check.problems))
