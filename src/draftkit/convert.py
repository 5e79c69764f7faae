"""Files of older word processors to .docx, by a LibreOffice that keeps apart from the user's own."""

import io
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from contextlib import suppress
from pathlib import Path

from draftkit.errors import CannotRead, Place, Problem
from draftkit.interrupts import uninterrupted
from draftkit.messages import _

SUFFIXES = (".doc", ".wps", ".rtf", ".odt")
"""What files that are converted are called; the content decides, not the name."""

MOST_BYTES = 100_000_000
"""Bytes that a file may have, before and after (ours)."""

_BEGIN, _END = ".draftkit-", ".private"
_LEFT = 3600
"""Seconds after which a private folder is one left by a killed run (ours); a conversion takes a minute."""

_PROGRAMS = ("soffice.com", "soffice", "libreoffice")
_PLACES = (
    r"%ProgramFiles%\LibreOffice\program\soffice.com",
    r"%ProgramFiles(x86)%\LibreOffice\program\soffice.com",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
)
_OLE = b"\xd0\xcf\x11\xe0"
_WORD = "WordDocument".encode("utf-16-le")
_LOCKED = "EncryptedPackage".encode("utf-16-le")
# Text beyond 2,000 bytes is no part of a file's head any more (ours).
_HEAD = 2000

_SETTING = (
    '<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
    "<value>{value}</value></prop></item>"
)
# Macros never run, links are never followed: a document may name a picture on a server, which learns
# of every reading. The proxy leads nowhere.
_SETTINGS = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Inet/Settings", "ooInetProxyType", "1"),
    *(
        ("Inet/Settings", f"ooInet{kind}Proxy{what}", value)
        for kind in ("HTTP", "HTTPS", "FTP")
        for what, value in (("Name", "127.0.0.1"), ("Port", "9"))
    ),
    ("Inet/Settings", "ooInetNoProxy", ""),
)


def to_docx(path: Path, seconds: float = 60, raw: bytes | None = None) -> bytes:
    """Return a .doc, .wps, .rtf or .odt as the bytes of a .docx; what is a .docx already is returned as it is.

    With its bytes in `raw` the file is not read again. It is never opened by LibreOffice, only a copy in a
    private folder that is gone afterwards. Raises CannotRead: the file cannot be read or is of another kind,
    LibreOffice is not installed, takes longer than `seconds`, or makes nothing of the file.
    """
    raw = _bytes(path) if raw is None else raw
    if _is_docx(raw):
        return raw
    suffix = _suffix(raw, path)
    office = _office(path)
    _sweep()
    with tempfile.TemporaryDirectory(prefix=_BEGIN, suffix=_END, ignore_cleanup_errors=True) as folder:
        return _converted(office, Path(folder), raw, suffix, path, seconds)


def _sweep() -> None:
    """Delete the private folders that killed runs have left, each with a copy of a speech."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_BEGIN}*{_END}"):
        with suppress(OSError):
            if folder.stat().st_mtime < time.time() - _LEFT:
                shutil.rmtree(folder)


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise _cannot(path, _("there is no such file"), _("Check the path")) from None
    except OSError as error:
        message = _("the file cannot be read: {error}").format(error=error.strerror or error)
        raise _cannot(path, message, _("Check the path")) from error
    if len(raw) > MOST_BYTES:
        message = _("the file is larger than {n} bytes").format(n=MOST_BYTES)
        raise _cannot(path, message, _("Is it the right file?"))
    return raw


def _cannot(path: Path, message: str, advice: str) -> CannotRead:
    return CannotRead([Problem(Place(str(path)), message, advice)])


def _is_docx(raw: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            return "word/document.xml" in package.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False


def _suffix(raw: bytes, path: Path) -> str:
    """Return the ending that the content asks for; raises CannotRead for what no word processor wrote."""
    head = raw[:_HEAD].replace(b"\0", b"").lower()
    if raw.startswith(_OLE):
        if _LOCKED in raw:
            message = _("the file is locked with a password")
            raise _cannot(path, message, _("Open it in WPS or Word and save it without a password"))
        return ".doc" if _WORD in raw else ".wps"
    if head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"{\\rtf"):
        return ".rtf"
    if raw.startswith(b"PK") and b"opendocument.text" in head:
        return ".odt"
    if b"<html" in head:
        return ".html"
    raise _cannot(path, _("this is no file of Word, WPS or LibreOffice Writer"), _resave())


def _resave() -> str:
    return _("Open it in WPS or Word and save it as .docx")


def _office(path: Path) -> Path:
    """Return the LibreOffice that is installed; raises CannotRead where none is."""
    on_path = (shutil.which(program) for program in _PROGRAMS)
    places = [*filter(None, on_path), *map(os.path.expandvars, _PLACES)]
    for place in map(Path, places):
        # Windows looks in the current folder first, where a speech's sender may have put anything.
        if place.is_file() and place.parent.resolve() != Path.cwd():
            return place
    message = _("LibreOffice is needed for files of this kind, and is not installed")
    raise _cannot(path, message, _("Install LibreOffice, or open the file in WPS or Word and save it as .docx"))


def _converted(office: Path, folder: Path, raw: bytes, suffix: str, path: Path, seconds: float) -> bytes:
    source, result = folder / f"source{suffix}", folder / "out" / "source.docx"
    source.write_bytes(raw)
    profile = folder / "profile"
    _write_settings(profile)
    command = [str(office), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    command += ["--nologo", "--nodefault", "--nolockcheck", "--nofirststartwizard"]
    command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(result.parent), str(source)]
    try:
        code = _run(command, folder, seconds)
    except subprocess.TimeoutExpired:
        message = _("LibreOffice was stopped after {seconds} seconds with this file")
        raise _cannot(path, message.format(seconds=round(seconds)), _resave()) from None
    except OSError as error:
        message = _("LibreOffice cannot be started: {error}").format(error=error.strerror or error)
        raise _cannot(path, message, _resave()) from error
    # A file that cannot be loaded ends with code 0 as well.
    if code == 0 and result.is_file() and result.stat().st_size <= MOST_BYTES:
        made = result.read_bytes()
        if _is_docx(made):
            return made
    raise _cannot(path, _("LibreOffice cannot convert the file; it is broken or locked"), _resave())


def _write_settings(profile: Path) -> None:
    items = "".join(_SETTING.format(path=path, name=name, value=value) for path, name, value in _SETTINGS)
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        f'xmlns:xs="http://www.w3.org/2001/XMLSchema">{items}</oor:items>\n',
        "utf-8",
    )


def _run(command: list[str], folder: Path, seconds: float) -> int:
    """Run a command in a process group of its own and return its exit code.

    Raises TimeoutExpired; the whole group has been ended then, as on an interrupt.
    """
    environment = {**os.environ, **dict.fromkeys(_FOLDERS, str(folder))}
    process: subprocess.Popen[bytes] | None = None
    try:
        # Into a file: a child that lives on would keep a pipe open.
        with (folder / "output").open("wb") as output, uninterrupted():
            process = subprocess.Popen(
                command,
                cwd=folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                creationflags=_WINDOWS_GROUP,
            )
        return process.wait(seconds)
    finally:
        if process and process.returncode is None:
            _end(process)


_FOLDERS = ("TMPDIR", "TEMP", "TMP", "HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR")
"""Where a program leaves things, by the names of the system's variables."""

_WINDOWS_GROUP: int = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0) | getattr(
    subprocess, "CREATE_NO_WINDOW", 0
)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process that has not been waited for, and all that it started."""
    if sys.platform == "win32":
        command = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=20, check=False)
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
