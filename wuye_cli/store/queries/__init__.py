"""Reading queries: one named SQL file each."""
