"""The one door to gettext: English in the source, the reader's language on the screen."""

import gettext
import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path

DOMAIN = "draftkit"
LOCALE = Path(__file__).parent / "locale"
LANGUAGES = ("en", "zh_CN")

gettext.bindtextdomain(DOMAIN, str(LOCALE))

_SPOKEN = ContextVar[str | None]("language", default=None)


def _(message: str) -> str:
    """Return the message in the language of the locale, or as it stands where there is none."""
    return translated(message)


def N_(message: str) -> str:
    """Return a message as it stands, noted for the catalogue; `translated` gives it its language."""
    return message


def translated(message: str) -> str:
    """Return a message that was noted with `N_`, in the language of `_`."""
    return _catalogue(_SPOKEN.get(), tuple(map(os.environ.get, _CHOSEN_BY))).gettext(message)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Let messages come in one of the LANGUAGES, whatever the locale: on a machine that works for another."""
    before = _SPOKEN.set(language)
    try:
        yield
    finally:
        _SPOKEN.reset(before)


@lru_cache(maxsize=4)
def _catalogue(spoken: str | None, chosen: tuple[str | None, ...]) -> gettext.NullTranslations:  # noqa: ARG001
    """Return the catalogue of a language, else for what the environment asks for; gettext itself would look for
    it each time."""
    return gettext.translation(DOMAIN, str(LOCALE), spoken and [spoken], fallback=True)


_CHOSEN_BY = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def language() -> str:
    """Return the language that messages come in: en, or one with a catalogue."""
    return _SPOKEN.get() or next((name for name in LANGUAGES[1:] if _reads_in(name)), LANGUAGES[0])


def _reads_in(name: str) -> bool:
    found = gettext.find(DOMAIN, str(LOCALE))
    return bool(found) and name in Path(str(found)).parts


def choose_language() -> None:
    """Let DRAFTKIT_LANG (en, zh_CN; zh is taken for zh_CN) win over the locale, click's texts included.

    An unknown value is ignored: the locale decides then. For the command line only, since it
    sets the process's text domain and environment.
    """
    asked = os.environ.get("DRAFTKIT_LANG", "").split(".")[0].replace("-", "_")
    if asked.lower().startswith("zh"):
        os.environ["LANGUAGE"] = "zh_CN"
    elif asked.lower().startswith("en"):
        os.environ["LANGUAGE"] = "en"
    gettext.textdomain(DOMAIN)
