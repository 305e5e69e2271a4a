"""The dialect of text whose cells are wrapped, each line of a cell on a line of its own."""
