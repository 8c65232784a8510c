# Times a piece of work in processor seconds and prints them as the last line.
need <- function(package) {
  if (!suppressMessages(requireNamespace(package, quietly = TRUE))) quit(status = 69)
}

timed <- function(work) {
  start <- proc.time()
  invisible(work())
  spent <- proc.time() - start
  cat(spent[["user.self"]] + spent[["sys.self"]], "\n")
}

data <- function(file) as.matrix(read.csv(file, header = FALSE))
