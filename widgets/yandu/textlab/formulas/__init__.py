"""Formulas (提法) and the structure of enumerations."""
