"""A frame made out of another, to be edited: it extends the other, begins to override it, and says what else
can be overridden.

What is not overridden stands there as it is in the other frame, each key on a line behind a #. A writer opens
it by taking the # away.
"""

from collections.abc import Iterator, Mapping

from draftkit.frame import PART_NAMES, SLOT_TYPES, Frame, id_of, kind_of
from draftkit.store.dump import Plainly, plain_frame
from draftkit.store.frame_keys import ABOUT, OWN_KEYS, SLOT
from draftkit.store.json_schema import FRAME_FILE, line_for
from draftkit.store.yaml import dump_yaml, flow_yaml

_WORDS = ("sections", "halves", "pattern", "member", "patterns", "template", *PART_NAMES)
"""What is overridden in a frame without slots: the first of these that it has."""
_OTHERS = ("name", "kind", "evidence", "slots")
_FIRST = {
    "sections": "先改这里：每一组有几个部分（count）；小标题用哪些排比（heading），合得上事实的第一个当选",
    "slots": "先改这个空位：问什么（ask）、举什么例子（example）、几个字（length）",
}


def fork_of(frame: Frame, name: str) -> str:
    """Return the text of the file of a frame of this name that extends another.

    It overrides one slot of it, with what the other says; of a skeleton the sections, of a frame without slots
    its words.
    """
    plain = plain_frame(frame)
    first = next((key for key in ("slots", *_WORDS) if key in plain), "")
    said = {**ABOUT, **OWN_KEYS[kind_of(frame)]}
    lines = [*_head(frame, name), ""]
    if first:
        lines.append(f"# {_FIRST.get(first, f'先改这里：{said[first]}')}")
        lines += _slots(plain) if first == "slots" else _yaml({first: plain[first]})
    lines += ["", "# 还可以改："]
    for key in plain:
        if key not in (*_OTHERS, first):
            lines += [f"# {said[key]}", f"#{key}: {flow_yaml(plain[key])}"]
    lines += _more(frame, plain)
    return line_for(f"../{FRAME_FILE}") + "\n".join(lines) + "\n"


def _head(frame: Frame, name: str) -> Iterator[str]:
    yield f"# 沿用 {id_of(frame)}：这里写了的照这里，没写的照原来。"
    yield "# “#”后面紧跟着键的行是原来的写法：去掉行首的“#”就可以改，用不着的可以删。"
    yield f"# 改完查一查：draftkit frames check；看一看：draftkit frames preview {kind_of(frame)}/{name}"
    yield from _yaml({"name": name, "kind": kind_of(frame), "extends": id_of(frame)})


def _slots(plain: Mapping[str, Plainly]) -> Iterator[str]:
    slots = plain["slots"]
    assert isinstance(slots, dict)
    (name, first), *others = slots.items()
    assert isinstance(first, dict)
    yield from ("slots:", f"  {name}:", *(f"    {key}: {flow_yaml(value)}" for key, value in first.items()))
    yield f"    # 空位里可以写：{'、'.join(f'{key} {said}' for key, said in SLOT.items())}"
    yield f"    # type 有：{'、'.join(SLOT_TYPES)}"
    if others:
        yield "  # 别的空位："
        yield from (f"#  {slot}: {flow_yaml(wanted)}" for slot, wanted in others)


def _more(frame: Frame, plain: Mapping[str, Plainly]) -> Iterator[str]:
    """Yield the keys that a skeleton could have besides."""
    left = {key: said for key, said in OWN_KEYS["skeleton"].items() if key not in plain}
    if kind_of(frame) == "skeleton" and left:
        yield f"# 这里没有，也可以加的：{'、'.join(f'{key} {said}' for key, said in left.items())}"


def _yaml(value: dict[str, Plainly]) -> list[str]:
    return dump_yaml(value).splitlines()
