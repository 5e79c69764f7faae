"""Opens files and bends frames: where the parts of one come from, what differs between two."""

from pathlib import Path

from draftkit.errors import Problem, WrongFrame
from draftkit.frame import Frame, kind_of
from draftkit.library import Library
from draftkit.messages import _
from draftkit.pipeline import frame_named
from draftkit.store.differences import differences
from draftkit.store.origins import Origin, origins


def tree(frame_id: str, library: Library) -> tuple[Path, list[Origin]]:
    """Return the file that wins for an id, and where each part of the frame comes from; raises WrongFrame."""
    path, frame = frame_named(frame_id, library)
    return path, list(origins(library.resolved(frame_id), frame.slots))


def compared(frame_id: str, other_id: str | None, library: Library) -> tuple[list[Path], list[str]]:
    """Return the files of two frames, and a line for each difference of the second from the first.

    Without another id the frame is the second, and the first is what it stands before in another folder, else
    what it extends. Raises WrongFrame where there is no such frame.
    """
    path, frame = frame_named(frame_id, library)
    if other_id is None:
        before, first = _behind(frame_id, frame, library)
        return [before, path], list(differences(first, frame))
    after, second = frame_named(other_id, library)
    return [path, after], list(differences(frame, second))


def _behind(frame_id: str, frame: Frame, library: Library) -> tuple[Path, Frame]:
    below = library.below(frame_id)
    if frame_id in below:
        return frame_named(frame_id, below)
    if frame.extends:
        parent = frame.extends if "/" in frame.extends else f"{kind_of(frame)}/{frame.extends}"
        return frame_named(parent, library)
    message = _("{frame} stands before no other frame and extends none").format(frame=frame_id)
    raise WrongFrame([Problem(frame.place, message, _("Name two frames to compare"))])
