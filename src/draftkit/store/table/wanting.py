"""补料清单: what a whole batch still lacks, for each who has to supply it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from draftkit.store.table.workbook import workbook
from draftkit.store.table.written import Column, Line, Table

LIST, SUMMARY = "补料清单", "汇总"
ALL = "合计"
_COLUMNS = (
    Column("谁来补", 20),
    Column("街道", 22),
    Column("缺什么", 34),
    Column("单位", 8),
    Column("例", 26),
    Column("填在哪里", 20, "按这里写的工作表和列，填回原来的表"),
    Column("补充内容", 28, "请补料的人填在这一列，由汇总的人填回原来的表"),
)
_SUMMED = (Column("谁来补", 36), Column("缺几项", 12), Column("涉及街道", 12))


class Want(NamedTuple):
    """One thing that is missing. `who` has to supply it: a figure's 来源, else the street; `unit` is that of
    a figure, `example` how it may read, each "" where there is none; `where` is the cell or place to put it."""

    who: str
    street: str
    what: str
    unit: str
    example: str
    where: str


def wanting_workbook(wants: Iterable[Want]) -> bytes:
    """Return the .xlsx of what is missing, with room to write it in, and how much that is of each who has to
    supply it: these in the order in which they first come, what each has to supply in the order given.

    Raises CannotWrite where a cell cannot hold its text.
    """
    groups: dict[str, list[Want]] = {}
    for want in wants:
        groups.setdefault(want.who, []).append(want)
    return workbook(
        (
            Table(LIST, _COLUMNS, _listed(groups), filtered=True),
            Table(SUMMARY, _SUMMED, _summary(groups)),
        )
    )


def _listed(groups: dict[str, list[Want]]) -> Iterator[Line]:
    for number, wants in enumerate(groups.values()):
        yield from (Line((*want, ""), banded=number % 2 == 1) for want in wants)


def _summary(groups: dict[str, list[Want]]) -> Iterator[Line]:
    for who, wants in groups.items():
        yield Line((who, len(wants), len({want.street for want in wants})))
    everything = [want for wants in groups.values() for want in wants]
    yield Line((ALL, len(everything), len({want.street for want in everything})))
