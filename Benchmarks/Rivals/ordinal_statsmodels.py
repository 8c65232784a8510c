import sys
from work import need, timed

np = need("numpy")
ordinal = need("statsmodels.miscmodels.ordinal_model")
data = np.loadtxt(sys.argv[1], delimiter=",")
outcome = data[:, -1].astype(int)
if sys.argv[2] == "3":
    outcome = np.digitize(outcome, [7, 9])
timed(lambda: ordinal.OrderedModel(outcome, data[:, :-1], distr="logit").fit(method="bfgs", disp=0).bse)
