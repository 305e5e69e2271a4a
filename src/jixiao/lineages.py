"""A rule file and its ancestors: read, inherited from the eldest down, checked as a whole."""

from __future__ import annotations

import hashlib
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from attrs import evolve, field, frozen

from jixiao.findings import Finding, Severity, Where, finding
from jixiao.inheritance import inherit, rooted
from jixiao.rule_files import RuleFile, registered_files, text_of
from jixiao.source import Origin

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from importlib.resources.abc import Traversable

    from jixiao.expressions import Function
    from jixiao.limits import Limits
    from jixiao.rules import Method, Ruleset, UnitRule

__all__ = ["Loaded", "resolve"]

_CONSEQUENT = frozenset({"R02", "R10", "R12", "R13", "R14", "R16", "R20", "R39", "R40"})
"""What a line that could not be read may bring about elsewhere: not said until it is mended."""


class Supplies(Protocol):
    """What a library gives to the rulesets that it loads."""

    @property
    def functions(self) -> Mapping[str, Function]:
        """What expressions may call."""

    @property
    def methods(self) -> tuple[Method, ...]:
        """Methods that every ruleset may use."""

    @property
    def units(self) -> tuple[UnitRule, ...]:
        """Units that every ruleset may use."""

    @property
    def limits(self) -> Limits:
        """How much input is read."""


@frozen
class Loaded:
    """What loading came to: the resolved ruleset or None, what is wrong, and the files' texts."""

    ruleset: Ruleset | None
    findings: tuple[Finding, ...]
    sources: Mapping[str, str] = field(factory=dict, repr=False)

    @property
    def usable(self) -> bool:
        """Whether nothing must be mended first."""
        return self.ruleset is not None and not any(
            one.severity is Severity.ERROR for one in self.findings
        )

    def text(self) -> str:
        """The findings with their lines and carets."""
        from jixiao.language import render

        return render(self.findings, self.sources).rstrip("\n")


@frozen
class _Member:
    """One file of a lineage, read."""

    ruleset: Ruleset
    data: bytes


def resolve(supplies: Supplies, path: Traversable, beside: tuple[RuleFile, ...]) -> Loaded:
    """Read a file and its ancestors, inherit from the eldest down, and check the result."""
    from jixiao.language import read

    members: list[_Member] = []
    sources: dict[str, str] = {}
    findings: list[Finding] = []
    place = Where()
    while True:
        name = str(path) if isinstance(path, Path) and not members and beside else path.name
        text = text_of(path, name, supplies.limits)
        if isinstance(text, Finding):
            return Loaded(None, (*findings, text), sources)
        content, data = text
        sources[name] = content
        ruleset, wrong = read(content, file=name, limits=supplies.limits)
        findings += wrong
        if ruleset is None:
            return Loaded(None, tuple(findings), sources)
        members.append(_Member(ruleset, data))
        if ruleset.inherits is None:
            break
        place = Where(origin=_parent_line(content, ruleset.inherits, name))
        chain = [one.ruleset.id for one in members]
        step = _parent(supplies, ruleset.inherits, chain, beside, place)
        if isinstance(step, Finding):
            return Loaded(None, (*findings, step), sources)
        path = step
    return _inherited(supplies, members, findings, sources)


def _parent(
    supplies: Supplies,
    name: str,
    chain: list[str],
    beside: tuple[RuleFile, ...],
    place: Where,
) -> Traversable | Finding:
    """The file of a parent: beside the file that was asked for, built in, or in a package."""
    from jixiao.language.words import nearest

    if name in chain:
        ring = " → ".join((*chain[chain.index(name) :], name))
        return finding("R04", place, raw=name, ring=ring)
    if len(chain) >= supplies.limits.inheritance_depth:
        shown = " → ".join((*chain[:3], "…", name))
        return finding("L17", place, raw=name, ring=shown, limit=supplies.limits.inheritance_depth)
    known = {one.entry.id: one.path for one in (*registered_files(), *beside)}
    found = known.get(name)
    if found is None:
        meant = nearest(name, sorted(known)) or ""
        return finding("R03", place, raw=name, word=name, nearest=meant)
    return found


