"""Which method scores an indicator: the caller's, the indicator's rule, or the kind's default."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.expressions import Name, walk
from jixiao.findings import JixiaoError, finding

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jixiao.expressions import Expression
    from jixiao.rules import KindRule, Method, Ruleset

__all__ = ["Chosen", "UnknownMethodError", "chosen_method", "names_used", "needs_actual"]

_OF_ACTUAL = frozenset({"实际值", "完成率", "偏离度", "达成程度", "是否达成"})


class UnknownMethodError(JixiaoError, LookupError):
    """A method was asked for by a name that the ruleset does not have."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        every = tuple(known)
        near = difflib.get_close_matches(name, every, n=1, cutoff=0.5)
        nearest = f"“{near[0]}”" if near else "—"
        text = finding("E27", method=name, nearest=nearest, methods="、".join(every)).message()
        super().__init__(text)
        self.name = name


@frozen
class Chosen:
    """A method, and why this one, as a piece of the catalogue with its kind."""

    method: Method
    why: str
    kind: str = ""


def chosen_method(
    rules: Ruleset,
    kinds: tuple[str, ...],
    *,
    named: str | None = None,
    of_rule: tuple[str, ...] = (),
) -> Chosen | None:
    """The method for a value of those kinds; None where the ruleset has none.

    Of several methods the first whose 适用 fits is taken.

    Raises:
        UnknownMethodError: `named` is no method of the ruleset.
    """
    scoring = rules.scoring
    if named is not None:
        method = scoring.method(named)
        if method is None:
            raise UnknownMethodError(named, (one.name for one in scoring.methods))
        return Chosen(method, "E112")
    fitting = _first_fitting(rules, of_rule, kinds)
    if fitting is not None:
        return Chosen(fitting, "E113")
    for kind in kinds:
        for default in scoring.defaults:
            if any(one.kind == kind for one in default.kinds):
                method = _first_fitting(rules, default.methods, kinds)
                if method is not None:
                    return Chosen(method, "E114", kind)
    return None


def _first_fitting(rules: Ruleset, names: tuple[str, ...], kinds: tuple[str, ...]) -> Method | None:
    methods = (rules.scoring.method(name) for name in names)
    return next((one for one in methods if one is not None and _fits(one.kinds, kinds)), None)


def _fits(wanted: tuple[KindRule, ...], kinds: tuple[str, ...]) -> bool:
    return not wanted or any(one.kind in kinds for one in wanted)


def _expressions(method: Method) -> tuple[Expression, ...]:
    own = (method.rate, method.points, method.explain)
    deductions = (each for one in method.deductions for each in (one.amount, one.condition))
    return (*(one for one in own if one is not None), *deductions)


def names_used(method: Method) -> frozenset[str]:
    """The names that a method reckons with.

    >>> from jixiao.rules import Method
    >>> names_used(Method("按比例赋分", rate=Name(("完成率",))))
    frozenset({'完成率'})
    """
    written = {
        str(one) for each in _expressions(method) for one in walk(each) if isinstance(one, Name)
    }
    inputs = () if method.table is None else method.table.inputs
    return frozenset(written | set(inputs))


def needs_actual(method: Method) -> bool:
    """Whether a method cannot do without the row's own actual; a funding method can."""
    return bool(names_used(method) & _OF_ACTUAL)
