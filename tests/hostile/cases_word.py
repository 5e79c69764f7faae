"""Word files: what is packed into them.

Whoever sends a Word file sends a zip of XML. Nothing of it may be fetched, nothing expanded; its sizes are
known before it is unpacked, and a file that is not whole is refused.
"""

import os
import struct
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from case import Case

from word_files import DECLARATION, RELATIONS, ROOT_RELATIONS, package, para, part, run, zipped

NAME = "稿.docx"
TEXT = "今天只说一件事，分三句说完。"
BODY = para(run(TEXT))
GOOD = package(BODY, styles="", header=para(run("内部")))
SHOWN = "outline --format text 稿.docx"


def document(body: str = BODY) -> str:
    """Return the text part around a body."""
    return part("document", f"<w:body>{body}</w:body>")


def word(name: str, what: str, content: bytes | str, *says: str, **more: object) -> Case:
    """Return the case of one file that is refused."""
    return Case(name, what, SHOWN, {NAME: content}, says=says, hides=(TEXT,), **more)  # type: ignore[arg-type]


def kept(name: str, what: str, content: bytes, *says: str, shows: tuple[str, ...] = (TEXT,)) -> Case:
    """Return the case of one file whose words are all there."""
    return Case(name, what, SHOWN, {NAME: content}, exit=0, says=says, shows=shows)


def only(content: str | bytes, *more: tuple[str, str | bytes]) -> bytes:
    """Return a package of a text part and what else is given."""
    return zipped([("word/document.xml", content), *more])


def declared(doctype: str, text: str = "前&x;后") -> bytes:
    """Return a package whose text part has a DOCTYPE."""
    return only(document(para(run(text))).replace(DECLARATION, DECLARATION + doctype))


def entities(levels: int) -> str:
    """Return a DOCTYPE with entities that each stand for ten of the one before."""
    made = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, levels))
    return f'<!DOCTYPE x [<!ENTITY l0 "笑">{made}]>'


def rewritten(old: str, new: str) -> bytes:
    """Return the good file with something in its parts exchanged."""
    with zipfile.ZipFile(BytesIO(GOOD)) as parts:
        found = {name: parts.read(name).decode() for name in parts.namelist()}
    return zipped((name, text.replace(old, new)) for name, text in found.items())


def bytes_at(place: int, new: bytes) -> bytes:
    """Return the good file with bytes of the first entry of its directory exchanged."""
    at = GOOD.index(b"PK\x01\x02") + place
    return GOOD[:at] + new + GOOD[at + len(new) :]


def dangling(target: str) -> bytes:
    """Return the good file with a picture that is not there."""
    return rewritten(
        "</Relationships>", f'<Relationship Id="x" Type="{RELATIONS}/image" Target="{target}"/></Relationships>'
    )


