"""The form of a skeleton: a facts file that asks for everything, with a hint on every line."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from draftkit.fact.facts import Facts, SectionFacts, Words
from draftkit.fact.figure import sample_of
from draftkit.frame import (
    Couplet,
    Formula,
    Frame,
    SectionShape,
    Skeleton,
    SlotSpec,
    fillings_of,
    share,
    wordings_of,
)
from draftkit.pattern import Fixed, Pattern
from draftkit.store.keys import FACTS, NAMED, SECTION
from draftkit.store.question import NEXT, STRUCTURAL, examples, hints
from draftkit.store.yaml import quote
from draftkit.zh.dates import printed_date

_SECTIONS = 3
"""Sections of which a sample's facts speak."""
SAMPLE_KIND = "做法"
"""The kind of terse fact that a filled form shows."""


@dataclass(frozen=True, slots=True)
class Form:
    """How a form is written: with Chinese or English structural keys, empty or filled with the examples;
    `topics` are what its sections are about, where that is known."""

    chinese: bool
    filled: bool
    topics: Sequence[str] = ()

    def key(self, name: str, table: Mapping[str, str] = FACTS) -> str:
        """Return a structural key in the form's language."""
        return table[name] if self.chinese else name


def form_of(
    skeleton: Skeleton,
    frames: Mapping[str, Frame],
    chinese: bool = True,
    filled: bool = False,
    topics: Sequence[str] = (),
) -> str:
    """Return the YAML of a facts file for a skeleton: every slot with its question as a comment.

    `filled` puts in each slot's example, so that the form can be composed as it is. Each of the `topics` makes
    a section, and stands in the first slot of its heading; there is room for them.
    """
    form = Form(chinese, filled, topics)
    slots = _part_slots(form, skeleton, frames)
    lines = [f"# {skeleton.use}", f"{form.key('skeleton')}: {quote(skeleton.name)}"]
    for name, spec in STRUCTURAL.items():
        lines += _entry(form, form.key(name), spec)
    lines += _title(form, skeleton, frames)
    lines += [line for spec in slots.values() for line in _slot(form, "", spec)]
    lines += _figures(form, _figure_names(slots.values()))
    lines += _kinds(frames)
    lines.append(f"{form.key('sections')}:")
    for shape, topics in share(skeleton.sections, form.topics):
        lines += _sections(form, shape, frames, "  ", topics)
    lines += _next(form)
    # A frame's question may have line ends, and what stands behind them would not be a comment any more.
    return "".join(f"{' '.join(line.splitlines())}\n" for line in lines)


def sample_facts() -> Facts:
    """Return what a filled form says beside the slots and a frame may quote: the structural facts, sections to
    count, what is to be done next."""
    named = {FACTS[key]: examples(STRUCTURAL[key])[0] for key in NAMED}
    named["日期"] = printed_date(named["日期"]) or ""
    plans = enumerate(examples(NEXT))
    return Facts(
        "例",
        named={name: Words(Pattern((Fixed(text),)), name) for name, text in named.items()},
        sections=tuple(SectionFacts(f"sections[{number}]") for number in range(_SECTIONS)),
        next=tuple(Words(Pattern((Fixed(plan),)), f"next[{number}]") for number, plan in plans),
    )


def _entry(form: Form, key: str, spec: SlotSpec) -> list[str]:
    if form.filled and not spec.example:
        return []
    hint = spec.ask if spec.required else f"{spec.ask}；不限时就删去这一行"
    hint += f"；例：{spec.example}" if spec.example and not form.filled else ""
    return [f"# {hint}", f"{key}: {quote(str(spec.example)) if form.filled else ''}".rstrip()]


def _slot(form: Form, indent: str, spec: SlotSpec) -> list[str]:
    example = examples(spec)
    hint = [spec.ask or spec.name]
    if spec.choices:
        hint.append("可选：" + "、".join(spec.choices))
    hint += hints(spec)
    if any(example) and not form.filled:
        hint.append("例：" + "、".join(example))
    value = f"[{', '.join(map(quote, example))}]" if isinstance(spec.example, tuple) else quote(example[0])
    return [f"{indent}# {'；'.join(hint)}", f"{indent}{spec.name}: {value if form.filled else ''}".rstrip()]


def _shown(form: Form, frame: Frame, number: int = 0) -> list[SlotSpec]:
    """Return the slots of a frame; in a filled form each with the example of one of several siblings."""
    if not form.filled:
        return list(frame.slots.values())
    fillings = fillings_of(frame)
    filling = fillings[number % len(fillings)]
    return [spec._replace(example=filling[name]) for name, spec in frame.slots.items()]


def _title(form: Form, skeleton: Skeleton, frames: Mapping[str, Frame]) -> list[str]:
    """A couplet is asked for half by half; in a filled form the first couplet has its own slots filled."""
    couplets = [frame for name in skeleton.parts.get("title", ()) if isinstance(frame := frames[name], Couplet)]
    if not couplets:
        return []
    key = form.key("title")
    if not form.filled:
        models = "、".join(couplet.name for couplet in couplets)
        return [f"# 对偶标题，上句和下句：{key}: [上句, 下句]；可仿照：{models}", f"{key}: []"]
    return [f"{key}:", *(line for spec in _shown(form, couplets[0]) for line in _slot(form, "  ", spec))]


