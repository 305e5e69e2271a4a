"""A ruleset of one's own for jixiao: 示例县 2025, with what it needs beside the language."""
