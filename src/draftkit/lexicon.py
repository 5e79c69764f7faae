"""词库: words of public affairs by topic, and what they can be in a heading."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from draftkit.pattern import Pattern

Shape = Literal[
    "名", "主题", "做法", "成效", "主谓", "有", "更", "字", "促", "让", "为", "喻", "状", "当", "谁"
]
SHAPES: tuple[Shape, ...] = (
    "名", "主题", "做法", "成效", "主谓", "有", "更", "字", "促", "让", "为", "喻", "状", "当", "谁",
)  # fmt: skip
"""What words are in a heading, named for what stands before them: 名 another name of the topic, 主题 what it is
called as a theme, 做法 and 成效 verb and object (what is done, what comes of it), 主谓 subject and predicate,
有… what it has, 更… what it becomes, 字 one character, 促… 让… 为(主题)… what it leads to, 喻 a verb and its
image in quotation marks, 状 how it is done (four characters before 抓), 当 what it is taken for (以…为…),
谁 whom it serves."""
PAIRS = "动宾"
"""The key of pairs that were mined: a verb, its object, and how many documents have them."""
GENERAL = "通用"
"""The topic whose words go with every topic; `{{ 事项 }}` in them stands for it."""
TOPIC = "事项"


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic's words by what they can be, and its mined pairs with the number of documents that have them."""

    name: str
    words: Mapping[Shape, tuple[Pattern, ...]] = field(default_factory=dict)
    pairs: Mapping[str, int] = field(default_factory=dict)

    @property
    def names(self) -> tuple[str, ...]:
        """The topic's name, and its other names."""
        return (self.name, *(str(name) for name in self.words.get("名", ())))


class Lexicon:
    """Topics by name. Of several with one name the words of the first go first."""

    def __init__(self, topics: Iterable[Topic]) -> None:
        self._topics: dict[str, Topic] = {}
        for topic in topics:
            known = self._topics.get(topic.name)
            self._topics[topic.name] = _joined(known, topic) if known else topic
        self._general = self._topics.pop(GENERAL, Topic(GENERAL))

    @property
    def general(self) -> Topic:
        """The words that go with every topic."""
        return self._general

    @property
    def topics(self) -> tuple[Topic, ...]:
        """Every topic but the general one, in the order in which they were first given."""
        return tuple(self._topics.values())

    def find(self, word: str) -> Topic | None:
        """Return the topic of a word: the one called so, else one that has it as another name, else the one
        with whose name it ends, or begins (隐患排查: 排查); None for a new word."""
        if word in self._topics:
            return self._topics[word]
        for topic in self._topics.values():
            if word in topic.names:
                return topic
        ends = [name for name in self._topics if word.endswith(name)]
        ends = ends or [name for name in self._topics if word.startswith(name)]
        return self._topics[max(ends, key=len)] if ends else None


def _joined(first: Topic, second: Topic) -> Topic:
    words: dict[Shape, tuple[Pattern, ...]] = {}
    for shape in SHAPES:
        both = dict.fromkeys((*first.words.get(shape, ()), *second.words.get(shape, ())))
        if both:
            words[shape] = tuple(both)
    return Topic(first.name, words, {**second.pairs, **first.pairs})
