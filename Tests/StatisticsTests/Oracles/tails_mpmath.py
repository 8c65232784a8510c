"""Writes tails_mpmath.json: both tails of the t, chi-squared and F distributions with 50 digits (mpmath).

Every argument is the exact value of a double. Tails below 1e-290 and quantile cases without a root are left out.
"""
import json, random, mpmath
from mpmath import mp, mpf
mp.dps = 50

def beta_pair(a, b, x, y):
    """I_x(a, b) and its complement, the smaller one by its hypergeometric series."""
    def direct(a, b, x, y):
        front = mpmath.exp(a * mpmath.log(x) + b * mpmath.log(y) + mpmath.loggamma(a + b)
                           - mpmath.loggamma(a + 1) - mpmath.loggamma(b))
        # sum of (a+b)_k/(a+1)_k x^k: positive terms
        term = total = mpf(1)
        k = 0
        while term > total * mpf(10) ** -45:
            term *= (a + b + k) / (a + 1 + k) * x
            total += term
            k += 1
            if k > 400000:
                raise ArithmeticError
        return front * total
    if x * (a + b) <= a:
        lower = direct(a, b, x, y)
        return lower, 1 - lower
    upper = direct(b, a, y, x)
    return 1 - upper, upper

def by_quadrature(log_density, x, scale):
    """The upper tail of a density by panels of the given width, relative to the density at x.

    (mpmath's tolerance is absolute: without the division a tail of 1e-198 would be left unfinished.)
    """
    total = mpf(0)
    left = x
    top = log_density(x)
    while True:
        part = mpmath.quad(lambda t: mpmath.exp(log_density(t) - top), [left, left + scale])
        total += part
        left += scale
        if part < total * mpf(10) ** -40:
            return total * mpmath.exp(top)

def t_tail(t, nu):
    t, nu = mpf(t), mpf(nu)
    if nu > 1e5:
        front = (mpmath.loggamma((nu + 1) / 2) - mpmath.loggamma(nu / 2) - mpmath.log(nu * mp.pi) / 2)
        return by_quadrature(lambda s: front - (nu + 1) / 2 * mpmath.log1p(s * s / nu), t, mpf(1) / 2 if t > 3 else mpf(1))
    x, y = nu / (nu + t * t), t * t / (nu + t * t)
    try:
        return beta_pair(nu / 2, mpf(1) / 2, x, y)[0] / 2
    except ArithmeticError:
        return mpmath.betainc(nu / 2, mpf(1) / 2, 0, x, regularized=True) / 2

def f_pair(f, d1, d2):
    f, d1, d2 = mpf(f), mpf(d1), mpf(d2)
    return beta_pair(d1 / 2, d2 / 2, d1 * f / (d1 * f + d2), d2 / (d1 * f + d2))

def chi_pair(x, k):
    a, x = mpf(k) / 2, mpf(x) / 2
    if x <= a:
        term = total = 1 / a
        n = a
        while term > total * mpf(10) ** -45:
            n += 1
            term *= x / n
            total += term
        lower = total * mpmath.exp(a * mpmath.log(x) - x - mpmath.loggamma(a))
        return lower, 1 - lower
    if a > 5000:
        upper = by_quadrature(lambda t: (a - 1) * mpmath.log(t) - t - mpmath.loggamma(a), x, mpmath.sqrt(a) / 2)
    else:
        upper = mpmath.gammainc(a, x, regularized=True)
    return 1 - upper, upper

def text(value):
    return mpmath.nstr(value, 25)

random.seed(20261123)
ts, chis, fs = [], [], []
table = [(5, 1000), (12, 80), (30, 1e6), (3, 1e9)]
grid = [(t, nu) for nu in (1, 2, 2.5, 3, 5, 10, 29, 100, 1000, 12345, 1e6, 1e9)
        for t in (1e-8, 0.01, 0.5, 0.999, 1.0, 1.001, 1.96, 3, 6, 11, 25)]
more = [(random.uniform(0, 12), round(random.uniform(1, 5000), 2)) for _ in range(40)] + [(1e6, 4), (1e20, 3), (300, 7)]
for t, nu in table + grid + more:
    value = t_tail(t, nu)
    if value > mpf("1e-290"):
        ts.append({"t": t, "degreesOfFreedom": nu, "upperTail": text(value)})
table = [(1200, 1000), (1000, 15)]
grid = [(k * ratio, k) for k in (0.2, 0.5, 1, 2, 3, 7, 15, 40, 200, 1000, 20000, 1e6)
        for ratio in (1e-6, 0.05, 0.5, 0.9, 0.99, 1.0, 1.01, 1.1, 1.5, 3, 20) if not (k > 5000 and not 0.9 < ratio < 1.2)]
more = [(random.uniform(0.01, 1500), round(random.uniform(0.5, 800), 2)) for _ in range(40)] + [(1e9 + 1e5, 1e9), (1e9 - 2e5, 1e9)]
for x, k in table + grid + more:
    lower, upper = chi_pair(x, k) if k < 1e8 or x > k else (None, None)
    if lower is None:
        a, y = mpf(k) / 2, mpf(x) / 2
        lower = mpmath.quad(lambda t: mpmath.exp((a - 1) * mpmath.log(t) - t - mpmath.loggamma(a)),
                            [y - i * mpmath.sqrt(a) for i in range(20, -1, -1)])
        upper = 1 - lower
    if min(lower, upper) > mpf("1e-290"):
        chis.append({"x": x, "degreesOfFreedom": k, "lowerTail": text(lower), "upperTail": text(upper)})
table = [(50, 15, 1e5)]
grid = [(f, a, b) for a, b in ((1, 1), (1, 10), (2, 3), (7, 0.5), (3, 1492), (15, 1e5), (1e4, 3), (120, 120), (2000, 3000), (1e5, 1e5), (8, 1e9))
        for f in (1e-4, 0.2, 0.8, 0.98, 1.0, 1.02, 1.3, 3, 12)]
more = [(random.uniform(0.05, 30), random.randint(1, 60), random.randint(1, 4000)) for _ in range(40)]
for f, a, b in table + grid + more:
    try:
        lower, upper = f_pair(f, a, b)
    except ArithmeticError:
        continue
    if min(lower, upper) > mpf("1e-290"):
        fs.append({"f": f, "numerator": a, "denominator": b, "lowerTail": text(lower), "upperTail": text(upper)})
json.dump({"origin": "tails_mpmath.py, mpmath %s, 50 digits" % mpmath.__version__, "relativeTolerance": 1e-14,
           "studentT": ts, "chiSquared": chis, "fisherF": fs}, open(__file__.replace(".py", ".json"), "w"), indent=0)
print(len(ts), len(chis), len(fs))
