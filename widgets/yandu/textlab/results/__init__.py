"""What a question is answered with: tables, how they look, files."""