def padded(size: int) -> bytes:
    """Return a package with a picture of so many bytes, of which the zip has next to none."""
    raw = BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", document())
        with file.open("word/media/1.bmp", "w", force_zip64=True) as member:
            for _ in range(size // 10_000_000):
                member.write(bytes(10_000_000))
    return raw.getvalue()


def lying(raw: bytes = GOOD) -> bytes:
    """Return the good file with every size in its directory said to be 9."""
    parts = raw.split(b"PK\x01\x02")
    return b"PK\x01\x02".join([parts[0], *(one[:20] + struct.pack("<I", 9) + one[24:] for one in parts[1:])])


def cut(folder: Path) -> None:
    """Put the good file there cut off after every 200 bytes."""
    for length in range(0, len(GOOD), 200):
        (folder / f"稿{length}.docx").write_bytes(GOOD[:length])


def special(make: Callable[[Path], object]) -> Callable[[Path], object]:
    return lambda folder: make(folder / NAME)


XXE = '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
REMOTE = '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:9/p.dtd"> %p;]>'
INCLUDE = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd" parse="text"/>'
FLAT = (
    '<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"><pkg:part'
    f' pkg:name="/word/document.xml"><pkg:xmlData>{document().removeprefix(DECLARATION)}'
    "</pkg:xmlData></pkg:part></pkg:package>"
)
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
DAMAGED, LARGE, DOCTYPE = "the file is damaged or incomplete", "too large", "the file holds a DOCTYPE"
STRICT = "http://purl.oclc.org/ooxml/"

CASES = (
    word("D91", "an entity that is a file", declared(XXE), DOCTYPE),
    word("D91b", "a parameter entity from a server", declared(REMOTE), DOCTYPE),
    kept("D91c", "an XInclude of a file", only(document(BODY + INCLUDE))),
    word("D92", "an internal entity in a word", declared('<!DOCTYPE x [<!ENTITY x "中">]>'), DOCTYPE),
    word("D92b", "an entity that nobody declared", only(document(para(run("前&x;后")))), DAMAGED),
    word("D93", "a billion laughs", declared(entities(10), "&l9;"), DOCTYPE),
    word(
        "D93b",
        "one long entity, many times",
        declared(f'<!DOCTYPE x [<!ENTITY x "{"笑" * 50_000}">]>', "&x;" * 50_000),
        DOCTYPE,
    ),
    word("D94", "a comment of 300 MB", only(document(f"<!--{'x' * 300_000_000}-->{BODY}")), LARGE),
    kept("D94b", "a comment of 40 MB", only(document(f"<!--{'x' * 40_000_000}-->{BODY}"))),
    word(
        "D94c", "a comment of 90 MB", only(document(f"<!--{'x' * 90_000_000}-->{BODY}")), "too large when it is"
    ),
    word("D95", "a picture of 1 GB that packs to 1 MB", padded(1_000_000_000), LARGE),
    kept("D95b", "pictures of 50 MB", padded(50_000_000)),
    kept("D96", "a paragraph of 11 MB", only(document(para(run("字" * 3_700_000) + run(TEXT))))),
    word(
        "D96b", "elements 300 deep", only(document("<w:sdt>" * 300 + BODY + "</w:sdt>" * 300)), "stand too deep"
    ),
    word("D96c", "elements 100,000 deep", only(document("<w:tbl><w:tr><w:tc>" * 100_000)), DAMAGED),
    word("D96d", "three million elements", only(document("<w:p/>" * 3_000_000)), LARGE),
    word("D97", "10,000 parts", only(document(), *((f"p{n}", "") for n in range(10_000))), LARGE),
    word(
        "D97b",
        "30,000 parts, a directory of 2 MB",
        only(document(), *((f"word/media/{n}.png", "") for n in range(30_000))),
        "too many parts",
    ),
    word("D97c", "two parts of one name", only(document(), ("Word/Document.xml", document())), DAMAGED),
    word("D97d", "parts with more bytes than they say", lying(), DAMAGED),
    kept(
        "D97e",
        "parts that climb out of the folder",
        only(document(), ("../../etc/x", "x"), ("/abs", "x"), ("..\\x", "x")),
    ),
    kept(
        "D97f", "names with \\", zipped([("_rels\\.rels", ROOT_RELATIONS), ("word\\document.xml", document())])
    ),
    kept("D98", "a picture at NULL", dangling("NULL")),
    kept("D98b", "a picture at ../NULL", dangling("../NULL")),
    kept("D98c", "a picture at #_top", dangling("#_top")),
    kept(
        "D99",
        "the Strict variant",
        rewritten(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main", f"{STRICT}wordprocessingml/main"
        ),
    ),
    Case(
        "D99b",
        "a .docm and a .dotx",
        "outline --format text 稿.docm 稿.dotx",
        {"稿.docm": GOOD, "稿.dotx": GOOD},
        exit=0,
        shows=(f"{TEXT}\n",),
    ),
    word("D99c", "a .doc that is broken, called .docx", OLD + bytes(600), "LibreOffice"),
    word(
        "D99d", "one that is encrypted", OLD + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "password"
    ),
    word("D99e", "a zip with a password", bytes_at(8, b"\x01\x00"), "password"),
    word("D99f", "an empty file", b"", "the file is empty"),
    Case(
        "D99g",
        "a page called .docx",
        SHOWN,
        {NAME: f"<html><body><p>{TEXT}</p></body></html>"},
        exit=0,
        says=("marks of a web page",),
        shows=(TEXT,),
    ),
    Case(
        "D99h",
        "a workbook called .docx",
        SHOWN,
        {NAME: zipped([("xl/workbook.xml", "<x/>")])},
        says=("it holds no text part",),
    ),
    word("D99i", "flat XML called .docx", FLAT, "a Word document in one XML file"),
    word("D99k", "flat XML in UTF-16", FLAT.encode("utf-16"), "a Word document in one XML file"),
    word("D99j", "a picture called .docx", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "no docx file"),
    Case("D100", "cut off after every 200 bytes", "outline .", cut, says=(DAMAGED, "the file is empty")),
    word("D101", "a wrong checksum", bytes_at(16, b"abcd"), DAMAGED),
    word("D101b", "a method of packing that Word has not", bytes_at(10, b"\x0c\x00"), DAMAGED),
    kept("D102", "nothing but the text part", only(document())),
    word(
        "D102b",
        "no text part",
        zipped([("[Content_Types].xml", "<x/>"), ("word/styles.xml", "<x/>")]),
        "no text part",
    ),
    word("D102c", "a text part without a body", only(part("document", "")), "no text part"),
    kept("D103", "a text part in UTF-16", only(document().replace("UTF-8", "UTF-16").encode("utf-16"))),
    word(
        "D103b",
        "bytes that are no UTF-8",
        only(document().encode().replace("今".encode(), b"\xff\xfe")),
        DAMAGED,
    ),
    word("D103c", "a reference to no character", only(document(para(run("前&#x0;后")))), DAMAGED),
    kept(
        "D110",
        "100,000 paragraphs",
        only(document("".join(para(run(f"第{n}天走了{n % 90}户。")) for n in range(100_000)) + BODY)),
    ),
    Case(
        "D111",
        "a folder called x.docx, empty",
        "outline x.docx",
        lambda folder: (folder / "x.docx").mkdir(),
        says=("there are no speeches here",),
    ),
    Case("D111b", "a pipe that nobody writes into", SHOWN, special(os.mkfifo), says=("a pipe or a device",)),
    Case(
        "D111c",
        "a link to a device that never ends",
        SHOWN,
        special(lambda path: path.symlink_to("/dev/zero")),
        says=("a pipe or a device",),
    ),
    Case(
        "D111d",
        "a link to nothing",
        SHOWN,
        special(lambda path: path.symlink_to("nothing")),
        says=("there is no such file",),
    ),
)
