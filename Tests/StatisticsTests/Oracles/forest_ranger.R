# Reference numbers for RegressionForest, from ranger: Rscript forest_ranger.R writes forest_ranger.json beside this file.
# Leaves of a single draw are allowed. 20 seeds give the simulation error to allow for.
library(ranger)
args <- commandArgs(FALSE)
here <- dirname(sub("--file=", "", args[grep("--file=", args)]))
d <- read.csv(file.path(here, "synth_open.csv"))
X <- d[paste0("d", 1:7)]
exclusive <- ifelse((X$d1 >= 8) != (X$d2 >= 8), 8, 3) + ifelse(X$d3 >= 6, 1, 0)
one <- function(y, seed) {
  f <- ranger(x = X, y = y, num.trees = 200, mtry = 3, min.node.size = 1, importance = "permutation",
              seed = seed, num.threads = 1)
  c(f$r.squared, f$variable.importance / (var(y) * (length(y) - 1) / length(y)))
}
list_of <- function(v) paste0("[", paste(format(v, digits = 15), collapse = ", "), "]")
part <- function(y) {
  m <- sapply(1:20, function(s) one(y, s))
  mean <- rowMeans(m); sd <- apply(m, 1, sd)
  sprintf('{"rSquared": {"mean": %.15g, "deviation": %.15g}, "importance": {"mean": %s, "deviation": %s}}',
          mean[1], sd[1], list_of(mean[-1]), list_of(sd[-1]))
}
writeLines(c(
  sprintf('{"program": "ranger %s", "trees": 200, "tried": 3, "smallestLeaf": 1, "seeds": 20,', packageVersion("ranger")),
  sprintf('"score": %s,', part(d$ltr)), sprintf('"exclusive": %s}', part(exclusive))),
  file.path(here, "forest_ranger.json"))
