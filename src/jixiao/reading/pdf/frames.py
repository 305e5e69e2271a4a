"""What the frame of a table on a page tells: ends without a rule, and how full its cells are.

A row that goes on over the page often has no rule where the page ends, and the last line of its
text fills its cell; a page printed across has its letters turned, and is turned back.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jixiao.reading.beside import Json

__all__ = ["free_letters", "margin_of", "open_ends", "spills", "turned"]

_NEAR = 3.0
"""Edges nearer to each other than this meet, in points."""
_MOST_RUNS = 400
"""A page with more upright lines is not looked at for ends: each is compared with others."""
_OVER = 0.3
"""The share of a letter that may stand over the edge of its cell, as empty tops of fonts do."""
_MARGIN = 12.0
"""No cell keeps its text further from its edge than this."""


def open_ends(edges: Sequence[Json]) -> list[float]:
    """Heights at which all upright edges end and no level one closes what stands between them.

    >>> def edge(kind, left, right, top, bottom):
    ...     held = {"x0": left, "x1": right, "top": top, "bottom": bottom}
    ...     return {"orientation": kind, **held}
    >>> sides = [edge("v", x, x, 10, 90) for x in (10, 50)]
    >>> open_ends([*sides, edge("h", 10, 50, 10, 10), edge("h", 10, 50, 40, 40)])
    [90.0]
    """
    upright = _runs(edge for edge in edges if edge["orientation"] == "v")
    if len(upright) > _MOST_RUNS:
        return []
    level = [edge for edge in edges if edge["orientation"] == "h"]
    found: list[float] = []
    for at in (1, 2):
        for y in sorted({round(float(run[at]), 1) for run in upright}):
            ending = [run for run in upright if abs(run[at] - y) < _NEAR]
            crossed = any(run[1] < y - _NEAR and run[2] > y + _NEAR for run in upright)
            ruled = any(abs(edge["top"] - y) < _NEAR for edge in level)
            known = any(abs(y - one) < _NEAR for one in found)
            if len({round(run[0]) for run in ending}) > 1 and not (crossed or ruled or known):
                found.append(y)
    return found


def _runs(edges: Iterable[Json]) -> list[tuple[float, float, float]]:
    """Upright edges (x, top, bottom), those that touch each other as one."""
    found: list[tuple[float, float, float]] = []
    for edge in sorted(edges, key=lambda one: (round(one["x0"]), one["top"])):
        x, top, bottom = float(edge["x0"]), float(edge["top"]), float(edge["bottom"])
        if found and abs(found[-1][0] - x) < _NEAR and top - found[-1][2] < _NEAR:
            found[-1] = (found[-1][0], found[-1][1], max(found[-1][2], bottom))
        else:
            found.append((x, top, bottom))
    return found


def margin_of(held: Sequence[Sequence[Json]], boxes: Sequence[Sequence[float]]) -> float:
    """How far the texts of a table keep from the edges of their cells at least."""
    spaces = (
        min(float(letter["x0"]) for letter in letters) - box[0]
        for letters, box in zip(held, boxes, strict=True)
        if letters
    )
    return max(0.0, min(_MARGIN, min(spaces, default=0.0)))


def free_letters(line: Sequence[Json], box: Sequence[float], margin: float) -> float:
    """How many more letters the line of a cell has room for; of an empty cell none are asked.

    >>> free_letters([{"x0": 12.0, "x1": 22.0, "size": 10.0}], (10.0, 0.0, 54.0, 20.0), 2.0)
    3.0
    """
    if not line:
        return 0.0
    width = max(float(one["x1"]) for one in line) - min(float(one["x0"]) for one in line)
    size = max(1.0, *(float(one["size"]) for one in line))
    return round((box[2] - box[0] - 2 * margin - width) / size, 2)


def spills(letters: Sequence[Json], box: Sequence[float]) -> bool:
    """Whether letters of a cell stand well over its upper or lower edge.

    >>> spills([{"top": 8.0, "bottom": 18.0, "size": 10.0, "text": "甲"}], (0.0, 13.0, 50.0, 40.0))
    True
    """
    return any(
        float(one["bottom"]) > box[3] + _OVER * float(one["size"])
        or float(one["top"]) < box[1] - _OVER * float(one["size"])
        for one in letters
        if not one["text"].isspace()
    )


def turned(letters: Sequence[Any]) -> int:
    """By how much a page must be turned for most of its letters to stand upright, in degrees.

    >>> turned([{"matrix": (0, 10, -10, 0, 5, 5), "text": "甲"}])
    90
    """
    angles = Counter(_angle(one["matrix"]) for one in letters if not one["text"].isspace())
    if not angles:
        return 0
    angle, count = angles.most_common(1)[0]
    return angle if 2 * count > angles.total() else 0


def _angle(matrix: Sequence[float]) -> int:
    """How far a letter leans to the left, in quarters of a circle."""
    across, up = float(matrix[0]), float(matrix[1])
    if abs(up) <= abs(across):
        return 180 if across < 0 else 0
    return 90 if up > 0 else 270
