import CExpat
import Glibc

/// Takes the elements of an XML document as they come.
protocol XMLHandler: AnyObject {
  /// An element begins; `name` has no prefix.
  func start(_ name: XMLName, _ attributes: XMLAttributes)
  /// An element ends.
  func end(_ name: XMLName)
  /// A piece of the text between elements.
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
}

extension XMLHandler {
  func end(_ name: XMLName) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// The name of an element, valid only while the handler is called.
struct XMLName {
  private let bytes: UnsafePointer<CChar>

  /// A name without its prefix.
  init(_ qualified: UnsafePointer<CChar>) {
    var start = qualified
    var place = qualified
    while place.pointee != 0 {
      if place.pointee == 0x3A { start = place + 1 }
      place += 1
    }
    bytes = start
  }

  /// Whether the name is a word.
  @inline(__always)
  static func == (name: XMLName, word: StaticString) -> Bool {
    let start = UnsafeRawPointer(word.utf8Start).assumingMemoryBound(to: CChar.self)
    // Most names differ in their first letter.
    return name.bytes.pointee == start.pointee && strcmp(name.bytes, start) == 0
  }
}

/// The attributes of an element, valid only while the handler is called.
struct XMLAttributes {
  fileprivate let list: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  /// The bytes of an attribute's value, its prefix aside, or nil.
  func bytes(of word: StaticString) -> UnsafeBufferPointer<UInt8>? {
    guard var entry = list else { return nil }
    while let name = entry[0], let value = entry[1] {
      if XMLName(name) == word {
        let start = UnsafeRawPointer(value).assumingMemoryBound(to: UInt8.self)
        return UnsafeBufferPointer(start: start, count: strlen(value))
      }
      entry += 2
    }
    return nil
  }

  /// An attribute's value.
  subscript(word: StaticString) -> String? {
    bytes(of: word).map { String(decoding: $0, as: UTF8.self) }
  }
}

/// Reads an XML document in pieces.
final class XMLReading {
  private let parser: XML_Parser
  private let handler: any XMLHandler

  /// A reading that calls a handler; nil where there is no memory for it.
  init?(_ handler: any XMLHandler) {
    guard let parser = XML_ParserCreate(nil) else { return nil }
    self.parser = parser
    self.handler = handler
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { context, name, attributes in
        guard let name else { return }
        XMLReading.of(context)?.handler.start(XMLName(name), XMLAttributes(list: attributes))
      },
      { context, name in
        guard let name else { return }
        XMLReading.of(context)?.handler.end(XMLName(name))
      })
    XML_SetCharacterDataHandler(parser) { context, text, count in
      guard let text else { return }
      let start = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
      XMLReading.of(context)?.handler.text(UnsafeBufferPointer(start: start, count: Int(count)))
    }
  }

  deinit { XML_ParserFree(parser) }

  private static func of(_ context: UnsafeMutableRawPointer?) -> XMLReading? {
    context.map { Unmanaged<XMLReading>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Reads a piece; false where the document is not well formed.
  func read(_ piece: UnsafeRawBufferPointer, isLast: Bool) -> Bool {
    let start = piece.baseAddress?.assumingMemoryBound(to: CChar.self)
    return XML_Parse(parser, start, Int32(piece.count), isLast ? 1 : 0) == XML_STATUS_OK
  }
}
