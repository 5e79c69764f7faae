"""Joins the library, its lexicon and the topics that a user has: headings and titles, and how they are told."""

import json
import re
from collections.abc import Sequence
from typing import NamedTuple

from draftkit.errors import DraftkitError, Problem
from draftkit.frame import Couplet, Parallel, is_variant
from draftkit.library import Library, lexicon_of
from draftkit.messages import _
from draftkit.suggest.headings import headings
from draftkit.suggest.rank import Suggestion
from draftkit.suggest.titles import titles

LONGEST_TOPIC = 8
"""Characters of a topic at most (ours): a longer one leaves a heading no room."""
_PARTER = re.compile(r"[，、,;；\s]+")
_WORD = re.compile("[一-龥A-Za-z0-9]+")


class Asked(NamedTuple):
    """The topics of headings or of a title, and what they are all about ("" for nothing in common)."""

    topics: tuple[str, ...]
    theme: str


def asked(words: Sequence[str], theme: str, least: int) -> Asked:
    """Return the topics that a user names, several in one word (宣传、选人) parted; raises DraftkitError for
    what is no word, stands twice, is too long, or leaves fewer than `least`."""
    topics = [topic for word in words for topic in _PARTER.split(word) if topic]
    problems = [_wrong(word) for word in (*topics, *([theme] if theme else [])) if not _is_topic(word)]
    twice, advice = _("“{word}” stands twice"), _("Name it once")
    again = dict.fromkeys(topic for topic in topics if topics.count(topic) > 1)
    problems += [Problem(None, twice.format(word=word), advice) for word in again]
    if len(topics) < least:
        message = _("{n} topics are too few for siblings").format(n=len(topics))
        problems.append(Problem(None, message, _("Name two at least: 宣传 选人 监督")))
    if problems:
        raise DraftkitError(problems)
    return Asked(tuple(topics), theme)


def suggested_headings(library: Library, given: Asked, count: int) -> tuple[Suggestion, ...]:
    """Return sets of headings on the parallels of a library, but for their other wordings; raises
    WrongFrame for a wrong lexicon or frame."""
    frames = (library[f"parallel/{name}"] for name in library.names("parallel"))
    parallels = [frame for frame in frames if isinstance(frame, Parallel) and not is_variant(frame)]
    return headings(parallels, given.topics, given.theme, lexicon_of(library.folders), count)


def suggested_titles(library: Library, given: Asked, count: int) -> tuple[Suggestion, ...]:
    """Return titles on the couplets of a library; raises WrongFrame for a wrong lexicon or frame."""
    frames = (library[f"couplet/{name}"] for name in library.names("couplet"))
    couplets = [frame for frame in frames if isinstance(frame, Couplet)]
    return titles(couplets, given.topics, given.theme, lexicon_of(library.folders), count)


def suggestions_json(given: Asked, found: Sequence[Suggestion]) -> str:
    """Return suggestions as JSON, with the parts of their scores."""
    rows = [
        {
            "frame": one.frame,
            "texts": list(one.texts),
            "score": round(one.score, 3),
            "parts": {name: round(part, 3) for name, part in one.parts.items()},
            "blanks": one.blanks,
        }
        for one in found
    ]
    whole = {"topics": list(given.topics), "theme": given.theme, "suggestions": rows}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _is_topic(word: str) -> bool:
    return len(word) <= LONGEST_TOPIC and _WORD.fullmatch(word) is not None


def _wrong(word: str) -> Problem:
    message = _("“{word}” is no topic").format(word=word)
    return Problem(None, message, _("A topic is one word of {n} characters at most").format(n=LONGEST_TOPIC))
