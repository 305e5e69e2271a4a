"""A scorecard evaluated again from its inputs and its ruleset, and held against the new one."""

from __future__ import annotations

import hashlib
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol, cast

from attrs import evolve, frozen

from jixiao.evaluation import Scorecard, evaluate_document
from jixiao.evaluation.document import library_version
from jixiao.findings import Finding, RulesetError, Where, finding
from jixiao.library import Library
from jixiao.reading import read_actuals
from jixiao.source import Origin
from jixiao.verifying.differences import Difference, differences
from jixiao.verifying.places import Found, found, places_of
from jixiao.verifying.recorded import Recorded, of_shown, read_card
from jixiao.verifying.verification import Result, Verification

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from jixiao.findings import Lang
    from jixiao.rules import Ruleset
    from jixiao.tables import Document
    from jixiao.verifying.recorded import Source

__all__ = ["verify_card"]


class Reader(Protocol):
    """How the tables of a file are read, by the forms of one ruleset or of all."""

    def __call__(
        self, source: bytes, /, *, file: str | None, rules: Ruleset | None
    ) -> Document: ...


_CODES: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {"document": ("E305", "E306", "E307"), "actuals": ("E311", "E312", "E313")}
)
"""Of either input: it is not named, not there, not the one that was used."""


def verify_card(
    card: str | Path | bytes | Scorecard | Mapping[str, Any],
    *,
    read: Reader,
    document: str | Path | bytes | None = None,
    actuals: str | Path | bytes | None = None,
    rules: Ruleset | None = None,
) -> Verification:
    """Evaluate again what a scorecard says it came from, and compare the two.

    `card` is a path, the bytes of one, its JSON or a `Scorecard`; `read` reads the tables as they
    were read for it. Inputs are looked for by the
    names on the card: as they are, beside the card, in the current folder; `document` and `actuals`
    name them instead. `rules` stand in for the ruleset that the card names. Never raises for the
    content of a file.

    >>> from jixiao.tables import Document
    >>> verify_card(b"{}", read=lambda data, *, file, rules: Document(file)).result
    'unreadable'
    """
    name = str(card) if isinstance(card, str | Path) else None
    recorded = _card(card, name)
    if isinstance(recorded, Finding):
        return Verification("unreadable", findings=(recorded,), card=name)
    return _Verifier(recorded, name, read).verify(document, actuals, rules)


def _card(
    card: str | Path | bytes | Scorecard | Mapping[str, Any], name: str | None
) -> Recorded | Finding:
    match card:
        case bytes():
            return read_card(card)
        case Scorecard():
            return of_shown(card.to_json())
        case str() | Path():
            try:
                return read_card(Path(card).read_bytes(), file=name)
            except (OSError, ValueError) as error:
                reason = getattr(error, "strerror", None) or str(error)
                where = Where(origin=Origin(file=name))
                return finding("T36", where, file=str(card), reason=reason)
        case _:
            return of_shown(dict(card))


@frozen(eq=False)
class _Verifier:
    """A card about to be recomputed."""

    card: Recorded
    name: str | None
    read: Reader

    @property
    def where(self) -> Where:
        """The card itself, as a place."""
        return Where(origin=Origin(file=self.name))

    def verify(
        self,
        document: str | Path | bytes | None,
        actuals: str | Path | bytes | None,
        rules: Ruleset | None,
    ) -> Verification:
        """Find everything, evaluate, compare."""
        card = self.card
        said: list[Finding] = []
        table = self._input("document", card.document, document, said)
        filed = self._input("actuals", card.actuals, actuals, said)
        chosen = self._ruleset(said) if rules is None else rules
        base = Verification(
            "unreadable",
            card=self.name,
            document=None if table is None else table.path,
            actuals=None if filed is None else filed.path,
        )
        if table is None or filed is None or chosen is None:
            return evolve(base, findings=tuple(said))
        if chosen.digest != card.ruleset_digest:
            said.append(
                finding(
                    "E309",
                    self.where,
                    ruleset=card.ruleset,
                    recorded=card.ruleset_digest[:12],
                    found=chosen.digest[:12],
                )
            )
        version = library_version()
        if version != card.version:
            said.append(finding("E310", self.where, recorded=card.version, found=version))
        again = self._again(table, filed, chosen)
        if isinstance(again, Finding):
            return evolve(base, findings=(*said, again))
        found_here = tuple(self._compared(again))
        result: Result = "differs" if found_here else "same"
        return evolve(base, result=result, differences=found_here, findings=tuple(said))

    def _input(
        self, what: str, source: Source, given: str | Path | bytes | None, said: list[Finding]
    ) -> Found | None:
        """An input, and what is to be said where it is not there or not the one that was used."""
        unnamed, missing, changed = _CODES[what]
        if isinstance(given, bytes):
            one: Found | None = Found("", given, same=_digest(given) == source.digest)
            looked = ""
        elif given is None and source.file is None:
            said.append(finding(unnamed, self.where, option=f"--{what}"))
            return None
        else:
            named = given if given is not None else source.file or ""
            places = (Path(named),) if given is not None else places_of(str(named), self.name)
            one = found(places, source.digest)
            looked = "、".join(str(place) for place in places)
        if one is None:
            shown = source.file if given is None else str(given)
            said.append(finding(missing, self.where, file=shown, looked=looked, option=f"--{what}"))
            return None
        if not one.same:
            said.append(
                finding(
                    changed,
                    self.where,
                    file=one.path or "—",
                    recorded=source.digest[:12],
                    found=_digest(one.data)[:12],
                )
            )
        return one

    def _ruleset(self, said: list[Finding]) -> Ruleset | None:
        """The ruleset that the card names: by its file where it has one, else by its id."""
        card = self.card
        places = () if card.ruleset_file is None else places_of(card.ruleset_file, self.name)
        path = next((one for one in places if _is_file(one)), None)
        try:
            return Library.default().load(card.ruleset if path is None else path)
        except RulesetError as error:
            why = str(error).splitlines()[0]
            said.append(finding("E308", self.where, ruleset=card.ruleset, why=why))
            return None

    def _again(self, table: Found, filed: Found, rules: Ruleset) -> dict[str, Any] | Finding:
        """The card of the same inputs under the same names, with the same options."""
        card, options = self.card, self.card.options
        form: Ruleset | None = None
        if options.read_by is not None:
            form = rules
            if options.read_by != rules.id:
                loaded = Library.default().open(options.read_by)
                if loaded.ruleset is None or not loaded.usable:
                    why = loaded.text().splitlines()[0] if loaded.findings else "—"
                    return finding("E308", self.where, ruleset=options.read_by, why=why)
                form = loaded.ruleset
        again = evaluate_document(
            self.read(table.data, file=card.document.file, rules=form),
            read_actuals(filed.data, file=card.actuals.file),
            rules,
            as_of=options.as_of,
            weights=dict(options.weights) or None,
            accept_inferred=options.accept_weights,
        )
        if again.ruleset_file is not None:
            again = evolve(again, ruleset_file=card.ruleset_file)
        return again.to_json(cast("Lang", card.lang))

    def _compared(self, again: dict[str, Any]) -> list[Difference]:
        """Every place that differs; the card's own digest is held against what the card holds."""
        shown = {key: value for key, value in self.card.shown.items() if key != "digest"}
        rest = {key: value for key, value in again.items() if key != "digest"}
        places = list(differences(shown, rest))
        recorded, own = self.card.own_digest
        return [*places, *differences({"digest": recorded}, {"digest": own})]


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
