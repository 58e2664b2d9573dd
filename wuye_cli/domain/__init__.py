"""Terms and rules on plain values; the date is always an argument."""
