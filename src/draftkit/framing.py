"""Opens files and bends frames: how one reads, one made of another, where its parts come from, what differs."""

from pathlib import Path

from draftkit.compose import Composed, Phrasebook, compose
from draftkit.compose.sample import sample_speech
from draftkit.errors import CannotWrite, Place, Problem, WrongFacts, WrongFrame
from draftkit.files import safe_name, save
from draftkit.frame import Formula, Frame, Skeleton, kind_of
from draftkit.library import Library, put_schema
from draftkit.messages import _
from draftkit.pipeline import facts_in, frame_named
from draftkit.store.differences import differences
from draftkit.store.forks import fork_of
from draftkit.store.forms import form_of, sample_facts
from draftkit.store.frames import starts_of
from draftkit.store.origins import Origin, origins
from draftkit.tree import Document


def preview(frame_id: str, library: Library) -> tuple[Path, Composed]:
    """Return the file that wins for an id, and what the frame reads like filled with its own examples: of a
    skeleton a whole speech. Raises WrongFrame, and WrongFacts where the filled form cannot be composed."""
    path, frame = frame_named(frame_id, library)
    if isinstance(frame, Skeleton):
        form = _("the filled form of {name}").format(name=frame.name)
        facts = facts_in(form_of(frame, library, filled=True), form)
        return path, compose(facts, Phrasebook(library))
    try:
        speech = sample_speech(frame, sample_facts())
    except WrongFacts as error:
        problems = (problem._replace(place=problem.place or frame.place) for problem in error.problems)
        raise WrongFrame(problems) from error
    return path, Composed(Document("", (speech,)), 0, ())


def fork(frame_id: str, name: str, folder: Path, library: Library) -> Path:
    """Write a frame of a new name that extends another into a folder of frames, with the schema that it names
    where there is none; return its path. Raises WrongFrame, and CannotWrite for a name that cannot be taken."""
    _path, frame = frame_named(frame_id, library)
    kind = kind_of(frame)
    name = name.removeprefix(f"{kind}/").removesuffix(".yaml")
    target = folder / kind / f"{name}.yaml"
    _refuse_name(frame, name)
    there = library.path(f"{kind}/{name}") or (target if target.exists() else None)
    if there:
        message = _("there is a frame {frame} already").format(frame=f"{kind}/{name}")
        raise CannotWrite([Problem(Place(str(there)), message, _("Choose another name"))])
    put_schema(folder)
    return save(target, fork_of(frame, name).encode())


def _refuse_name(frame: Frame, name: str) -> None:
    """Raise CannotWrite for a name that not every system takes, or that no such formula can have."""
    if name != safe_name(name):
        message = _("“{name}” cannot be the name of a frame").format(name=name)
        advice = _('A short name on one line, without / \\ : * ? " < > | and without a dot at its ends')
        raise CannotWrite([Problem(None, message, advice)])
    starts = starts_of(frame.deed, frame.between) if isinstance(frame, Formula) else ("",)
    if not name.startswith(starts):
        message = _("the name must begin with “{start}”").format(start=starts[0])
        advice = _("For example {name}").format(name=f"{starts[0].removesuffix('-')}-{name}")
        raise CannotWrite([Problem(None, message, advice)])


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
