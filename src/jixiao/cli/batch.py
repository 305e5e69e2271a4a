"""Many files at once: each read by itself, on all cores where that pays, the answers in order.

A worker is a fresh process that is given names and gives back texts, so that nothing but words goes
from one to the other. A file that brings its process down is said, and the rest goes on.
"""

from __future__ import annotations

import os
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.cli.common import ExitStatus, Lang, cannot_open, note, progress
from jixiao.cli.paths import STANDARD_INPUT
from jixiao.messages.words import word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

__all__ = ["Outcome", "outcomes", "run_files"]

_FEW = 4
_SMALL = 1_000_000
"""Fewer files, or fewer bytes in all, are read sooner than other processes begin."""


@frozen
class Outcome:
    """What one file came to: what to print, what to remark, and the status of leaving.

    `data` is the result itself as JSON, for an output that is made of several files.
    """

    out: str = ""
    err: str = ""
    status: ExitStatus = ExitStatus.CLEAN
    data: str = ""


def run_files(
    files: Sequence[str],
    work: Callable[[str], Outcome],
    lang: Lang,
    label: str,
    put: Callable[[Outcome], None],
) -> ExitStatus:
    """Hand on what each file comes to, in order, say the remarks, and give the highest status."""
    status = ExitStatus.CLEAN
    answers = outcomes(files, work, lang)
    with progress(files, word(label, lang)) as held:
        for _, answer in zip(held, answers, strict=True):
            if answer.out or answer.data:
                put(answer)
            if answer.err:
                note(answer.err)
            status = max(status, answer.status)
    return status


def outcomes(
    files: Sequence[str],
    work: Callable[[str], Outcome],
    lang: Lang,
    *,
    workers: int | None = None,
) -> Iterator[Outcome]:
    """What each file comes to, in order; `workers` processes, else as many as pay."""
    count = _workers(files) if workers is None else workers
    if count < 2:  # noqa: PLR2004 - one process is this one
        for name in files:
            yield _safely(work, name, lang)
        return
    waiting = deque(files)
    while waiting:
        yield from _pooled(waiting, work, lang, count)
        if waiting:
            yield _alone(waiting.popleft(), work, lang)


def _workers(files: Sequence[str]) -> int:
    if len(files) < _FEW or STANDARD_INPUT in files:
        return 1
    size = 0
    for name in files:
        try:
            size += Path(name).stat().st_size
        except OSError:
            continue
    return min(os.cpu_count() or 1, len(files)) if size >= _SMALL else 1


def _safely(work: Callable[[str], Outcome], name: str, lang: Lang) -> Outcome:
    """What a file comes to; whatever goes wrong with one is said and stops no other."""
    try:
        return work(name)
    except OSError as error:
        return Outcome(err=cannot_open(name, error, lang), status=ExitStatus.UNREADABLE)
    except Exception as error:  # noqa: BLE001 - one file must not stop a run of thousands
        reason = type(error).__name__
        said = word("file_failed", lang, file=name, reason=reason)
        return Outcome(err=said, status=ExitStatus.UNREADABLE)


def _pooled(
    waiting: deque[str], work: Callable[[str], Outcome], lang: Lang, count: int
) -> Iterator[Outcome]:
    """The answers of a pool, each name taken off when its answer is there; ends where it breaks."""
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    with ProcessPoolExecutor(count, mp_context=get_context("spawn")) as pool:
        ahead = deque(pool.submit(_safely, work, name, lang) for name in list(waiting)[: 4 * count])
        rest = deque(list(waiting)[4 * count :])
        try:
            while ahead:
                answer = ahead.popleft().result()
                waiting.popleft()
                if rest:
                    ahead.append(pool.submit(_safely, work, rest.popleft(), lang))
                yield answer
        except BrokenProcessPool:
            return


def _alone(name: str, work: Callable[[str], Outcome], lang: Lang) -> Outcome:
    """A file that was being read when the pool broke, in a process of its own."""
    one = deque([name])
    for answer in _pooled(one, work, lang, 1):
        return answer
    said = word("file_failed", lang, file=name, reason="process")
    return Outcome(err=said, status=ExitStatus.UNREADABLE)
