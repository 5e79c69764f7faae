"""What a mining has found, for people: Markdown, or a page."""

from collections.abc import Iterator, Sequence

from draftkit.frame import KINDS, Couplet, Formula, Frame, Kind, Skeleton, kind_of, wordings_of
from draftkit.mine.learn import Learned
from draftkit.webpage import webpage

_TITLES: dict[Kind, str] = {
    "couplet": "对偶",
    "parallel": "排比",
    "bundle": "数字缩语",
    "formula": "套语",
    "skeleton": "提纲",
}
MOST_OPEN = 60
"""Series without a pattern that are shown (ours)."""
LONGEST = 14
"""Characters that are quoted of a member."""


def markdown(learned: Learned) -> str:
    """Return the report as Markdown: kinds, support, the best examples, what could not be generalised."""
    return "".join(f"{line}\n" for line in _lines(learned))


def page(learned: Learned) -> str:
    """Return the report as a web page that stands by itself."""
    return webpage("框架", _lines(learned))


def _lines(learned: Learned) -> Iterator[str]:
    yield "# 从旧稿里挖出的框架"
    yield ""
    copies = f"（其中{learned.copies}份与别的大同小异，不另计）" if learned.copies else ""
    yield f"{learned.documents}份文件{copies}，{learned.speeches}篇，框架{len(learned.frames)}个。"
    for kind in KINDS:
        frames = [frame for frame in learned.frames if kind_of(frame) == kind]
        if frames:
            yield ""
            yield from _table(kind, frames)
    if learned.left:
        yield ""
        yield f"## 没有归纳出框架的（{len(learned.left)}组）"
        yield ""
        yield "| 出处 | 各条 |"
        yield "|---|---|"
        for one in learned.left[:MOST_OPEN]:
            yield f"| {one.source} {one.place} | {'；'.join(map(_short, one.members))} |"


def _table(kind: Kind, frames: Sequence[Frame]) -> Iterator[str]:
    yield f"## {_TITLES[kind]}（{len(frames)}个）"
    yield ""
    yield "| 框架 | 几份文件 | 句式 | 例 |"
    yield "|---|---|---|---|"
    for frame in sorted(frames, key=lambda one: (-_support(one), one.name)):
        yield f"| {frame.name} | {_support(frame)} | {_words(frame)} | {_example(frame)} |"


def _support(frame: Frame) -> int:
    return frame.evidence[0].support if frame.evidence else 0


def _words(frame: Frame) -> str:
    if isinstance(frame, Skeleton):
        return frame.use
    joint = " ／ " if isinstance(frame, Couplet | Formula) else " "
    return joint.join(str(wording) for wording in wordings_of(frame)).replace("|", "｜")


def _example(frame: Frame) -> str:
    filling = next((one.filling for one in frame.evidence if one.filling), {})
    return "；".join(f"{name}：{words}" for name, words in filling.items())


def _short(words: str) -> str:
    clean = words.replace("|", "｜").replace("\n", "")
    return clean if len(clean) <= LONGEST else clean[:LONGEST] + "…"
