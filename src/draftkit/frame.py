"""框架: couplet, parallel, bundle, formula, skeleton. A frame is words with slots, and when to use them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeVar

from draftkit.errors import Place
from draftkit.pattern import Pattern
from draftkit.template import Template
from draftkit.tree import Placement
from draftkit.zh.sentence import spoken_length

Kind = Literal["couplet", "parallel", "bundle", "formula", "skeleton"]
KINDS: tuple[Kind, ...] = ("couplet", "parallel", "bundle", "formula", "skeleton")

SlotType = Literal["text", "number", "figure", "date"]
SLOT_TYPES: tuple[SlotType, ...] = ("text", "number", "figure", "date")

Move = Literal[
    "open", "situate", "credit", "diagnose", "demand", "measure", "guarantee", "next", "call", "courtesy"
]
MOVES: tuple[Move, ...] = (
    "open", "situate", "credit", "diagnose", "demand", "measure", "guarantee", "next", "call", "courtesy",
)  # fmt: skip
FORWARD: frozenset[Move] = frozenset({"demand", "guarantee", "next", "call"})
"""The moves that speak of what is to come: planned facts may stand in them."""

Role = Literal[
    "title", "subtitle", "byline", "date", "salutation", "greeting", "opening", "transition", "closing",
    "signoff", "phrase",
]  # fmt: skip
ROLES: tuple[Role, ...] = (
    "title", "subtitle", "byline", "date", "salutation", "greeting", "opening", "transition", "closing",
    "signoff", "phrase",
)  # fmt: skip
PART_NAMES: tuple[Role, ...] = tuple(role for role in ROLES if role not in ("transition", "phrase"))

PROVIDED = frozenset(("单位", "会议", "发言人", "日期", "主题", "部分数", "打算", "打算条目", "打算数"))
"""What a pattern may quote without a slot: structural facts, the count of sections, what `next:` holds
(joined, numbered by 一是, and counted)."""
Wording = Pattern | Template
ASIDE = "句式-"
"""How the name of a phrase begins that is kept for writers to read, and not chosen for terse facts."""
T = TypeVar("T")


Example = str | tuple[str, ...]


class SlotSpec(NamedTuple):
    """What a slot wants: the question to ask, an example, and what an answer must satisfy.

    `length` is the least and most characters, white space left out; `choices` the closed set.
    """

    name: str
    ask: str = ""
    example: Example = ""
    type: SlotType = "text"
    length: tuple[int, int] | None = None
    required: bool = True
    choices: tuple[str, ...] = ()

    def as_long(self, text: str) -> bool:
        """Whether a text is as long as the slot wants it."""
        return self.length is None or self.length[0] <= spoken_length(text) <= self.length[1]


class Evidence(NamedTuple):
    """Where a pattern was found: the document, the place in it, and the filling that prints its words."""

    source: str
    place: str
    filling: Mapping[str, str]
    support: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class _About:
    name: str
    use: str = ""
    genre: tuple[str, ...] = ()
    extends: str = ""
    slots: Mapping[str, SlotSpec] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()
    place: Place | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Couplet(_About):
    """对偶: the balanced halves of a title."""

    halves: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parallel(_About):
    """排比: one pattern on which sibling headings or points are built."""

    pattern: Pattern


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle(_About):
    """数字缩语: a coined name (without its numeral) and the pattern of its members."""

    coin: str
    member: Pattern


@dataclass(frozen=True, slots=True, kw_only=True)
class Formula(_About):
    """套语: an opening, transition, closing or phrase, in one or more wordings.

    A phrase is for one kind of terse fact (`deed`: 做法, 成效 …); `tail` marks one that only goes on
    from a sentence begun by another; a transition stands `between` two kinds. A greeting's `placement`
    is a line of its own, or run in at the start of the opening.
    """

    role: Role
    move: Move | None = None
    deed: str = ""
    tail: bool = False
    between: tuple[str, ...] = ()
    placement: Placement = "run-in"
    wordings: tuple[Wording, ...] = ()

    @property
    def chosen(self) -> bool:
        """Whether a phrase is chosen for terse facts: its name says so (做法-…; 句式-做法-… is one to read)."""
        return bool(self.deed) and self.name.startswith(f"{self.deed}-")


@dataclass(frozen=True, slots=True)
class SectionShape:
    """A run of sibling sections: how many, on which parallels, with which marker, standing where, and the
    mark that ends a heading which is run in or within. `points` are the runs that stand under each."""

    headings: tuple[str, ...]
    count: tuple[int, int] = (1, 9)
    marker: str = ""
    placement: Placement = "line"
    move: Move | None = None
    points: tuple["SectionShape", ...] = ()
    stop: str | None = None

    @property
    def ending(self) -> str:
        """The mark after a heading: what the frame says, else 。 where the heading is not on its own line."""
        return self.stop if self.stop is not None else "" if self.placement == "line" else "。"


def room_in(shapes: Sequence[SectionShape]) -> tuple[int, int]:
    """Return the least and the most sections that the shapes take together."""
    return sum(shape.count[0] for shape in shapes), sum(shape.count[1] for shape in shapes)


def share(shapes: Sequence[SectionShape], given: Sequence[T]) -> tuple[tuple[SectionShape, tuple[T, ...]], ...]:
    """Give each shape its sections in order: the least it needs, then what is over to the first with room."""
    least, most = room_in(shapes)
    over = max(0, min(len(given), most) - least)
    found = []
    left = tuple(given)
    for shape in shapes:
        extra = min(over, shape.count[1] - shape.count[0])
        over -= extra
        take = shape.count[0] + extra
        found.append((shape, left[:take]))
        left = left[take:]
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Skeleton(_About):
    """提纲: the shape of a whole speech. `parts` names for each part the frames that may stand there, the
    first that fits the facts is taken; `drop` says what goes first when time is short. `passages` are the
    runs of points in the opening and in the closing. `as_written` keeps to the letter of the facts: no stop is
    added or taken off, and nothing is asked for that they do not have."""

    parts: Mapping[Role, tuple[str, ...]] = field(default_factory=dict)
    optional: tuple[Role, ...] = ()
    drop: tuple[str, ...] = ()
    sections: tuple[SectionShape, ...] = ()
    passages: Mapping[Role, tuple[SectionShape, ...]] = field(default_factory=dict)
    as_written: bool = False


Frame = Couplet | Parallel | Bundle | Formula | Skeleton


def kind_of(frame: Frame) -> Kind:
    """Return the kind of a frame, which is also the folder it stands in."""
    match frame:
        case Formula():  # most are
            return "formula"
        case Parallel():
            return "parallel"
        case Couplet():
            return "couplet"
        case Bundle():
            return "bundle"
        case Skeleton():
            return "skeleton"


def id_of(frame: Frame) -> str:
    """Return kind/name, by which frames speak of each other."""
    return f"{kind_of(frame)}/{frame.name}"


def is_variant(frame: Frame) -> bool:
    """Whether a frame is another wording of the one that it extends, and named for it (下一步-将-接着干)."""
    parent = frame.extends.removeprefix(f"{kind_of(frame)}/")
    return bool(parent) and frame.name.startswith(f"{parent}-")


def examples_of(frame: Frame, spec: SlotSpec) -> tuple[Example, ...]:
    """Return the examples of a slot: in a parallel or a bundle a list has one for each sibling."""
    listed = isinstance(spec.example, tuple) and isinstance(frame, Parallel | Bundle)
    return spec.example if listed and isinstance(spec.example, tuple) else (spec.example,)


def fillings_of(frame: Frame) -> list[Mapping[str, Example]]:
    """Return the words to show a frame with, a filling for each sibling: its examples (for a slot without one
    what was found), then the other fillings that were found."""
    found = [{name: one.filling.get(name, "") for name in frame.slots} for one in frame.evidence]
    rows: dict[str, tuple[Example, ...]] = {}
    for name, spec in frame.slots.items():
        first = next((one[name] for one in found if one[name]), "")
        rows[name] = examples_of(frame, spec) if spec.example else (first,)
    most = max(map(len, rows.values()), default=1)
    shown = [{name: row[min(place, len(row) - 1)] for name, row in rows.items()} for place in range(most)]
    return [*shown, *(filling for filling in found if all(filling.values()) and filling not in shown)]


def wordings_of(frame: Frame) -> tuple[Wording, ...]:
    """Return every pattern or template of a frame."""
    match frame:
        case Couplet(halves=halves):
            return halves
        case Parallel(pattern=pattern):
            return (pattern,)
        case Bundle(member=member):
            return (member,)
        case Formula(wordings=wordings):
            return wordings
        case Skeleton():
            return ()
