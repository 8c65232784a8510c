/// Makes ids for `survey.yaml` out of headers, each different from those before.
struct DraftIDs {
  private var taken: Set<String> = [
    "response", "wave", "date", "weight", "respondent", "missing", "import", "nps", "outcome",
  ]

  /// An id for a column, without the beginning its header shares with the others of its battery.
  mutating func id(for header: String, without prefix: String = "") -> String {
    let rest = header.hasPrefix(prefix) ? String(header.dropFirst(prefix.count)) : header
    var id = DraftIDs.slug(rest)
    if id.first?.isLetter != true { id = "q" + (id.isEmpty ? "" : "-" + id) }
    var candidate = id
    var number = 2
    while !taken.insert(candidate.lowercased()).inserted {
      candidate = "\(id)-\(number)"
      number += 1
    }
    return candidate
  }

  /// The beginning that all headers share, up to the last space or mark, where it is at least 15 letters long.
  static func sharedPrefix(of headers: [String]) -> String {
    guard let first = headers.first, headers.count > 1 else { return "" }
    var length = first.count
    for header in headers.dropFirst() {
      length = min(length, zip(first, header).prefix { $0 == $1 }.count)
    }
    let shared = first.prefix(length)
    guard let end = shared.lastIndex(where: { !$0.isLetter && !$0.isNumber }) else { return "" }
    let prefix = String(shared[...end])
    return prefix.count >= 15 ? prefix : ""
  }

  private static func slug(_ text: String) -> String {
    var words: [String] = []
    var current = ""
    for character in text {
      let plain = DraftIDs.plain(character)
      if plain.isEmpty {
        if !current.isEmpty { words.append(current) }
        current = ""
      } else {
        current += plain
      }
    }
    if !current.isEmpty { words.append(current) }
    var slug = ""
    for word in words {
      if !slug.isEmpty, slug.count + word.count > 40 { break }
      slug += (slug.isEmpty ? "" : "-") + word.prefix(40)
    }
    return slug
  }

  /// A letter without its accent, a digit, or an underscore; empty for anything else.
  private static func plain(_ character: Character) -> String {
    if character.isASCII {
      return character.isLetter || character.isNumber || character == "_" ? character.lowercased() : ""
    }
    let base = character.lowercased()
    let table: [(String, String)] = [
      ("àáâãäå", "a"), ("ç", "c"), ("èéêë", "e"), ("ìíîï", "i"), ("ñ", "n"), ("òóôõöø", "o"), ("ùúûü", "u"),
      ("ýÿ", "y"), ("ß", "ss"), ("æ", "ae"), ("œ", "oe"),
    ]
    return table.first { $0.0.contains(base) }?.1 ?? ""
  }
}
