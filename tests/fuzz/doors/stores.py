"""Frames, facts and lexicons: YAML and JSON. What is read is read back as it was from what is dumped of it."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache, partial

from conservation import squeezed
from draftkit.compose import compose
from draftkit.compose.sample import sample_speech
from draftkit.errors import WrongFrame
from draftkit.fact.facts import Facts
from draftkit.frame import Frame, Skeleton, id_of
from draftkit.library import Library
from draftkit.messages import N_
from draftkit.pipeline import facts_in, shipped_frames
from draftkit.store import parse
from draftkit.store.dump import dump_facts, dump_frame
from draftkit.store.examples import wrong_examples
from draftkit.store.extends import resolve
from draftkit.store.forms import form_of, sample_facts
from draftkit.store.frames import read_frame
from draftkit.store.lexicon import dump_lexicon, read_lexicon
from draftkit.store.nodes import Mapping as MappingNode
from draftkit.store.schema import Check
from fuzz.door import of_repository
from fuzz.mutation import text_door
from fuzz.refusing import check, hold, kept_promise, refused
from fuzz.words import words

LIBRARY = Library((shipped_frames(),), trusted=shipped_frames())
_KIND, _NAME = re.compile(r"^kind: *(\w+)", re.MULTILINE), re.compile(r"^name: *(\S+)", re.MULTILINE)


def frame(raw: bytes) -> None:
    """Read a frame as a library does, dump it and read it back, and show what it reads like."""
    text = raw.decode(errors="ignore")
    kind, name = _KIND.search(text), _NAME.search(text)
    frame_id = f"{kind[1] if kind else 'formula'}/{name[1] if name else '甲'}"
    with refused(text, placed=True):
        found = _frame(text, frame_id)
        read_back_frame(found, known_with([frame_id]))
        with refused(text):
            _shown(found)


def _frame(text: str, frame_id: str) -> Frame:
    check = Check()
    node, check.problems = parse(text, f"{frame_id}.yaml")
    mapping = check.mapping(node, N_("a frame"))
    if mapping and not check.problems:
        mapping = resolve(check, mapping, frame_id, _parent, LIBRARY.names)
    found = read_frame(check, mapping, frame_id, f"{frame_id}.yaml", known_with([frame_id]))
    if found and mapping and not check.problems:
        check.problems += wrong_examples(found, mapping)
    if check.problems or not found:
        raise WrongFrame(check.problems)
    return found


class _With(Mapping[str, Frame]):
    """The shipped frames, and one more that goes before them."""

    def __init__(self, frame: Frame) -> None:
        self._id, self._frame = id_of(frame), frame

    def __getitem__(self, frame_id: str) -> Frame:
        return self._frame if frame_id == self._id else LIBRARY[frame_id]

    def __iter__(self) -> Iterator[str]:
        return iter(known_with([self._id]))

    def __len__(self) -> int:
        return len(known_with([self._id]))


def known_with(ids: Iterable[str]) -> frozenset[str]:
    """Return the ids of all shipped frames and these."""
    return _shipped().union(ids)


@cache
def _shipped() -> frozenset[str]:
    return frozenset(LIBRARY)


def _parent(frame_id: str) -> MappingNode | None:
    return LIBRARY.resolved(frame_id) if frame_id in _shipped() else None


def _shown(found: Frame) -> None:
    if isinstance(found, Skeleton):
        frames = _With(found)
        compose(facts_in(form_of(found, frames, filled=True), "form.yaml"), frames)
    else:
        sample_speech(found, sample_facts())


def facts(file: str, raw: bytes) -> None:
    """Read a facts file; what is dumped of it is read as the same."""
    text = raw.decode(errors="ignore")
    with refused(text, placed=True):
        found = facts_in(text, file)
        if found.skeleton:  # an empty one is told when the facts are composed
            read_back_facts(found)


def read_back_facts(given: Facts) -> None:
    """Raise BrokenLaw where facts are not read back as they are dumped."""
    dumped = dump_facts(given)
    with kept_promise("a facts file"):
        again = dump_facts(facts_in(dumped, "dumped.yaml"))
    hold(_said(again) == _said(dumped), "facts that are not read back as they were dumped")


def read_back_frame(frame: Frame, known: Collection[str]) -> None:
    """Raise BrokenLaw where a frame is not read back as it is dumped; `known` are the ids of all frames."""
    dumped, reading = dump_frame(frame), Check()
    node, reading.problems = parse(dumped, "dumped.yaml")
    again = read_frame(reading, node, id_of(frame), "dumped.yaml", known)
    hold(not reading.problems, f"a frame that is refused when it is read back: {reading.problems}")
    same = again == frame or (again is not None and _said(dump_frame(again)) == _said(dumped))
    hold(same, "a frame that is not read back as it was dumped")


def _said(dumped: str) -> str:
    """What was dumped without white space, which is not kept around a text, and the quotes that it needs; a tab
    is written as an escape."""
    return re.sub(r"[\"']|\\t", "", squeezed(dumped))


def lexicon(raw: bytes) -> None:
    """Read a lexicon; what is dumped of it is read as the same."""
    text = raw.decode(errors="ignore")
    check_ = Check()
    node, check_.problems = parse(text, "lexicon.yaml")
    topics = read_lexicon(check_, node)
    if check_.problems:
        check(check_.problems, text, placed=True)
        return
    again = read_lexicon(check_, parse(dump_lexicon(topics), "lexicon.yaml")[0])
    hold(again == topics and not check_.problems, "a lexicon that is not read back as it was dumped")


def _examples() -> list[bytes]:
    return of_repository("examples/*.yaml")


def _frames() -> list[bytes]:
    return of_repository(*(f"frames/{kind}/*.yaml" for kind in ("couplet", "parallel", "bundle", "skeleton")))[
        ::7
    ]


_YAML = words("yaml", "jinja", "odd")
DOORS = (
    text_door("frame", frame, words("frame") + _YAML, _frames),
    text_door("facts", partial(facts, "facts.yaml"), words("facts") + _YAML, _examples),
    text_door("json", partial(facts, "facts.json"), words("json", "facts", "odd")),
    text_door("lexicon", lexicon, _YAML),
)
