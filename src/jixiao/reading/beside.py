"""A reader of files run as a process of its own, so that no file can take its caller with it.

The reader is a module of ours: it is handed a line of limits and the file, and says what it finds a
JSON line at a time. Its memory is bounded where the system can do that, and its silence is.
"""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["Json", "answers", "bound_memory", "can_start", "given_limits", "say"]

Json = dict[str, Any]
_PATIENCE = 20
"""How many times the processor's seconds an answer may take on the clock of a busy machine."""


def can_start() -> bool:
    """Whether this program is a Python that can be started again; a frozen one is not."""
    return bool(sys.executable) and not getattr(sys, "frozen", False)


def answers(module: str, given: Mapping[str, object], data: bytes, seconds: int) -> Iterator[Json]:
    """What a reader says of a file, line by line; then `ended`, or `silent` where it says no more.

    `seconds` is the time of the processor that one answer may take.
    """
    paths = os.pathsep.join(path for path in sys.path if path)
    with subprocess.Popen(  # noqa: S603 - our own module, told nothing but the file
        [sys.executable, "-m", module],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": paths, "PYTHONIOENCODING": "utf-8"},
    ) as reader:
        lines: queue.Queue[bytes] = queue.Queue()
        head = json.dumps(dict(given)).encode() + b"\n"
        threads = (
            threading.Thread(target=_feed, args=(reader, head, data)),
            threading.Thread(target=_listen, args=(reader, lines)),
        )
        for thread in threads:
            thread.start()
        try:
            yield from _heard(lines, seconds)
        finally:
            reader.kill()
            for thread in threads:
                thread.join()


def _feed(reader: subprocess.Popen[bytes], head: bytes, data: bytes) -> None:
    """Hand the file over; a reader that has ended wants no more of it."""
    if reader.stdin is None:
        return
    try:
        with reader.stdin as pipe:
            pipe.write(head)
            pipe.write(data)
    except OSError:
        pass


def _listen(reader: subprocess.Popen[bytes], lines: queue.Queue[bytes]) -> None:
    """Pass on what the reader says; an empty line says that it has ended."""
    if reader.stdout is not None:
        for line in reader.stdout:
            lines.put(line)
    lines.put(b"")


def _heard(lines: queue.Queue[bytes], seconds: int) -> Iterator[Json]:
    while True:
        try:
            line = lines.get(timeout=_PATIENCE * seconds)
        except queue.Empty:
            yield {"silent": True}
            return
        if not line.endswith(b"\n"):
            yield {"ended": True}
            return
        yield json.loads(line)


# ── inside of the reader ──────────────────────────────────────────────────────


def given_limits() -> Json:
    """The line of limits that the caller hands over before the file."""
    held = json.loads(sys.stdin.buffer.readline())
    return dict(held)


def say(answer: Json) -> None:
    """One answer to the caller."""
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def bound_memory(limit: int) -> None:
    """Let the system hold this process to so much memory, where it can."""
    try:
        import resource
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))
