"""Opens the tables of all streets: workbooks and CSV in, each street's facts out, one after the other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

from draftkit.compose import Phrasebook
from draftkit.errors import WrongTable
from draftkit.files import read_text
from draftkit.frame import Bundle, Frame, Parallel, SectionShape, Skeleton, SlotSpec
from draftkit.library import Library
from draftkit.messages import _
from draftkit.pipeline import skeleton_named
from draftkit.store import parse
from draftkit.store.nodes import Scalar
from draftkit.store.schema import Check
from draftkit.store.table import open_book
from draftkit.store.table.columns import Names
from draftkit.store.table.found import Found
from draftkit.store.table.joined import Joined, join
from draftkit.store.table.mapping import TableMap, read_maps
from draftkit.store.table.spool import Held
from draftkit.store.table.street import Packed, Tables, Unread, unknown_skeleton


class Streets:
    """The streets of the first table in its order, each with what all tables say of it. May be gone through
    again and again while it is open. `notes` tell how the tables were understood, a line a column; `map` is the
    same as YAML, to be corrected and given back; `shared` are the words that hold for all of them."""

    def __init__(
        self, found: Found, joined: Joined, library: Library, skeleton: str | None, books: ExitStack
    ) -> None:
        self.notes = (*found.notes, *joined.notes)
        self.shared = "\n".join(node.text for _steps, node in joined.shared if isinstance(node, Scalar))
        self.map = joined.map
        self._found, self._books = found, books
        self._twice = found.spool.twice()
        own = found.tables.index(found.first)
        names = tuple(library.names("skeleton"))
        tables = Tables(joined.sources, own, found.first.head.name, joined.shared, skeleton, names)
        self._tables = Packed(tables)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._books.close()

    def __len__(self) -> int:
        return self._found.spool.count

    def __iter__(self) -> Iterator[Unread]:
        spool, own = self._found.spool, self._tables.tables.own
        joined = len(self._found.tables) > 1
        for row, name, full, cells in spool.streets():
            rows = (Held(own, row, cells), *(spool.rows_of(row) if joined else ()))
            name = full if joined or self._found.regional else name
            yield Unread(row, name, rows, self._twice.get(row, ()), self._tables)


def open_streets(
    paths: Sequence[Path], library: Library, skeleton: str | None = None, mapping: Path | None = None
) -> Streets:
    """Open the tables of all streets (.xlsx, CSV). The first table of the first file says which streets there
    are, and their order; other tables are joined by the street's name.

    `skeleton` goes before those that the tables name; `mapping` is a map of columns. Raises CannotRead and
    WrongTable with every problem that concerns all streets; what concerns one is in its `problems`.
    """
    check = Check()
    maps = _maps(check, mapping) if mapping else ()
    found = Found(maps)
    with ExitStack() as books:
        books.callback(found.spool.close)
        for path in paths:
            found.take(str(path), books.enter_context(open_book(path)))
        found.check_maps(check)
        if not found.first.rows:
            message = _("no street stands below the header")
            check.note(found.first.start, message, _("Give each street a row"))
        skeletons = _skeletons(check, found, library, skeleton)
        joined = join(check, found, names_of(skeletons, library))
        if skeleton and found.skeletons():
            found.notes.append(_("the skeletons that cells name are not used: {name} is").format(name=skeleton))
        if check.problems:
            raise WrongTable(check.problems)
        return Streets(found, joined, library, skeleton, books.pop_all())
    raise AssertionError


def _maps(check: Check, path: Path) -> tuple[TableMap, ...]:
    node, problems = parse(read_text(path), str(path))
    check.problems += problems
    return read_maps(check, node)


def _skeletons(check: Check, found: Found, library: Library, chosen: str | None) -> list[Skeleton]:
    """Return the skeletons that the streets can have: the one chosen, or those that 共用 and cells name."""
    if chosen:
        return [skeleton_named(chosen, library)]
    there = library.names("skeleton")
    shared = [Scalar(cell.text, cell.place) for cell in found.shared if cell.header in ("骨架", "skeleton")]
    for one in shared:
        wrong = unknown_skeleton(one, there)
        check.problems += [wrong] if wrong else []
    cells = [Scalar(name, place) for name, place in found.skeletons().items()]
    if not shared and not cells:
        message = _("no skeleton is named")
        advice = _("Name one with -f, in a row 骨架 of the sheet 共用, or in a column 骨架")
        check.note(found.first.start, message, advice)
    known = [one.text for one in (*shared, *cells) if not unknown_skeleton(one, there)]
    return [skeleton_named(name, library) for name in dict.fromkeys(known)]


def names_of(skeletons: Iterable[Skeleton], frames: Mapping[str, Frame]) -> Names:
    """Return the names that the headers of tables may use for streets with these skeletons."""
    slots: dict[str, bool] = {}
    headings: dict[str, bool] = {}
    for skeleton in skeletons:
        for name in (name for names in skeleton.parts.values() for name in names):
            slots |= {slot: _is_list(frames[name], spec) for slot, spec in frames[name].slots.items()}
        shapes = (*skeleton.sections, *(shape for run in skeleton.passages.values() for shape in run))
        for name in _headings(shapes):
            headings |= {slot: _is_list(frames[name], spec) for slot, spec in frames[name].slots.items()}
    return Names(slots, headings, _Kinds(Phrasebook(frames)))


def _headings(shapes: Iterable[SectionShape]) -> Iterator[str]:
    for shape in shapes:
        yield from shape.headings
        yield from _headings(shape.points)


def _is_list(frame: Frame, spec: SlotSpec) -> bool:
    """Whether 、 parts a list: names of figures do, and slots with a list for an example, which in a parallel
    is one for each sibling."""
    return spec.type == "figure" or (
        isinstance(spec.example, tuple) and not isinstance(frame, Parallel | Bundle)
    )


class _Kinds(Mapping[str, Mapping[str, bool]]):
    """The slots of the kinds of terse facts, each kind's read when a header asks for it."""

    def __init__(self, book: Phrasebook) -> None:
        self._book = book
        self._found: dict[str, dict[str, bool]] = {}

    def __getitem__(self, kind: str) -> Mapping[str, bool]:
        if kind not in self._found:
            phrases = self._book.phrases(kind)
            said = [choice.formula for choice in (*phrases.heads, *phrases.tails)]
            self._found[kind] = {name: _is_list(one, spec) for one in said for name, spec in one.slots.items()}
        if not self._found[kind]:
            raise KeyError(kind)
        return self._found[kind]

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._book.kinds()))

    def __len__(self) -> int:
        return len(self._book.kinds())
