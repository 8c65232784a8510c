import sys
from work import need, timed

np = need("numpy")
sm = need("statsmodels.api")
data = np.loadtxt(sys.argv[1], delimiter=",")
outcome = (data[:, -1] >= float(sys.argv[2])).astype(float)
design = sm.add_constant(data[:, :-1])
timed(lambda: sm.Logit(outcome, design).fit(disp=0).bse)
