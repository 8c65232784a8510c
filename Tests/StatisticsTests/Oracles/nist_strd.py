"""The eleven linear-regression sets of NIST's Statistical Reference Datasets (https://www.itl.nist.gov/div898/strd/lls/lls.shtml).

The data and the certified values in nist_strd_data.json are NIST's, in the public domain, as printed. Every set is solved again here in rational
arithmetic: `exact` from the printed decimals, which must agree with every certified digit, and `nearest` from the doubles
that a program is given, powers by repeated multiplication included, as the tests build them. Usage: nist_strd.py > nist_strd.json
"""
from decimal import Decimal, getcontext
from fractions import Fraction as F
import json
import sys

getcontext().prec = 60


def root(value):
    return (Decimal(value.numerator) / Decimal(value.denominator)).sqrt()


def text(value):
    number = value if isinstance(value, Decimal) else Decimal(value.numerator) / Decimal(value.denominator)
    return format(number, ".22e") if number else "0"


def solve(rows, y, has_intercept):
    size = len(rows[0])
    system = [
        [sum(r[a] * r[b] for r in rows) for b in range(size)]
        + [sum(r[a] * v for r, v in zip(rows, y))]
        + [F(int(a == b)) for b in range(size)]
        for a in range(size)
    ]
    for p in range(size):
        pivot = next(i for i in range(p, size) if system[i][p] != 0)
        system[p], system[pivot] = system[pivot], system[p]
        system[p] = [v / system[p][p] for v in system[p]]
        for i in range(size):
            if i != p and system[i][p] != 0:
                system[i] = [a - system[i][p] * b for a, b in zip(system[i], system[p])]
    b = [line[size] for line in system]
    rss = sum((v - sum(c * x for c, x in zip(b, r))) ** 2 for r, v in zip(rows, y))
    mean = sum(y) / len(y) if has_intercept else 0
    total = sum((v - mean) ** 2 for v in y)
    degrees = len(y) - size
    result = {
        "coefficients": [text(v) for v in b],
        "standardErrors": [text(root(rss / degrees * system[j][size + 1 + j])) for j in range(size)],
        "residualStandardDeviation": text(root(rss / degrees)),
        "rSquared": text(1 - rss / total),
        "residualSumOfSquares": text(rss),
    }
    if rss:
        result["fStatistic"] = text((total - rss) / (size - has_intercept) / (rss / degrees))
    return result


def powers(value, degree):
    result = [value]
    for _ in range(degree - 1):
        result.append(result[-1] * value)
    return result


def design(columns, degree, has_intercept, number):
    rows = []
    for values in zip(*columns):
        # Multiplied as doubles where `number` is float, exactly where it is Fraction.
        row = [F(v) for x in values for v in powers(number(x), degree)]
        rows.append(([F(1)] if has_intercept else []) + row)
    return rows


def agrees(printed, value):
    """Whether a value rounds to the certified one, of 15 digits, give or take the last."""
    if Decimal(printed) == 0:
        return Decimal(value) == 0
    return abs(Decimal(value) / Decimal(printed) - 1) < Decimal("1.01e-14")


SETS = json.load(open(__file__.replace(".py", "_data.json")))
result = {}
for name, given in SETS.items():
    has_intercept = given["intercept"]
    columns, y, degree = given["x"], given["y"], given["degree"]
    exact = solve(design(columns, degree, has_intercept, F), [F(v) for v in y], has_intercept)
    for key, printed in given["certified"].items():
        found = exact[key]
        pairs = zip(printed, found) if isinstance(found, list) else [(printed, found)]
        for one, other in pairs:
            if not agrees(one, other):
                sys.exit(f"{name} {key}: certified {one}, exact {other}")
    nearest = solve(design(columns, degree, has_intercept, float), [F(float(v)) for v in y], has_intercept)
    result[name] = {"exact": exact, "nearest": nearest}
json.dump(result, sys.stdout, indent=1)
