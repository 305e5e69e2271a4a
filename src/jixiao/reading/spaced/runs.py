"""Rows whose cells were wrapped and stand one after the other: each line of each cell in turn.

Where the words can be laid over the columns, the likeliest rows are those; else a row ends with its
figures, and what stands before them is cut into name and values as in any wrapped text. What was
wrapped is never certain.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import define, field

from jixiao.reading.fitting import Need
from jixiao.reading.fragments import Gap, Piece
from jixiao.reading.grid import key
from jixiao.reading.spaced.fit import fit_line, is_figure_word
from jixiao.reading.spaced.flow import Flow, pieces_of_units, units_of
from jixiao.reading.spaced.laid import LaidRow, lay
from jixiao.reading.spaced.rows import SpacedRow, Trust, by_column, guessed, is_whole, labels_in
from jixiao.reading.spaced.sole import sole_rows
from jixiao.reading.tails import Tails
from jixiao.reading.wrapped.cuts import is_figure
from jixiao.reading.wrapped.rows import Body, Frame, body_of, decide, names_of, widths_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.reading.doubts import Doubt
    from jixiao.reading.spaced.words import SpacedLine
    from jixiao.reading.wrapped.words import Words

from jixiao.reading.spaced.cuts import by_grammar

__all__ = ["Run", "runs_of"]

_LABEL = 6


@define
class Run:
    """The pieces up to the figures of a row, the figures, and what may be its reason."""

    pieces: list[Piece]
    figures: list[Piece]
    line: int
    reason: list[Piece] = field(factory=list)


def runs_of(
    lines: Sequence[SpacedLine], needs: Sequence[Need], words: Words
) -> tuple[list[SpacedRow], list[Piece], Flow | None]:
    """The rows, and the pieces that belong to none; or rows that their weights may prove."""
    tail = _tail(needs)
    units, aside = units_of(lines, words)
    laid = lay(units, needs, words.form)
    if laid is not None and laid.plain:
        sure = sole_rows(laid.rows, lines, needs, words.form)
        both = zip(laid.rows, sure, strict=True)
        rows = [_laid_row(one, needs, sure=told) for one, told in both]
        return [], aside, Flow(rows, aside)
    if _line_by_line(lines, needs, words):
        return *_anchors_only(lines, needs, words), None
    if laid is not None:
        return [_laid_row(one, needs, sure=False) for one in laid.rows], aside, None
    if not tail or Need.LEVEL3 not in needs:
        return [], [piece for line in lines for piece in _pieces(line)], None
    texts = [at for at in range(tail[-1] + 1, len(needs)) if needs[at] is Need.TEXT]
    runs, rest = _gather(lines, len(tail), has_reason=bool(texts))
    _share_reasons(runs, words)
    name = needs.index(Need.LEVEL3)
    values = tuple(range(name + 1, tail[0]))
    frame = Frame((1, 2, 3), values, (), Tails(()), len(needs) + 1)
    bodies = [body_of(run.pieces, None, (), words, damaged=False) for run in runs]
    none: frozenset[str] = frozenset()
    bodies = [decide(one, frame, none, (None,) * (1 + len(values)), words) for one in bodies]
    known, widths = names_of(bodies), widths_of(bodies, frame)
    bodies = [
        by_grammar(one, len(values)) or decide(one, frame, known, widths, words) for one in bodies
    ]
    if rest and texts and runs and not any(_digits(piece) for piece in rest):
        runs[-1].reason += rest
        rest = []
    rows = [_row(run, body, needs, tail, texts) for run, body in zip(runs, bodies, strict=True)]
    return rows, rest, None


def _laid_row(one: LaidRow, needs: Sequence[Need], *, sure: bool) -> SpacedRow:
    """A row that was laid over the columns, on the line its last figure stands on."""
    held = {at: pieces_of_units(own) for at, own in one.held.items()}
    figures = [at for at, need in enumerate(needs) if need is Need.NUMBER and at in held]
    line = held[figures[-1]][0].origin.line if figures else one.units[-1].line
    doubts = () if sure else (guessed(held[needs.index(Need.LEVEL3)]),)
    return SpacedRow(line or 0, held, doubts, trust=Trust.NONE)


def _line_by_line(lines: Sequence[SpacedLine], needs: Sequence[Need], words: Words) -> bool:
    """Whether lines run over all cells, so that no cell is whole before the next one begins.

    A line of a whole row has nothing of it on other lines but its labels, and behind it stands
    only a reason, whose beginning it has, unless the next row is not whole.
    """
    texts = {at for at, need in enumerate(needs) if need is Need.TEXT}
    loose: list[Piece] = []
    several = 0
    begun = False
    for line in lines:
        if labels_in(line, words.form):
            continue
        fit = fit_line(line.words, needs, words.form)
        figured = sum(is_figure_word(word.text) for word in line.words) >= needs.count(Need.NUMBER)
        if fit is not None and is_whole(fit, needs):
            if loose and not begun and body_of(loose, None, (), words, damaged=False).pieces:
                return True
            begun, loose, several = bool(texts & set(fit.columns)), [], 0
        elif figured:
            begun, loose, several = False, [], 0
        else:
            loose += _pieces(line)
            words_of_line = [word for word in line.words if not words.is_level1(word.text)]
            several += len(words_of_line) > 2  # noqa: PLR2004 - a label and a text
            if several > 1:
                return True
    return False


def _anchors_only(
    lines: Sequence[SpacedLine], needs: Sequence[Need], words: Words
) -> tuple[list[SpacedRow], list[Piece]]:
    """The rows as their lines with figures have them; what stands around them is left to be said.

    Nothing tells to which cell the other lines belong, so that every row is in doubt.
    """
    rows: list[SpacedRow] = []
    rest: list[Piece] = []
    for line in lines:
        fit = fit_line(line.words, needs, words.form)
        if fit is not None and is_whole(fit, needs):
            held = by_column(line.words, fit.columns)
            rows.append(SpacedRow(line.number, held, (guessed(line.words),)))
        elif labels_in(line, words.form) and fit is not None:
            rows.append(SpacedRow(line.number, by_column(line.words, fit.columns)))
        else:
            rest += (word.piece(Gap.SPACE) for word in line.words)
    return rows, rest


def _tail(needs: Sequence[Need]) -> tuple[int, ...]:
    """The columns of figures that end a row: those behind the last value."""
    values = [at for at, need in enumerate(needs) if need in {Need.VALUE, Need.LEVEL3}]
    start = values[-1] + 1 if values else 0
    found: list[int] = []
    for at in range(start, len(needs)):
        if needs[at] is not Need.NUMBER:
            break
        found.append(at)
    return tuple(found)


def _pieces(line: SpacedLine) -> list[Piece]:
    gap = line.printed.gap
    if "\f" in line.printed.text:
        gap = Gap.PAGE
    first = Gap.BLANK if gap is Gap.ADJACENT else gap
    return [word.piece(Gap.SPACE if at else first) for at, word in enumerate(line.words)]


def _gather(
    lines: Sequence[SpacedLine], count: int, *, has_reason: bool
) -> tuple[list[Run], list[Piece]]:
    """The runs: a row ends with the last of the figures that stand one after the other."""
    runs: list[Run] = []
    now: list[Piece] = []
    figures = 0
    for at, line in enumerate(lines):
        pieces = _pieces(line)
        following = lines[at + 1].words[0].text if at + 1 < len(lines) else ""
        for place, piece in enumerate(pieces):
            now.append(piece)
            figures = figures + 1 if is_figure_word(piece.text) else 0
            behind = pieces[place + 1].text if place + 1 < len(pieces) else following
            if figures < count or is_figure_word(behind):
                continue
            runs.append(Run(now[:-count], now[-count:], line.number))
            now, figures = [], 0
            if has_reason and place + 1 < len(pieces):
                runs[-1].reason = pieces[place + 1 :]
                break
    return runs, now


def _share_reasons(runs: Sequence[Run], words: Words) -> None:
    """What stands before the labels of a row is the reason of the row above."""
    for before, run in pairwise(runs):
        at = _label_at(run.pieces, words)
        if at is not None and at > 0:
            before.reason += run.pieces[:at]
            run.pieces = run.pieces[at:]


def _label_at(pieces: Sequence[Piece], words: Words) -> int | None:
    """Where the first label of a level begins; None where there is none."""
    for at in range(len(pieces)):
        text = ""
        for piece in pieces[at : at + _LABEL]:
            text += key(piece.text)
            if words.is_level1(text) or words.is_level2(text):
                return at
    return None


def _digits(piece: Piece) -> bool:
    return is_figure_word(piece.text) or is_figure(piece)


def _row(
    run: Run, body: Body, needs: Sequence[Need], tail: Sequence[int], texts: Sequence[int]
) -> SpacedRow:
    name = needs.index(Need.LEVEL3)
    cut = body.cut
    held: dict[int, tuple[Piece, ...]] = {}
    one, two = (needs.index(x) if x in needs else name for x in (Need.LEVEL1, Need.LEVEL2))
    for at, pieces in ((one, body.level1), (two, body.level2), (name, cut.name if cut else ())):
        held[at] = (*held.get(at, ()), *pieces)
    values = cut.values if cut else ()
    held |= dict(zip(range(name + 1, tail[0]), values, strict=False))
    held |= {at: (piece,) for at, piece in zip(tail, run.figures, strict=True)}
    if run.reason:
        at = texts[0] if texts else len(needs)
        held[at] = tuple(run.reason)
    return SpacedRow(run.line, held, _doubts(body))


def _doubts(body: Body) -> tuple[Doubt, ...]:
    """That where its cells part is a guess: a row cut out of wrapped lines is never certain."""
    return (guessed(body.cut.name if body.cut else body.pieces),)
