"""Tests of the rules: periods, deadlines, names and what follows from them."""
