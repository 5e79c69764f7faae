"""What differs between two frames, key by key, in words."""

from collections.abc import Iterator, Mapping, Sequence

from draftkit.frame import Frame, kind_of
from draftkit.messages import _
from draftkit.store.dump import Plainly, plain_frame
from draftkit.store.frame_keys import ABOUT, OWN_KEYS, SHAPE, SLOT

APART = ("name", "evidence")
"""What two frames never have alike, or what changes no draft."""


def differences(one: Frame, other: Frame) -> Iterator[str]:
    """Yield a line for each thing in which the other frame differs, with all that both inherit."""
    before, after = plain_frame(one), plain_frame(other)
    said = {**ABOUT, **OWN_KEYS[kind_of(one)], **OWN_KEYS[kind_of(other)]}
    for key in _keys(before, after):
        if key not in APART:
            yield from _compared(_called(key, said), key, before.get(key, ""), after.get(key, ""))


def _called(key: str, said: Mapping[str, str]) -> str:
    return f"{key}（{said[key]}）" if key in said else key


def _keys(before: Mapping[str, Plainly], after: Mapping[str, Plainly]) -> list[str]:
    return list(dict.fromkeys((*before, *after)))


def _compared(what: str, key: str, before: Plainly, after: Plainly) -> Iterator[str]:
    if before == after:
        return
    if key == "slots":
        yield from _slots(what, before or {}, after or {})
    elif _shapes(before) and _shapes(after):
        yield from _runs(what, before, after)
    elif isinstance(before, list) or isinstance(after, list):
        yield from _rows(what, _listed(before), _listed(after))
    else:
        yield _said(what, _brief(before), _brief(after))


def _slots(what: str, before: Plainly, after: Plainly) -> Iterator[str]:
    assert isinstance(before, dict) and isinstance(after, dict)
    for name in _keys(before, after):
        one, other = before.get(name, ""), after.get(name, "")
        slot = _("{what}, “{slot}”").format(what=what, slot=name)
        if isinstance(one, dict) and isinstance(other, dict):
            yield from _by_key(slot, SLOT, one, other)
        else:
            yield _said(slot, _brief(one), _brief(other))


def _runs(what: str, before: Plainly, after: Plainly) -> Iterator[str]:
    """Yield the differences of runs of sections: the first with the first, the second with the second …"""
    assert isinstance(before, list) and isinstance(after, list)
    for number in range(max(len(before), len(after))):
        one, other = (runs[number] if number < len(runs) else "" for runs in (before, after))
        run = _("{what}, run {n}").format(what=what, n=number + 1)
        if isinstance(one, dict) and isinstance(other, dict):
            yield from _by_key(run, SHAPE, one, other)
        else:
            yield _said(run, _brief(one), _brief(other))


def _by_key(
    what: str, said: Mapping[str, str], before: Mapping[str, Plainly], after: Mapping[str, Plainly]
) -> Iterator[str]:
    for key in _keys(before, after):
        called = _("{what}, {key}").format(what=what, key=_called(key, said))
        yield from _compared(called, key, before.get(key, ""), after.get(key, ""))


def _rows(what: str, before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    gone = [row for row in before if row not in after]
    come = [row for row in after if row not in before]
    if len(gone) == len(come) == 1:
        yield _said(what, *gone, *come)
    else:
        yield from (_said(what, row, "") for row in gone)
        yield from (_said(what, "", row) for row in come)
    if [row for row in before if row in after] != [row for row in after if row in before]:
        yield _("{what}: in another order: {new}").format(what=what, new="、".join(after))


def _said(what: str, before: str, after: str) -> str:
    if not before:
        return _("{what}: new: {new}").format(what=what, new=after)
    if not after:
        return _("{what}: gone: {old}").format(what=what, old=before)
    return _("{what}: {old} → {new}").format(what=what, old=before, new=after)


def _shapes(value: Plainly) -> bool:
    return isinstance(value, list) and all(isinstance(one, dict) for one in value)


def _listed(value: Plainly) -> list[str]:
    return [_brief(one) for one in value] if isinstance(value, list) else [_brief(value)] if value else []


def _brief(value: Plainly) -> str:
    match value:
        case str():
            return value
        case list():
            return "、".join(map(_brief, value))
        case dict():
            return "，".join(f"{key}: {_brief(one)}" for key, one in value.items())
