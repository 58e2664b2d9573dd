"""Rows and cells put together again where a text layer took the table apart: aligned, wrapped, packed, scattered."""
