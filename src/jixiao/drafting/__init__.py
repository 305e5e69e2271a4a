"""A first ruleset out of filled tables: what forms they are, and a draft that a person corrects."""

from __future__ import annotations

from jixiao.drafting.drafts import Draft, NoDraftError, draft_ruleset

__all__ = ["Draft", "NoDraftError", "draft_ruleset"]
