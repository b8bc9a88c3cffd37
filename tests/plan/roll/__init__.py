"""Rolling a plan on."""
