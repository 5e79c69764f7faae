"""Lists in running text: how they are parted, and where their first and last members begin and end."""

import re
from collections.abc import Iterator, Sequence

from draftkit.zh.verbs import starts_with_verb

# Bounded, so that a mark that nothing closes does not cost a look through all that follows.
_QUOTED = (
    r"“[^”]{0,200}”|‘[^’]{0,200}’|《[^》]{0,200}》|（[^（）]{0,300}(?:（[^（）]{0,100}）[^（）]{0,300}){0,6}）"
    r"|「[^」]{0,200}」|【[^】]{0,200}】"
)
_QUOTATION = re.compile(_QUOTED)
_OPENS = re.compile("[“‘《（「【]")
_NARROW = re.compile('[,;:()!?"]')
_WIDE = str.maketrans({",": "，", ";": "；", ":": "：", "(": "（", ")": "）", "!": "！", "?": "？"})

# 实务: what leads up to a list and is no part of its first member.
_GOVERNORS = (
    r"健立健全了?|建立健全了?|建立和?完善了?|逐步形成了?|着力构建|形成了?|实现了?|坚持|做到了?|推进|推动|按照|遵循|通过|采取了?|强化|健全了?|建立起?了?|构建起?了?|开展了?|完善了?|实施了?|创新了?|突出|围绕|确保|达到|打造了?|包括|分别是|设置了?|夯实|落实|落细|明确了?|抓好|抓实|实行了?|推行了?|下好|下足|严把|成立了?|组建了?|探索了?|运用|用好|用足|提出了?|树立|深化|聚焦|紧盯|破解|优化|搭建了?|打通|厘清|理顺|整合了?|统筹|凝聚|培育了?|发挥|出台了?|制定了?|配齐|办好|干好|唱响|打好|写好|做好|做优|做实|念好|念活|走好|织密|拧紧|种好|答好"
    r"|真正(?:做到|实现|让)|努力(?:实现|做到)|切实(?:做到|把|让)|贯穿|成为|作为|注重|具有|体现|立足|依托|包含|涵盖|即|指|是|让|使|将|把|对|在|以|为|从|向|由|用|有|了|的|好|与|和|及|于"
)
_GOVERNOR = re.compile(_GOVERNORS)
_LINK = re.compile(r"^[把将对](?=..)")
_PURE = re.compile(
    r"采取了?|按照|遵循|通过|包括|分别是|即|实现了?|形成了?|推行了?|设置了?|开展了?|实行了?|出台了?|包含|构建起?了?"
)
"""Those with which no member begins."""


def widened(text: str) -> str:
    """Return the text with full-width punctuation, straight quotation marks curled; lengths stay."""
    if not _NARROW.search(text):
        return text
    wide = text.translate(_WIDE)
    if '"' not in wide:
        return wide
    *before, last = wide.split('"')
    return "".join(piece + "“”"[number % 2] for number, piece in enumerate(before)) + last


def hidden(text: str) -> str:
    """Return the text with its quotations and brackets hidden behind signs; lengths stay."""
    return _QUOTATION.sub(_signs, text) if _OPENS.search(text) else text


def _signs(found: re.Match[str]) -> str:
    return "□" * (found.end() - found.start())


def parts(text: str, marks: str) -> list[str]:
    """Return the parts of a text between the marks, none empty; brackets and quotations stay whole."""
    return cut(text, hidden(text), marks)


def cut(text: str, covered: str, marks: str) -> list[str]:
    """Return the parts of a text between the marks in `covered`, the text or what `hidden` made of it."""
    plain = covered is text
    for mark in marks[1:]:
        covered = covered.replace(mark, marks[0])
    pieces = covered.split(marks[0])
    if plain:
        return [piece for piece in pieces if piece] if "" in pieces else pieces
    found, start = [], 0
    for piece in pieces:
        if piece:
            found.append(text[start : start + len(piece)])
        start += len(piece) + 1
    return found


def inner(text: str) -> Iterator[str]:
    """Yield what stands in the quotation marks and brackets of a text."""
    for found in _QUOTATION.finditer(text):
        yield found[0][1:-1]


def without_note(member: str) -> str:
    """Return a member without the explanation in brackets at its end."""
    return _NOTE.sub("", member) if member.endswith("）") else member


def without_notes(members: Sequence[str]) -> Sequence[str]:
    """Return members without the explanations in brackets at their ends."""
    return [without_note(one) for one in members] if "）" in "".join(members) else members


_AND = re.compile(r"以及|和(?![谐睦平解美气])|(?<![参给])与(?![时会])|(?<!以)及(?![时其早])|暨")
_NOTED = re.compile(r"（[^（）]{0,300}(?:（[^（）]{0,100}）[^（）]{0,300}){0,6}）|“[^”]{0,200}”")
_NOTE = re.compile(r"（[^（）]{0,300}(?:（[^（）]{0,100}）[^（）]{0,300}){0,6}）$")
_DASHES = re.compile("[—－-]+")
_MARKED = re.compile(r"^“([^“”]*)”$")
_BESIDE = re.compile(r"”(?=“)")


