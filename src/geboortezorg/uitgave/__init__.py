"""What writes the published files under ``schemas/``; it stands on top of everything else.

Not in the wheel: users read the files. ``python3 dev.py bijwerken`` writes them.
"""
