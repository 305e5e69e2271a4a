"""Printed sums and grades: their rows, and what each sum is the sum of."""
