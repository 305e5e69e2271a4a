"""One labelled text of a form, and where it stands."""

from __future__ import annotations

from typing import Any

from attrs import frozen

from jixiao.finding_json import origin_from_json, origin_to_json
from jixiao.masking import shown_text
from jixiao.personal import MASK, is_personal
from jixiao.source import Origin

__all__ = ["Field"]

Json = dict[str, Any]


@frozen
class Field:
    """A labelled text of the form: 项目名称, 年度目标 …; `text` is empty where left blank."""

    name: str
    text: str
    origin: Origin = Origin()

    def to_json(self, file: str | None = None, *, mask: bool = False) -> Json:
        """Name, text and place; with `mask` without what names or reaches a person."""
        shown = self.masked() if mask else self
        return {"name": shown.name, "text": shown.text, "origin": origin_to_json(self.origin, file)}

    def masked(self, names: tuple[str, ...] = ()) -> Field:
        """The field without what names or reaches a person, and without these names."""
        whole = self.text and is_personal(self.name)
        text = MASK if whole else shown_text(self.text, names)
        name = shown_text(self.name, names)
        return self if (name, text) == (self.name, self.text) else Field(name, text, self.origin)

    @classmethod
    def from_json(cls, shown: Json, file: str | None = None) -> Field:
        """The field of an object made by `to_json`."""
        return cls(shown["name"], shown["text"], origin_from_json(shown["origin"], file))
