"""The rule files of this package; nothing here is run."""
