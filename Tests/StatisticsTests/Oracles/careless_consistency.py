"""Reference numbers for ResponseConsistency, from the definitions: writes careless_consistency.json beside this file.

Even-odd (Johnson 2005): numpy's correlation over scales of the means of odd and even items, by Spearman and Brown, not below
-1. Synonyms (Meade & Craig 2012): numpy's correlation over the pairs of items that correlate above a limit; both need three
pairs. As R's careless does it, but for the sign of its even-odd index, which it turns since version 1.2.0.
"""
import csv, json, os
import numpy as np

here = os.path.dirname(os.path.abspath(__file__))
rows = list(csv.DictReader(open(os.path.join(here, "synth_open.csv"))))[:300]
items = np.array([[float(r[f"d{j}"]) for j in range(1, 8)] for r in rows])
eighth = np.clip(items[:, 0] + items[:, 4] % 3 - 1, 0, 10)
ninth = np.clip(items[:, 1] + items[:, 5] % 3 - 1, 0, 10)
items = np.column_stack([items, eighth, ninth])
holes = items.copy()
for i in range(300):
    if i % 3 == 0:
        holes[i, i % 9] = np.nan
scales, limit = [3, 2, 2, 2], 0.35


def within(first, second):
    known = ~(np.isnan(first) | np.isnan(second))
    first, second = first[known], second[known]
    if len(first) < 3 or first.std() < 1e-9 or second.std() < 1e-9:
        return None
    return float(np.corrcoef(first, second)[0, 1])


def even_odd(row):
    ends = np.cumsum([0] + scales)
    parts = [row[ends[k]:ends[k + 1]] for k in range(len(scales))]
    mean = lambda part: np.nan if np.isnan(part).all() else np.nanmean(part)
    r = within(np.array([mean(p[0::2]) for p in parts]), np.array([mean(p[1::2]) for p in parts]))
    return None if r is None else (-1.0 if r <= -1 else max(-1.0, 2 * r / (1 + r)))


correlation = np.corrcoef(items, rowvar=False)
pairs = [(a, b) for b in range(9) for a in range(b) if correlation[a, b] > limit]
first, second = [a for a, _ in pairs], [b for _, b in pairs]
result = {
    "program": f"numpy {np.__version__}", "scales": scales, "limit": limit, "pairs": len(pairs),
    "evenOdd": [even_odd(r) for r in items], "synonyms": [within(r[first], r[second]) for r in items],
    "evenOddWithHoles": [even_odd(r) for r in holes],
    "synonymsWithHoles": [within(r[first], r[second]) for r in holes],
}
# The oracle reader knows numbers only: 9 stands for an index that is not defined.
for key in ("evenOdd", "synonyms", "evenOddWithHoles", "synonymsWithHoles"):
    result[key] = [9 if v is None else v for v in result[key]]
json.dump(result, open(os.path.join(here, "careless_consistency.json"), "w"))
