"""Where rulesets, functions, methods and units come from: built in, installed packages, a path."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from jixiao.expressions import Function
from jixiao.findings import Finding, RulesetError, Severity, Where, finding
from jixiao.functions import FUNCTIONS
from jixiao.inheritance import inherit, rooted
from jixiao.limits import DEFAULT_LIMITS, Limits
from jixiao.plugins import extended_by_plugins
from jixiao.rule_files import Entry, RuleFile, files_in, registered, registered_files, text_of
from jixiao.rules import Method, Ruleset, UnitRule
from jixiao.source import Origin

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date
    from decimal import Decimal
    from importlib.resources.abc import Traversable

__all__ = ["Entry", "Library", "Loaded"]

_REGION = re.compile(r"\d{6}")


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


@frozen(eq=False)
class Library:
    """A frozen collection of rulesets and of what their expressions may use.

    >>> Library.default().load("江苏南通-2025").lineage
    ('财政部-2020', '江苏南通-2025')
    """

    functions: Mapping[str, Function] = FUNCTIONS
    methods: tuple[Method, ...] = ()
    units: tuple[UnitRule, ...] = ()
    limits: Limits = DEFAULT_LIMITS
    plugin_findings: tuple[Finding, ...] = field(default=(), repr=False)
    """What is to be said of installed extensions that could not be loaded."""

    @classmethod
    def default(cls) -> Library:
        """The library of what is built in and installed.

        Packages are found by their entry points: `jixiao.rulesets` names a package that holds
        `*.jx`, `jixiao.extensions` a function `def extend(library: Library) -> Library`.
        """
        return _default()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is to be said of installed packages: one that fails, two rulesets of one name.

        >>> Library().findings
        ()
        """
        return (*self.plugin_findings, *registered().findings)

    def extended(
        self,
        *,
        functions: Mapping[str, Function | Callable[..., object]] | None = None,
        methods: Mapping[str, Method] | None = None,
        units: Mapping[str, tuple[Decimal, str]] | None = None,
    ) -> Library:
        """A library that knows more: this one stays as it is.

        `functions` are pure Python functions by Chinese name, `methods` are `rules.Method`, `units`
        say what one of a unit is in a known one: `{"公里": (Decimal(1000), "米")}`.

        Raises:
            ValueError: for a name that is taken; extensions add, they never replace.

        >>> wider = Library.default().extended(functions={"翻倍": lambda figure: figure * 2})
        >>> "翻倍" in wider.functions, "翻倍" in Library.default().functions
        (True, False)
        """
        added = {
            name: one if isinstance(one, Function) else Function.of(name, one)
            for name, one in (functions or {}).items()
        }
        taken = sorted(set(added) & set(self.functions))
        taken += sorted(set(methods or {}) & {one.name for one in self.methods})
        if taken:
            raise ValueError(f"名称“{taken[0]}”已经有了，请换一个名称")
        return evolve(
            self,
            functions={**self.functions, **added},
            methods=self.methods
            + tuple(evolve(one, name=name) for name, one in (methods or {}).items()),
            units=self.units
            + tuple(UnitRule((name,), *one) for name, one in (units or {}).items()),
        )

    def entries(self) -> tuple[Entry, ...]:
        """The rulesets that can be loaded by id: built-in ones first, then packages by name."""
        return tuple(one.entry for one in registered_files())

    def ids(self) -> tuple[str, ...]:
        """Their ids.

        >>> "财政部-2020" in Library.default().ids()
        True
        """
        return tuple(dict.fromkeys(one.id for one in self.entries()))

    def load(self, name: str | Path, *, on: date | None = None) -> Ruleset:
        """A resolved ruleset by id, by region code and day (`320600`), or by path.

        Raises:
            RulesetError: there is none, or something in its files must be mended first; the text
                says where and how, `findings` hold the same as data.
        """
        loaded = self.open(name, on=on)
        if not loaded.usable or loaded.ruleset is None:
            raise RulesetError(loaded.text(), loaded.findings)
        return loaded.ruleset

    def usable(self) -> tuple[Ruleset, ...]:
        """Every ruleset that loads; one that does not is said when it is asked for by name."""
        opened = (self.open(name) for name in self.ids())
        return tuple(one.ruleset for one in opened if one.ruleset is not None and one.usable)

    def open(self, name: str | Path, *, on: date | None = None) -> Loaded:
        """As `load`, but never raises for the content of a file: what is wrong is in the result.

        Where a ruleset cannot be had, packages that could not be loaded are named with it.
        """
        loaded = _open(self, str(name), isinstance(name, Path), on)
        if loaded.usable or not self.plugin_findings:
            return loaded
        return evolve(loaded, findings=(*loaded.findings, *self.plugin_findings))


@lru_cache(maxsize=1)
def _default() -> Library:
    library, findings = extended_by_plugins(Library())
    return evolve(library, plugin_findings=(*library.plugin_findings, *findings))


# ── 打开 ──


def _failed(code: str, where: Where | None = None, **context: str) -> Loaded:
    one = finding(code, where or Where(), raw=None, cite=None, related=(), **context)
    return Loaded(None, (one,))


