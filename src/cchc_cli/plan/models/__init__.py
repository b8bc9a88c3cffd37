"""The gate: Pydantic models of the three files, the source of their JSON Schemas.

Descriptions are Vietnamese, because editors show them to the user.
"""
