"""Words that reports in Word have beside those of their templates."""

ANNEX = "Phụ lục"
ROMAN = ("I", "II", "III", "IV")
SHARE = "đạt {share}"
AGENCIES = "cơ quan"
TIMES = "lượt"
DONE_OF = "{done}/{total} {unit} đã thực hiện"
OF_THEM_LATE = ", quá hạn {late}"
ALL_UNITS = "Các cơ quan, đơn vị"
BEST_UNITS = "Cơ quan, đơn vị thực hiện tốt"
WORST_UNITS = "Cơ quan, đơn vị còn chậm"
