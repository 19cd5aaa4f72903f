"""Computations of how work is funded."""
