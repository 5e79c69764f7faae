"""The fields of a paragraph: their results are words of the text, their instructions are not."""

_DRAWN = (
    *("EQ", "SYMBOL", "MACROBUTTON", "GOTOBUTTON", "FORMDROPDOWN"),
    *("LISTNUM", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT"),
)
"""Fields without a result: Word makes what it shows from the instruction (ECMA-376, 17.16.5)."""
_LONGEST_NAME = 20  # characters, white space before it included


class Fields:
    """The fields that are open at a place of the text, one within the other, and how many Word draws itself."""

    def __init__(self) -> None:
        self.instructions = 0
        """How many of the open fields are at their instruction: words there are not shown."""
        self._open: list[str | None] = []  # how the instruction begins, None after it

    def mark(self, kind: str | None) -> bool:
        """Take a mark of a field (w:fldCharType), and tell whether it ends one that Word draws itself."""
        if kind == "begin":
            self._open.append("")
            self.instructions += 1
        elif self._open and kind in ("separate", "end"):
            instruction = self._open.pop()
            self.instructions -= instruction is not None
            if kind == "separate":
                self._open.append(None)
            elif instruction and not self.instructions:
                return instruction.strip().upper().partition(" ")[0] in _DRAWN
        return False

    def instruct(self, text: str) -> None:
        """Take words of an instruction."""
        if self._open and (begun := self._open[-1]) is not None and len(begun) < _LONGEST_NAME:
            self._open[-1] = begun + text[:_LONGEST_NAME]

    def close(self) -> None:
        """End all fields: one can go on in the next paragraph, its instruction does not in practice, and a
        broken one must not hide the rest of the text."""
        self._open.clear()
        self.instructions = 0
