import Statistics
import TestSupport
import Testing

@Suite struct SeededGeneratorTests {
  @Test func streamsAreReproducibleAndDiffer() {
    func first(_ seed: UInt64, _ stream: UInt64) -> [UInt64] {
      var generator = SeededGenerator(seed: seed, stream: stream)
      return (0..<4).map { _ in generator.next() }
    }
    #expect(first(1, 0) == first(1, 0))
    #expect(Set([first(1, 0), first(1, 1), first(2, 0), first(0, 0), first(0, 1)]).count == 5)
  }

  @Test func indicesFallEverywhereAlike() {
    var generator = SeededGenerator(seed: 3)
    var counts = [Int](repeating: 0, count: 7)
    for _ in 0..<70_000 { counts[generator.index(below: 7)] += 1 }
    let distance = counts.reduce(0.0) { $0 + Double(($1 - 10_000) * ($1 - 10_000)) / 10_000 }
    // The 99.9 % point of χ² on 6 degrees of freedom.
    #expect(distance < 22.46)
  }

  @Test func uniformNumbersHaveTheirMoments() {
    var generator = SeededGenerator(seed: 5, stream: 9)
    let numbers = (0..<20_000).map { _ in generator.uniform() }
    let covariance = Covariance(of: [numbers])
    #expect((covariance.means[0] - 0.5).magnitude < 4 * (1.0 / 12 / 20_000).squareRoot())
    #expect(Agreement(covariance.matrix[0, 0], with: 1.0 / 12).error < 0.03)
    #expect(numbers.allSatisfy { $0 >= 0 && $0 < 1 })
  }
}
