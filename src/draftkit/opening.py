"""Files opened to be read, and what the system says where it refuses, in words that a clerk understands."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from draftkit.errors import CannotRead, Place, Problem
from draftkit.messages import _


@contextmanager
def refusals_told(path: Path) -> Iterator[None]:
    """Raise CannotRead where the system refuses to open the file, or to read on in it; and for a pipe, which
    would be waited for without end."""
    try:
        refuse_endless(path)
        yield
    except FileNotFoundError:
        raise unreadable(path, _("there is no such file"), _("Check the path")) from None
    except IsADirectoryError:
        raise unreadable(path, _("this is a folder"), _("Give a file in it")) from None
    except PermissionError:
        raise unreadable(path, _("the file may not be read"), _("Ask for the right to read it")) from None
    except (OSError, ValueError) as error:
        message = _("the file cannot be read: {error}").format(error=said(error))
        raise unreadable(path, message, _("Check the path")) from error


def refuse_endless(path: Path) -> None:
    """Raise CannotRead for a pipe or a device, which may never end; OSError where there is nothing."""
    mode = path.stat().st_mode
    if not (S_ISREG(mode) or S_ISDIR(mode)):
        raise unreadable(path, _("this is a pipe or a device, not a file"), _("Save what it gives as a file"))


def unreadable(path: Path, message: str, advice: str) -> CannotRead:
    """Return the error of a file that cannot be read."""
    return CannotRead([Problem(Place(str(path)), message, advice)])


def said(error: OSError | ValueError) -> str:
    """Return why the system refuses something, in the language chosen where it is one of the usual reasons."""
    match getattr(error, "errno", None):
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return _("there is no right to do that here")
        case errno.ENOSPC | errno.EDQUOT:
            return _("the disk is full")
        case errno.ELOOP:
            return _("it is a link that leads elsewhere")
        case errno.ENAMETOOLONG:
            return _("the name is too long")
        case errno.ENOTDIR | errno.EEXIST:
            return _("a file stands where a folder is wanted")
        case errno.ENOENT if "temporary" in str(error):  # said by tempfile alone
            return _("no folder for temporary files can be written to")
        case errno.ENOENT | errno.ESTALE:
            return _("the file or its folder is not there any more")
        case errno.EIO | errno.ENODEV | errno.ENXIO:
            return _("the disk or the connection to it fails")
        case errno.EMFILE | errno.ENFILE:
            return _("too many files are open")
        case _:
            return getattr(error, "strerror", None) or str(error)
