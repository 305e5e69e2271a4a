"""Static checks of a resolved ruleset, one room a subject; `validating` runs them all."""
