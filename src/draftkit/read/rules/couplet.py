"""查什么: 标题的对偶两半，一行以空格相隔的，两行的。 依据: 实务。"""

from draftkit.read.page import Piece, Pieces
from draftkit.read.rules.title import unnumbered
from draftkit.rhetoric.couplet import halves_of


def part_couplets(pieces: Pieces) -> list[Piece]:
    """Part each title that is a couplet into its halves; a name before it keeps the title whole."""
    result: list[Piece] = []
    for number, piece in enumerate(pieces):
        if piece.role != "title":
            result.append(piece)
            continue
        beside = _rows(pieces, number)
        if len(beside) == 1:
            result += _halves(piece)
        else:
            halves = halves_of(" ".join(beside))
            result.append(piece._replace(role="half") if halves else piece)
    return result


def _rows(pieces: Pieces, number: int) -> list[str]:
    """The rows of the title that a row is one of."""
    first = last = number
    while first and pieces[first - 1].role == "title" and not pieces[first].opens:
        first -= 1
    while last + 1 < len(pieces) and pieces[last + 1].role == "title" and not pieces[last + 1].opens:
        last += 1
    return [piece.text for piece in pieces[first : last + 1]]


def _halves(piece: Piece) -> list[Piece]:
    words = unnumbered(piece.text)
    halves = halves_of(words)
    if not halves or "".join(halves) != "".join(words.split()):
        return [piece]
    places: list[int] = []
    for half in halves:
        start = piece.text.index(half, places[-1] if places else 0)
        places += [start if places else 0, start + len(half)]
    return [
        part._replace(role="half", opens=piece.opens and n == 0) for n, part in enumerate(piece.cut(*places))
    ]
