"""The file format: YAML with places, models at the gate, the checked plan, its cache."""
