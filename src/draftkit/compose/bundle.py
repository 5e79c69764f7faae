"""数字缩语: figures that name a bundle take its coined name, and their members its pattern."""

from collections.abc import Mapping
from dataclasses import replace

from draftkit.compose.realise import Realiser
from draftkit.errors import did_you_mean
from draftkit.fact.figure import Figure, Members
from draftkit.frame import Bundle
from draftkit.messages import _


def bundled(realiser: Realiser, figures: Mapping[str, Figure]) -> dict[str, Figure]:
    """Return the figures, each list that names a bundle filled into it; others as they are.

    A member that already reads as the bundle's pattern stays; any other is put into its slot.
    """
    return {name: _bundle(realiser, figure) for name, figure in figures.items()}


def _bundle(realiser: Realiser, figure: Figure) -> Figure:
    if not isinstance(figure.kind, Members) or not figure.kind.bundle:
        return figure
    frame_id = f"bundle/{figure.kind.bundle.removeprefix('bundle/')}"
    if frame_id not in realiser.frames:
        message = _("there is no frame {frame}").format(frame=frame_id)
        known = [name for name in realiser.frames if name.startswith("bundle/")]
        realiser.problem(f"figures.{figure.name}", message, did_you_mean(frame_id, known))
        return figure
    frame = realiser.frames[frame_id]
    assert isinstance(frame, Bundle)
    slots = sorted(frame.member.names)
    items = tuple(
        item if frame.member.match(item) is not None else frame.member.fill(dict.fromkeys(slots, item))
        for item in figure.kind.items
    )
    return replace(figure, kind=Members(items, frame.coin))
