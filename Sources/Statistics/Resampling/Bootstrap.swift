import Dispatch

/// Resampling of rows with replacement (Efron 1979, doi:10.1214/aos/1176344552).
///
/// Replicate r draws from stream r of the seed, so results do not depend on the number of threads.
public struct Bootstrap: Sendable, Equatable {
  /// How many resamples are drawn.
  public let replicates: Int
  /// The seed of all random streams.
  public let seed: UInt64

  /// A bootstrap.
  ///
  /// - Precondition: there is at least one replicate.
  public init(replicates: Int = 1000, seed: UInt64 = 1) {
    precondition(replicates > 0, "A bootstrap needs at least one replicate.")
    self.replicates = replicates
    self.seed = seed
  }

  /// The statistics of every resample, a row per replicate.
  ///
  /// `makeWorker` is called a few times, on several threads, and gives a function with room of its own that
  /// computes `statistics` numbers from the indices of the rows drawn.
  public func replicated(
    rows: Int, statistics: Int,
    makeWorker: @Sendable () -> (UnsafeBufferPointer<Int32>, UnsafeMutableBufferPointer<Double>) -> Void
  ) -> Matrix {
    precondition(rows > 0 && rows <= Int32.max, "A bootstrap resamples at least one row.")
    return replicated(ResampledRows(independent: rows), statistics: statistics, makeWorker: makeWorker)
  }

  /// The statistics of every resample of rows that are drawn in some way.
  func replicated(
    _ rows: ResampledRows, statistics: Int,
    makeWorker: @Sendable () -> (UnsafeBufferPointer<Int32>, UnsafeMutableBufferPointer<Double>) -> Void
  ) -> Matrix {
    ParallelRows(rows: replicates, columns: statistics).computed {
      let worker = makeWorker()
      var drawn: [Int32] = []
      return { replicate, result in
        var generator = SeededGenerator(seed: seed, stream: UInt64(replicate))
        rows.draw(&drawn, by: &generator)
        drawn.withUnsafeBufferPointer { worker($0, result) }
      }
    }
  }
}

/// Computes the rows of a matrix on all cores; each row is computed on its own.
struct ParallelRows: Sendable {
  let rows: Int
  let columns: Int
  /// Rows computed by one worker before it asks for more.
  private let batch = 16

  /// The matrix; `makeWorker` gives a function that fills one row.
  func computed(
    _ makeWorker: @Sendable () -> (Int, UnsafeMutableBufferPointer<Double>) -> Void
  ) -> Matrix {
    var matrix = Matrix(rows: rows, columns: columns)
    let (rows, columns, batch) = (rows, columns, batch)
    matrix.elements.withUnsafeMutableBufferPointer { elements in
      nonisolated(unsafe) let elements = elements
      DispatchQueue.concurrentPerform(iterations: (rows + batch - 1) / batch) { part in
        let worker = makeWorker()
        for row in part * batch..<min((part + 1) * batch, rows) {
          worker(row, UnsafeMutableBufferPointer(rebasing: elements[row * columns..<(row + 1) * columns]))
        }
      }
    }
    return matrix
  }
}
