"""The two languages of jixiao as files: grammars and units.

Do not delete this file: importlib.resources finds the others through it.
"""
