"""PDF: pages to cells, cells to rows, and rows that the end of a page tears."""
