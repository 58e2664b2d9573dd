"""The only room that imports openpyxl."""
