"""A report's lines in Markdown (headings, paragraphs, lists, tables) as a web page that stands by itself."""

from collections.abc import Iterable
from html import escape

_STYLE = "body{max-width:60em;margin:2em auto;font-family:sans-serif}td{border-top:1px solid;padding:.3em}"


def webpage(title: str, lines: Iterable[str]) -> str:
    """Return the page."""
    rows, table = [], False
    for line in lines:
        cells = [cell.strip() for cell in line.strip("|").split(" | ")] if line.startswith("|") else []
        if bool(cells) != table:
            rows.append("<table>" if cells else "</table>")
            table = bool(cells)
        if cells and not line.startswith("|---"):
            rows.append(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>")
        elif line.startswith("#"):
            level = len(line) - len(line.lstrip("#"))
            rows.append(f"<h{level}>{escape(line.lstrip('# '))}</h{level}>")
        elif line.startswith("- "):
            rows.append(f"<li>{escape(line[2:])}</li>")
        elif not cells and line:
            rows.append(f"<p>{escape(line)}</p>")
    head = f'<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>{escape(title)}</title>'
    body = "\n".join(rows)
    return f"{head}<style>{_STYLE}</style>\n{body}\n{'</table>' if table else ''}</html>\n"
