"""Results as tables of values: whole, one head, every day a day and every number a number."""
