"""What can be measured: texts in full, and counts."""
