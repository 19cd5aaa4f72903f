"""Computations that explain themselves: each step with its source, and what could not be known."""
