"""What goes out: texts for people, JSON for machines, files written whole or not at all."""
