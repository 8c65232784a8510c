args <- commandArgs(trailingOnly = TRUE)
source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE))), "work.R"))
need("ranger")
frame <- data(args[1])
last <- ncol(frame)
timed(function() ranger::ranger(
  x = frame[, -last], y = frame[, last], num.trees = as.integer(args[2]), importance = "permutation", num.threads = 1))
