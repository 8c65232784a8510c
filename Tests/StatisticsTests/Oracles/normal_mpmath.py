"""Writes normal_mpmath.json: tails and quantiles of the normal distribution with 50 digits (mpmath)."""
import json, mpmath
from mpmath import mp, mpf
mp.dps = 60

def tail(z):
    return mpmath.erfc(mpf(z) / mpmath.sqrt(2)) / 2

def quantile(p):
    p = mpf(p)
    start = mpmath.sqrt(2) * mpmath.erfinv(1 - 2 * p) if p > mpf("1e-30") else mpmath.sqrt(-2 * mpmath.log(p))
    return mpmath.findroot(lambda z: mpmath.log(tail(z)) - mpmath.log(p), start)

zs = [0.0, 1e-300, 1e-9, 0.1, 0.5, 1.0, 1.96, 2.5758293, 3.0, 4.4, 5.0, 6.1, 7.7, 8.3, 10.0, 13.7, 20.0,
      25.3, 30.0, 37.0, -0.3, -1.0, -1.96, -3.0, -5.5, -8.0]
ps = [0.5, 0.499, 0.3, 0.2, 0.1, 0.075, 0.05, 0.025, 0.01, 0.005, 1e-3, 1e-4, 1e-6, 1e-9, 1e-11, 1.4e-11,
      1e-12, 1e-16, 1e-30, 1e-100, 1e-200, 1e-299, 0.6, 0.8, 0.925, 0.95, 0.975, 0.999, 0.999999]
json.dump({
    "origin": "normal_mpmath.py, mpmath %s, 60 digits" % mpmath.__version__,
    "relativeTolerance": 1e-14,
    "upperTail": [{"z": z, "value": mpmath.nstr(tail(z), 25)} for z in zs],
    "upperQuantile": [{"probability": p, "value": mpmath.nstr(quantile(p), 25)} for p in ps],
}, open(__file__.replace(".py", ".json"), "w"), indent=1)
