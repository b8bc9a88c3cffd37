"""Workbooks that come back from units: files become records, whatever was done to them."""
