import SurveyModel

/// Finds rows by which somebody tried out the questionnaire.
///
/// Such rows say "test" in a column of names or e-mail addresses, or say nothing else in a comment.
struct TestAnswers {
  private let personal: [Int]
  private let comments: [Int]

  private static let words: Set<String> = ["test", "tests", "testing", "tester", "testje", "asdf", "qwerty"]
  private static let longest = 60

  /// Looks for the columns among the headers of a file, and takes those of comments that the survey names.
  init(in headers: [String], comments named: [Int]) {
    let profiles = headers.map { ColumnProfile(header: $0) }
    personal = profiles.indices.filter { DraftVocabulary.names(profiles[$0], DraftVocabulary.personal) }
    let found = profiles.indices.filter { DraftVocabulary.names(profiles[$0], DraftVocabulary.comment) }
    comments = Array(Set(found + named).subtracting(personal)).sorted()
  }

  /// Whether a record is a test.
  func isTest(_ scanner: borrowing DelimitedScanner) -> Bool {
    for column in personal {
      let words = TestAnswers.words(in: column, of: scanner)
      if words.contains(where: TestAnswers.words.contains) || TestAnswers.isExample(words) { return true }
    }
    for column in comments {
      let words = TestAnswers.words(in: column, of: scanner)
      if !words.isEmpty, words.allSatisfy(TestAnswers.words.contains) { return true }
    }
    return false
  }

  /// Whether an address is one of `example.com`, which belongs to nobody (RFC 2606).
  private static func isExample(_ words: [String]) -> Bool {
    guard let place = words.lastIndex(of: "example"), place > 0 else { return false }
    return words[(place + 1)...].elementsEqual(["com"]) || words[(place + 1)...].elementsEqual(["org"])
      || words[(place + 1)...].elementsEqual(["net"])
  }

  /// The words of a cell in small letters; none of a long one.
  private static func words(in column: Int, of scanner: borrowing DelimitedScanner) -> [String] {
    guard column < scanner.cellCount, !scanner.bytes(of: column).isEmpty,
      scanner.bytes(of: column).count <= longest
    else { return [] }
    return scanner.text(of: column).lowercased().split { !$0.isLetter }.map(String.init)
  }
}
