import HTML

/// A part of the page: a question as its heading, how it is answered, and the answer.
struct ReportSection {
  /// The anchor.
  let id: String
  /// The question that is answered.
  let heading: String
  /// How, and on how many.
  let explanation: [String]
  /// The answer.
  let content: [HTMLNode]

  /// The part on the page.
  var node: HTMLNode {
    let words = explanation.map { HTMLNode.p("how", .text($0)) }
    return .element("section", [.id(id)], [.heading(2, heading)] + words + content)
  }
}