def _part_slots(form: Form, skeleton: Skeleton, frames: Mapping[str, Frame]) -> dict[str, SlotSpec]:
    """Return the slots of the first formula of each part, by name: what the speech asks for by default."""
    found: dict[str, SlotSpec] = {}
    for names in skeleton.parts.values():
        first = frames[names[0]]
        if isinstance(first, Formula):
            wanted = {name for wording in first.wordings for name in wording.names}
            found |= {spec.name: spec for spec in _shown(form, first) if spec.name in wanted}
    return found


def _figures(form: Form, names: list[str]) -> list[str]:
    key = form.key("figures")
    hint = '# 数据：每个写一次，正文里用 "{{ 名称 }}" 引用；如 满意率: {from: 82.5, to: 96.3, unit: "%"}'
    if not names or not form.filled:
        return [hint, f"{key}: {{}}"]
    return [hint, f"{key}:", *(f"  {name}: {sample_of(name)}" for name in names)]


def _figure_names(specs: Iterable[SlotSpec]) -> list[str]:
    found: dict[str, None] = {}
    for spec in specs:
        if spec.type == "figure":
            found |= dict.fromkeys(examples(spec))
    return list(found)


def _sections(
    form: Form, shape: SectionShape, frames: Mapping[str, Frame], indent: str, topics: Sequence[str] = ()
) -> Iterator[str]:
    """Yield the least number of sections that the shape wants, one for each topic at least, the first with its
    hints."""
    parallel = frames[shape.headings[0]]
    first = next(iter(parallel.slots), "")
    yield f"{indent}# {count_of(shape)}，小标题仿“{_words_of(parallel)}”"
    for number in range(max(shape.count[0], len(topics), 1)):
        lines = [line for spec in _shown(form, parallel, number) for line in _slot(form, "", spec)]
        lines += _body(form, shape, frames)
        if number:
            lines = [line for line in lines if not line.lstrip().startswith("#")]
        if number < len(topics):
            lines = [
                f"{first}: {quote(topics[number])}" if line.startswith(f"{first}:") else line for line in lines
            ]
        yield from _listed(lines, indent)


def _listed(lines: list[str], indent: str) -> Iterator[str]:
    """Put the lines of a mapping into a list: a dash before its first key, comments above it outdented."""
    first = next(number for number, line in enumerate(lines) if not line.startswith("#"))
    for number, line in enumerate(lines):
        lead = "" if number < first else "- " if number == first else "  "
        yield f"{indent}{lead}{line}"


def _body(form: Form, shape: SectionShape, frames: Mapping[str, Frame]) -> Iterator[str]:
    if shape.points and form.filled:
        yield f"{form.key('points', SECTION)}:"
        for points in shape.points:
            yield from _sections(form, points, frames, "  ")
        return
    yield "# 正文：一段话，或一条条事实"
    yield f"{form.key('body', SECTION)}: {_sample(frames) if form.filled else ''}".rstrip()
    if shape.points:
        yield f"{form.key('points', SECTION)}: []"


def kinds_of(frames: Mapping[str, Frame]) -> dict[str, dict[str, SlotSpec]]:
    """Return the kinds of terse facts, each with the slots that its phrases take."""
    kinds: dict[str, dict[str, SlotSpec]] = {}
    for phrase in _phrases(frames):
        slots = kinds.setdefault(phrase.deed, {})
        slots |= {name: spec for name, spec in phrase.slots.items() if name not in slots}
    return kinds


def _kinds(frames: Mapping[str, Frame]) -> Iterator[str]:
    """Yield a comment for each kind of terse fact, with the slots that its phrases take."""
    kinds = kinds_of(frames)
    if kinds:
        yield "# 正文里可以一条条列事实，一条一行，用得上的填，用不上的不写："
    for kind, slots in kinds.items():
        yield f"#   - {kind}: {{{', '.join(f'{slot}: …' for slot in slots)}}}"


def _sample(frames: Mapping[str, Frame]) -> str:
    """Return one terse fact, filled with a phrase's own examples."""
    for phrase in _phrases(frames):
        if phrase.tail or phrase.deed != SAMPLE_KIND:
            continue
        wanted = {name for name in phrase.wordings[0].names if phrase.slots[name].required}
        specs = [spec for name, spec in phrase.slots.items() if name in wanted and spec.type == "text"]
        values = ", ".join(f"{spec.name}: {quote(str(spec.example))}" for spec in specs)
        if specs and len(specs) == len(wanted):
            return f"[{{{SAMPLE_KIND}: {{{values}}}}}]"
    return ""


def _phrases(frames: Mapping[str, Frame]) -> Iterator[Formula]:
    for frame_id in frames:
        frame = frames[frame_id] if frame_id.startswith("formula/") else None
        if isinstance(frame, Formula) and frame.chosen:
            yield frame


def _next(form: Form) -> list[str]:
    return [f"# {NEXT.ask}", f"{form.key('next')}: [{', '.join(examples(NEXT)) if form.filled else ''}]"]


def count_of(shape: SectionShape) -> str:
    """Say how many sections a run has: 3个, 2—5个."""
    low, high = shape.count
    return f"{low}个" if low == high else f"{low}—{high}个"


def _words_of(parallel: Frame) -> str:
    return "…".join(str(wording) for wording in wordings_of(parallel))
