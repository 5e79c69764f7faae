"""The map of a table's columns: YAML ⇄ what the user says of headers, where they were taken for something else.

    工作表: 汇总
    表头: 3-4
    列:
      楼院数（个）: 改造楼院（个）
      备注: ""

A map, or a list of them. Without 工作表 it holds for every sheet; without 表头 the header is looked for; a
header that is mapped to "" is not used.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from draftkit.errors import Place, did_you_mean
from draftkit.messages import _
from draftkit.store.dump import Plainly
from draftkit.store.keys import FACTS, FIGURE, SECTION, spellings
from draftkit.store.nodes import Node, Scalar
from draftkit.store.schema import Check
from draftkit.store.table.columns import Column, Names, column_of, parted
from draftkit.store.table.header import Head
from draftkit.store.table.taken import in_long
from draftkit.store.table.words import bare
from draftkit.store.yaml import dump_yaml

MAP = {"sheet": "工作表", "header": "表头", "columns": "列"}
NAME_TARGETS = ("单位", "unit")
_KEYS = spellings(MAP)


class ColumnMap(NamedTuple):
    """A header, and what its column is; "" for one that is not to be used."""

    header: Scalar
    target: str
    place: Place


class TableMap(NamedTuple):
    """What the user says of the tables of a sheet ("" for any): the rows of the header, some of its columns."""

    place: Place
    sheet: str = ""
    header: tuple[int, int] | None = None
    columns: tuple[ColumnMap, ...] = ()

    def holds_for(self, sheet: str) -> bool:
        """Whether it speaks of a sheet."""
        return self.sheet in ("", sheet)

    def target_of(self, header: str) -> str | None:
        """Return what a header is mapped to, None for one that the map does not have."""
        return next((one.target for one in self.columns if _same(one.header.text, header)), None)


def read_maps(check: Check, node: Node | None) -> tuple[TableMap, ...]:
    """Return the maps of a file; what is wrong with them is noted in `check`."""
    return tuple(_map(check, item) for item in check.items(node))


def _map(check: Check, node: Node) -> TableMap:
    mapping = check.mapping(node, _("the map of a table"))
    given = check.known(mapping, _KEYS) if mapping else {}
    nodes = {name: value for name, (_key, value) in given.items()}
    columns = check.mapping(nodes.get("columns"), MAP["columns"])
    return TableMap(
        place=node.place,
        sheet=check.text(nodes.get("sheet"), MAP["sheet"]),
        header=check.span(nodes.get("header"), MAP["header"]),
        columns=tuple(
            ColumnMap(key, check.text(value, key.text), value.place)
            for key, value in (columns.entries if columns else ())
        ),
    )


def check_sheets(check: Check, maps: Sequence[TableMap], sheets: Collection[str]) -> None:
    """Note the maps of sheets that are not there."""
    for one in maps:
        if one.sheet and one.sheet not in sheets:
            check.note(
                one.place,
                _("there is no sheet “{name}”").format(name=one.sheet),
                did_you_mean(one.sheet, sheets),
            )


def check_headers(check: Check, maps: Sequence[TableMap], heads: Sequence[tuple[str, Head]]) -> None:
    """Note the headers of maps that stand in none of the tables that they speak of, and header rows without a
    column of names. `heads` are the tables found, with the names of their sheets."""
    for one in maps:
        own = [head for sheet, head in heads if one.holds_for(sheet)]
        if one.header and not any(head.first == one.header[0] for head in own):
            message = _("in rows {first} to {last} no column has the names of the streets")
            message = message.format(first=one.header[0], last=one.header[1])
            check.note(one.place, message, _("Map the column of the names to 单位"))
            continue
        known = [heading.words for head in own for heading in head.columns]
        for column in one.columns:
            if not any(_same(column.header.text, words) for words in known):
                message = _("no table has the header “{header}”").format(header=column.header.text)
                check.note(column.header.place, message, did_you_mean(column.header.text, known))


def told_by(
    check: Check, maps: Sequence[TableMap], sheet: str, head: Head, names: Names, long: bool
) -> dict[int, Column | None]:
    """Return what maps say of the columns of a table; a target that is not of the grammar is noted."""
    found: dict[int, Column | None] = {}
    for one in maps:
        if not one.holds_for(sheet) or (one.header and one.header[0] != head.first):
            continue
        for heading in head.columns:
            mapped = next((own for own in one.columns if _same(own.header.text, heading.words)), None)
            if mapped and heading.column not in found:
                found[heading.column] = _target(check, mapped, names, long)
    return found


def _target(check: Check, mapped: ColumnMap, names: Names, long: bool) -> Column | None:
    if not mapped.target:
        return None
    if mapped.target in NAME_TARGETS:
        return Column(("unit",))
    column = in_long(mapped.target, names) if long else column_of(mapped.target, names)
    if not column:
        message = _("“{target}” is nothing that a column can hold").format(target=mapped.target)
        advice = did_you_mean(mapped.target, _targets(names))
        check.note(mapped.place, message, advice)
    return column


def _targets(names: Names) -> Iterator[str]:
    yield from (name for name in FACTS.values() if column_of(name, names))
    yield from names.slots
    yield from (f"部分1·{name}" for name in (*names.headings, *SECTION.values()))
    yield from (f"数据名·{key}" for key in FIGURE.values())


def map_of(tables: Iterable[tuple[str, Head, Mapping[int, str]]]) -> str:
    """Return the YAML of the maps of tables as they were taken: sheet, header, the target of each column."""
    maps: list[Plainly] = []
    for sheet, head, columns in tables:
        rows = f"{head.first}-{head.last}" if head.last > head.first else str(head.first)
        held: dict[str, Plainly] = {one.words: columns.get(one.column, "") for one in head.columns}
        own: dict[str, Plainly] = {MAP["sheet"]: sheet} if sheet else {}
        maps.append({**own, MAP["header"]: rows, MAP["columns"]: held})
    return dump_yaml(maps)


def _same(header: str, other: str) -> bool:
    """Whether two headers are one: white space and shapes of brackets aside, and a unit that is left out."""
    if bare(header) == bare(other):
        return True
    (words, unit), (others, behind) = parted(header), parted(other)
    return words == others and (unit == behind or not unit)
