"""What every indicator value has: its text, its doubts, the words around it, and a verdict."""

from __future__ import annotations

from datetime import date
from typing import Self

from attrs import field, frozen

from jixiao.markup import table_html
from jixiao.messages.words import word
from jixiao.periods import is_date, resolve_deadline
from jixiao.units import Quantity
from jixiao.values.operators import Json, Operator
from jixiao.values.verdicts import NO_CONTEXT, Context, Note, Verdict, doubt, met, undetermined

__all__ = ["Absent", "Actual", "Deadline", "Json", "Operator", "Value"]

_WORDS = ("per", "subject", "approx", "rest")


@frozen(kw_only=True)
class Value:
    """What every kind carries: the text as written, doubts, and the words around the value.

    `text` and `notes` do not count in `==`; the rest does. `str()` is the canonical text: it reads
    back to an equal value.
    """

    text: str = field(default="", eq=False)
    notes: tuple[Note, ...] = field(default=(), eq=False)
    by: Deadline | None = None
    per: str | None = None
    """每年, 每月 … without the 每."""
    subject: str | None = None
    approx: str | None = None
    """约, 近, 左右, 余 …, as written."""
    rest: str | None = None
    """Words after the value that were kept and not understood."""

    def contains(self, actual: Actual, context: Context = NO_CONTEXT) -> Verdict:
        """Whether what was achieved lies in the set this value describes, literally.

        Whether the indicator counts as attained is a ruleset's word. Never raises for the content
        of the two; what cannot be said is undetermined, with the reason.
        """
        try:
            missing = actual.missing
        except AttributeError:
            kind = type(actual).__name__
            raise TypeError(f"actual must be an Actual (jixiao.parse_actual), not {kind}") from None
        if missing:
            return undetermined("V33")
        verdict = self._judge(actual, context)
        if verdict.status == "not_met" and self.by is not None:
            return self.by.not_yet(context) or verdict
        return verdict

    def to_json(self) -> Json:
        """The value as a JSON object: keys of its kind only, decimals as strings.

        >>> from jixiao.parsing import parse_value
        >>> shown = parse_value("≥620000万条").to_json()
        >>> shown["number"], shown["base_number"], shown["base_unit"], shown["canonical"]
        ('620000', '6200000000', '条', '≥620000万条')
        """
        shown: Json = {"text": self.text, "kind": type(self).__name__.lower()} | self._json()
        if self.by is not None:
            shown["by"] = self.by.day_json()
        words = ((name, getattr(self, name)) for name in _WORDS)
        shown |= {name: word for name, word in words if word is not None}
        shown["canonical"] = str(self)
        shown["notes"] = [note.to_json() for note in self.notes]
        return shown

    @staticmethod
    def from_json(shown: Json) -> Value:
        """The value of a JSON object made by `to_json`.

        Raises `KeyError`, `TypeError` or `ValueError` for an object of another shape.

        >>> from jixiao.parsing import parse_value
        >>> value = parse_value("≥95%")
        >>> Value.from_json(value.to_json()) == value
        True
        """
        kinds = {kind.__name__.lower(): kind for kind in Value.__subclasses__()}
        if shown["kind"] not in kinds:
            raise ValueError(shown["kind"])
        common: Json = {name: shown[name] for name in _WORDS if name in shown}
        common["text"] = shown["text"]
        common["notes"] = tuple(Note.from_json(note) for note in shown["notes"])
        if "by" in shown:
            common["by"] = Deadline(**shown["by"])
        return kinds[shown["kind"]]._of_json(shown, common)  # noqa: SLF001 - a kind of its own

    def _json(self) -> Json:
        """The keys of the kind alone."""
        raise NotImplementedError

    @classmethod
    def _of_json(cls, shown: Json, common: Json) -> Self:
        """The value of the keys of the kind and of those that all have."""
        raise NotImplementedError

    def _repr_html_(self) -> str:
        """The value as notebooks show it: as written, its kind, as read, what is doubtful."""
        kind = word(f"kind_{type(self).__name__.lower()}")
        cells = (self.text, kind, str(self), "；".join(one.message() for one in self.notes))
        names = ("written_label", "kind_label", "read_label", "doubts_label")
        shown = [(word(name), cell) for name, cell in zip(names, cells, strict=True) if cell]
        return table_html([name for name, _ in shown], [[cell for _, cell in shown]])

    def _judge(self, actual: Actual, context: Context) -> Verdict:
        raise NotImplementedError

    def _core(self) -> str:
        raise NotImplementedError

    def __str__(self) -> str:
        before = self.subject or ""
        if self.per is not None:
            before += "每" + self.per
        if self.by is not None:
            before += str(self.by)
        core = self._core()
        joint = (
            ":" if before[-1:].isascii() and before[-1:].isalnum() and core[:1].isdigit() else ""
        )
        return before + joint + core + (self.rest or "")


_RECURRING = {"月": "底前", "季度": "末前"}
"""The end of a span that comes again within a year."""


