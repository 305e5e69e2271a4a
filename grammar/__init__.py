"""The two languages of jixiao as files: grammars and unit definitions. Do not delete this file; importlib.resources needs it."""
