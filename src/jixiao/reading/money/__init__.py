"""The part about money: heads, sources, amounts and spending, whichever way round they stand."""
