args <- commandArgs(trailingOnly = TRUE)
source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE))), "work.R"))
need("domir")
frame <- as.data.frame(data(args[1]))
last <- ncol(frame)
frame[[last]] <- frame[[last]] >= as.numeric(args[2])
formula <- reformulate(names(frame)[-last], names(frame)[last])
mcfadden <- function(f) {
  fitted <- glm(f, binomial, frame)
  1 - fitted$deviance / fitted$null.deviance
}
timed(function() domir::domir(formula, mcfadden))
