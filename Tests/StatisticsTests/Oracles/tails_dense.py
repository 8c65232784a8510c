"""Tails of the t, chi-squared, F and normal distributions at random points, in 60 digits (mpmath).

Degrees of freedom are log-uniform over 1 to 1e7, half of them not whole; the points are where scipy puts tails that are
log-uniform over 1 to 1e-300, and each is the exact value of a double. The smaller tail is a continued fraction or a series,
summed to 1e-50; the other is 1 less it. Usage: tails_dense.py [points per distribution] > tails_dense.json
"""
import json
import random
import sys

import mpmath
import numpy as np
import scipy.stats as st
from mpmath import mp, mpf

mp.dps = 60
EPS = mpf(10) ** -50


def betacf(a, b, x):
    tiny = mpf(10) ** -200
    qab, qap, qam = a + b, a + 1, a - 1
    c = mpf(1); d = 1 - qab * x / qap
    if d == 0: d = tiny
    d = 1 / d; h = d; m = 0
    while True:
        m += 1
        m2 = 2 * m
        aa = m * (b - m) * x / ((qam + m2) * (a + m2))
        d = 1 + aa * d; c = 1 + aa / c
        if d == 0: d = tiny
        if c == 0: c = tiny
        d = 1 / d; h *= d * c
        aa = -(a + m) * (qab + m) * x / ((a + m2) * (qap + m2))
        d = 1 + aa * d; c = 1 + aa / c
        if d == 0: d = tiny
        if c == 0: c = tiny
        d = 1 / d; delta = d * c; h *= delta
        if abs(delta - 1) < EPS: return h
        if m > 200000: raise ArithmeticError


def beta_pair(a, b, x, y):
    front = mpmath.exp(mpmath.loggamma(a + b) - mpmath.loggamma(a) - mpmath.loggamma(b) + a * mpmath.log(x) + b * mpmath.log(y))
    if x < (a + 1) / (a + b + 2):
        v = front * betacf(a, b, x) / a
        return v, 1 - v
    v = front * betacf(b, a, y) / b
    return 1 - v, v


def gamma_pair(a, x):
    front = mpmath.exp(a * mpmath.log(x) - x - mpmath.loggamma(a))
    if x < a + 1:
        term = total = 1 / a; n = a
        while term > total * EPS:
            n += 1; term *= x / n; total += term
        return total * front, 1 - total * front
    b = x + 1 - a; c = mpf(10) ** 200; d = 1 / b; h = d; i = 0
    while True:
        i += 1
        an = -i * (i - a); b += 2
        d = an * d + b; c = b + an / c
        d = 1 / d; delta = d * c; h *= delta
        if abs(delta - 1) < EPS: break
        if i > 400000: raise ArithmeticError
    return 1 - front * h, front * h


def degrees(decades=7):
    value = 10 ** random.uniform(0, decades)
    return float(round(value)) if random.random() < 0.5 else value


def place(kind):
    """Degrees of freedom, a point, and the tails below and above it."""
    p = 10 ** -(random.uniform(0, 300) if random.random() < 0.6 else random.uniform(0, 6))
    n, m = degrees(4 if kind == "fisherF" else 7), degrees()
    with np.errstate(all="ignore"):
        if kind == "normal":
            x = random.uniform(0, 37.5) if random.random() < 0.8 else 10 ** random.uniform(-8, 0)
            upper = mpmath.erfc(mpf(x) / mpmath.sqrt(2)) / 2
            return 0.0, 0.0, x, 1 - upper, upper
        if kind == "studentT":
            x = float(st.t.isf(p / 2, n))
            if not 0 < x < 1e150:
                raise ArithmeticError
            square = mpf(x) ** 2
            upper = beta_pair(mpf(n) / 2, mpf(1) / 2, n / (n + square), square / (n + square))[0] / 2
            return n, 0.0, x, 1 - upper, upper
        if kind == "chiSquared":
            x = float(random.choice([st.chi2.isf, st.chi2.isf, st.chi2.ppf])(p, n))
            if not 0 < x < 1e300:
                raise ArithmeticError
            return (n, 0.0, x) + gamma_pair(mpf(n) / 2, mpf(x) / 2)
        x = float(random.choice([st.f.isf, st.f.isf, st.f.ppf])(p, n, m))
        if not 0 < x < 1e200:
            raise ArithmeticError
        total = mpf(n) * mpf(x) + mpf(m)
        return (n, m, x) + beta_pair(mpf(n) / 2, mpf(m) / 2, mpf(n) * mpf(x) / total, mpf(m) / total)


random.seed(20261126)
result = {}
for kind in ("studentT", "chiSquared", "fisherF", "normal"):
    rows = []
    while len(rows) < int(sys.argv[1] if len(sys.argv) > 1 else 100):
        try:
            n, m, x, lower, upper = place(kind)
        except (ArithmeticError, ValueError):
            continue
        if min(lower, upper) > mpf(10) ** -300:
            rows.append([n, m, x, mpmath.nstr(lower, 20), mpmath.nstr(upper, 20)])
    result[kind] = rows
print("{" + ",\n".join(f'"{k}": [\n' + ",\n".join(json.dumps(r) for r in rows) + "]" for k, rows in result.items()) + "}")
