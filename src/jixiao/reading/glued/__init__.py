"""The dialect of text whose cells run into each other with nothing between."""