def _inherited(
    supplies: Supplies, members: list[_Member], findings: list[Finding], sources: dict[str, str]
) -> Loaded:
    from jixiao.language.validating import validate

    torn = any(one.severity is Severity.ERROR for one in findings)
    digest = hashlib.sha256()
    resolved: Ruleset | None = None
    for member in reversed(members):
        digest.update(len(member.data).to_bytes(8, "big") + member.data)
        if resolved is None:
            resolved, wrong = rooted(member.ruleset)
        else:
            resolved, wrong = inherit(member.ruleset, resolved)
        findings += wrong
    if resolved is None:
        return Loaded(None, tuple(findings), sources)
    resolved = _bound(supplies, evolve(resolved, digest=digest.hexdigest()))
    size = _size(resolved)
    if size > supplies.limits.ruleset_rules:
        where = Where(origin=members[0].ruleset.origin)
        findings.append(finding("L19", where, size=size, limit=supplies.limits.ruleset_rules))
        return Loaded(None, tuple(findings), sources)
    findings += _lacking(resolved)
    checked = validate(resolved, sources)
    findings += [one for one in checked if not (torn and one.code in _CONSEQUENT)]
    findings.sort(key=lambda one: _order(one, sources))
    return Loaded(resolved, _listed(findings, supplies.limits.ruleset_errors), sources)


def _listed(findings: list[Finding], most: int) -> tuple[Finding, ...]:
    """As many problems as somebody can mend at a time, and all that is said about limits."""
    if len(findings) <= most + 1:
        return tuple(findings)
    kept = [one for one in findings[most:] if one.code.startswith("L")]
    rest = len(findings) - most - len(kept)
    more = finding("L18", findings[most].where, limit=most, rest=rest)
    return (*findings[:most], *kept, more)


def _order(one: Finding, sources: Mapping[str, str]) -> tuple[int, int, int]:
    """File by file, from the child up, and down each file."""
    origin = one.where.origin
    files = list(sources)
    place = files.index(origin.file) if origin.file in files else len(files)
    return place, origin.line or 0, origin.column or 0


def _bound(supplies: Supplies, ruleset: Ruleset) -> Ruleset:
    """The ruleset with what its library adds; what the ruleset says itself comes first."""
    own = {one.name for one in ruleset.scoring.methods}
    spelled = {name for one in ruleset.vocabulary.units for name in one.names}
    return evolve(
        ruleset,
        functions=supplies.functions,
        scoring=evolve(
            ruleset.scoring,
            methods=ruleset.scoring.methods
            + tuple(one for one in supplies.methods if one.name not in own),
        ),
        vocabulary=evolve(
            ruleset.vocabulary,
            units=ruleset.vocabulary.units
            + tuple(one for one in supplies.units if not spelled & set(one.names)),
        ),
    )


def _lacking(ruleset: Ruleset) -> Iterator[Finding]:
    for name in ruleset.needs:
        try:
            metadata.distribution(name.replace("_", "-"))
        except metadata.PackageNotFoundError:
            yield finding("R35", Where(origin=ruleset.origin), raw=ruleset.id, word=name)


def _size(ruleset: Ruleset) -> int:
    """How many things a ruleset declares."""
    indicators = 0
    waiting = [root for tree in ruleset.trees for root in tree.roots]
    while waiting:
        one = waiting.pop()
        indicators += 1
        waiting.extend(one.children)
    cells = sum(len(one.fields) + len(one.columns) + len(one.groups) for one in ruleset.tables)
    return indicators + cells + len(ruleset.scoring.methods) + len(ruleset.checks)


def _parent_line(text: str, name: str, file: str) -> Origin:
    """The place of the name behind 继承."""
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        if line.strip().startswith("继承") and name in line:
            return Origin(file=file, line=number, column=line.index(name) + 1)
    return Origin(file=file)
