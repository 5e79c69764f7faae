"""What a batch is to be, before anything is written: its terms, the names of its files, what is known of all
streets."""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from draftkit.batch.names import filled, numbered, twins
from draftkit.compare import Known, Strangers
from draftkit.compose import Missing
from draftkit.drafting import Terms, known_to_all
from draftkit.errors import DraftkitError, Place, Problem, WrongTable
from draftkit.files import LARGEST, read_bytes, safe_name
from draftkit.frame import Frame, Skeleton
from draftkit.library import Library
from draftkit.messages import _
from draftkit.office import Office
from draftkit.pattern import Pattern
from draftkit.store.keys import FACTS, spellings
from draftkit.store.nodes import Scalar
from draftkit.store.table.street import Street, Unread
from draftkit.zh.dates import printed_date

LONGEST_NAME = 180
"""Bytes of a draft's name without its ending (ours): systems take 255, and copies get longer names."""
SUFFIX = ".docx"

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
    """The name of each street's file in the table's order, "" where something is wrong with its words, what
    could not be kept of them, what is known of all streets, and the meeting and month of the first one, ""
    where it does not say."""

    files: Sequence[str]
    notes: tuple[str, ...]
    strangers: Strangers
    occasion: str = ""
    month: str = ""


def terms_of(
    library: Library,
    missing: Missing = "mark",
    draw: int | None = None,
    reviewed: bool = True,
    office: Office = _NOTHING_SETTLED,
    template: Path | None = None,
) -> tuple[Terms, str, list[Problem]]:
    """Return the terms of a batch, a digest of all that they hold, and what is wrong with frames that are left
    out of them. Raises CannotRead for a template that is not there."""
    frames: dict[str, Frame] = {}
    problems: list[Problem] = []
    for frame_id in library:
        try:
            frames[frame_id] = library[frame_id]
        except DraftkitError as error:
            problems += error.problems
    raw = read_bytes(template, LARGEST) if template else b""
    settings = (version("draftkit"), library.digest(), missing, draw, reviewed, office)
    digest = sha256(repr(settings).encode())
    digest.update(raw)
    return Terms(frames, missing, draw, reviewed, office, raw), digest.hexdigest(), problems


def plan_of(streets: Iterable[Street | Unread], terms: Terms, wishes: Wishes, shared: str = "") -> Plan:
    """Work out the names of all files; raises WrongTable where two would be one. `shared` are the words that
    all streets have in common, which are nobody's own."""
    files: list[str] = []
    places: list[Place] = []
    notes: list[str] = []

    first: dict[str, str] = {}

    def named() -> Iterator[Known]:
        for street in (one.head() for one in streets):
            first.update({} if files else _words(street))
            asked, _problems = asked_name(street, terms, wishes)
            name = safe_name(asked, LONGEST_NAME) if asked else ""
            if asked and name != asked:
                message = _("{place}: the file is called “{name}”, since no system takes “{asked}”")
                notes.append(message.format(place=street.node.place, name=name, asked=asked))
            files.append(name)
            places.append(street.node.place)
            yield known_to_all(street)

    strangers = Strangers(named(), shared)
    there = [name for name in files if name]
    if wishes.numbered:
        told = iter(numbered(there))
        files = [next(told) if name else "" for name in files]
    elif problems := twins((name, place) for name, place in zip(files, places, strict=True) if name):
        raise WrongTable(problems)
    month = (printed_date(first.get("日期", "").strip("（）()")) or "").partition("月")
    return Plan(
        [f"{name}{SUFFIX}" if name else "" for name in files],
        tuple(notes),
        strangers,
        first.get("会议", ""),
        "".join(month[:2]),
    )


def asked_name(street: Street, terms: Terms | None, wishes: Wishes) -> tuple[str, list[Problem]]:
    """Return the name that a street's file is to have, "" with the problems where it lacks words for it."""
    words = _words(street)
    pattern = wishes.name or Pattern.parse("{{ 单位 }}")
    asked, problems = filled(pattern, words, street.node.place)
    if problems:
        return "", problems
    if wishes.name is None and terms:
        asked += _genre(terms, words.get("骨架", ""))
    return asked, []


def _words(street: Street) -> dict[str, str]:
    """Return the texts at the top of a street's facts, structural ones by their Chinese names."""
    return {
        FACTS.get(_KEYS.get(key.text, ""), key.text): value.text
        for key, value in street.node.entries
        if isinstance(value, Scalar)
    }


def _genre(terms: Terms, skeleton: str) -> str:
    frame = terms.frames.get(f"skeleton/{skeleton.removeprefix('skeleton/')}")
    return frame.genre[0] if isinstance(frame, Skeleton) and frame.genre else "发言"
