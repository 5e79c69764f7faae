"""Bytes to text, strictly: a wrong guess must not be possible in silence."""

import codecs

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def decode(raw: bytes) -> tuple[str, str]:
    """Return the text and the encoding used: by its mark, else strict UTF-8, else strict GB18030.

    UTF-8 first, since GB18030 accepts much UTF-8 as nonsense and hardly the other way; a text that is
    UTF-8 but for its cut-off end is taken for what it is. Raises UnicodeDecodeError, with UTF-8's place of
    the first wrong byte, when none fits.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw.decode(encoding), encoding
    try:
        return raw.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        if error.start and error.start >= len(raw) - 3:
            raise
        try:
            return raw.decode("gb18030"), "gb18030"
        except UnicodeDecodeError:
            raise error from None
