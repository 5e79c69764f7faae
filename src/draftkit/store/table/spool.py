"""Rows that are found again by their street: a private temporary database, so that memory does not grow."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from itertools import starmap
from typing import NamedTuple

from draftkit.store.table.names import keys_of
from draftkit.store.table.sheet import Row

_TABLES = """
CREATE TABLE streets (row INTEGER PRIMARY KEY, name TEXT, k0 TEXT, k1 TEXT, k2 TEXT, k3 TEXT, full TEXT,
    region TEXT);
CREATE TABLE own (row INTEGER PRIMARY KEY, cells TEXT);
CREATE TABLE held (n INTEGER PRIMARY KEY, source INTEGER, street INTEGER, row INTEGER, name TEXT, cells TEXT,
    region TEXT);
"""
_MOST_FITTING, _MOST_TOLD = 3, 12
"""Streets that are named where one name fits several, rows that are where one street has several (ours)."""
_INDEXES = "; ".join(f"CREATE INDEX by_{key} ON streets ({key})" for key in ("k0", "k1", "k2", "k3"))
_INDEXES += "; CREATE INDEX by_name ON held (source, name)"


class Texts(NamedTuple):
    """A row as it is put together: its number, its texts by their columns, and what is wrong with some."""

    number: int
    texts: Mapping[int, str]
    troubles: Mapping[int, str]


class Held(NamedTuple):
    """A row that is held: its table's number, its own, its cells as they are kept and travel."""

    source: int
    number: int
    cells: str

    def row(self) -> Texts:
        """Return the row."""
        columns, texts, troubles = json.loads(self.cells)
        return Texts(self.number, dict(zip(columns, texts, strict=True)), dict(troubles))


class Unfitting(NamedTuple):
    """A name of another table that fits no street, or more than one: `fits` are some of their names."""

    source: int
    row: int
    name: str
    fits: tuple[str, ...]


class Spool:
    """The streets of the first table by their rows, and the rows of the other tables: `count` streets, and all
    rows with `size` characters."""

    def __init__(self) -> None:
        self.count = self.size = 0
        self._base = sqlite3.connect("")
        self._base.executescript(_TABLES)

    def close(self) -> None:
        """Let go of everything."""
        self._base.close()

    def street(self, row: Row, name: str, region: str = "") -> None:
        """Keep a street of the first table."""
        self.count += 1
        values = (row.number, name, *keys_of(name), name, region)
        self._base.execute("INSERT INTO streets VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)
        self._base.execute("INSERT INTO own VALUES (?, ?)", (row.number, self._kept(row)))

    def hold(self, source: int, row: Row, name: str, region: str = "") -> None:
        """Keep a row of another table."""
        values = (source, None, row.number, name, self._kept(row), region)
        self._base.execute("INSERT INTO held VALUES (NULL, ?, ?, ?, ?, ?, ?)", values)

    def tell_apart(self) -> bool:
        """Put the districts before the names of all streets where several districts have streets of one name;
        return whether that is so."""
        same = "SELECT 1 FROM streets WHERE k1 != '' GROUP BY k1 HAVING count(DISTINCT region) > 1 LIMIT 1"
        if not self._base.execute(same).fetchone():
            return False
        self._base.create_function("key", 2, lambda name, number: keys_of(name)[number], deterministic=True)
        self._base.execute("UPDATE held SET name = region || name")
        self._base.execute("UPDATE streets SET name = region || name, full = region || name")
        self._base.execute(f"UPDATE streets SET {', '.join(f'k{n} = key(name, {n})' for n in range(4))}")
        return True

    def join(self) -> Iterator[Unfitting]:
        """Find the street of every row held, and its fullest name; yield the names that fit none or several."""
        self._base.executescript(_INDEXES)
        names = self._base.execute(
            "SELECT source, min(row), name FROM held GROUP BY source, name ORDER BY 1, 2"
        )
        for source, row, name in names.fetchall():
            fits = self._fitting(name)
            if len(fits) == 1:
                street = (fits[0][0], source, name)
                self._base.execute("UPDATE held SET street = ? WHERE source = ? AND name = ?", street)
                longer = (name, fits[0][0], len(name))
                self._base.execute("UPDATE streets SET full = ? WHERE row = ? AND length(full) < ?", longer)
            else:
                yield Unfitting(source, row, name, tuple(fitting for _row, fitting in fits))
        self._base.execute("CREATE INDEX by_street ON held (street, n)")

    def details(self) -> list[int]:
        """Return the tables that have more than a row and a half for each of their streets (ours)."""
        query = (
            "SELECT source FROM held WHERE street IS NOT NULL GROUP BY source "
            "HAVING count(*) > 1.5 * count(DISTINCT street) AND count(*) > 2 ORDER BY source"
        )
        return [int(source) for (source,) in self._base.execute(query)]

    def let_go(self, source: int) -> None:
        """Let go of the rows of a table."""
        self._base.execute("DELETE FROM held WHERE source = ?", (source,))

    def _fitting(self, name: str) -> list[tuple[int, str]]:
        """Return the streets that a name fits by the closest of its keys; of several those that it ends as."""
        keys = keys_of(name)
        for number, key in enumerate(keys):
            query = f"SELECT row, name, k1 FROM streets WHERE k{number} = ? ORDER BY row"
            fits = self._base.execute(query, (key,)).fetchall() if key else []
            own = [fit for fit in fits if fit[2].endswith(keys[1]) or keys[1].endswith(fit[2])]
            if fits:
                return [
                    (row, fitting) for row, fitting, _key in (own if len(own) == 1 else fits)[:_MOST_FITTING]
                ]
        return []

    def twice(self) -> dict[int, tuple[int, ...]]:
        """Return the rows of streets that are listed more than once, each with the first of the others."""
        query = (
            "SELECT k1, row FROM streets WHERE k1 IN "
            "(SELECT k1 FROM streets WHERE k1 != '' GROUP BY k1 HAVING count(*) > 1) ORDER BY row"
        )
        rows: dict[str, list[int]] = {}
        for key, row in self._base.execute(query):
            rows.setdefault(key, []).append(row)
        return {
            row: tuple(one for one in same[: _MOST_TOLD + 1] if one != row)[:_MOST_TOLD]
            for same in rows.values()
            for row in same
        }

    def streets(self) -> Iterator[tuple[int, str, str, str]]:
        """Yield the streets of the first table: the row, the name in it, the fullest name, the cells."""
        query = "SELECT row, name, full, cells FROM streets JOIN own USING (row) ORDER BY row"
        # `yield from` alone would close the cursor when it is broken off, after the base perhaps.
        yield from (row for row in self._base.execute(query))

    def rows_of(self, street: int) -> Iterator[Held]:
        """Yield what other tables say of the street in a row, in the order of the tables."""
        query = "SELECT source, row, cells FROM held WHERE street = ? ORDER BY source, row"
        yield from starmap(Held, self._base.execute(query, (street,)))

    def _kept(self, row: Row) -> str:
        columns, texts = [cell.column for cell in row.cells], [cell.text for cell in row.cells]
        troubles = [(cell.column, cell.trouble) for cell in row.cells if cell.trouble]
        kept = json.dumps((columns, texts, troubles), ensure_ascii=False)
        self.size += len(kept)
        return kept
