"""Cutting texts into words."""
