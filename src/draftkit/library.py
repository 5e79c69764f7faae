"""The library of frames: folders in order, the first that holds a frame wins; read when asked for."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from draftkit.errors import DraftkitError, Place, Problem, WrongFrame
from draftkit.frame import KINDS, Frame
from draftkit.messages import _
from draftkit.store import parse
from draftkit.store.extends import resolve
from draftkit.store.frames import read_frame
from draftkit.store.nodes import Mapping as MappingNode
from draftkit.store.schema import Check
from draftkit.zh.decode import decode


class Library(Mapping[str, Frame]):
    """Frames by id (kind/name). Looking one up reads its file; raises WrongFrame with all its problems."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self.folders = folders
        self._frames: dict[str, Frame] = {}
        self._nodes: dict[str, tuple[MappingNode | None, list[Problem]]] = {}
        self._names: dict[str, list[str]] = {}

    def path(self, frame_id: str) -> Path | None:
        """Return the file that wins for an id, None where no folder has it."""
        kind, _slash, name = frame_id.partition("/")
        if kind not in KINDS or not name or "/" in name or name.startswith("."):
            return None
        paths = (folder / kind / f"{name}.yaml" for folder in self.folders)
        return next((path for path in paths if path.is_file()), None)

    def names(self, kind: str) -> list[str]:
        """Return the names of a kind's frames over all folders, sorted."""
        if kind not in self._names:
            found = {path.stem for folder in self.folders for path in (folder / kind).glob("*.yaml")}
            self._names[kind] = sorted(found)
        return self._names[kind]

    def __iter__(self) -> Iterator[str]:
        return (f"{kind}/{name}" for kind in KINDS for name in self.names(kind))

    def __len__(self) -> int:
        return sum(len(self.names(kind)) for kind in KINDS)

    def __contains__(self, frame_id: object) -> bool:
        return isinstance(frame_id, str) and self.path(frame_id) is not None

    def __getitem__(self, frame_id: str) -> Frame:
        if frame_id not in self._frames:
            frame, problems = self._read(frame_id)
            if frame is None or problems:
                raise WrongFrame(problems)
            self._frames[frame_id] = frame
        return self._frames[frame_id]

    def check(self) -> list[Problem]:
        """Return every problem of every frame, references between frames included."""
        problems: list[Problem] = []
        for frame_id in self:
            try:
                self[frame_id]
            except DraftkitError as error:
                problems += error.problems
        return list(dict.fromkeys(problems))

    def _read(self, frame_id: str) -> tuple[Frame | None, list[Problem]]:
        path = self.path(frame_id)
        if path is None:
            raise KeyError(frame_id)
        node, found = self._open(frame_id)
        check = Check()
        check.problems += found
        if node is not None:
            node = resolve(check, node, frame_id, lambda parent: self._open(parent)[0], self.names)
            return read_frame(check, node, frame_id, str(path), self), check.problems
        return None, check.problems

    def _open(self, frame_id: str) -> tuple[MappingNode | None, list[Problem]]:
        if frame_id not in self._nodes:
            path = self.path(frame_id)
            self._nodes[frame_id] = _read_mapping(path) if path else (None, [])
        return self._nodes[frame_id]


def _read_mapping(path: Path) -> tuple[MappingNode | None, list[Problem]]:
    try:
        text, _encoding = decode(path.read_bytes())
    except (OSError, UnicodeDecodeError) as error:
        return None, [Problem(Place(str(path)), _("the file cannot be read: {error}").format(error=error), "")]
    check = Check()
    node, check.problems = parse(text, str(path))
    mapping = check.mapping(node, _("a frame"))
    if node is None and not check.problems:
        check.note(Place(str(path)), _("the file is empty"), _("Copy a shipped frame and change it"))
    return mapping, check.problems
