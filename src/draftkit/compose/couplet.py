"""对偶 into a title: the user's own halves, or a couplet's filled with the user's words."""

from draftkit.compose.formula import best_wording
from draftkit.compose.realise import Realiser
from draftkit.compose.wording import fill
from draftkit.frame import Couplet, Formula, Frame
from draftkit.tree import Inlines


def title_of(realiser: Realiser, frame: Frame | None) -> tuple[Inlines, ...]:
    """Return the halves of the title, or the one title. The user's own words go before any frame."""
    slots = realiser.facts.named
    with realiser.at("title"):
        if realiser.facts.title:
            return tuple(realiser.trimmed(realiser.words(half)) for half in realiser.facts.title)
        match frame:
            case Couplet(halves=halves):
                return tuple(fill(realiser, frame, half, slots) for half in halves)
            case Formula():
                return (fill(realiser, frame, best_wording(realiser, frame, slots), slots),)
            case None if realiser.skeleton.as_written:
                return ()
            case _:
                return ((realiser.blank("标题", "标题"),),)
