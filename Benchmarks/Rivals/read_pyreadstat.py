"""An SPSS file as columns."""

import sys
from work import need

pyreadstat = need("pyreadstat")
pyreadstat.read_sav(sys.argv[1], output_format="dict")
