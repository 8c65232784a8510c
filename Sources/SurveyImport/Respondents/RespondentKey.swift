import CLibCrypto
public import Foundation

/// The secret of a survey that turns the identifiers of its respondents into pseudonyms.
///
/// A pseudonym is the first half of HMAC-SHA-256 (RFC 2104) of the identifier under the key, as 32 hexadecimal digits.
/// Whoever has the key and a list of identifiers can find out which pseudonym is whose; whoever has the database alone
/// cannot. The same identifier has the same pseudonym in every wave.
public struct RespondentKey: Sendable, Equatable {
  /// The name of the file, beside the database.
  public static let fileName = "respondents.key"

  private static let byteCount = 32
  private let bytes: [UInt8]

  /// A key made at random by the operating system.
  public init() {
    var generator = SystemRandomNumberGenerator()
    bytes = (0..<RespondentKey.byteCount).map { _ in UInt8.random(in: 0...255, using: &generator) }
  }

  /// The key in a file, or nil where there is no file.
  ///
  /// - Throws: `RespondentKeyError.damaged` where the file holds no key, or an error of the operating system.
  public init?(at url: URL) throws {
    guard FileManager.default.fileExists(atPath: url.path) else { return nil }
    let text = FoldedText.trimmed(String(decoding: try Data(contentsOf: url), as: UTF8.self))
    let digits = Array(text.utf8)
    guard digits.count == 2 * RespondentKey.byteCount else {
      throw RespondentKeyError.damaged(path: url.path)
    }
    bytes = try stride(from: 0, to: digits.count, by: 2).map { place in
      guard let byte = UInt8(String(decoding: digits[place...(place + 1)], as: UTF8.self), radix: 16) else {
        throw RespondentKeyError.damaged(path: url.path)
      }
      return byte
    }
  }

  /// Writes the key into a new file that only its owner may read.
  public func write(to url: URL) throws {
    let isMade = FileManager.default.createFile(
      atPath: url.path, contents: Data((RespondentKey.hexadecimal(bytes[...]) + "\n").utf8),
      attributes: [.posixPermissions: 0o600])
    guard isMade else { throw CocoaError(.fileWriteUnknown) }
  }

  /// The pseudonym of an identifier, spaces around it aside.
  public func pseudonym(of identifier: String) -> String {
    var text = FoldedText.trimmed(identifier)
    var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var length: UInt32 = 0
    text.withUTF8 { content in
      _ = HMAC(
        EVP_sha256(), bytes, Int32(bytes.count), content.baseAddress, content.count, &digest, &length)
    }
    return RespondentKey.hexadecimal(digest[..<16])
  }

  /// An identifier as it is stored: without spaces around it.
  public static func trimmed(_ identifier: String) -> String { FoldedText.trimmed(identifier) }

  /// A text by which a database knows its key again; it tells nothing of the key.
  public var check: String { pseudonym(of: "loyalty") }

  private static func hexadecimal(_ bytes: ArraySlice<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}

/// Why respondents cannot be recognised.
public enum RespondentKeyError: Error, Sendable, Equatable {
  /// The file holds no key.
  case damaged(path: String)
  /// The database was written with a key, and there is none.
  case missing(path: String)
  /// The database was written with another key.
  case wrong(path: String)
}

extension RespondentKeyError: LocalizedError {
  /// What is wrong.
  public var errorDescription: String? {
    switch self {
    case .damaged(let path): "\(path) holds no key: 64 hexadecimal digits are expected."
    case .missing(let path): "\(path) is not there, and the database was written with a key."
    case .wrong(let path): "\(path) is not the key that the database was written with."
    }
  }

  /// How to repair it.
  public var recoverySuggestion: String? {
    "Restore the file from a backup: without it neither respondents nor erasures can be recognised."
  }
}
