"""Where rulesets, functions, methods and units come from: built in, installed packages, a path."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from jixiao.expressions import Function
from jixiao.findings import Finding, RulesetError, Where, finding
from jixiao.functions import FUNCTIONS, Functions
from jixiao.limits import DEFAULT_LIMITS, Limits
from jixiao.lineages import Loaded, resolve
from jixiao.plugins import extended_by_plugins
from jixiao.rule_files import Entry, files_in, registered, registered_files
from jixiao.rules import Method, Ruleset, UnitRule

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date
    from decimal import Decimal

__all__ = ["NATIONAL", "Entry", "Library", "Loaded"]

NATIONAL = "财政部-2020"
"""The ruleset of what no other one knows: single indicators, forms of no place."""

_REGION = re.compile(r"\d{6}")


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
            functions=Functions({**self.functions, **added}),
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
    return resolve(library, path, tuple(files_in(path.parent.resolve(), str(path.parent))))


@lru_cache(maxsize=64)
def _loaded(library: Library, name: str) -> Loaded:
    """A registered ruleset: a pure function of the library and the files as installed."""
    return resolve(
        library, next(one.path for one in registered_files() if one.entry.id == name), ()
    )
