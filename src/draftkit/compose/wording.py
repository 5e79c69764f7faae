"""Filling one wording of a frame: its fixed words stay the frame's, each value stays the fact's."""

from draftkit.answer import misfits
from draftkit.compose.inlines import put, trimmed
from draftkit.compose.realise import Realiser
from draftkit.errors import Problem, did_you_mean
from draftkit.fact.facts import Given, Listing, Slots, Words
from draftkit.frame import Frame, SlotSpec, Wording, examples_of, id_of
from draftkit.messages import _
from draftkit.pattern import Fixed, Slot
from draftkit.template import BadTemplate, Template
from draftkit.tree import Blank, Filled, Inline, Inlines, Text, text_of


def fill(realiser: Realiser, frame: Frame, wording: Wording, slots: Slots) -> Inlines:
    """Return the inlines of a wording. A required slot without a value becomes a blank."""
    if isinstance(wording, Template):
        return _fill_template(realiser, frame, wording, slots)
    found: list[Inline] = []
    origin = Filled(id_of(frame))
    for part in wording.parts:
        found += [Text(part.text, origin)] if isinstance(part, Fixed) else value(realiser, frame, part, slots)
    return tuple(found)


def value(realiser: Realiser, frame: Frame, slot: Slot, slots: Slots) -> Inlines:
    """Return the inlines for one slot of a frame: what the facts give, checked against what the slot wants."""
    spec = frame.slots.get(slot.name)
    given = slots.get(slot.name)
    realiser.printed.add(slot.name)
    if spec is None:
        return realiser.quote(slot, realiser.unit)
    if given is None:
        ask, example = spec.ask or slot.name, examples_of(frame, spec)[0]
        shown = example if isinstance(example, str) else "、".join(example)
        return (realiser.blank(slot.name, ask, example=shown),) if spec.required else ()
    if spec.type == "figure":
        return _figures(realiser, slot, given)
    if isinstance(given, Listing) and slot.filters:
        return realiser.listing(slot.name, given, slot.filters)
    if isinstance(given, Words) and slot.filters:
        return _filtered(realiser, slot, given)
    found = realiser.trimmed(realiser.given(given))
    _check(realiser, spec, given, found)
    return found


def _fill_template(realiser: Realiser, frame: Frame, template: Template, slots: Slots) -> Inlines:
    known = template.names.intersection(slots) | template.names.difference(frame.slots)
    values = {name: _looked_at(realiser, name, slots) for name in known}
    origin = Filled(id_of(frame))
    found: list[Inline] = []
    try:
        for piece in template.render(values):
            given = None if isinstance(piece, str) else slots.get(piece.name)
            if isinstance(piece, str):
                put(found, piece.replace("\n", ""), origin)
            elif piece.member is not None and isinstance(given, Listing):
                realiser.printed.add(piece.name)
                found += trimmed(realiser.words(given.items[piece.member]))
            else:
                found += value(realiser, frame, Slot(piece.name, piece.filters), slots)
    except BadTemplate as error:
        realiser.problems.append(Problem(frame.place, error.message, error.advice))
    return tuple(found)


def _looked_at(realiser: Realiser, name: str, slots: Slots) -> str | tuple[str, ...]:
    """Return what a template's conditions and loops see of a value. To be looked at is not to be used."""
    given = slots.get(name)
    if isinstance(given, Words) and given.pattern.plain is not None:
        return given.pattern.plain
    used, realiser.used = realiser.used, set()
    if isinstance(given, Listing):
        seen: str | tuple[str, ...] = tuple(text_of(realiser.words(item)) for item in given.items)
    else:
        seen = text_of(realiser.words(given) if given else realiser.quote(Slot(name), realiser.unit))
    realiser.used = used
    return seen


def _figures(realiser: Realiser, slot: Slot, given: Given) -> Inlines:
    """Read out the figures that a slot of type figure names, joined by a comma; each of several can go."""
    realiser.used.add(given.key)
    found: list[Inline] = []
    named = given.items if isinstance(given, Listing) else (given,)
    kept = [words for words in named if words.key not in realiser.omitted]
    for words in kept:
        with realiser.at(words.key if len(kept) > 1 else realiser.unit):
            read = _figure(realiser, slot, words)
        found += [Text("，", Filled("punctuation")), *read] if found else read
    return tuple(found)


def _figure(realiser: Realiser, slot: Slot, words: Words) -> Inlines:
    realiser.used.add(words.key)
    name = str(words.pattern)
    if name in realiser.figures:
        return realiser.figure(name, slot.filters or ("名数",), words.key)
    if words.pattern.slots:
        return trimmed(realiser.words(words))
    message = _("there is no figure “{name}”").format(name=name)
    realiser.problem(words.key, message, did_you_mean(name, realiser.figures))
    return ()


def _filtered(realiser: Realiser, slot: Slot, given: Words) -> Inlines:
    quoted = given.pattern.parts[0] if len(given.pattern.parts) == 1 else None
    if isinstance(quoted, Slot) and quoted.name in realiser.figures:
        return realiser.figure(quoted.name, slot.filters, given.key)
    message = _("“{slot}” wants a figure or a list").format(slot=slot.name)
    realiser.problem(given.key, message, _("Write a list, or quote a figure by its name: {{ name }}"))
    return ()


def _check(realiser: Realiser, spec: SlotSpec, given: Given, found: Inlines) -> None:
    if spec.type == "text" and not spec.choices and not spec.length:  # any words will do
        return
    text = text_of(found)
    for misfit in misfits(spec, text):
        if any(isinstance(inline, Blank) for inline in found):
            return
        if misfit.refused:
            realiser.problem(given.key, misfit.message, misfit.advice)
        else:
            realiser.report("length", misfit.message, text, given.key)
