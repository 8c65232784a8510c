"""Every cell of a workbook's first sheet, row by row."""

import sys
from work import need

openpyxl = need("openpyxl")
sheet = openpyxl.load_workbook(sys.argv[1], read_only=True).worksheets[0]
for row in sheet.iter_rows(values_only=True):
    pass
