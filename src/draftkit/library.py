"""The library of frames: folders in order, the first that holds a frame wins; read when asked for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Literal

from draftkit.errors import CannotRead, DraftkitError, Place, Problem, WrongFrame
from draftkit.files import read_bytes, read_text, save
from draftkit.frame import KINDS, Formula, Frame, Skeleton, id_of
from draftkit.lexicon import Lexicon, Topic
from draftkit.messages import N_, _
from draftkit.store import parse
from draftkit.store.extends import resolve
from draftkit.store.frames import read_frame
from draftkit.store.lexicon import read_lexicon
from draftkit.store.nodes import Mapping as MappingNode
from draftkit.store.schema import Check

LEXICON, MINED_LEXICON = "lexicon.yaml", "lexicon-mined.yaml"
"""The lexicons of a folder of frames: what was written by hand, and what was mined."""

LARGEST_FRAME = 1_000_000
"""Bytes that a frame may have (ours: of those at hand none has 6,000)."""


class Library(Mapping[str, Frame]):
    """Frames by id (kind/name). Looking one up reads its file; raises WrongFrame with all its problems.

    `trusted` is a folder whose frames were checked in full before, as the shipped ones are by the tests.
    """

    def __init__(self, folders: tuple[Path, ...], trusted: Path | None = None) -> None:
        self.folders = folders
        self._trusted = {folder for folder in folders if trusted and folder.resolve() == trusted.resolve()}
        self._paths: dict[str, dict[str, Path]] = {}
        self._frames: dict[str, Frame] = {}
        self._nodes: dict[str, tuple[MappingNode | None, list[Problem]]] = {}

    def path(self, frame_id: str) -> Path | None:
        """Return the file that wins for an id, None where no folder has it."""
        kind, _slash, name = frame_id.partition("/")
        return self._files(kind).get(name)

    def below(self, frame_id: str) -> "Library":
        """Return the library of the folders behind the one whose file wins for an id."""
        path = self.path(frame_id)
        places = [place for place, folder in enumerate(self.folders) if path and path.parents[1] == folder]
        return Library(self.folders[places[0] + 1 :] if places else self.folders)

    def digest(self) -> str:
        """Return a SHA-256 over all the frames that win, as their files have them."""
        whole = sha256()
        for frame_id in self:
            path = self.path(frame_id)
            whole.update(f"{frame_id}\0".encode() + (read_bytes(path) if path else b"") + b"\0")
        return whole.hexdigest()

    def names(self, kind: str) -> list[str]:
        """Return the names of a kind's frames over all folders, sorted."""
        return list(self._files(kind))

    def _files(self, kind: str) -> dict[str, Path]:
        """Return the files of a kind by name, in the order of the names; each folder is listed once."""
        if kind not in self._paths:
            found: dict[str, Path] = {}
            for folder in reversed(self.folders if kind in KINDS else ()):
                with suppress(FileNotFoundError):
                    files = (path for path in (folder / kind).iterdir() if path.suffix == ".yaml")
                    found |= {path.stem: path for path in files if not path.name.startswith(".")}
            self._paths[kind] = dict(sorted(found.items()))
        return self._paths[kind]

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

    def resolved(self, frame_id: str) -> MappingNode:
        """Return a frame as its file has it, with all that it inherits; each key's place is in the file that it
        comes from. Raises WrongFrame, and KeyError for a frame that is not there."""
        check = Check()
        node = self._resolved(check, frame_id)
        if node is None:
            raise WrongFrame(check.problems)
        return node

    def check(self) -> list[Problem]:
        """Return every problem of every frame: its file, its templates, the parts that a skeleton names, and
        examples that do not fit their slots; and of the lexicons beside the frames."""
        from draftkit.store.examples import wrong_examples

        _topics, problems = _read_lexicons(self.folders, (LEXICON, MINED_LEXICON))
        for frame_id in self:
            try:
                frame = self[frame_id]
                problems += wrong_examples(frame, self.resolved(frame_id))
                problems += self._wrong_parts(frame) if isinstance(frame, Skeleton) else ()
            except DraftkitError as error:
                problems += error.problems
        return list(dict.fromkeys(problems))

    def _wrong_parts(self, skeleton: Skeleton) -> Iterator[Problem]:
        for role, names in skeleton.parts.items():
            for name in names:
                frame = self[name]
                if isinstance(frame, Formula) and frame.role != role:
                    message = _("{frame} is for {role}, the skeleton has it as {part}")
                    message = message.format(frame=id_of(frame), role=frame.role, part=role)
                    yield Problem(
                        skeleton.place, message, _("Name a formula with role: {part}").format(part=role)
                    )

    def _read(self, frame_id: str) -> tuple[Frame | None, list[Problem]]:
        path = self.path(frame_id)
        if path is None:
            raise KeyError(frame_id)
        check = Check(trusted=path.parents[1] in self._trusted)
        node = self._resolved(check, frame_id)
        frame = read_frame(check, node, frame_id, str(path), self) if node else None
        return frame, check.problems

    def _resolved(self, check: Check, frame_id: str) -> MappingNode | None:
        if frame_id not in self:
            raise KeyError(frame_id)
        node, problems = self._open(frame_id)
        check.problems += problems
        if node is not None:
            node = resolve(check, node, frame_id, lambda parent: self._open(parent)[0], self.names)
        return None if check.problems else node

    def _open(self, frame_id: str) -> tuple[MappingNode | None, list[Problem]]:
        if frame_id not in self._nodes:
            path = self.path(frame_id)
            self._nodes[frame_id] = _read_mapping(path) if path else (None, [])
        return self._nodes[frame_id]


def _read_mapping(path: Path) -> tuple[MappingNode | None, list[Problem]]:
    try:
        text = read_text(path, most=LARGEST_FRAME)
    except CannotRead as error:
        return None, list(error.problems)
    check = Check()
    node, check.problems = parse(text, str(path))
    mapping = check.mapping(node, N_("a frame"))
    if node is None and not check.problems:
        check.note(Place(str(path)), _("the file is empty"), _("Copy a shipped frame and change it"))
    return mapping, check.problems


def put_schema(folder: Path) -> None:
    """Write the schema that frames name into the folder of frames, where there is none; raises CannotWrite."""
    from draftkit.store.json_schema import FRAME_FILE

    if not (folder / FRAME_FILE).exists():
        save(folder / FRAME_FILE, schema_text("frame").encode())


def schema_text(of: Literal["frame", "facts"]) -> str:
    """Return the JSON Schema of a frame's file, or of a facts file."""
    from draftkit.store.facts_schema import facts_schema
    from draftkit.store.frame_schema import frame_schema
    from draftkit.store.json_schema import printed

    return printed(frame_schema() if of == "frame" else facts_schema())


def lexicon_of(folders: Iterable[Path], names: Sequence[str] = (LEXICON, MINED_LEXICON)) -> Lexicon:
    """Return the lexicon of folders of frames, the words of the first go first; raises WrongFrame with all that
    is wrong in any."""
    topics, problems = _read_lexicons(folders, names)
    if problems:
        raise WrongFrame(problems)
    return Lexicon(topics)


def _read_lexicons(folders: Iterable[Path], names: Sequence[str]) -> tuple[list[Topic], list[Problem]]:
    check = Check()
    topics: list[Topic] = []
    for path in (folder / name for folder in folders for name in names):
        if path.is_file():
            try:
                node, problems = parse(read_text(path), str(path))
            except CannotRead as error:
                node, problems = None, list(error.problems)
            check.problems += problems
            topics += read_lexicon(check, node)
    return topics, check.problems
