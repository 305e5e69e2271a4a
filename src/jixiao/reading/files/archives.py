"""Zip archives opened with care: what they claim to hold is weighed before anything is unpacked."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from jixiao.reading.file_reads import Refused, refused

if TYPE_CHECKING:
    from typing import IO

    from jixiao.limits import Limits
    from jixiao.reading.files.xml_stream import Readable

__all__ = ["Archive", "open_archive"]

_END = b"PK\x05\x06"
_ENTRY = 46
"""The least that an entry of the directory takes."""
_NESTED = (".zip", ".rar", ".7z", ".gz", ".xlsx", ".xlsm", ".docx", ".ods", ".jar")
_EMBEDDED = ("xl/embeddings/", "word/embeddings/", "xl/externalLinks/", "xl/model/")
"""Where office files keep what other programs drew; it is never opened."""
_SMALL = 4_000_000
"""Archives that unpack to less than this may be packed as well as they like."""
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError)


class _Part:
    """A part while it is read; damage inside it is the finding it was given."""

    def __init__(self, stream: IO[bytes], broken: Refused) -> None:
        self._stream = stream
        self._broken = broken

    def read(self, size: int, /) -> bytes:
        """The next bytes of the part."""
        try:
            return self._stream.read(size)
        except (*_BROKEN, RuntimeError) as error:
            raise self._broken from error


class Archive:
    """The parts of an archive by name. What a part unpacks to is bounded by what was weighed."""

    def __init__(self, held: zipfile.ZipFile, kind: str, file: str | None) -> None:
        self._held = held
        self._kind = kind
        self._file = file
        self._names = {one.filename.replace("\\", "/"): one for one in held.infolist()}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, in the order of the archive."""
        return tuple(self._names)

    def has(self, name: str) -> bool:
        """Whether there is a part of that name."""
        return name in self._names

    def part(self, name: str) -> Readable:
        """The content of a part; raises `Refused` where it is damaged, secret or not there."""
        entry = self._names.get(name)
        if entry is None:
            raise refused("T104", self._file, kind=self._kind, part=name)
        if entry.flag_bits & 1:
            raise refused("T102", self._file)
        broken = refused("T104", self._file, kind=self._kind, part=name)
        try:
            return _Part(self._held.open(entry), broken)
        except (*_BROKEN, RuntimeError) as error:
            raise broken from error


def open_archive(data: bytes, *, kind: str, file: str | None, limits: Limits) -> Archive:
    """The archive of a file's bytes; raises `Refused` for one that is broken or too much.

    `kind` is what the file is, for the finding.
    """
    at = data.rfind(_END)
    if at < 0 or len(data) < at + 22:
        raise refused("T104", file, kind=kind, part="zip")
    claimed, size = struct.unpack("<HI", data[at + 10 : at + 16])
    least = size // (_ENTRY + 1)
    if claimed > limits.archive_members or least > 4 * limits.archive_members:
        count = claimed if claimed > limits.archive_members else least
        raise refused("L32", file, size=count, limit=limits.archive_members)
    try:
        held = zipfile.ZipFile(io.BytesIO(data))
        entries = held.infolist()
    except (*_BROKEN, RuntimeError, struct.error) as error:
        raise refused("T104", file, kind=kind, part="zip") from error
    if len(entries) > limits.archive_members:
        raise refused("L32", file, size=len(entries), limit=limits.archive_members)
    _weigh(entries, len(data), file, limits)
    return Archive(held, kind, file)


def _weigh(entries: list[zipfile.ZipInfo], packed: int, file: str | None, limits: Limits) -> None:
    """Raise `Refused` where names or sizes are not those of an office file."""
    for one in entries:
        name = one.filename.replace("\\", "/")
        outside = name.startswith("/") or ".." in name.split("/") or ":" in name
        if outside:
            raise refused("L34", file, name=name[:80])
        if name.lower().endswith(_NESTED) and not name.startswith(_EMBEDDED):
            raise refused("L33", file, name=name[:80])
    total = sum(one.file_size for one in entries)
    if total > limits.archive_bytes:
        raise refused("L30", file, size=total, limit=limits.archive_bytes)
    # Parts may share bytes of the file, so the whole is measured against the file and each part
    # against its own packed size.
    ratio = total // max(1, packed)
    worst = max(
        (one.file_size // max(1, one.compress_size) for one in entries if one.file_size > _SMALL),
        default=0,
    )
    ratio = max(ratio if total > _SMALL else 0, worst)
    if ratio > limits.archive_ratio:
        raise refused("L31", file, size=ratio, limit=limits.archive_ratio)
