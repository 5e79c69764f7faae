"""Frames of several documents that are one: same kind, same fixed words, slots in the same places."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from draftkit.frame import (
    PART_NAMES,
    Bundle,
    Evidence,
    Formula,
    Frame,
    Parallel,
    Role,
    Skeleton,
    SlotSpec,
    id_of,
    kind_of,
    wordings_of,
)
from draftkit.mine.copies import distinct
from draftkit.mine.leaks import leaks
from draftkit.mine.pattern_name import numbered
from draftkit.mine.specs import asked, nameless, stand_in
from draftkit.mine.worth import worth
from draftkit.pattern import Fixed, Pattern
from draftkit.zh.sentence import spoken_length

MOST_EVIDENCE = 3
"""Documents that are named for a frame (our own); all are counted."""

_NEEDED = ("title", "opening", "closing")

AnyFrame = TypeVar("AnyFrame", bound=Frame)
Key = tuple[object, ...]


def key_of(frame: Frame) -> Key:
    """Return what two frames must have alike to be one: everything but the slots' names."""
    words = tuple(
        _bones(wording) if isinstance(wording, Pattern) else wording for wording in wordings_of(frame)
    )
    match frame:
        case Formula():
            return ("formula", frame.role, frame.deed, frame.between, words)
        case Bundle():
            return ("bundle", frame.coin)
        case Skeleton():
            return ("skeleton", frame.genre, frame.sections)
        case Parallel() if not frame.pattern.worded:
            return ("parallel", frame.name, words)
        case _:
            return (kind_of(frame), words)


def merged(
    frames: Iterable[Frame],
    copies: Mapping[str, str],
    support: int = 1,
    known: Mapping[Key, Frame] | None = None,
) -> list[Frame]:
    """Return the frames that enough documents have, each once, in the order of kinds and names.

    `copies` says which documents are near-copies of which; `known` frames keep their names and slots. Others
    that say something of their source in their fixed words, or too much of it in their slots, are left out.
    """
    found: defaultdict[Key, list[Frame]] = defaultdict(list)
    for frame in frames:
        found[key_of(frame)].append(frame)
    kept = []
    for key, same in found.items():
        own = (known or {}).get(key)
        one = _one(same, own)
        total = distinct((evidence.source for evidence in one.evidence), copies)
        if total >= support and (own or (worth(one, total) and not leaks(one))):
            kept.append(_supported(one, total))
    return list(_told_apart(kept, known or {}))


def _bones(pattern: Pattern) -> tuple[str, ...]:
    return tuple(part.text if isinstance(part, Fixed) else "" for part in pattern.parts)


def _one(same: list[Frame], known: Frame | None) -> Frame:
    """Return one frame for several: the one that sorts first, with the others' evidence and slots."""
    if len(same) == 1 and not known and not isinstance(same[0], Skeleton) and len(same[0].evidence) == 1:
        return replace(same[0], slots={name: _slot(name, [spec]) for name, spec in same[0].slots.items()})
    same.sort(key=_order)
    first = known or same[0]
    if isinstance(first, Skeleton) and not known:
        first = _with_all_parts(first, same)
    evidence = sorted({_first_of(one): None for frame in same for one in _renamed(frame, first)})
    if known:
        return replace(known, evidence=tuple(Evidence(*one[:2], dict(one[2])) for one in evidence))
    names = [(frame, _names(frame)) for frame in same]
    places = {name: place for place, name in enumerate(_names(first))}
    slots = {name: _slot(name, [_spec(*one, places.get(name, -1)) for one in names]) for name in first.slots}
    return replace(first, slots=slots, evidence=tuple(Evidence(*one[:2], dict(one[2])) for one in evidence))


def _order(frame: Frame) -> tuple[list[str], str, list[tuple[str, str]]]:
    places = [(evidence.source, evidence.place) for evidence in frame.evidence]
    return [str(wording) for wording in wordings_of(frame)], frame.name, places


