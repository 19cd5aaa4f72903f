"""Computations of working time, on call."""
