"""What pages and chat tools leave in plain text: entities, tags of emphasis, marks of Markdown."""

import html
import re

_ENTITY = re.compile(r"&(?:[a-z]{2,8}|#\d{1,6}|#x[0-9a-f]{1,5});", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:strong|b|p|br|span|div|font|em|u|i|a|center|section|h[1-6]|o:p)(?:\s[^<>]{0,300})?/?>",
    re.IGNORECASE,
)
_BREAKS = re.compile(r"<(?:br\s*/?|/p|/div|/h[1-6])>", re.IGNORECASE)
_HEADING = re.compile(r"^#{1,6}[ \t]+\S", re.MULTILINE)
_BOLD = re.compile(r"^[ \t]*\*\*[^*\n]{2,60}\*\*", re.MULTILINE)
LEAST = 3
"""Lines in bold from which on a plain text is taken for Markdown (our own); one heading with # is enough."""


def without_leftovers(text: str) -> tuple[str, int]:
    """Return a text without entities and tags that only say how it looks, and how many there were."""
    if "&" not in text and "<" not in text:
        return text, 0
    text, breaks = _BREAKS.subn("\n", text)
    text, tags = _TAG.subn("", text)
    text, entities = _ENTITY.subn(lambda found: html.unescape(found[0]).replace("\xa0", " "), text)
    return text, breaks + tags + entities


def is_markdown(text: str) -> bool:
    """Tell whether a plain text has the marks of Markdown: a heading with #, or lines that begin in bold."""
    if "**" not in text:
        return False
    bold = sum(1 for _ in _BOLD.finditer(text))
    return bold >= LEAST or (bold > 0 and _HEADING.search(text) is not None)
