"""The dialect of text whose cells are parted by pipes."""
