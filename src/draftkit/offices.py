"""Opens the office's file: what it has settled for all its drafts."""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from draftkit import pipeline
from draftkit.errors import CannotRead, Place, WrongOffice
from draftkit.files import read_bytes, read_text
from draftkit.messages import _
from draftkit.office import Office
from draftkit.store.office import read_office
from draftkit.store.schema import Check
from draftkit.store.toml import read_toml

if TYPE_CHECKING:
    from draftkit.write.profile import Profile
    from draftkit.write.stationery import Stationery

SHIPPED_OFFICE = Path(__file__).with_name("draftkit.toml")
"""The commented example of an office's file; its formulae hold where an office has none of its own."""


def office_file(chosen: Path | None = None) -> Path | None:
    """Return the office's file: the one chosen, else ./draftkit.toml, else the user's own, None for neither."""
    return chosen or next(
        filter(Path.is_file, (Path("draftkit.toml"), pipeline.user_folder() / "draftkit.toml")), None
    )


def office_of(chosen: Path | None = None, known_codes: Collection[str] = ()) -> Office:
    """Return what the office has settled by its file, or by the shipped one where it has none.

    `known_codes` are those of the rules that it may ignore. A template's path is taken from the file's folder.
    Raises WrongOffice with every problem of the file, CannotRead for one that is not there.
    """
    found = office_file(chosen)
    shipped = _office(SHIPPED_OFFICE, Office())
    if found is None:
        return shipped
    office = _office(found, shipped, known_codes)
    template = str(found.parent / office.layout.template) if office.layout.template else ""
    return replace(office, layout=office.layout._replace(template=template))


def stationery_of(template: Path, profile: "Profile") -> "Stationery":
    """Return what a draft in an office's own Word file is set in; raises CannotRead for a file that is none."""
    # Imported here: most drafts are written without a template, and a zip opened takes 20 ms to import.
    from draftkit.ooxml.package import LARGEST
    from draftkit.write.stationery import open_template

    raw = read_bytes(template, LARGEST)
    try:
        return open_template(raw, profile)
    except CannotRead as error:
        raise CannotRead(problem._replace(place=Place(str(template))) for problem in error.problems) from error


def _office(path: Path, shipped: Office, known_codes: Collection[str] = ()) -> Office:
    check = Check()
    text = read_text(path, _("Give an office's file (.toml); draftkit office writes one"))
    node, problems = read_toml(text, str(path))
    check.problems += problems
    office = read_office(check, node, known_codes, shipped.formulae)
    if check.problems:
        raise WrongOffice(check.problems)
    return office
