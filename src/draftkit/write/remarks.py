"""Comments in a package that somebody else wrote: put behind those that it has, in a part of their own else."""

import posixpath
from xml.etree.ElementTree import Element

from draftkit.messages import _
from draftkit.ooxml.markup import damaged, refuse
from draftkit.ooxml.package import Package
from draftkit.ooxml.verbatim import parse_verbatim, spell
from draftkit.write import styles
from draftkit.write.package import PACKAGE, RELATION

AUTHOR, INITIALS = "draftkit", "dk"
"""Who comments: the program, never the user who runs it."""

_TYPES = "[Content_Types].xml"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_OTHER_KINDS = (
    b"ms-word.document.macroEnabled",
    b"ms-word.template.macroEnabled",
    b"wordprocessingml.template",
)


class Remarks:
    """The comments of a package. Raises CannotRead for one that no .docx can be made of."""

    def __init__(self, package: Package) -> None:
        types = package.part(_TYPES)
        if types is None:
            raise damaged()
        if any(kind in types for kind in _OTHER_KINDS):
            message = _("a template, or a file with macros, cannot be commented as .docx")
            raise refuse(message, _("Open it in WPS or Word and save it as .docx"))
        self._package = package
        self._types = types
        self._name = package.first_of_each_kind(package.main).get("comments", "")
        raw = package.part(self._name) if self._name else None
        self._new = raw is None
        self._root = parse_verbatim(raw or f'<w:comments xmlns:w="{styles.MAIN}"/>'.encode())
        ids = (one.get("w:id", "") for one in self._root.iter("w:comment"))
        self._next = max((int(id_) for id_ in ids if id_.isdecimal()), default=-1) + 1

    def add(self, text: str) -> tuple[Element, Element, Element]:
        """Add a comment, a paragraph a line; return what begins its words, ends them, and refers to it."""
        id_ = {"w:id": str(self._next)}
        self._next += 1
        self._root.append(_comment(id_, text))
        reference = _run("CommentReference", Element("w:commentReference", id_))
        return Element("w:commentRangeStart", id_), Element("w:commentRangeEnd", id_), reference

    def parts(self) -> dict[str, bytes]:
        """Return the parts of the package that are new or other than they were, by their names."""
        if not len(self._root):
            return {}
        if not self._new:
            return {self._name: spell(self._root)}
        folder, file = posixpath.split(self._package.main)
        name, relations = self._free(folder), posixpath.join(folder, "_rels", f"{file}.rels")
        return {
            name: spell(self._root),
            relations: self._related(relations, name),
            _TYPES: self._typed(name),
        }

    def _free(self, folder: str) -> str:
        numbers = ("", *map(str, range(1, len(self._package) + 1)))
        names = (posixpath.join("/", folder, f"comments{number}.xml") for number in numbers)
        return next(name for name in names if name not in self._package)

    def _related(self, relations: str, name: str) -> bytes:
        raw = self._package.part(relations) or f'<Relationships xmlns="{PACKAGE}relationships"/>'.encode()
        root = parse_verbatim(raw)
        taken = {one.get("Id") for one in root}
        id_ = next(id_ for number in range(1, len(root) + 2) if (id_ := f"rId{number}") not in taken)
        row = {"Id": id_, "Type": f"{RELATION}comments", "Target": name}
        root.append(Element(root.tag.replace("Relationships", "Relationship"), row))
        return spell(root)

    def _typed(self, name: str) -> bytes:
        root = parse_verbatim(self._types)
        row = {"PartName": name, "ContentType": _TYPE.format("comments")}
        root.append(Element(root.tag.replace("Types", "Override"), row))
        return spell(root)


def _comment(id_: dict[str, str], text: str) -> Element:
    comment = Element("w:comment", id_ | {"w:author": AUTHOR, "w:initials": INITIALS})
    for number, line in enumerate(text.split("\n")):
        paragraph, look = Element("w:p"), Element("w:pPr")
        look.append(Element("w:pStyle", {"w:val": "CommentText"}))
        words = Element("w:t", {"xml:space": "preserve"})
        words.text = line
        paragraph.append(look)
        if not number:
            paragraph.append(_run("CommentReference", Element("w:annotationRef")))
        paragraph.append(_run("", words))
        comment.append(paragraph)
    return comment


def _run(style: str, content: Element) -> Element:
    run = Element("w:r")
    if style:
        look = Element("w:rPr")
        look.append(Element("w:rStyle", {"w:val": style}))
        run.append(look)
    run.append(content)
    return run
