import CLibCrypto
import SurveyModel

/// One pass over a file before it is read: its SHA-256, its size, and whether its bytes are text.
struct FileInspection {
  /// The SHA-256 in hexadecimal.
  private(set) var digest = ""
  /// How many bytes were read.
  private(set) var byteCount = 0
  /// Whether that is the whole file.
  private(set) var isWhole = false
  /// The first bytes, at most 512.
  private(set) var start: [UInt8] = []
  /// How many zero bytes there are at even and at odd places.
  private(set) var zeros = (even: 0, odd: 0)
  /// The letters beyond ASCII.
  private(set) var letters = UTF8Count()
  private var latin = LatinEvidence()

  /// Reads a source to its end, or until `limit` bytes or some more have been read.
  init(of source: consuming ByteSource, limit: Int = .max) throws(SystemFailure) {
    let context = EVP_MD_CTX_new()
    defer { EVP_MD_CTX_free(context) }
    EVP_DigestInit_ex(context, EVP_sha256(), nil)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { buffer.deallocate() }
    while byteCount < limit {
      let count = try source.read(into: buffer)
      if count == 0 {
        isWhole = true
        break
      }
      EVP_DigestUpdate(context, buffer.baseAddress, count)
      let bytes = UnsafeRawBufferPointer(rebasing: buffer[..<count])
      if start.count < 512 { start += bytes.prefix(512 - start.count) }
      // The letters of packed and binary files mean nothing.
      if FileSignature(of: start) == nil { look(at: bytes) }
      byteCount += count
    }
    letters.finish()
    digest = FileInspection.hexadecimal(context)
  }

  private mutating func look(at bytes: UnsafeRawBufferPointer) {
    var index = 0
    while index < bytes.count {
      if letters.isBetweenLetters {
        index += ByteSearch.plainCount(in: bytes, from: index)
        if index == bytes.count { break }
      }
      let byte = bytes[index]
      if byte == 0 {
        if (byteCount + index) & 1 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
      }
      letters.add(byte)
      latin.add(byte)
      index += 1
    }
  }

  private static func hexadecimal(_ context: OpaquePointer?) -> String {
    var bytes = [UInt8](repeating: 0, count: 32)
    EVP_DigestFinal_ex(context, &bytes, nil)
    let digits = Array("0123456789abcdef")
    return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }

  /// The encoding, or nil where the bytes are no text.
  ///
  /// Hardly any text in Windows-1252 holds even one well-formed UTF-8 letter, so that a file with as many of
  /// them as of broken ones is UTF-8 with some damage.
  var encoding: TextEncoding? {
    if start.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if start.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    if zeros.even + zeros.odd > 0 { return utf16WithoutMark }
    let isMarked = start.starts(with: TextEncoding.utf8.byteOrderMark)
    if isMarked || letters.valid >= letters.invalid { return .utf8 }
    return latin.isISO ? .iso8859Part15 : .windows1252
  }

  /// UTF-16 of mostly Latin text has a zero in nearly every second place, and nowhere else.
  private var utf16WithoutMark: TextEncoding? {
    let most = byteCount * 2 / 5
    if zeros.odd > most, zeros.even == 0 { return .utf16LittleEndian }
    if zeros.even > most, zeros.odd == 0 { return .utf16BigEndian }
    return nil
  }
}
