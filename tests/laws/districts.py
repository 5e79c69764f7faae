"""Strategies for tables: the facts of a few streets, and ways in which an office may lay them out."""

import json
import pickle
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from hypothesis import strategies as st
from openpyxl import Workbook
from supplies import LIBRARY

from draftkit.compare import Known
from draftkit.drafting import known_to_all
from draftkit.fact.facts import Facts
from draftkit.store import parse
from draftkit.store.facts import read_facts
from draftkit.store.nodes import Mapping as MappingNode
from draftkit.store.nodes import Node, Scalar
from draftkit.store.schema import Check
from draftkit.store.table.columns import Column, header_of
from draftkit.store.table.street import Street
from draftkit.tabling import open_streets

SKELETON = "短发言-一是二是三是"
STREETS = ("柳溪街道", "云台街道", "清河镇", "石桥镇党委", "东关街道办事处")
PLAIN = {"投放点": "处", "督导员": "人", "桶边检查": "次"}
SLOTS = ("契机", "目标")
DEED = ("谁", "做")
EVERY = (
    *(Column((slot,)) for slot in SLOTS),
    *(Column(("figures", name, "value"), unit) for name, unit in PLAIN.items()),
    *(Column(("figures", "参与率", key), unit) for key, unit in (("from", "%"), ("to", "%"), ("since", ""))),
    *(Column(("sections", number, slot)) for number in range(3) for slot in ("小标题", "body")),
    *(Column(("sections", number, "body", "做法", 0, slot)) for number in range(3) for slot in DEED),
    *(Column(("next", number)) for number in range(2)),
)
"""The columns of every table here, filled or not."""

District = Mapping[str, Mapping[str, Any]]
"""The facts of streets by their names, as a facts file has them."""
Grid = list[list[object]]
Area = tuple[int, int, int, int]
"""Merged cells: first row and column, last row and column, from 0."""

_words = st.sampled_from(
    ["宣传到户", "以创建示范片为契机", "街道", "每月评一次", "把零散小院打包", "甲（乙）", "12"]
)
_bodies = st.sampled_from(["一段话。", "第一段。\n第二段。", "投放点有{{ 投放点 }}。"])
_numbers = st.one_of(st.integers(0, 9999).map(str), st.integers(0, 99).map(lambda whole: f"{whole}.5"))


class Layout(NamedTuple):
    """How a table is laid out: its columns; whether it has a title and a note, a header of two rows, a total,
    numbers as text, numbers of rows; how many columns stand in a second table, and where that is."""

    columns: Sequence[Column]
    titled: bool = False
    deep: bool = False
    total: bool = False
    text: bool = False
    serial: bool = False
    apart: int = 0
    where: str = "sheet"


def layouts() -> st.SearchStrategy[Layout]:
    """Any layout of all the columns."""
    flags = [st.booleans()] * 5
    places = st.sampled_from(["sheet", "below", "beside"])
    return st.builds(Layout, st.permutations(EVERY), *flags, st.integers(0, 4), places)


def districts() -> st.SearchStrategy[District]:
    """The facts of some streets."""
    return st.lists(_streets(), min_size=1, max_size=5).map(
        lambda found: dict(zip(STREETS, found, strict=False))
    )


@st.composite
def _streets(draw: st.DrawFn) -> dict[str, Any]:
    facts: dict[str, Any] = {slot: draw(_words) for slot in SLOTS if draw(st.booleans())}
    figures: dict[str, Any] = {name: {"unit": unit} for name, unit in PLAIN.items()}
    for figure in figures.values():
        figure |= {"value": draw(_numbers)} if draw(st.booleans()) else {}
    change = {"from": draw(_numbers), "to": draw(_numbers)} if draw(st.booleans()) else {}
    facts["figures"] = {**figures, "参与率": {**change, "since": "开桶前", "unit": "%"}}
    facts["sections"] = [draw(_sections()) for _number in range(draw(st.integers(0, 3)))]
    facts["next"] = draw(st.lists(_words, max_size=2))
    return {key: value for key, value in facts.items() if value}


@st.composite
def _sections(draw: st.DrawFn) -> dict[str, Any]:
    body, deed = draw(_bodies), {slot: draw(_words) for slot in DEED}
    return {"小标题": draw(_words), "body": draw(st.sampled_from([body, [body, {"做法": deed}]]))}


def facts_of(name: str, facts: Mapping[str, Any]) -> Facts:
    """Return the facts of a street as the reader of facts files has them."""
    check = Check()
    whole = {"skeleton": SKELETON, "unit": name, **facts}
    node, problems = parse(json.dumps(whole, ensure_ascii=False), "facts.json")
    found = read_facts(check, node, "facts.json")
    assert not problems
    assert not check.problems
    return found


def read(district: District, layout: Layout, mapped: bool = False) -> list[tuple[str, Facts]]:
    """Lay a district out, and return what is read of the file; `mapped` with the map that was made of it."""
    with TemporaryDirectory() as folder:
        path, mapping = Path(folder) / "表.xlsx", Path(folder) / "map.yaml"
        _book(district, layout).save(path)
        if mapped:
            with open_streets([path], LIBRARY, SKELETON) as streets:
                mapping.write_text(streets.map, "utf-8")
        with open_streets([path], LIBRARY, SKELETON, mapping if mapped else None) as streets:
            assert not any("add up" in note for note in streets.notes)
            found = []
            for unread in streets:
                check, street = Check(), pickle.loads(pickle.dumps(unread)).read()
                assert street == unread.read()
                assert _top(unread.head().node) == _top(street.node)
                assert _known(unread.head()) == _known(street)
                found.append((street.name, read_facts(check, street.node, "表.xlsx")))
                assert not street.problems
                assert not check.problems
            return found


