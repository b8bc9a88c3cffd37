"""A draft of another year's plan out of one that is at hand."""
