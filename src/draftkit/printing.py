"""A draft as the office wants it on paper: what it has settled, and a copy to read from."""

from pathlib import Path
from typing import NamedTuple

from draftkit import pipeline
from draftkit.errors import CannotWrite, Place, Problem
from draftkit.fact.facts import Facts
from draftkit.files import refuse_other, save, save_beside
from draftkit.messages import _
from draftkit.office import Layout
from draftkit.offices import stationery_of
from draftkit.tree import Document
from draftkit.write import write
from draftkit.write.look import Look, look_of
from draftkit.write.profile import reading_copy, settled

READING_COPY = "（朗读稿）"
"""What the name of a copy to read from ends in."""


class Looks(NamedTuple):
    """What a draft is set in, and a copy to read from where it is wanted; what the user should know of it."""

    draft: Look
    copy: Look | None = None
    notes: tuple[str, ...] = ()


def looks_of(
    target: pipeline.Target,
    layout: Layout,
    source: Path | None = None,
    template: Path | None = None,
    copy: bool = False,
) -> Looks:
    """Return the looks that an office's layout asks for, the draft's by a template where there is one.

    `source` is the office's file. Raises CannotRead for a template that is none, CannotWrite for one that the
    kind of file cannot have.
    """
    if template and target.suffix != ".docx":
        message = _("a template is for drafts in Word, not for “{suffix}”").format(suffix=target.suffix)
        raise CannotWrite([Problem(Place(str(template)), message, _("Let the draft's name end in .docx"))])
    notes = [_("layout by {path}").format(path=source)] if layout != Layout() else []
    draft = look_of(settled(layout))
    if template is None and layout.template and target.suffix == ".docx":
        template = Path(layout.template)
    if template:
        if target.named and target.path.resolve() == template.resolve():
            message = _("this is the template")
            raise CannotWrite([Problem(Place(str(template)), message, _("Name another file"))])
        draft, told = stationery_of(template, settled(layout))
        notes += (f"{template}: {note}" for note in told)
    return Looks(draft, look_of(reading_copy(layout)) if copy else None, tuple(notes))


def put(
    target: pipeline.Target, document: Document, name: str, looks: Looks, overwrite: bool = False
) -> tuple[Path, ...]:
    """Write a draft, and beside it the copy to read from; return where they are.

    Raises CannotWrite; where the copy may not be written, no draft is either.
    """
    if looks.copy is None:
        return (pipeline.put(target, document, name, overwrite, looks.draft),)
    copy = write(document, ".docx", looks.copy)
    if not target.named:
        path = pipeline.put(target, document, name, look=looks.draft)
        return path, save_beside(path.parent, path.stem + READING_COPY, ".docx", copy)
    beside = target.path.with_name(f"{target.path.stem}{READING_COPY}.docx")
    refuse_other(beside, copy, overwrite)
    path = pipeline.put(target, document, name, overwrite, looks.draft)
    return path, save(beside, copy, overwrite)


def trace_for(path: Path, source: Path, document: Document, facts: Facts, overwrite: bool = False) -> bytes:
    """Return the trace of a draft as JSON; raises CannotWrite where it may not be put at `path`, and never lets
    it over `source`, the facts file."""
    import json

    from draftkit.write.trace import trace

    content = (json.dumps(trace(document, facts), ensure_ascii=False, indent=1) + "\n").encode()
    if path.suffix.lower() != ".json" or path.resolve() == source.resolve():
        message = _("“{name}” is no name for a trace").format(name=path.name)
        raise CannotWrite([Problem(Place(str(path)), message, _("Name another .json file"))])
    refuse_other(path, content, overwrite)
    return content
