"""Measures and tests: numbers in, numbers out."""
