"""Excel workbooks; the home of XlsxWriter."""
