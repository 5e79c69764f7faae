"""对偶: the verbs and figures of speech that hold the halves of a title together (实务)."""

import re
from collections.abc import Sequence

from draftkit.frame import Couplet, Evidence
from draftkit.mine.lexicon import OF_TOPICS
from draftkit.mine.pattern_name import name_of
from draftkit.mine.specs import quotable, specs_of
from draftkit.pattern import Fixed, Part, Pattern, Slot
from draftkit.rhetoric.couplet import halves_in
from draftkit.tree import Speech
from draftkit.zh.numerals import to_numeral
from draftkit.zh.verbs import GENERAL_VERBS, VERB

_TAIL = re.compile(
    r"(?:一[盘张股条幅把座道片][一-龥]|新[一-龥]{2}|“[^”]+”|主引擎|加速度|加速跑|先手棋|主动仗|攻坚战|压舱石|定盘星|助推器|硬支撑"
    r"|最大公约数|同心圆|大文章|好日子|幸福[路城家]|[一-龥]?答卷|最后一公里|零距离)$"
)
"""Figures of speech with which a half ends; what they are said of stands before them."""
_ONE = frozenset("以在把让为从向因与用将")
_QUOTED = re.compile(r"“([^”]+)”")
_ADVERB = re.compile(
    "全力|全面|深入|精准|精心|精细|科学|高效|高位|持续|始终|切实|扎实|奋力|努力|勇于|敢于|善于|主动|积极|大力"
    "|稳步|真情|真心|用心|用情|同心|齐心|倾力|倾情|牢牢"
)
"""What stands before a verb; it holds no half together."""


def couplet_in(speech: Speech, source: str, place: str) -> Couplet | None:
    """Return the couplet of a speech's title: each half by its verb and its figure of speech, the rest slots.

    None where the title is no couplet, or a half has no such words.
    """
    halves = halves_in(speech)
    if not halves or not 2 <= len(halves) <= 4:
        return None
    names = _Names()
    patterns = tuple(filter(None, (_half(half, names, n) for n, half in enumerate(halves))))
    if len(patterns) < len(halves):
        return None
    filling = {
        name: words
        for half, pattern in zip(halves, patterns, strict=True)
        for name, words in (pattern.match(half) or {}).items()
    }
    shown = filling if all(map(quotable, filling.values())) else {}
    return Couplet(
        name=name_of(patterns),
        use=f"对偶标题，{'、'.join(f'{to_numeral(len(half))}字' for half in halves)}",
        slots=specs_of(patterns, [filling]),
        halves=patterns,
        evidence=(Evidence(source, place, shown),),
    )


class _Names:
    """Slots' names, each once: 事项, 事项二 …"""

    def __init__(self) -> None:
        self._used: dict[str, int] = {}

    def new(self, name: str) -> Slot:
        self._used[name] = number = self._used.get(name, 0) + 1
        return Slot(name if number == 1 else f"{name}{to_numeral(number)}")


def _half(half: str, names: _Names, place: int) -> Pattern | None:
    """The pattern of a half; None where it has neither a verb of headings nor a figure of speech."""
    verb = _verb(half)
    tail = _TAIL.search(half, len(verb))
    end = tail.start() if tail else len(half)
    middle, ending = half[len(verb) : end], half[end:]
    if not verb and not tail:
        return None
    quoted = _QUOTED.fullmatch(ending)
    parts: list[Part] = [Fixed(verb)] if verb else []
    if middle:
        parts += _quoting(middle, names, "事项" if place == 0 else "成效")
    if quoted:
        parts += [Fixed("“"), names.new("喻体"), Fixed("”")]
    elif ending:
        parts.append(Fixed(ending))
    return _joined(parts)


def _verb(half: str) -> str:
    found = VERB.match(half)
    words = found[0] if found else ""
    if len(words) == 1:
        return words if words in _ONE else ""
    general = words in GENERAL_VERBS - OF_TOPICS and not _ADVERB.match(words)
    return words if general or words[1:] in _RESULTS else ""


_RESULTS = tuple("好出活实准牢响强优稳紧足透亮深细起住齐通清成密")


def _quoting(words: str, names: _Names, name: str) -> Sequence[Part]:
    """A stretch of a half as a slot, or as a quotation with a slot in it and what stands around."""
    found = _QUOTED.search(words)
    if not found:
        return [names.new(name)]
    before, behind = words[: found.start()], words[found.end() :]
    parts: list[Part] = [names.new(name)] if before else []
    parts += [Fixed("“"), names.new("喻体"), Fixed("”")]
    return [*parts, names.new(name)] if behind else parts


def _joined(parts: Sequence[Part]) -> Pattern:
    joined: list[Part] = []
    for part in parts:
        if joined and isinstance(part, Fixed) and isinstance(joined[-1], Fixed):
            joined[-1] = Fixed(joined[-1].text + part.text)
        else:
            joined.append(part)
    return Pattern(tuple(joined))
