"""Frames and facts back to YAML, in the order of keys that a reader expects: load(dump(x)) == x."""

from collections.abc import Mapping

from draftkit.fact.facts import Deed, Facts, Given, Item, SectionFacts, Words
from draftkit.fact.figure import Change, Figure, Members, Plain, Range, Ratio, Total, Unknown
from draftkit.frame import (
    PART_NAMES,
    Bundle,
    Couplet,
    Evidence,
    Formula,
    Frame,
    Parallel,
    SectionShape,
    Skeleton,
    SlotSpec,
    kind_of,
)
from draftkit.pattern import Pattern
from draftkit.store.json_schema import FRAME_FILE, line_for
from draftkit.store.keys import FACTS, NAMED, NO_MARKER
from draftkit.store.yaml import dump_yaml
from draftkit.template import Template

Plainly = str | list["Plainly"] | dict[str, "Plainly"]
"""What YAML holds: text, lists, mappings."""


def dump_frame(frame: Frame) -> str:
    """Return the YAML of a frame. What it inherited is written out, `extends` no more."""
    return dump_yaml(plain_frame(frame))


def frame_file(frame: Frame) -> str:
    """Return the text of a frame's file, in its folder of a kind: the line that names its schema, its YAML."""
    return line_for(f"../{FRAME_FILE}") + dump_frame(frame)


def plain_frame(frame: Frame) -> dict[str, Plainly]:
    """Return a frame by its keys, those without a value left out."""
    about: dict[str, Plainly] = {
        "name": frame.name,
        "kind": kind_of(frame),
        "genre": list(frame.genre),
        "use": frame.use,
        **_own(frame),
        "slots": {name: _slot(spec) for name, spec in frame.slots.items()},
        "evidence": [_evidence(evidence) for evidence in frame.evidence],
    }
    return {key: value for key, value in about.items() if value}


def dump_facts(facts: Facts) -> str:
    """Return the YAML of a facts file, with English structural keys."""
    chinese = {FACTS[name]: name for name in NAMED}
    title: Plainly = [str(half.pattern) for half in facts.title]
    entries: dict[str, Plainly] = {
        "skeleton": facts.skeleton,
        **{chinese.get(name, name): _given(given) for name, given in facts.named.items()},
        "minutes": str(facts.minutes or ""),
        "title": title,
        "figures": {name: _figure(figure) for name, figure in facts.figures.items()},
        "opening": _passage(facts.opening),
        "sections": [_section(section) for section in facts.sections],
        "closing": _passage(facts.closing),
        "next": [_item(item) for item in facts.next],
        "loose": [_item(item) for item in facts.loose],
    }
    return dump_yaml({key: value for key, value in entries.items() if value})


def _own(frame: Frame) -> dict[str, Plainly]:
    match frame:
        case Couplet(halves=halves):
            return {"halves": [str(half) for half in halves]}
        case Parallel(pattern=pattern):
            return {"pattern": str(pattern)}
        case Bundle(coin=coin, member=member):
            return {"coin": coin, "member": str(member)}
        case Formula():
            return _formula(frame)
        case Skeleton():
            return _skeleton(frame)


def _formula(frame: Formula) -> dict[str, Plainly]:
    return {
        "role": frame.role,
        "move": frame.move or "",
        "deed": frame.deed,
        "tail": "true" if frame.tail else "",
        "between": list(frame.between),
        "placement": "" if frame.placement == "run-in" else frame.placement,
        "patterns": [str(wording) for wording in frame.wordings if isinstance(wording, Pattern)],
        "template": [wording.source for wording in frame.wordings if isinstance(wording, Template)],
    }


def _skeleton(frame: Skeleton) -> dict[str, Plainly]:
    parts: dict[str, Plainly] = {role: list(names) for role, names in frame.parts.items()}
    return {
        **parts,
        "sections": [_shape(shape) for shape in frame.sections],
        "passages": {
            role: [_shape(shape) for shape in frame.passages[role]]
            for role in PART_NAMES
            if role in frame.passages
        },
        "as_written": "true" if frame.as_written else "",
        "optional": list(frame.optional),
        "drop": list(frame.drop),
    }


def _shape(shape: SectionShape) -> dict[str, Plainly]:
    entries: dict[str, Plainly] = {
        "count": span_text(shape.count),
        "heading": list(shape.headings),
        "marker": shape.marker or "none",
        "placement": shape.placement,
        "stop": NO_MARKER[0] if shape.stop == "" else shape.stop or "",
        "move": shape.move or "",
        "points": [_shape(points) for points in shape.points],
    }
    return {key: value for key, value in entries.items() if value}


def _slot(spec: SlotSpec) -> dict[str, Plainly]:
    entries: dict[str, Plainly] = {
        "ask": spec.ask,
        "example": spec.example if isinstance(spec.example, str) else list(spec.example),
        "type": spec.type if spec.type != "text" else "",
        "length": span_text(spec.length) if spec.length else "",
        "required": "" if spec.required else "false",
        "choices": list(spec.choices),
    }
    return {key: value for key, value in entries.items() if value} or {"ask": ""}


def _evidence(evidence: Evidence) -> dict[str, Plainly]:
    return {
        "source": evidence.source,
        "place": evidence.place,
        "support": str(evidence.support),
        "filling": dict(evidence.filling),
    }


def span_text(span: tuple[int, int]) -> str:
    """Return (2, 6) as 2-6, (3, 3) as 3."""
    return str(span[0]) if span[0] == span[1] else f"{span[0]}-{span[1]}"


def _given(given: Given) -> Plainly:
    return str(given.pattern) if isinstance(given, Words) else [str(item.pattern) for item in given.items]


def _item(item: Item) -> Plainly:
    return str(item.pattern) if isinstance(item, Words) else {item.kind: _slots(item)}


def _slots(holder: Deed | SectionFacts) -> dict[str, Plainly]:
    return {name: _given(given) for name, given in holder.slots.items()}


def _passage(passage: SectionFacts | None) -> Plainly:
    if passage is None:
        return ""
    whole = _section(passage)
    return whole if "points" in whole else [_item(item) for item in passage.body]


def _section(section: SectionFacts) -> dict[str, Plainly]:
    entries: dict[str, Plainly] = {
        "marker": NO_MARKER[0] if section.marker == "" else section.marker or "",
        **_slots(section),
        "body": [_item(item) for item in section.body],
        "points": [_section(point) for point in section.points],
    }
    return {key: value for key, value in entries.items() if value}


def _figure(figure: Figure) -> dict[str, Plainly]:
    entries: Mapping[str, Plainly] = {
        **_kind(figure),
        "unit": figure.unit,
        "label": figure.label,
        "approx": figure.approx,
        "as_of": figure.as_of,
        "source": figure.source,
        "status": "" if figure.status == "done" else figure.status,
    }
    return {key: value for key, value in entries.items() if value} or {"value": ""}


def _kind(figure: Figure) -> dict[str, Plainly]:
    match figure.kind:
        case Plain(number):
            return {"value": number.text}
        case Change(start, end, since, word):
            return {"from": start.text, "to": end.text, "since": since, "word": word}
        case Ratio(part, whole, of, percent):
            return {
                "value": part.text,
                "whole": whole.text,
                "of": of,
                "percent": percent.text if percent else "",
            }
        case Range(low, high):
            return {"low": low.text, "high": high.text}
        case Members(items, coin, bundle):
            return {"items": list(items), "coin": coin, "bundle": bundle}
        case Total(number, parts):
            return {"value": number.text, "parts": {name: part.text for name, part in parts}}
        case Unknown():
            return {}