def _with_all_parts(first: Skeleton, same: Iterable[Frame]) -> Skeleton:
    """A skeleton with the frames that any of several has in a part, the most usual first."""
    found: defaultdict[Role, Counter[str]] = defaultdict(Counter)
    for frame in same:
        for role, names in frame.parts.items() if isinstance(frame, Skeleton) else ():
            found[role].update({name: len(names) - place for place, name in enumerate(names)})
    parts: dict[Role, tuple[str, ...]] = {
        role: tuple(sorted(found[role], key=lambda name: (-found[role][name], name)))
        for role in PART_NAMES
        if role in found
    }
    return replace(first, parts=parts, optional=tuple(r for r in PART_NAMES if r in parts and r not in _NEEDED))


def _first_of(evidence: Evidence) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    return evidence.source, evidence.place, tuple(evidence.filling.items())


def _names(frame: Frame) -> list[str]:
    patterns = (wording for wording in wordings_of(frame) if isinstance(wording, Pattern))
    return list(dict.fromkeys(slot.name for pattern in patterns for slot in pattern.slots))


def _renamed(frame: Frame, first: Frame) -> Iterator[Evidence]:
    """The evidence of a frame under the slots' names of another that is built alike."""
    names = {name: other for name, other in zip(_names(frame), _names(first), strict=False) if name != other}
    for one in frame.evidence:
        if names:
            yield one._replace(filling={names.get(name, name): words for name, words in one.filling.items()})
        else:
            yield one


def _spec(frame: Frame, names: Sequence[str], place: int) -> SlotSpec | None:
    return frame.slots.get(names[place]) if 0 <= place < len(names) else None


def _slot(name: str, specs: list[SlotSpec | None]) -> SlotSpec:
    """The slot of several frames: the whole span of lengths, every choice, the longest example that fits (else
    a choice, or words that stand for it)."""
    known = [spec for spec in specs if spec]
    choices = tuple(sorted({choice for spec in known for choice in spec.choices}))
    lengths = [end for spec in known if spec.length for end in spec.length]
    lengths += [spoken_length(choice) for choice in choices if lengths]
    slot = known[0]._replace(
        ask=known[0].ask if not known[0].ask.startswith(name) else asked(name, lengths),
        length=(min(lengths), max(lengths)) if lengths else None,
        choices=choices,
    )
    examples = {str(spec.example) for spec in known if spec.example and nameless(str(spec.example))}
    fitting = [one for one in examples if slot.as_long(one) and (one in slot.choices or not slot.choices)]
    best = sorted(fitting, key=lambda one: (-len(one), one))
    return slot._replace(example=(*best, *slot.choices, stand_in(name, slot.length))[0])


def _shown(evidence: Evidence) -> Evidence:
    """Evidence without its filling where that names somebody."""
    return evidence if all(map(nameless, evidence.filling.values())) else evidence._replace(filling={})


def _supported(frame: AnyFrame, support: int) -> AnyFrame:
    """A frame with the evidence that is named; the first says how many documents there are."""
    by_source: dict[str, Evidence] = {}
    for one in sorted(map(_shown, frame.evidence), key=lambda e: (not e.filling, e.source, e.place)):
        by_source.setdefault(one.source, one)
    kept = sorted(list(by_source.values())[:MOST_EVIDENCE], key=lambda e: (e.source, e.place))
    return replace(frame, evidence=(kept[0]._replace(support=support), *kept[1:]))


def _told_apart(frames: Iterable[Frame], known: Mapping[Key, Frame]) -> Iterator[Frame]:
    """Frames under names of which no two are alike; the known ones' are theirs, found here or not."""
    taken = {id_of(frame) for frame in known.values()}
    keyed = [(kind_of(one), one.name, key_of(one), one) for one in frames]
    for _kind, _name, key, frame in sorted(keyed, key=lambda one: (one[0], one[1], str(one[2]))):
        named, number = frame, 1
        while id_of(named) in taken and key not in known:
            number += 1
            named = replace(frame, name=numbered(frame.name, number))
        taken.add(id_of(named))
        yield named
