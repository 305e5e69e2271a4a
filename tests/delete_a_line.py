"""What notices when one line of a shipped ruleset is deleted: nothing may go unnoticed.

Run `python tests/delete_a_line.py [ID…]` to see it line by line. A line that says something is
noticed by lint (the file no longer reads, or something is missing), or by the reviewed resolved
ruleset in tests/snapshots/rulesets; where neither does, the line says nothing. Comments and empty
lines are left out.
"""

from __future__ import annotations

import json
import sys
from importlib.resources import files
from pathlib import Path

from jixiao.findings import Severity
from jixiao.inheritance import inherit, rooted
from jixiao.language import read
from jixiao.language.validating import validate
from jixiao.library import Library

__all__ = ["lines_of", "noticed_by", "shipped"]

SNAPSHOTS = Path(__file__).parent / "snapshots" / "rulesets"


def shipped() -> dict[str, str]:
    """The texts of the rulesets that are built in, by id."""
    texts = {}
    for entry in Library.default().entries():
        if entry.found_in == "jixiao.rulesets":
            path = files("jixiao.rulesets").joinpath(entry.file)
            texts[entry.id] = path.read_text(encoding="utf-8")
    return texts


def lines_of(text: str) -> list[int]:
    """The numbers, from 0, of the lines that say something."""
    return [
        number
        for number, line in enumerate(text.splitlines())
        if line.strip() and not line.lstrip().startswith("#")
    ]


def noticed_by(name: str, text: str, number: int) -> str | None:
    """What notices that a line is gone: lint, by its first code; or the snapshot; or nothing."""
    lines = text.splitlines()
    del lines[number]
    changed = "\n".join(lines) + "\n"
    ruleset, findings = read(changed, file="x.jx")
    errors = [one.code for one in findings if one.severity is Severity.ERROR]
    if ruleset is None or errors:
        return errors[0] if errors else "R05"
    parent = Library.default().load(ruleset.inherits) if ruleset.inherits else None
    resolved, wrong = rooted(ruleset) if parent is None else inherit(ruleset, parent)
    errors = [one.code for one in (*wrong, *validate(resolved, {"x.jx": changed}))]
    if errors:
        return errors[0]
    reviewed = json.loads((SNAPSHOTS / f"{name}.json").read_text(encoding="utf-8"))
    del reviewed["digest"]
    return "snapshot" if resolved.to_json() != reviewed else None


def main(names: list[str]) -> int:
    """Print a line each; 1 if any goes unnoticed."""
    unnoticed = 0
    for name, text in shipped().items():
        if names and name not in names:
            continue
        shown = text.splitlines()
        for number in lines_of(text):
            by = noticed_by(name, text, number)
            unnoticed += by is None
            sys.stdout.write(f"{name}:{number + 1}: {by or '！！没有人发现'} {shown[number]}\n")
    sys.stdout.write(f"{unnoticed} 行删去之后没有人发现\n")
    return 1 if unnoticed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
