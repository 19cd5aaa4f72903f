"""Reference library for the organisation and funding of Dutch maternity care."""
