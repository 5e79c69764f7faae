"""C16: a sentence that stands twice in a document."""

import re
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.proof import Proof, Row
from draftkit.review.rule import Rule, Spot

LEAST, LEAST_ELSEWHERE = 12, 20
"""Characters of a sentence that is not said twice in a speech, nor in another of its collection (our own)."""

_SHARED = re.compile("批评指正|指正|谢谢|发言完毕|汇报完毕|到此|祝愿?大家|同志们|不[妥当]之处|意见$|体会$")
"""What the speeches of a collection share: addresses, parting words, 我讲三点意见."""
_N = "[一二三四五六七八九十]{1,3}"
_MARKER = re.compile(rf"{_N}[是要、]|（{_N}）|第{_N}，|\d[.、]")


def check(proof: Proof) -> Iterator[Spot]:
    """Yield each run of sentences of a speech that stand word for word further up."""
    text = proof.text.replace("！", "。").replace("？", "。").replace("；", "。")
    message = _("these words stand further up already")
    heads = {head.start for head in proof.heads}
    seen: dict[str, tuple[int, int]] = {}
    for row in proof.rows:
        again = None
        for start, sentence in _sentences(text, row):
            end = start + len(sentence)
            said = start not in heads and _repeats(seen, sentence, start, row.speech)
            if said and not proof.awaits(start, end):
                again = (again[0] if again else start, end)
            elif again:
                yield Spot(*again, message)
                again = None
        if again:
            yield Spot(*again, message)


def _sentences(text: str, row: Row) -> Iterator[tuple[int, str]]:
    """Yield the longer sentences of a paragraph, without their marker and stop, each with its place."""
    if row.role != "paragraph" or row.end - row.start < LEAST:
        return
    place = row.start
    for sentence in text[row.start : row.end].split("。"):
        if len(sentence) >= LEAST:
            marker = _MARKER.match(sentence)
            past = marker.end() if marker else 0
            yield place + past, sentence[past:]
        place += len(sentence) + 1


def _repeats(seen: dict[str, tuple[int, int]], sentence: str, place: int, speech: int) -> bool:
    """Whether a sentence was said before; it is noted for those to come."""
    first, there = seen.setdefault(sentence, (place, speech))
    if first == place or len(sentence) < LEAST:
        return False
    return there == speech or (len(sentence) >= LEAST_ELSEWHERE and not _SHARED.search(sentence))


RULE = Rule(
    code="C16",
    name=N_("sentence said twice"),
    grade="实务",
    looks_for=N_("a sentence of 12 characters or more that stands word for word further up in the document"),
    why=N_("Copied text is heard; two units must not hand in the same sentences."),
    source=N_("habit of offices"),
    hits=("我们把管护责任落实到每一段河堤。群众满意。\n我们把管护责任落实到每一段河堤。",),
    passes=("我们把管护责任落实到每一段河堤。\n我们把巡查任务落实到每一名河长。",),
    check=check,
)
