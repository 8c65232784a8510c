import Glibc

/// Another program, run for its cost.
struct ChildProcess {
  /// A program that ended with an error.
  struct Failure: Error {
    let command: [String]
    let status: Int32
  }

  let command: [String]

  init(_ command: String...) {
    self.init(command)
  }

  init(_ command: [String]) {
    self.command = command
  }

  /// Whether a program is on the search path.
  static func isInstalled(_ name: String) -> Bool {
    (try? ChildProcess("sh", "-c", "command -v \(name)").run()) != nil
  }

  /// Runs the program without its output and returns its cost.
  func run() throws -> Cost {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
    }
    var arguments = command.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var identifier = pid_t()
    let code = posix_spawnp(&identifier, command[0], &actions, nil, &arguments, environ)
    guard code == 0 else { throw Failure(command: command, status: code) }
    var (status, usage) = (Int32(0), rusage())
    while wait4(identifier, &status, 0, &usage) < 0 {}
    guard status == 0 else { throw Failure(command: command, status: status) }
    let seconds = ChildProcess.seconds(usage.ru_utime) + ChildProcess.seconds(usage.ru_stime)
    return Cost(seconds: seconds, peakMemory: usage.ru_maxrss * 1024)
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1e6
  }
}
