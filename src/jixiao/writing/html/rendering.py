"""A page out of a template and its figures: one file that asks for nothing outside itself.

Everything put into a template is escaped. The style sheet and the script are the only ones the page
may use: its policy names them by their digests and forbids the rest.
"""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache, partial
from importlib.resources import files
from typing import TYPE_CHECKING, Literal

from jixiao import __version__
from jixiao.findings import JixiaoError
from jixiao.messages.words import word
from jixiao.writing.html.labels import labels

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["page"]

Lang = Literal["zh", "en"]
_CARD_LABELS = (
    "actual",
    "annual_target",
    "completion",
    "computed_score",
    "counted_target",
    "likelihood",
    "points",
    "printed_score",
    "projected",
    "ratio",
    "so_far",
    "target",
    "weight",
)
_LANGUAGES = {"zh": "zh-CN", "en": "en"}


def page(template: str, lang: Lang, **figures: object) -> str:
    """The page that a template makes of figures.

    Raises:
        JixiaoError: jinja2 is not installed; the message names the extra.
    """
    style, script = _style(lang), _asset("report.js")
    policy = (
        "default-src 'none'; "
        f"style-src 'sha256-{_digest(style)}'; script-src 'sha256-{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    from_file = _environment(lang).get_template(template)
    return from_file.render(
        t=labels(lang),
        lang=lang,
        html_lang=_LANGUAGES[lang],
        policy=policy,
        style=_trusted(style),
        script=_trusted(script),
        made_by=word("made_by", lang, version=__version__),
        **figures,
    )


@lru_cache(maxsize=2)
def _environment(lang: Lang) -> Environment:
    """Jinja2 with all escaping on; a name that is not given is an error, never an empty text."""
    try:
        from jinja2 import Environment, FunctionLoader, StrictUndefined
    except ImportError as error:
        raise JixiaoError(word("missing_extra", lang, extra="report")) from error
    made = Environment(
        autoescape=True,
        loader=FunctionLoader(_source),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["as_items"] = _as_items
    made.globals["piece"] = partial(_piece, lang)
    return made


@lru_cache(maxsize=4096)
def _piece(lang: Lang, name: str, *values: object) -> object:
    """A macro of parts.html.jinja, remembered: bars and lamps come again by the thousand."""
    return getattr(_environment(lang).get_template("parts.html.jinja").module, name)(*values)


def _as_items(texts: tuple[str, ...]) -> object:
    """Texts as the items of a list, escaped in one go."""
    from markupsafe import Markup, escape

    lines = escape("\n".join(texts)).split("\n")
    return Markup("<li>") + Markup("\n<li>").join(lines)


@lru_cache(maxsize=2)
def _style(lang: Lang) -> str:
    """The style sheet, and the labels of cards as variables in the language of the report."""
    words = labels(lang)
    variables = "".join(f'--{name}:"{words[name]}";' for name in _CARD_LABELS)
    return f"{_asset('report.css')}:root{{{variables}}}"


def _source(name: str) -> str:
    """A template without the indents that only its readers need."""
    return "\n".join(line.strip() for line in _asset(name).splitlines())


@lru_cache(maxsize=16)
def _asset(name: str) -> str:
    folder = files("jixiao.writing.html").joinpath("templates")
    return folder.joinpath(name).read_text(encoding="utf-8")


def _trusted(text: str) -> object:
    """A text of our own that stands in the page as it is."""
    from markupsafe import Markup

    return Markup(text)  # noqa: S704 - our own file, no input


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
