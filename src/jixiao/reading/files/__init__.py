"""Kinds of file as they lie on disk: office files, web pages and CSV become the grid."""
