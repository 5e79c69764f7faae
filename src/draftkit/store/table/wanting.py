"""补料清单: what a whole batch still lacks, for each who has to supply it."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import groupby
from operator import itemgetter
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

    They are sorted on the disk: a country's streets may lack more than is kept in memory. Raises CannotWrite
    where a cell cannot hold its text.
    """
    with closing(sqlite3.connect("")) as spool:
        spool.execute('CREATE TABLE wants (who, street, what, unit, example, "where")')
        spool.executemany("INSERT INTO wants VALUES (?, ?, ?, ?, ?, ?)", wants)
        return workbook(
            (
                Table(LIST, _COLUMNS, _listed(spool), filtered=True),
                Table(SUMMARY, _SUMMED, _summary(spool)),
            )
        )


def _listed(spool: sqlite3.Connection) -> Iterator[Line]:
    """Yield the wants of each who has to supply some, one after the other, every second on a band."""
    rows = spool.execute("SELECT * FROM wants ORDER BY min(rowid) OVER (PARTITION BY who), rowid")
    for number, (_who, group) in enumerate(groupby(rows, itemgetter(0))):
        yield from (Line((*row, ""), banded=number % 2 == 1) for row in group)


def _summary(spool: sqlite3.Connection) -> Iterator[Line]:
    counts = "count(*), count(DISTINCT street) FROM wants"
    yield from map(Line, spool.execute(f"SELECT who, {counts} GROUP BY who ORDER BY min(rowid)"))
    yield from map(Line, spool.execute(f"SELECT ?, {counts}", (ALL,)))
