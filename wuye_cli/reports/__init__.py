"""Facts to frozen report data; no database, no clock, no output."""
