"""Words of indicator values with a meaning, frozen: operators, vagueness, pace, trends, absence.

The fast path and the terminals of `grammar/value.lark` are both built from these tables, so a word
added here is read by both. All words are in folded form (half-width marks, no spaces).
"""

from __future__ import annotations

from jixiao.lexicon.operators import (
    ENDS_A_NOUN,
    OPERATOR_CODES,
    OPERATOR_NAMES,
    SIGNS,
    WEAK_OPERATORS,
    WORDS_AFTER,
    WORDS_BEFORE,
)
from jixiao.lexicon.phrases import (
    ABSENT,
    ACTS,
    APPROX_AFTER,
    APPROX_BEFORE,
    APPROX_INSIDE,
    CURRENCIES,
    MEANS,
    NAMED_BY_NUMBER,
    NOTHING_OF,
    NUMBERED_NAMES,
    PACE_WORDS,
    PERIOD_UNITS,
    RANKS,
    SHORTFALLS,
)
from jixiao.lexicon.references import (
    REFERENCE_NAMES,
    REFERENCE_WORDS,
)
from jixiao.lexicon.trends import (
    BASELINES,
    DIRECTIONS,
    FIXED_TRENDS,
    MANNERS,
    MEASURED_NOUNS,
    ORIGINS,
    RATES,
    SELF_MEASURED,
)

__all__ = [
    "ABSENT",
    "ACTS",
    "APPROX_AFTER",
    "APPROX_BEFORE",
    "APPROX_INSIDE",
    "BASELINES",
    "CURRENCIES",
    "DIRECTIONS",
    "ENDS_A_NOUN",
    "FIXED_TRENDS",
    "MANNERS",
    "MEANS",
    "MEASURED_NOUNS",
    "NAMED_BY_NUMBER",
    "NOTHING_OF",
    "NUMBERED_NAMES",
    "OPERATOR_CODES",
    "OPERATOR_NAMES",
    "ORIGINS",
    "PACE_WORDS",
    "PERIOD_UNITS",
    "RANKS",
    "RATES",
    "REFERENCE_NAMES",
    "REFERENCE_WORDS",
    "SELF_MEASURED",
    "SHORTFALLS",
    "SIGNS",
    "WEAK_OPERATORS",
    "WORDS_AFTER",
    "WORDS_BEFORE",
]