def splits(words: str, count: int) -> tuple[str, ...] | None:
    """Return the members of a list of `count` (0: any number above one), None where it has another number.

    They are parted by 、 and before the last by 和, by dashes, or stand side by side in quotation marks;
    the marks around a member and the notes in brackets behind it are left out.
    """
    words = _BESIDE.sub("”、", words)
    pieces = parts(words, "、")
    if "，" in words and any("，" in _NOTED.sub("", piece) for piece in pieces):
        return None
    if len(pieces) == 1 and _DASHES.search(words):
        pieces = [piece for piece in _DASHES.split(words) if piece]
    elif len(pieces) + 1 == count or (count == 0 and pieces):
        ands = [
            found for found in _AND.finditer(pieces[-1]) if found.start() > 0 and found.end() < len(pieces[-1])
        ]
        if ands:
            last = pieces[-1]
            pieces = [*pieces[:-1], last[: ands[0].start()], last[ands[0].end() :]]
    if len(pieces) < 2 or (count and len(pieces) != count):
        return None
    items = (without_note(piece.strip()) for piece in pieces)
    return tuple(_MARKED.sub(r"\1", item) for item in items)


def split_last(pieces: Sequence[str]) -> list[str]:
    """Return the parts of a list, the last parted at its 和 where that gives two like the others."""
    *before, last = map(without_note, pieces)
    typical = sum(map(len, before)) / len(before) if before else 0
    if not before or not _AND.search(pieces[-1]):
        return [*before, last]
    hidden = _NOTED.sub(lambda noted: "□" * len(noted[0]), pieces[-1])
    for found in _AND.finditer(hidden):
        one, other = without_note(pieces[-1][: found.start()]), without_note(pieces[-1][found.end() :])
        near = abs(len(one) - typical) <= max(2.0, typical * 0.4) and len(other) >= typical * 0.6
        if before and (near if len(before) > 1 else one[-2:] == other[-2:] == before[0][-2:]):
            return [*before, one, other]
    return [*before, last]


def first_trimmed(first: str, others: Sequence[str]) -> str:
    """Return the first member of a list without what leads up to it: as long and begun as its siblings."""
    typical = sum(map(len, others)) / len(others)
    near = max(2.0, typical * 0.5)
    shared = (
        _common(others) if len(others) > 1 else others[0][:1] if others[0][0] in "把让以在从向对为一" else ""
    )
    if shared and len(shared) < typical:
        place = first.rfind(shared)
        if place >= 0 and abs(len(first) - place - typical) <= near:
            return first if first.startswith(shared) else first[place:]
    if _PURE.match(first) or not any(_verbed(other) for other in others):
        bare = _ungoverned(first, 2)
        if bare != first and len(bare) < 1.5 * typical:
            return bare
        first = bare
    pure = [found.end() for found in _PURE.finditer(first) if len(found[0]) > 1]
    places = [place for place in pure if len(first) - place >= max(2.0, 0.6 * min(map(len, others)))]
    if places and abs(len(first) - places[-1] - typical) <= near:
        return first[places[-1] :]
    if len(first) <= max(max(map(len, others)) + 1, typical * 1.2):
        return first
    strong = [found for found in _GOVERNOR.finditer(first) if len(found[0]) > 1]
    places = [place for found in strong for place in found.span() if 0 < place < len(first) - 1]
    best = min(places, key=lambda place: (abs(len(first) - place - typical), place), default=0)
    if best and abs(len(first) - best - typical) <= near:
        return _LINK.sub("", first[best:])
    if len(set(map(len, others))) == 1 and len(first) >= 1.5 * typical and len(others) > 1:
        return first[-len(others[0]) :]
    places = [found.end() for found in _GOVERNOR.finditer(first) if len(first) - found.end() > 1]
    best = min([0, *places], key=lambda place: (abs(len(first) - place - typical), place))
    return first[best:] if abs(len(first) - best - typical) <= near else first


def _verbed(member: str) -> bool:
    leading = _GOVERNOR.match(member)
    return starts_with_verb(member) or (leading is not None and len(leading[0]) > 1)


def _ungoverned(first: str, least: int) -> str:
    while (leading := _GOVERNOR.match(first)) and len(first) - leading.end() >= least:
        if len(leading[0]) == 1 and len(first) - leading.end() < 3:
            break
        first = first[leading.end() :]
    return first


_TAIL = re.compile(
    r"等|都[要得]|均[要得]|上(?=[下做求用发聚持见])|“|（|以?及|来|为(?:抓手|重点|主|主要内容|目标)|全覆盖|工作(?=[法的机思])"
)


_LONG_TAIL = re.compile(f"{_TAIL.pattern}|的(?!$)|贯穿")


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
    tail = _LONG_TAIL if len(last) > 1.5 * longest + 2 else _TAIL
    ends = [found.start() for found in tail.finditer(last) if found.start() >= min(map(len, others)) - 1]
    return last[: ends[0]] if ends else last


def _common(words: Sequence[str]) -> str:
    low, high = min(words), max(words)
    count = 0
    for one, other in zip(low, high, strict=False):
        if one != other:
            break
        count += 1
    return low[:count]
