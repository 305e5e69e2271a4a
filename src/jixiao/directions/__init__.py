"""Which way an indicator is better, as far as its name alone says it: 投诉率 less, 合格率 more.

The end of a name decides, the longest known ending first: 投诉率 is better low, 投诉处理率 high,
投诉下降率 high. A name that ends in none of them says nothing, and nothing is guessed.
"""

from __future__ import annotations

from jixiao.directions.names import NameDirection, direction_of_name

__all__ = ["NameDirection", "direction_of_name"]
