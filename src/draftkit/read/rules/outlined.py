"""查什么: 文字处理软件的大纲级别所标明的小标题（没有序数的）。 依据: 实务。"""

from draftkit.read.page import OUTLINED, Head, Piece, Pieces


def find_outlined(pieces: Pieces) -> list[Piece]:
    """Give the rows that stand in a file's outline, and open with no marker, their headings."""
    result: list[Piece] = []
    counts: dict[int, int] = {}
    for piece in pieces:
        if piece.role in ("title", "half") or piece.opens:
            counts.clear()
        if piece.role == "" and piece.level:
            counts = {level: count for level, count in counts.items() if level <= piece.level}
            counts[piece.level] = counts.get(piece.level, 0) + 1
            if not piece.heads or piece.heads[0].start > piece.start:
                piece = _headed(piece, counts[piece.level])
        result.append(piece)
    return result


def _headed(piece: Piece, count: int) -> Piece:
    end = piece.end - piece.text.endswith("。")
    return piece.headed((Head(piece.start, piece.start, end, f"{OUTLINED}{piece.level}", count),))