def _top(node: MappingNode) -> list[tuple[Scalar, Node]]:
    """Return the texts of the first level."""
    return [one for one in node.entries if isinstance(one[1], Scalar)]


def _known(street: Street) -> Known:
    """Return what is known of a street, its amounts in an order that does not depend on the columns'."""
    known = known_to_all(street)
    return known._replace(amounts=tuple(sorted(known.amounts)))


def _book(district: District, layout: Layout) -> Workbook:
    cells = {name: dict(_cells(facts)) for name, facts in district.items()}
    count = len(layout.columns) - layout.apart
    grid, merged = _table(cells, layout.columns[:count], layout)
    book = Workbook()
    sheet = book.active or book.create_sheet()
    if layout.apart:
        turned = dict(reversed(cells.items()))
        other, areas = _table(turned, layout.columns[count:], layout)
        if layout.where == "sheet":
            write(book.create_sheet("另表"), other, areas)
        elif layout.where == "below":
            merged += [_moved(area, len(grid) + 1, 0) for area in areas]
            grid = [*grid, [], *other]
        else:
            width = max(map(len, grid)) + 1
            merged += [_moved(area, 0, width) for area in areas]
            pairs = zip(grid, other, strict=True)
            grid = [[*left, *[None] * (width - len(left)), *right] for left, right in pairs]
    write(sheet, grid, merged)
    return book


def write(sheet: Any, grid: Grid, merged: Sequence[Area]) -> None:
    """Write rows and merged cells to a sheet."""
    for row in grid:
        sheet.append(row)
    for top, left, bottom, right in merged:
        sheet.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)


def _moved(area: Area, down: int, right: int) -> Area:
    return area[0] + down, area[1] + right, area[2] + down, area[3] + right


def _cells(facts: Mapping[str, Any]) -> Iterator[tuple[Column, str]]:
    yield from ((Column((slot,)), facts[slot]) for slot in SLOTS if slot in facts)
    for name, figure in facts["figures"].items():
        yield from (
            (Column(("figures", name, key), "" if key == "since" else figure["unit"]), value)
            for key, value in figure.items()
            if key != "unit"
        )
    for number, section in enumerate(facts.get("sections", [])):
        body, deed = section["body"], {}
        if not isinstance(body, str):
            body, deed = body[0], body[1]["做法"]
        yield Column(("sections", number, "小标题")), section["小标题"]
        yield Column(("sections", number, "body")), body
        yield from ((Column(("sections", number, "body", "做法", 0, slot)), one) for slot, one in deed.items())
    yield from ((Column(("next", number)), words) for number, words in enumerate(facts.get("next", [])))


def _table(
    cells: Mapping[str, Mapping[Column, str]], columns: Sequence[Column], layout: Layout
) -> tuple[Grid, list[Area]]:
    """Return the rows of a table with all that stands around it, and its merged cells."""
    words = [*["序号"] * layout.serial, "单位", *map(header_of, columns)]
    plain: tuple[Grid, list[Area]] = ([[*words]], [])
    header, merged = _header(words) if layout.deep else plain
    grid: Grid = [*header]
    if layout.titled:
        grid = [["全区工作情况统计表"], ["填报单位：区城管局"], *grid]
        merged = [(0, 0, 0, len(words) - 1), *(_moved(area, 2, 0) for area in merged)]
    for number, (name, own) in enumerate(cells.items(), 1):
        values = [_value(column, own.get(column), layout.text) for column in columns]
        grid.append([*[number] * layout.serial, name, *values])
    if layout.total:
        grid.append([*[None] * layout.serial, "合计", *(_sum(cells, column) for column in columns)])
    return grid + [["注：数据截至十月底。"]] * layout.titled, merged


def _header(words: Sequence[str]) -> tuple[Grid, list[Area]]:
    """Return a header in two rows, 上级 over 下级, what belongs together merged."""
    levels = [word.partition("·")[::2] for word in words]
    top: list[object] = []
    merged: list[Area] = []
    for place, (above, below) in enumerate(levels):
        again = place > 0 and below and levels[place - 1][0] == above and levels[place - 1][1]
        top.append(None if again else above)
        if again:
            first = (
                merged.pop()[1] if merged and merged[-1][3] == place - 1 and not merged[-1][2] else place - 1
            )
            merged.append((0, first, 0, place))
        elif not below:
            merged.append((0, place, 1, place))
    return [top, [below or None for _above, below in levels]], merged


def _value(column: Column, value: str | None, text: bool) -> object:
    number = column.path[0] == "figures" and column.path[2] != "since" and not text
    return value if value is None or not number else float(value) if "." in value else int(value)


def _sum(cells: Mapping[str, Mapping[Column, str]], column: Column) -> object:
    if column.path[0] != "figures" or column.path[2] != "value":
        return None
    return sum(float(own[column]) for own in cells.values() if column in own)
