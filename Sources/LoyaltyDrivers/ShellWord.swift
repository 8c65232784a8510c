/// A text as one word of a command line, in quotes where it needs them: file names have spaces.
package struct ShellWord: CustomStringConvertible, Sendable {
  package let description: String

  package init(_ text: String) {
    let isPlain = !text.isEmpty && text.allSatisfy { $0.isLetter || $0.isNumber || "./_-".contains($0) }
    description = isPlain ? text : "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
