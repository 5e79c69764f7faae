"""What a mined slot asks for: an example that was seen, how long its fillings are, its closed set."""

import re
from collections.abc import Iterable, Mapping, Sequence

from draftkit.frame import PROVIDED, SlotSpec
from draftkit.mine.filling import LONGEST
from draftkit.pattern import Pattern
from draftkit.zh.sentence import spoken_length

_SOURCE = re.compile(r"[\d０-９×✕＊*○〇]|[xX]{2,}|_{2,}|[一-龥]{2,}(?:省|市|县|区|镇|乡|街道|村|同志)$")


_NAMES = re.compile(
    r"[一-龥]{2}(?:省|市|县|区|镇|乡|街道|村|社区|公司|集团|小学|中学|医院)|[一-龥]{1,3}(?:书记|主任|部长|局长|[镇乡村区县]长)"
    r"|我?叫?[一-龥]{2,3}同志"
)


def nameless(words: str) -> bool:
    """Whether words of a source name no place, unit or person."""
    return not _NAMES.search(words)


def quotable(words: str) -> bool:
    """Whether words of a source may stand in a frame as a filling: short, no figure, no placeholder."""
    return 0 < len(words) <= LONGEST and nameless(words) and not _SOURCE.search(words)


def specs_of(
    patterns: Iterable[Pattern],
    fillings: Sequence[Mapping[str, str]],
    choices: Mapping[str, Sequence[str]] | None = None,
) -> dict[str, SlotSpec]:
    """Return the slots of patterns, in order, as the fillings that were seen show them."""
    names = dict.fromkeys(
        slot.name for pattern in patterns for slot in pattern.slots if slot.name not in PROVIDED
    )
    return {name: _spec(name, fillings, (choices or {}).get(name, ())) for name in names}


def _spec(name: str, fillings: Sequence[Mapping[str, str]], choices: Sequence[str]) -> SlotSpec:
    seen = [filling[name] for filling in fillings if name in filling]
    lengths = [spoken_length(words) for words in seen]
    return SlotSpec(
        name=name,
        ask=asked(name, lengths),
        example=next((words for words in seen if quotable(words)), ""),
        length=(min(lengths), max(lengths)) if lengths else None,
        choices=tuple(choices),
    )


def stand_in(name: str, length: tuple[int, int] | None) -> str:
    """Return what stands for a filling that may not be shown: the slot's name and …, as long as is wanted."""
    low, high = length or (1, len(name))
    return name.ljust(low, "…")[:high]


def asked(name: str, lengths: Sequence[int]) -> str:
    """Return the question for a slot: its name, and how many characters its fillings have."""
    if not lengths:
        return name
    low, high = min(lengths), max(lengths)
    return f"{name}，{low}字" if low == high else f"{name}，{low}到{high}字"
