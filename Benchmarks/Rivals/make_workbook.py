"""A delimited file as a workbook: whole numbers as numbers, all else as text."""

import csv
import sys
from work import need

openpyxl = need("openpyxl")
book = openpyxl.Workbook(write_only=True)
sheet = book.create_sheet("answers")
for row in csv.reader(open(sys.argv[1], newline="")):
    sheet.append([int(cell) if cell.isdigit() else cell or None for cell in row])
book.save(sys.argv[2])
