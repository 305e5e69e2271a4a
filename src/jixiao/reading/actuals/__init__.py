"""Actual values read from files: CSV, JSON and workbooks become records, one for each row."""
