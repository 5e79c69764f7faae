"""What a batch is to be, before anything is written: its terms, the names of its files, what is known of all
streets."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from hashlib import sha256
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from draftkit.batch.names import filled, numbered, twins
from draftkit.compare import Known, Strangers
from draftkit.compose import Missing
from draftkit.drafting import Terms, known_to_all
from draftkit.errors import DraftkitError, Place, Problem, WrongTable
from draftkit.executing import in_order, room_in
from draftkit.files import LARGEST, read_bytes, safe_name
from draftkit.frame import Frame, Skeleton
from draftkit.library import Library
from draftkit.messages import _
from draftkit.office import Office
from draftkit.offices import stationery_of
from draftkit.pattern import Pattern
from draftkit.store.keys import FACTS, spellings
from draftkit.store.nodes import Scalar
from draftkit.store.table.street import Street, Unread
from draftkit.write.profile import settled
from draftkit.zh.dates import printed_date

LONGEST_NAME = 180
"""Bytes of a draft's name without its ending (ours): systems take 255, and copies get longer names."""
SUFFIX = ".docx"
HEADS = 50
"""Streets whose names and amounts a process works out at a time (our own)."""

_KEYS = spellings(FACTS)
_NOTHING_SETTLED = Office()


class Wishes(NamedTuple):
    """How a batch is to be named and written: by a pattern of its streets' words, twins numbered; gone on with,
    or written over what is there."""

    name: Pattern | None = None
    numbered: bool = False
    resumed: bool = False
    overwrite: bool = False


class Plan(NamedTuple):
    """The name of each street's file in the table's order, "" where something is wrong with its words, and what
    could not be kept of them; the packed terms, with what is known of all streets, and their digest; the
    meeting and month of the first street, "" where it does not say."""

    files: Sequence[str]
    notes: tuple[str, ...]
    terms: bytes
    digest: str
    occasion: str = ""
    month: str = ""


class _Head(NamedTuple):
    """The name that a street's file is to have, where the street stands, what is known of it, and the texts at
    the top of its facts."""

    asked: str
    place: Place
    known: Known
    words: Mapping[str, str]


class _Heads(NamedTuple):
    """Some streets to work the heads out of, how they are to be named, and the genres of skeletons."""

    streets: Sequence[Street | Unread]
    wishes: Wishes
    genres: Mapping[str, str]


def terms_of(
    library: Library,
    missing: Missing = "mark",
    draw: int | None = None,
    reviewed: bool = True,
    office: Office = _NOTHING_SETTLED,
    template: Path | None = None,
) -> tuple[Terms, list[Problem]]:
    """Return the terms of a batch, and what is wrong with frames that are left out of them. Raises CannotRead
    for a template that is none."""
    frames: dict[str, Frame] = {}
    problems: list[Problem] = []
    for frame_id in library:
        try:
            frames[frame_id] = library[frame_id]
        except DraftkitError as error:
            problems += error.problems
    raw = read_bytes(template, LARGEST) if template else b""
    if template:
        stationery_of(template, settled(office.layout))
    settings = (version("draftkit"), library.digest(), missing, draw, reviewed, office)
    digest = sha256(repr(settings).encode())
    digest.update(raw)
    return Terms(frames, missing, draw, reviewed, office, raw, digest=digest.hexdigest()), problems


def plan_of(
    streets: Iterable[Street | Unread],
    terms: Terms,
    wishes: Wishes,
    shared: str = "",
    executor: Executor | None = None,
) -> Plan:
    """Work out the names of all files; raises WrongTable where two would be one. `shared` are the words that
    all streets have in common, which are nobody's own. The executor changes nothing."""
    files: list[str] = []
    places: list[Place] = []
    notes: list[str] = []
    first: dict[str, str] = {}

    def named() -> Iterator[Known]:
        for asked, place, known, words in _heads(streets, terms, wishes, executor):
            first.update({} if files else words)
            name = safe_name(asked, LONGEST_NAME) if asked else ""
            if asked and name != asked:
                message = _("{place}: the file is called “{name}”, since no system takes “{asked}”")
                notes.append(message.format(place=place, name=name, asked=asked))
            files.append(name)
            places.append(place)
            yield known

    strangers = Strangers(named(), shared)
    there = [name for name in files if name]
    if wishes.numbered:
        told = iter(numbered(there))
        files = [next(told) if name else "" for name in files]
    elif problems := twins((name, place) for name, place in zip(files, places, strict=True) if name):
        raise WrongTable(problems)
    month = (printed_date(first.get("日期", "").strip("（）()")) or "").partition("月")
    files = [f"{name}{SUFFIX}" if name else "" for name in files]
    packed = terms._replace(strangers=strangers, drafts=len(files)).packed()
    return Plan(files, tuple(notes), packed, terms.digest, first.get("会议", ""), "".join(month[:2]))


def _heads(
    streets: Iterable[Street | Unread], terms: Terms, wishes: Wishes, executor: Executor | None
) -> Iterator[_Head]:
    genres = _genres(terms)
    waiting = iter(streets)
    groups = iter(lambda: tuple(islice(waiting, HEADS)), ())
    chunks = (_Heads(group, wishes, genres) for group in groups)
    for heads in in_order(executor, _heads_of, chunks, ahead=2 * room_in(executor)):
        yield from heads


def _heads_of(chunk: _Heads) -> list[_Head]:
    heads = []
    for street in (one.head() for one in chunk.streets):
        asked, _problems = asked_name(street, chunk.genres, chunk.wishes)
        heads.append(_Head(asked, street.node.place, known_to_all(street), _words(street)))
    return heads


def asked_name(street: Street, genres: Mapping[str, str], wishes: Wishes) -> tuple[str, list[Problem]]:
    """Return the name that a street's file is to have, "" with the problems where it lacks words for it. Where
    it is not asked for otherwise, it ends in the genre of the street's skeleton."""
    words = _words(street)
    pattern = wishes.name or Pattern.parse("{{ 单位 }}")
    asked, problems = filled(pattern, words, street.node.place)
    if problems:
        return "", problems
    if wishes.name is None:
        asked += genres.get(words.get("骨架", "").removeprefix("skeleton/"), "发言")
    return asked, []


def _words(street: Street) -> dict[str, str]:
    """Return the texts at the top of a street's facts, structural ones by their Chinese names."""
    return {
        FACTS.get(_KEYS.get(key.text, ""), key.text): value.text
        for key, value in street.node.entries
        if isinstance(value, Scalar)
    }


def _genres(terms: Terms) -> dict[str, str]:
    """Return the first genre of each skeleton by its name."""
    skeletons = ((key, one) for key, one in terms.frames.items() if isinstance(one, Skeleton) and one.genre)
    return {key.removeprefix("skeleton/"): one.genre[0] for key, one in skeletons}
