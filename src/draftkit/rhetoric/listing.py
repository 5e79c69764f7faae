"""Lists in running text: how they are parted, and where their first and last members begin and end."""

import re
from collections.abc import Iterator, Sequence

from draftkit.zh.verbs import starts_with_verb

_QUOTED = r"“[^”]*”|‘[^’]*’|《[^》]*》|（[^（）]*(?:（[^（）]*）[^（）]*)*）|「[^」]*」|【[^】]*】"
_TOKEN = re.compile(rf"{_QUOTED}|[。！？；：，、]|.", re.DOTALL)
_WIDE = str.maketrans({",": "，", ";": "；", ":": "：", "(": "（", ")": "）", "!": "！", "?": "？"})

# 实务: what leads up to a list and is no part of its first member.
_GOVERNORS = (
    r"健立健全了?|建立健全了?|建立和?完善了?|逐步形成了?|着力构建|形成了?|实现了?|坚持|做到了?|推进|推动|按照|遵循|通过|采取了?|强化|健全了?|建立起?了?|构建起?了?|开展了?|完善了?|实施了?|创新了?|突出|围绕|确保|达到|打造了?|包括|分别是|设置了?|夯实|落实|落细|明确了?|抓好|抓实|实行了?|推行了?|下好|下足|严把|成立了?|组建了?|探索了?|运用|用好|用足|提出了?|树立|深化|聚焦|紧盯|破解|优化|搭建了?|打通|厘清|理顺|整合了?|统筹|凝聚|培育了?|发挥|出台了?|制定了?|配齐|办好|干好|唱响|打好|写好|做好|做优|做实|念好|念活|走好|织密|拧紧|种好|答好"
    r"|真正(?:做到|实现|让)|努力(?:实现|做到)|切实(?:做到|把|让)|贯穿|成为|作为|注重|具有|体现|立足|依托|包含|涵盖|即|指|是|让|使|将|把|对|在|以|为|从|向|由|用|有|了|的|好|与|和|及|于"
)
_GOVERNOR = re.compile(_GOVERNORS)


def widened(text: str) -> str:
    """Return the text with full-width punctuation, straight quotation marks curled; lengths stay."""
    wide = text.translate(_WIDE)
    if '"' not in wide:
        return wide
    pieces, opened = [], False
    for one in wide:
        if one == '"':
            one, opened = ("”" if opened else "“"), not opened
        pieces.append(one)
    return "".join(pieces)


def parted(text: str, marks: str) -> list[tuple[int, int]]:
    """Return where the parts of a text between the marks begin and end; brackets and quotations stay whole."""
    spans, start = [], 0
    for token in _TOKEN.finditer(text):
        if token[0] in marks:
            spans.append((start, token.start()))
            start = token.end()
    spans.append((start, len(text)))
    return [(a, b) for a, b in spans if b > a]


def parts(text: str, marks: str) -> list[str]:
    """Return the parts of a text between the marks."""
    return [text[start:end] for start, end in parted(text, marks)]


def inner(text: str) -> Iterator[str]:
    """Yield what stands in the quotation marks and brackets of a text."""
    for found in re.finditer(_QUOTED, text):
        yield found[0][1:-1]


def without_note(member: str) -> str:
    """Return a member without the explanation in brackets at its end."""
    return re.sub(r"（[^（）]*(?:（[^（）]*）[^（）]*)*）$", "", member)


def first_trimmed(first: str, others: Sequence[str]) -> str:
    """Return the first member of a list without what leads up to it: as long as its siblings, begun as they are."""
    typical = sum(map(len, others)) / len(others)
    shared = _common(others) if len(others) > 1 else ""
    if shared and len(shared) < typical:
        place = first.rfind(shared)
        if place >= 0 and abs(len(first) - place - typical) <= max(2, typical * 0.5):
            return first if first.startswith(shared) else first[place:]
    if not any(_GOVERNOR.match(other) or starts_with_verb(other) for other in others):
        first = _ungoverned(first, max(2.0, min(map(len, others)) * 0.6))
    if len(first) <= max(map(len, others)) * 1.2:
        return first
    if len(others) > 1 and len(set(map(len, others))) == 1:
        return first[-len(others[0]) :]
    places = [found.end() for found in _GOVERNOR.finditer(first) if found.end() < len(first)]
    best = min([0, *places], key=lambda place: (abs(len(first) - place - typical), place))
    return first[best:] if abs(len(first) - best - typical) <= max(2.0, typical * 0.6) else first


def _ungoverned(first: str, least: float) -> str:
    while (leading := _GOVERNOR.match(first)) and len(first) - leading.end() >= least:
        first = first[leading.end() :]
    return first


_TAIL = re.compile(r"等|的(?!$)|“|（|以?及|来|为(?:抓手|重点|主|主要内容|目标)|全覆盖|工作(?!$)")


def last_trimmed(last: str, others: Sequence[str]) -> str:
    """Return the last member of a list without what goes on after it."""
    longest = max(map(len, others))
    shared = _common([other[::-1] for other in others])[::-1] if len(others) > 1 else ""
    if shared and shared in last and not last.endswith(shared) and len(shared) < longest:
        end = last.find(shared) + len(shared)
        if end >= min(map(len, others)) - 1:
            return last[:end]
    if len(last) <= longest + 1:
        return last
    ends = [found.start() for found in _TAIL.finditer(last) if found.start() >= min(map(len, others)) - 1]
    return last[: ends[0]] if ends else last


def _common(words: Sequence[str]) -> str:
    low, high = min(words), max(words)
    count = 0
    for one, other in zip(low, high, strict=False):
        if one != other:
            break
        count += 1
    return low[:count]
