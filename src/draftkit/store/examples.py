"""Whether the example of a slot is one that the slot itself would take."""

from collections.abc import Iterator

from draftkit.errors import Place, Problem, did_you_mean
from draftkit.fact.number import number_in
from draftkit.frame import Example, Frame, SlotSpec, examples_of
from draftkit.messages import _
from draftkit.pattern import usable_name
from draftkit.store.dump import span_text
from draftkit.store.nodes import Mapping, Sequence
from draftkit.zh.dates import printed_date
from draftkit.zh.sentence import spoken_length


def wrong_examples(frame: Frame, node: Mapping) -> Iterator[Problem]:
    """Yield a problem for each example that its slot's type, choices or length would refuse.

    `node` is the frame's, with all that it inherits. The place is the example's, or the line of the frame's
    own file that an inherited example does not fit.
    """
    slots = node.get("slots")
    for name, value in slots.entries if isinstance(slots, Mapping) else ():
        spec = frame.slots.get(name.text)
        if spec and isinstance(value, Mapping):
            examples = examples_of(frame, spec)
            for number, example in enumerate(examples):
                row = number if len(examples) > 1 else None
                for key, message, advice in _faults(spec, example):
                    yield Problem(_place(value, key, row, node.place.file), message, advice)


def _place(slot: Mapping, key: str, row: int | None, file: str) -> Place:
    """Return where an example stands (one of several: its row), or what refuses it where that alone is in
    the frame's own file."""
    said, refusing = slot.get("example"), slot.get(key)
    if said and refusing and said.place.file != file == refusing.place.file:
        return refusing.place
    if isinstance(said, Sequence) and row is not None:
        return said.items[row].place
    return (said or slot).place


def _faults(spec: SlotSpec, example: Example) -> Iterator[tuple[str, str, str]]:
    """Yield the key that an example goes against, the message and the advice."""
    rows = (example,) if isinstance(example, str) else example
    if spec.type == "figure":
        yield from _no_names(rows)
        return
    text = "、".join(rows)
    if not text or "{{" in text:
        return
    if spec.choices and text not in spec.choices:
        message = _("“{text}” is none of the choices for “{slot}”").format(text=text, slot=spec.name)
        yield "choices", message, did_you_mean(text, spec.choices)
    if spec.type == "number" and not number_in(text):
        message = _("“{slot}” must begin with a number, not “{text}”").format(slot=spec.name, text=text)
        yield "type", message, _("Write digits and the unit, for example 6次")
    if spec.type == "date" and not printed_date(text.strip("（）()")):
        message = _("“{text}” is no date").format(text=text)
        yield "type", message, _("Write it as 2026-11-20 or 2026年11月20日")
    if spec.length and not spec.as_long(text):
        message = _("the example “{text}” has {n} characters, “{slot}” wants {span}")
        message = message.format(text=text, slot=spec.name, n=spoken_length(text), span=span_text(spec.length))
        yield "length", message, _("Write another example, or change length:")


def _no_names(rows: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    for row in filter(None, rows):
        if not usable_name(row):
            message = _("“{name}” cannot be a figure's name").format(name=row)
            yield "type", message, _("A name has letters or characters, no spaces or signs")
