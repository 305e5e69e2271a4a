"""The header of a table: which rows it is, and which column each of its cells names."""