def _open(library: Library, name: str, by_path: bool, on: date | None) -> Loaded:  # noqa: FBT001
    if not by_path and _REGION.fullmatch(name):
        return _open_region(library, name, on)
    if by_path or name.endswith(".jx"):
        return _open_path(library, Path(name))
    files = [one for one in registered_files() if one.entry.id == name]
    if not files:
        return _unknown(library, name)
    if len(files) > 1:
        one, other = (f"{each.entry.found_in}/{each.entry.file}" for each in files[:2])
        return _failed("R33", word=name, one=one, other=other)
    return _loaded(library, name)


def _unknown(library: Library, name: str) -> Loaded:
    from jixiao.language.words import nearest

    known = library.ids()
    meant = nearest(name, known) or ""
    return _failed("R30", word=name, nearest=meant, available="、".join(known))


def _open_region(library: Library, code: str, on: date | None) -> Loaded:
    entries = [one for one in library.entries() if one.region_code == code]
    fitting = [one for one in entries if on is None or one.in_effect(on)]
    if len(fitting) == 1:
        return _open(library, fitting[0].id, by_path=False, on=None)
    known = "、".join(one.id for one in fitting or entries)
    if fitting:
        return _failed("R36", word=code, known=known)
    if entries and on is not None:
        return _failed("R32", word=code, date=on.isoformat(), known=known)
    return _failed("R30", word=code, available="、".join(library.ids()))


def _open_path(library: Library, path: Path) -> Loaded:
    from jixiao.language.words import nearest

    if not path.is_file():
        try:
            there = sorted(one.name for one in path.parent.iterdir() if one.suffix == ".jx")
        except OSError:
            there = []
        meant = nearest(path.name, there) or ""
        return _failed("R31", word=str(path), what="没有这个文件", nearest=meant)
    return _resolve(library, path, tuple(files_in(path.parent.resolve(), str(path.parent))))


@lru_cache(maxsize=64)
def _loaded(library: Library, name: str) -> Loaded:
    """A registered ruleset: a pure function of the library and the files as installed."""
    return _resolve(
        library, next(one.path for one in registered_files() if one.entry.id == name), ()
    )


@frozen
class _Member:
    """One file of a lineage, read."""

    ruleset: Ruleset
    data: bytes


def _resolve(library: Library, path: Traversable, beside: tuple[RuleFile, ...]) -> Loaded:
    """Read a file and its ancestors, inherit from the eldest down, and check the result."""
    from jixiao.language import read

    members: list[_Member] = []
    sources: dict[str, str] = {}
    findings: list[Finding] = []
    place = Where()
    while True:
        name = str(path) if isinstance(path, Path) and not members and beside else path.name
        text = text_of(path, name, library.limits)
        if isinstance(text, Finding):
            return Loaded(None, (*findings, text), sources)
        content, data = text
        sources[name] = content
        ruleset, wrong = read(content, file=name, limits=library.limits)
        findings += wrong
        if ruleset is None:
            return Loaded(None, tuple(findings), sources)
        members.append(_Member(ruleset, data))
        if ruleset.inherits is None:
            break
        place = Where(origin=_parent_line(content, ruleset.inherits, name))
        chain = [one.ruleset.id for one in members]
        step = _parent(library, ruleset.inherits, chain, beside, place)
        if isinstance(step, Finding):
            return Loaded(None, (*findings, step), sources)
        path = step
    return _inherited(library, members, findings, sources)


def _parent(
    library: Library,
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
    if len(chain) >= library.limits.inheritance_depth:
        shown = " → ".join((*chain[:3], "…", name))
        return finding("L17", place, raw=name, ring=shown, limit=library.limits.inheritance_depth)
    known = {one.entry.id: one.path for one in (*registered_files(), *beside)}
    found = known.get(name)
    if found is None:
        meant = nearest(name, sorted(known)) or ""
        return finding("R03", place, raw=name, word=name, nearest=meant)
    return found


def _inherited(
    library: Library, members: list[_Member], findings: list[Finding], sources: dict[str, str]
) -> Loaded:
    from jixiao.language.validating import validate

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
    resolved = _bound(library, evolve(resolved, digest=digest.hexdigest()))
    size = _size(resolved)
    if size > library.limits.ruleset_rules:
        where = Where(origin=members[0].ruleset.origin)
        findings.append(finding("L19", where, size=size, limit=library.limits.ruleset_rules))
        return Loaded(None, tuple(findings), sources)
    findings += _lacking(resolved)
    if not any(one.severity is Severity.ERROR for one in findings):
        findings += validate(resolved, sources)
    most = library.limits.ruleset_errors
    if len(findings) > most + 1:
        findings[most:] = [
            finding("L18", findings[most].where, limit=most, rest=len(findings) - most)
        ]
    return Loaded(resolved, tuple(findings), sources)


def _bound(library: Library, ruleset: Ruleset) -> Ruleset:
    """The ruleset with what its library adds; what the ruleset says itself comes first."""
    own = {one.name for one in ruleset.scoring.methods}
    spelled = {name for one in ruleset.vocabulary.units for name in one.names}
    return evolve(
        ruleset,
        functions=library.functions,
        scoring=evolve(
            ruleset.scoring,
            methods=ruleset.scoring.methods
            + tuple(one for one in library.methods if one.name not in own),
        ),
        vocabulary=evolve(
            ruleset.vocabulary,
            units=ruleset.vocabulary.units
            + tuple(one for one in library.units if not spelled & set(one.names)),
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
