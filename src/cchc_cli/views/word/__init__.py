"""Word documents: the one home of python-docx, docxtpl and lxml."""
