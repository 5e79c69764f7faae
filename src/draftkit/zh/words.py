"""Words: where one ends and the next begins. The one door to jieba, which is loaded when first asked.

jieba's own cache stands in a shared temporary folder and is loaded without a look at its owner, so the
dictionary is read from the package each time: it takes no longer.
"""

import re
import warnings
from functools import lru_cache
from math import log1p
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jieba import Tokenizer

_COMMONEST = 318_825
"""How often jieba has counted 的."""


# jieba takes the square of the time for a run of characters that it has no words of; a clause has fewer.
_LONG_RUN = re.compile("([\u4e00-\u9fd5a-zA-Z0-9+#&._%-]{200})")


def words_of(text: str) -> list[str]:
    """Return the words of a text in order; they join to the text."""
    return [word for piece in _LONG_RUN.split(text) for word in _tokenizer().cut(piece)]


def is_noun(word: str) -> bool:
    """Whether a dictionary has a word as a noun first (满意率, 会议); so is a new word of two characters."""
    tag = _tags().get(word, "n" if len(word) > 1 else "")
    return tag.startswith(("n", "vn", "an", "j", "l", "b"))


def rarity(word: str) -> float:
    """Return how seldom a word is said, by jieba's own counts: 0 for the commonest (的), 1 for one that it has
    not counted, logarithms between."""
    return 1 - log1p(_tokenizer().FREQ.get(word, 0)) / log1p(_COMMONEST)


def is_proper(word: str) -> bool:
    """Whether a dictionary has a word as the name of a person, a place or a body."""
    return _tags().get(word, "").startswith(("nr", "ns", "nt"))


@lru_cache(maxsize=1)
def _tags() -> dict[str, str]:
    with _tokenizer().get_dict_file() as file:
        rows = (line.decode().split() for line in file)
        return {row[0]: row[2] for row in rows if len(row) == 3}


@lru_cache(maxsize=1)
def _tokenizer() -> "Tokenizer":
    import logging

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # jieba 0.42.1 has invalid escapes and asks for pkg_resources
        import jieba
    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    return tokenizer
