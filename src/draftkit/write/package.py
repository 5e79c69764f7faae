"""The .docx package: every part but the text is deflated once and copied from then on.

The zip is packed here because zipfile stamps the local time and deflates each part again; the same
texts give the same bytes. A package holds no author, no path, no date but the zip's least one.
"""

import struct
import zlib
from binascii import crc32
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from draftkit.write import styles
from draftkit.write.characters import escape
from draftkit.write.profile import Profile

_FIRST_DAY = 0x21  # 1980-01-01 as a zip counts days: the least date that it can hold
_DEFLATED = 8
_VERSION = 20  # the zip version that can deflate

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")

_TYPE = "application/vnd.openxmlformats-officedocument.{}+xml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"


@dataclass(frozen=True, slots=True)
class Part:
    """A member of the zip: its name, its deflated content, and the checksum and sizes as packed fields."""

    name: bytes
    content: bytes
    sums: tuple[int, int, int]


class Joined(NamedTuple):
    """The beginning of a zip: its members, their entries in its directory, and the parts that they are."""

    members: bytes = b""
    directory: bytes = b""
    parts: tuple[Part, ...] = ()


def pack(prepared: Joined, document: str, comments: str, title: str) -> bytes:
    """Return the .docx with this document.xml, comments.xml ("" for none) and title in its properties."""
    parts = [deflate("word/document.xml", document.encode())]
    parts.append(deflate("docProps/core.xml", _core(title).encode()))
    if comments:
        parts.append(deflate("word/comments.xml", comments.encode()))
    members, directory, all_parts = _joined(parts, prepared)
    count = len(all_parts)
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(directory), len(members), 0)
    return b"".join((members, directory, end))


def deflate(name: str, plain: bytes) -> Part:
    """Return a member of the zip."""
    content = zlib.compress(plain, 6, -zlib.MAX_WBITS)
    return Part(name.encode(), content, (crc32(plain), len(content), len(plain)))


def _joined(parts: Sequence[Part], before: Joined) -> Joined:
    """Return parts as members of a zip, behind those that are joined already."""
    members, directory, offset = [before.members], [before.directory], len(before.members)
    for part in parts:
        fixed = (_DEFLATED, 0, _FIRST_DAY, *part.sums, len(part.name), 0)
        header = _LOCAL.pack(b"PK\x03\x04", _VERSION, 0, *fixed)
        members += [header, part.name, part.content]
        directory += [
            _CENTRAL.pack(b"PK\x01\x02", _VERSION, _VERSION, 0, *fixed, 0, 0, 0, 0, offset),
            part.name,
        ]
        offset += len(header) + len(part.name) + len(part.content)
    return Joined(b"".join(members), b"".join(directory), (*before.parts, *parts))


@cache
def prepared(profile: Profile, commented: bool) -> Joined:
    """Return all members but those that hold words of the document, in a profile of our own."""
    targets = [("styles", "styles.xml"), ("settings", "settings.xml"), ("fontTable", "fontTable.xml")]
    texts = [styles.styles_xml(profile), styles.settings_xml(profile), styles.font_table_xml(profile)]
    for number, (_pages, edge) in enumerate(profile.footers, 1):
        targets.append(("footer", f"footer{number}.xml"))
        texts.append(styles.footer_xml(edge))
    contents = {name: text.encode() for (_kind, name), text in zip(targets, texts, strict=True)}
    return surround(targets, contents, commented)


def surround(
    targets: Sequence[tuple[str, str]],
    contents: Mapping[str, bytes],
    commented: bool,
    pictures: Mapping[str, str] = MappingProxyType({}),
) -> Joined:
    """Return all members but those that hold words of the document.

    `targets` are the kinds and names of what the document is related to, as rId1, rId2 …; `contents` has
    these and what they are related to, names being those in the folder word/; `pictures` has content types by
    the ends of names.
    """
    related = [*targets, *([("comments", "comments.xml")] if commented else [])]
    texts = {
        "[Content_Types].xml": _content_types(related, pictures),
        "_rels/.rels": relations_xml(
            [
                (RELATION + "officeDocument", "word/document.xml"),
                (PACKAGE + "relationships/metadata/core-properties", "docProps/core.xml"),
            ]
        ),
        "word/_rels/document.xml.rels": relations_xml([(RELATION + kind, name) for kind, name in related]),
    }
    parts = [deflate(name, text.encode()) for name, text in texts.items()]
    parts += [deflate(f"word/{name}", content) for name, content in contents.items()]
    return _joined(parts, Joined())


def relations_xml(targets: Iterable[tuple[str, str]]) -> str:
    """Return a part of relations, rId1, rId2 …, of these types to these targets."""
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{styles.DECLARATION}<Relationships xmlns="{PACKAGE}relationships">{rows}</Relationships>'


def _content_types(targets: Sequence[tuple[str, str]], pictures: Mapping[str, str]) -> str:
    types = {"/word/document.xml": _TYPE.format("wordprocessingml.document.main")}
    for kind, target in targets:
        types[f"/word/{target}"] = _TYPE.format("theme" if kind == "theme" else f"wordprocessingml.{kind}")
    types["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    rows = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in types.items())
    endings = "".join(f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in pictures.items())
    return (
        f'{styles.DECLARATION}<Types xmlns="{PACKAGE}content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{endings}{rows}</Types>'
    )


def _core(title: str) -> str:
    return (
        f'{styles.DECLARATION}<cp:coreProperties xmlns:cp="{PACKAGE}metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title></cp:coreProperties>"
    )
