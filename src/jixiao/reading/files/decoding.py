"""From bytes to text: which encoding a file is in, and when it is no text at all."""

from __future__ import annotations

import hashlib
from pathlib import Path

from attrs import frozen

from jixiao.findings import Finding, Where, finding
from jixiao.limits import DEFAULT_LIMITS, Limits
from jixiao.source import Origin

__all__ = ["Decoded", "decode", "load_file"]

_COMMON = 0.7
"""The share of non-ASCII characters that must be Chinese for GB18030 to be believed."""


@frozen
class Decoded:
    """A file's text, or None with the findings that say why there is none."""

    text: str | None
    digest: str
    findings: tuple[Finding, ...] = ()


def load_file(
    source: str | Path | bytes, *, file: str | None = None
) -> tuple[str | None, bytes] | Finding:
    """The name and the bytes of a file, or the finding that says why it could not be opened.

    >>> load_file(b"1", file="a.txt")
    ('a.txt', b'1')
    """
    if isinstance(source, bytes):
        return file, source
    name = str(source) if file is None else file
    try:
        return name, Path(source).read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return finding("T36", Where(origin=Origin(file=name)), file=name, reason=reason)


def _plausible(text: str) -> bool:
    """Whether text decoded as GB18030 looks like Chinese and not like chance."""
    if any(_control(char) for char in text):
        return False
    wide = [char for char in text if ord(char) > 0x7F]  # noqa: PLR2004 - the end of ASCII
    known = sum(
        "\u4e00" <= char <= "\u9fff"
        or "\u3000" <= char <= "\u303f"
        or "\uff00" <= char <= "\uffef"
        or "\u2000" <= char <= "\u22ff"
        for char in wide
    )
    return not wide or known >= _COMMON * len(wide)


def _control(char: str) -> bool:
    return char < " " and char not in "\t\n\r\x0b\x0c"


def decode(data: bytes, *, file: str | None = None, limits: Limits = DEFAULT_LIMITS) -> Decoded:
    """The text of a file in UTF-8 (with or without a mark), UTF-16 with a mark, or GB18030.

    GB18030 is tried only when UTF-8 fails, and believed only when the result looks like Chinese.

    >>> decode("项目".encode("gb18030")).text
    '项目'
    >>> decode(b"").findings[0].code
    'T01'
    """
    digest = hashlib.sha256(data).hexdigest()
    where = Where(origin=Origin(file=file))

    def refuse(said: Finding) -> Decoded:
        return Decoded(None, digest, (said,))

    if len(data) > limits.file_bytes:
        return refuse(finding("L03", where, size=len(data), limit=limits.file_bytes))
    if not data.strip(b"\xef\xbb\xbf \t\r\n\x00"):
        return refuse(finding("T01", where, size=len(data)))
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    encodings: tuple[str, ...] = ("utf-16",) if wide else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "gb18030":
            if not _plausible(text):
                continue
            return Decoded(text, digest, (finding("T04", where),))
        if "\x00" in text or sum(map(_control, text[:4096])) > 8:  # noqa: PLR2004
            break
        return Decoded(text, digest)
    return refuse(finding("T02", where, start=data[:8].hex(" ")))
