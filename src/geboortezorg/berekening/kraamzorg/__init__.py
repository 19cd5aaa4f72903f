"""Computations of kraamzorg: hours, use, and eigen bijdrage."""
