"""The words of a lexicon for one topic: its own, those of the theme, mined ones, those that go with all."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from draftkit.lexicon import TOPIC, Lexicon, Shape, Topic

OWN, THEME, MINED, ANY = 0.0, 1.0, 1.5, 2.0
"""How far from the topic a word is (our own)."""
_SAFE: Mapping[Shape, float] = {
    "当": 1.0,
    "状": 1.2,
    "喻": 1.4,
    "字": 1.4,
    "有": 1.6,
    "为": 1.6,
    "做法": 1.6,
    "成效": 1.6,
}
"""How far the words are that go with every topic, where they say little of it; elsewhere ANY."""
_OF_THEME: frozenset[Shape] = frozenset(("成效", "让", "谁", "促"))
"""What a theme's words may say of any of its topics."""
_LATER = 0.02
"""What a place further down in the lexicon counts."""


class Word(NamedTuple):
    """Words, and how far from the topic they are."""

    text: str
    far: float


class Vocabulary:
    """Words for one topic under a theme ("" for none)."""

    def __init__(self, topic: str, theme: str, lexicon: Lexicon) -> None:
        self.topic, self.theme = topic, theme
        self._own = lexicon.find(topic)
        self._theme = _whole(lexicon.find(theme), theme) if theme else None
        self._general = lexicon.general

    @property
    def called(self) -> str:
        """What the theme is called where it is worked on: 文明城市 is 文明创建."""
        return str(self._theme.words["主题"][0]) if self._theme and "主题" in self._theme.words else self.theme

    @property
    def names(self) -> tuple[str, ...]:
        """By what a heading is known to speak of the topic."""
        return tuple(dict.fromkeys((self.topic, *(self._own.names if self._own else ()))))

    def words(self, shape: Shape) -> tuple[Word, ...]:
        """Return the words of a shape, each once, the nearest first."""
        found: dict[str, float] = {}
        for text, far in self._words(shape):
            found.setdefault(text, far)
        return tuple(Word(text, far) for text, far in sorted(found.items(), key=lambda one: one[1]))

    def _words(self, shape: Shape) -> Iterator[tuple[str, float]]:
        if shape == "名":
            yield self.topic, OWN
        if shape == "为":
            listed = ((text, far) for text, far in self._listed(shape) if _takes(text, self.called))
            yield from ((self.called + text, far) for text, far in listed)
        elif shape == "喻":
            for text, far in self._listed(shape):
                yield text, far
                yield from ((_with(name, text), far) for name in (self.topic, self.theme) if _takes(text, name))
        else:
            yield from self._listed(shape)

    def _listed(self, shape: Shape) -> Iterator[tuple[str, float]]:
        theme = self._theme if shape in _OF_THEME else None
        for topic, far in ((self._own, OWN), (theme, THEME)):
            for place, word in enumerate(topic.words.get(shape, ()) if topic else ()):
                yield str(word), far + _LATER * place
            if topic and shape in ("做法", "成效"):
                yield from ((pair, far + MINED) for pair in _by_support(topic))
        for place, word in enumerate(self._general.words.get(shape, ())):
            if not word.slots or _takes("".join(word.fixed), self.topic):
                yield word.fill({TOPIC: self.topic}), _SAFE.get(shape, ANY) + _LATER * place


def _whole(topic: Topic | None, word: str) -> Topic | None:
    """The topic, where its name is most of the word: what comes of 改革 is not what comes of 殡葬改革."""
    return topic if topic and (word in topic.names or 2 * len(topic.name) > len(word)) else None


def _by_support(topic: Topic) -> list[str]:
    return sorted(topic.pairs, key=lambda pair: (-topic.pairs[pair], pair))


def _takes(words: str, name: str) -> bool:
    """Whether a name may stand in words: no character of it is said there already."""
    return bool(name) and not set(words) & set(name)


def _with(name: str, image: str) -> str:
    """The image of a topic: 下好“先手棋” of 招商 is 下好招商“先手棋”."""
    return image.replace("“", f"{name}“", 1)
