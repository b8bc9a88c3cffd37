"""Days as Vietnamese documents write them."""

from datetime import date


def day_text(day: date) -> str:
    """``15/6/2021``, zeros only where NĐ 30/2020 pads: days below 10, months 1 and 2."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"{day.day:02d}/{month}/{day.year}"
