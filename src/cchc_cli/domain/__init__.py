"""The words of the trade as frozen records, and the pure functions over them.

Nothing here reads a file, a clock or the environment. Ranges of days are half-open inside
(``first`` belongs, ``end`` does not); a name that ends in ``last`` is inclusive.
"""
