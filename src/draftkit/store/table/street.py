"""A street of a table: its row as facts."""

import pickle
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import NamedTuple

from draftkit.errors import Place, Problem, did_you_mean
from draftkit.messages import _
from draftkit.store.nodes import Mapping, Scalar
from draftkit.store.table.gather import Gathering, Shared
from draftkit.store.table.rows import Slot, Source, Steps, before_of
from draftkit.store.table.spool import Held

_PARTS = frozenset({"opening", "sections", "closing"})
_BESIDE = frozenset({"since", "word", "approx", "as_of", "source", "status"})
"""What no name of a file and no amount is made of: of a street, and of a figure."""


class Street(NamedTuple):
    """One street: its row in the first table, its name as given, its facts as a mapping of a facts file whose
    scalars have the places of their cells, and what is wrong with its cells."""

    row: int
    name: str
    node: Mapping
    problems: tuple[Problem, ...] = ()

    def read(self) -> "Street":
        """Return it as it is."""
        return self

    def head(self) -> "Street":
        """Return it as it is."""
        return self


class Tables(NamedTuple):
    """Tables whose rows can be put together: how each is read, the number of the one that says which streets
    there are, the column of its names, what all streets share, the skeleton chosen for them, the names of those
    that there are."""

    sources: tuple[Source, ...]
    own: int
    name: int
    shared: Shared
    skeleton: str | None
    skeletons: Collection[str]

    def heads(self) -> "Tables":
        """Return them with the columns alone of which names of files and amounts are made."""
        slots = (tuple(_for_head(slot) for slot in one.slots if _is_head(slot.steps)) for one in self.sources)
        sources = (one._replace(slots=own) for one, own in zip(self.sources, slots, strict=True))
        shared = tuple(one for one in self.shared if _is_head(one[0]))
        return self._replace(sources=tuple(sources), shared=shared)


class Packed:
    """Tables as they travel: packed once, and unpacked once where many streets of theirs arrive."""

    def __init__(self, tables: Tables) -> None:
        self.tables, self.heads = tables, tables.heads()
        self._raw = pickle.dumps(tables, pickle.HIGHEST_PROTOCOL)

    def __reduce__(self) -> tuple[object, ...]:
        return _unpacked, (self._raw,)


@lru_cache(maxsize=2)
def _unpacked(raw: bytes) -> Packed:
    tables = pickle.loads(raw)
    assert isinstance(tables, Tables)
    return Packed(tables)


class Unread(NamedTuple):
    """A street as its rows in the tables, the first table's first, which are small; its facts are put together
    when they are asked for. `others` are rows in which its name stands too."""

    row: int
    name: str
    rows: tuple[Held, ...]
    others: tuple[int, ...]
    packed: Packed

    @property
    def node(self) -> Mapping:
        """Its facts."""
        return self.read().node

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with its cells."""
        return self.read().problems

    def read(self) -> Street:
        """Return the street with its facts put together."""
        return self._read(self.packed.tables)

    def head(self) -> Street:
        """Return it with the words of a facts file's first level and the amounts of its figures only."""
        return self._read(self.packed.heads)

    def _read(self, tables: Tables) -> Street:
        own = tables.sources[tables.own]
        place = Place(own.file, self.row, tables.name, own.sheet)
        gathering = Gathering(place)
        for held in self.rows:
            source, row = tables.sources[held.source], held.row()
            before = before_of(source, row) if source.section else ()
            if isinstance(before, Problem):
                gathering.problems.append(before)
            else:
                gathering.add(source, row, before)
        gathering.share(tables.shared)
        if self.name:
            gathering.put(("unit",), Scalar(self.name, place), "单位")
        if tables.skeleton:
            gathering.tree["skeleton"] = Scalar(tables.skeleton, place)
        if not self.name:
            trouble = self.rows[0].row().troubles.get(tables.name)
            message = trouble or _("a row with values has no street's name")
            gathering.problems.append(Problem(place, message, _("Write the name, or clear the row")))
        problems = (*self._problems(tables, gathering), *gathering.problems)
        return Street(self.row, self.name, gathering.mapping(tables.sources), problems)

    def _problems(self, tables: Tables, gathering: Gathering) -> Iterator[Problem]:
        if self.others:
            rows = "、".join(map(str, self.others))
            message = _("“{name}” stands in row {rows} too").format(name=self.name, rows=rows)
            yield Problem(gathering.place, message, _("Keep one row a street"))
        skeleton = gathering.tree.get("skeleton")
        if isinstance(skeleton, Scalar) and (wrong := unknown_skeleton(skeleton, tables.skeletons)):
            yield wrong


def _is_head(steps: Steps) -> bool:
    return steps[0] not in _PARTS and not (steps[0] == "figures" and steps[2] in _BESIDE)


def _for_head(slot: Slot) -> Slot:
    """Return a column so that no figure is told as still to come."""
    return slot._replace(shown=slot.shown and slot.steps[0] != "figures")


def unknown_skeleton(named: Scalar, known: Collection[str]) -> Problem | None:
    """Return the problem of a skeleton that is not among those that there are, None for one that is."""
    name = named.text.removeprefix("skeleton/")
    if not name or name in known:
        return None
    message = _("there is no skeleton “{name}”").format(name=name)
    return Problem(named.place, message, did_you_mean(name, known))
