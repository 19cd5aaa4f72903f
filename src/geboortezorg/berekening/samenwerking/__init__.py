"""Computations of a VSV and an IGO."""
