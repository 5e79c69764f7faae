"""Sentences and their ends."""

import re

STOPS = "。！？"
_CLOSERS = "”’）》】"
_SENTENCE = re.compile(rf"[^{STOPS}]*[{STOPS}]+[{_CLOSERS}]*|[^{STOPS}]+$")
_TAIL = re.compile(r"[\s。；，、：;,]+$")
_MARKS = frozenset("。；，、：;,")
_WIDE = "\u2018-\u201d\u2026\u3000-\u303f\u4e00-\u9fff\uff00-\uffef"
# Compiled when first used: a class of so many characters takes a millisecond.
_FOLD = rf"(?<=[{_WIDE}])[ \t]+(?=[{_WIDE}])"


def sentences(text: str) -> list[str]:
    """Split a paragraph after each 。！？ and what closes it; nothing is lost: the parts join to the text."""
    return _SENTENCE.findall(text)


def missing_stop(text: str) -> str:
    """Return the 。 that a sentence still needs, "" where it has its end."""
    return "" if not text or text.rstrip(_CLOSERS)[-1:] in (*STOPS, "…") or text[-1] in "：" else "。"


def clause(text: str) -> str:
    """Return the words without the stop or comma at their end, ready to stand within a sentence."""
    last = text[-1:]
    return _TAIL.sub("", text) if last in _MARKS or last.isspace() else text


def unfold(text: str) -> str:
    """Remove the spaces that folding lines put between Chinese characters (YAML folds a break to a space)."""
    return re.sub(_FOLD, "", text)


def spoken_length(text: str) -> int:
    """Return the number of characters of a text without white space, punctuation counted (as Word's 字数)."""
    return sum(map(len, text.split()))
