"""What a node must be. A Check asks, notes every problem with its place, and goes on."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping

from draftkit.errors import MOST_PROBLEMS, Place, Problem, did_you_mean
from draftkit.messages import _, translated
from draftkit.pattern import BadPattern, Pattern
from draftkit.store.nodes import Mapping as MappingNode
from draftkit.store.nodes import Node, Scalar, Sequence

_SPAN = re.compile(r"(\d{1,4})(?:\s*-\s*(\d{1,4}))?", re.ASCII)
_WIDE_COLON = re.compile(r"([^\s：，。]{1,12})：")


class Check:
    """Collects the problems of one file. The templates of a trusted one were checked before, and are checked
    again only before they print.

    `what` names a thing in a message: it is noted with N_, and translated, `words` filled in, only where there
    is a problem.
    """

    def __init__(self, trusted: bool = False) -> None:
        self.problems: list[Problem] = []
        self.trusted = trusted

    @property
    def full(self) -> bool:
        """Whether there are more problems than are told."""
        return len(self.problems) > MOST_PROBLEMS

    def note(self, place: Place | None, message: str, advice: str = "") -> None:
        """Note a problem."""
        if not self.full:
            self.problems.append(Problem(place, message, advice))

    def mapping(self, node: Node | None, what: str, **words: str) -> MappingNode | None:
        """Return the node if it is a mapping."""
        if node is None or isinstance(node, MappingNode):
            return node
        wide = _WIDE_COLON.match(node.text) if isinstance(node, Scalar) else None
        if wide and isinstance(node, Scalar):
            message = _("full-width colon “：” after “{key}”").format(key=wide[1])
            advice = _("Write {key}: with a half-width colon and a space").format(key=wide[1])
            self.note(node.at(wide.end() - 1), message, advice)
        else:
            message = _("{what} must be keys with values").format(what=_called(what, words))
            self.note(node.place, message, _("Write key: value"))
        return None

    def known(
        self, node: MappingNode, keys: Mapping[str, str], free: Callable[[str], bool] | None = None
    ) -> dict[str, tuple[Scalar, Node]]:
        """Return the entries by the keys' own names; `keys` maps each accepted spelling to its name, and a key
        that is `free` stands for itself.

        Unknown keys, and a key given in both spellings, are problems.
        """
        found: dict[str, tuple[Scalar, Node]] = {}
        for key, value in node.entries:
            name = keys.get(key.text) or (key.text if free and free(key.text) else None)
            if name is None:
                self.unknown(key, {*keys, *(other for other in found if free and free(other))})
            elif name in found:
                other = found[name][0].text
                message = _("“{key}” and “{other}” are the same key").format(key=key.text, other=other)
                self.note(key.place, message, _("Keep one of the two"))
            else:
                found[name] = (key, value)
        return found

    def unknown(self, key: Scalar, keys: Collection[str]) -> None:
        """Note an unknown key."""
        if self.full:
            return
        wide = _WIDE_COLON.match(key.text)
        if wide:
            message = _("full-width colon “：” after “{key}”").format(key=wide[1])
            advice = _("Write {key}: with a half-width colon and a space").format(key=wide[1])
            self.note(key.at(wide.end() - 1), message, advice)
        else:
            self.note(key.place, _("unknown key “{key}”").format(key=key.text), did_you_mean(key.text, keys))

    def text(self, node: Node | None, what: str, **words: str) -> str:
        """Return the text of a scalar, "" for anything else."""
        if node is None or isinstance(node, Scalar):
            return node.text.strip() if node else ""
        message = _("{what} must be text").format(what=_called(what, words))
        self.note(node.place, message, _("Write it on one line, in quotes"))
        return ""

    def choice(self, node: Node | None, what: str, choices: Collection[str]) -> str:
        """Return one of the choices, "" with a problem for anything else."""
        word = self.text(node, what)
        if node and word and word not in choices:
            message = _("“{word}” is no {what}").format(word=word, what=translated(what))
            self.note(node.place, message, did_you_mean(word, choices))
            return ""
        return word

    def whole(self, node: Node | None, what: str, largest: int) -> int | None:
        """Return a whole number from 1 to `largest`."""
        word = self.text(node, what)
        if not node or not word:
            return None
        if word.isascii() and word.isdigit() and len(word) < 10 and 0 < int(word) <= largest:
            return int(word)
        message = _("{what} must be a whole number from 1 to {largest}").format(
            what=translated(what), largest=largest
        )
        self.note(node.place, message, _("Write it in digits, without a unit"))
        return None

    def truth(self, node: Node | None, what: str, default: bool) -> bool:
        """Return true or false (是 and 否 too)."""
        word = self.text(node, what)
        if node and word not in ("", "true", "false", "是", "否"):
            message = _("{what} must be true or false").format(what=translated(what))
            self.note(node.place, message, _("Write true or false (是 or 否)"))
        return word in ("true", "是") if word else default

    def span(self, node: Node | None, what: str) -> tuple[int, int] | None:
        """Return 2-6 as (2, 6), 3 as (3, 3)."""
        word = self.text(node, what)
        found = _SPAN.fullmatch(word)
        if not node or not word:
            return None
        low, high = (int(found[1]), int(found[2] or found[1])) if found else (1, 0)
        if low > high:
            self.note(
                node.place,
                _("{what} must be written as 2-6 or 4").format(what=translated(what)),
                _("Digits, the smaller first"),
            )
            return None
        return low, high

    def items(self, node: Node | None) -> tuple[Node, ...]:
        """Return the members of a list; a single value counts as a list of one."""
        if node is None or (isinstance(node, Scalar) and not node.text):
            return ()
        return node.items if isinstance(node, Sequence) else (node,)

    def texts(self, node: Node | None, what: str) -> tuple[str, ...]:
        """Return the texts of a list, or of a single text."""
        return tuple(filter(None, (self.text(item, what) for item in self.items(node))))

    def pattern(self, scalar: Scalar, text: str | None = None, offset: int = 0) -> Pattern:
        """Return the pattern of a scalar, or of a piece of it that begins at `offset`."""
        try:
            return Pattern.parse(scalar.text if text is None else text)
        except BadPattern as error:
            self.note(scalar.at(offset + error.offset), error.message, error.advice)
            return Pattern(())

    def scalars(self, node: Node | None, what: str) -> Iterator[Scalar]:
        """Yield the scalars of a list, or the one scalar; other members are problems."""
        for item in self.items(node):
            if isinstance(item, Scalar):
                yield item
            else:
                self.text(item, what)


def _called(what: str, words: Mapping[str, str]) -> str:
    return translated(what).format(**words) if words else translated(what)