@frozen(kw_only=True)
class Deadline(Value):
    """Done by a day; parts that were not said are None. A month's end is written as no day.

    One that comes again has neither year nor month; `per` says how often: 每月15日前, 每季度末前.

    >>> str(Deadline(month=12)), str(Deadline(year=2024, month=12, day=31))
    ('12月底前', '2024年12月31日前')
    >>> str(Deadline(per="月", day=15)), str(Deadline(per="季度"))
    ('每月15日前', '每季度末前')
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def __attrs_post_init__(self) -> None:
        month = 1 if self.per == "月" and self.month is None else self.month
        if not is_date(self.year, month, self.day):
            raise ValueError((self.year, self.month, self.day))

    @property
    def recurring(self) -> bool:
        """Whether it comes again within a year, so that no one day answers for it."""
        return self.per in _RECURRING and self.year is None and self.month is None

    def resolve(self, year: int | None) -> date | None:
        """The last day in time; None where it recurs or nobody knows the year."""
        if self.recurring:
            return None
        known = self.year if self.year is not None else year
        return None if known is None else resolve_deadline(known, self.month, self.day)

    def not_yet(self, context: Context) -> Verdict | None:
        """Undetermined while the day has not come by the date of the evaluation."""
        due = self.resolve(context.budget_year)
        if due is None or context.as_of is None or context.as_of >= due:
            return None
        return undetermined("V44", due=due)

    def day_json(self) -> Json:
        """Year, month and day, None where unsaid."""
        return {"year": self.year, "month": self.month, "day": self.day}

    def _json(self) -> Json:
        return self.day_json()

    @classmethod
    def _of_json(cls, shown: Json, common: Json) -> Self:
        return cls(year=shown["year"], month=shown["month"], day=shown["day"], **common)

    def _core(self) -> str:
        if self.recurring:
            return _RECURRING[self.per or ""] if self.day is None else f"{self.day}日前"
        if self.month is None:
            return "年底前" if self.year is None else f"{self.year}年底前"
        end = "底前" if self.day is None else f"{self.day}日前"
        return ("" if self.year is None else f"{self.year}年") + f"{self.month}月{end}"

    def _judge(self, actual: Actual, context: Context) -> Verdict:
        if actual.done is False:
            return self.not_yet(context) or met(holds=False)
        due = self.resolve(context.budget_year)
        if due is None:
            return undetermined("V50" if self.recurring else "V41", deadline=str(self))
        day = actual.done_on
        if day is None and isinstance(actual.value, Deadline):
            day = actual.value.resolve(self.year if self.year is not None else context.budget_year)
        if day is not None:
            on_time = day <= due
            return met(on_time, None if on_time else doubt("V43", day=day, due=due))
        if actual.done and context.as_of is not None and context.as_of <= due:
            return met(holds=True)
        if actual.done:
            return undetermined("V42", due=due)
        return undetermined("V38", actual=actual.text)


@frozen(kw_only=True)
class Absent(Value):
    """Nothing was set; `reason` is empty, none, placeholder, undecided or not_applicable.

    >>> str(Absent(reason="none"))
    '无'
    """

    reason: str = "empty"

    def _core(self) -> str:
        return {
            "empty": "",
            "none": "无",
            "placeholder": "——",
            "undecided": "暂不确定",
            "not_applicable": "不适用",
        }[self.reason]

    def _judge(self, actual: Actual, context: Context) -> Verdict:
        del actual, context
        return undetermined("V45")

    def _json(self) -> Json:
        return {"reason": self.reason}

    @classmethod
    def _of_json(cls, shown: Json, common: Json) -> Self:
        return cls(reason=shown["reason"], **common)


@frozen
class Actual:
    """What was achieved, as filed."""

    text: str
    value: Value
    """The text read by the language of values, the unit taken from the target where unsaid."""
    attainment: str | None = None
    """full, basic, partial or none, where words of attainment were used (达成预期指标 …)."""
    done: bool | None = None
    """已完成 / 未完成, where said."""
    done_on: date | None = None
    notes: tuple[Note, ...] = ()

    @property
    def missing(self) -> bool:
        """True when nothing was filed."""
        return isinstance(self.value, Absent)

    @property
    def quantity(self) -> Quantity | None:
        """The number that was filed, where there is one and only one."""
        found = getattr(self.value, "quantity", None)
        return found if isinstance(found, Quantity) else None

    def to_json(self) -> Json:
        """The actual as a JSON object: its text, how it was read, and what is doubtful."""
        return {
            "text": self.text,
            "value": self.value.to_json(),
            "attainment": self.attainment,
            "done": self.done,
            "done_on": None if self.done_on is None else self.done_on.isoformat(),
            "notes": [note.to_json() for note in self.notes],
        }

    @classmethod
    def from_json(cls, shown: Json) -> Actual:
        """The actual of an object made by `to_json`.

        >>> from jixiao.parsing import parse_actual, parse_value
        >>> actual = parse_actual("12月20日完成", parse_value("12月底前"))
        >>> Actual.from_json(actual.to_json()) == actual
        True
        """
        day = shown["done_on"]
        return cls(
            shown["text"],
            Value.from_json(shown["value"]),
            shown["attainment"],
            shown["done"],
            None if day is None else date.fromisoformat(day),
            tuple(Note.from_json(note) for note in shown["notes"]),
        )
