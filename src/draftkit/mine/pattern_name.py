"""What a mined frame is called: its fixed words, with … for each slot (在…上下功夫)."""

from collections.abc import Sequence

from draftkit.pattern import Fixed, Pattern
from draftkit.zh.numerals import to_numeral

LONGEST = 24
"""Characters of a name at most (our own): a file is named for it, in 80 bytes."""
_NO_FILE = str.maketrans(dict.fromkeys('\\/:*?"<>|', "-"))


def name_of(patterns: Sequence[Pattern]) -> str:
    """Return a name for patterns; those of a couplet are parted by a space."""
    return fitted(" ".join("".join(_shown(pattern)) for pattern in patterns))


def fitted(name: str) -> str:
    """Return a name cut to what a file's name holds, without signs that no file's name may have."""
    clean = name.translate(_NO_FILE).strip(" .")
    return clean if len(clean) <= LONGEST else clean[: LONGEST - 1].rstrip("…，") + "…"


def numbered(name: str, number: int) -> str:
    """Return the name of the `number`-th frame that would have it: 名, 名（二）, 名（三）."""
    return name if number == 1 else f"{name}（{to_numeral(number)}）"


def _shown(pattern: Pattern) -> Sequence[str]:
    return [part.text if isinstance(part, Fixed) else "…" for part in pattern.parts]


def in_characters(pattern: Pattern, lengths: Sequence[int]) -> str:
    """Return a name for a pattern that has but a rhythm: 四字，六字."""
    counts = iter(lengths)
    return fitted(
        "".join(
            part.text if isinstance(part, Fixed) else f"{to_numeral(next(counts))}字" for part in pattern.parts
        )
    )
