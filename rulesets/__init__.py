"""The rulesets that come with jixiao, one `.jx` a place and year.

Do not delete this file: importlib.resources finds the others through it.
"""
