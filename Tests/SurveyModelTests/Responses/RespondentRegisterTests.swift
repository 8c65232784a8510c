import SurveyModel
import Testing

@Suite struct RespondentRegisterTests {
  private func key(_ name: Int, _ wave: String? = "A") -> UInt64 {
    ResponseFingerprint(respondent: "respondent \(name)", wave: wave).value
  }

  private func answers(_ number: Int) -> UInt64 {
    var fingerprint = ResponseFingerprint()
    fingerprint.add(number)
    return fingerprint.value
  }

  @Test func tellsWhatAResponseIs() {
    var register = RespondentRegister()
    register.enterStored(respondent: key(1), answers: answers(1))
    register.enterStored(respondent: key(1), answers: answers(2))
    let cases: [(Int, Int, RespondentRegister.Verdict)] = [
      (1, 1, .stored), (1, 2, .stored), (1, 3, .conflicting), (2, 1, .first), (2, 1, .repeated),
      (2, 2, .another), (2, 2, .repeated), (2, 1, .repeated), (3, 1, .first), (1, 1, .stored),
    ]
    for (name, number, verdict) in cases {
      let found = register.verdict(respondent: key(name), answers: answers(number))
      #expect(found == verdict, "\(name) \(number)")
    }
    #expect(register.verdict(respondent: key(1, "B"), answers: answers(1)) == .first)
    #expect(register.verdict(respondent: key(1, nil), answers: answers(1)) == .first)
  }

  @Test func knowsEachOfManyAndNoOther() {
    var register = RespondentRegister()
    var firsts = 0
    for name in 0..<20_000 where register.verdict(respondent: key(name), answers: answers(name)) == .first {
      firsts += 1
    }
    #expect(firsts == 20_000)
    for name in 0..<20_000 {
      let isRepeated = register.verdict(respondent: key(name), answers: answers(name)) == .repeated
      if !isRepeated { Issue.record("\(name) is not known.") }
    }
    #expect(register.verdict(respondent: key(20_000), answers: answers(0)) == .first)
  }

  @Test func findsThoseWhoseSearchWasPutOff() {
    var register = RespondentRegister()
    for name in 0..<40_000 {
      let verdict = register.verdict(respondent: key(name), answers: answers(name), isUnmet: true)
      if verdict != .first { Issue.record("\(name) is said to be known.") }
    }
    for name in stride(from: 39_999, through: 0, by: -7) {
      let verdict = register.verdict(respondent: key(name), answers: answers(name))
      if verdict != .repeated { Issue.record("\(name) is not known.") }
    }
    #expect(register.verdict(respondent: key(1), answers: answers(2)) == .another)
    #expect(register.verdict(respondent: key(40_000), answers: answers(0), isUnmet: true) == .first)
    #expect(register.verdict(respondent: key(40_000), answers: answers(0)) == .repeated)
  }

  @Test func searchesAmongTheStoredWhateverTheOrder() {
    var register = RespondentRegister()
    register.enterStored(respondent: key(1), answers: answers(1))
    #expect(register.verdict(respondent: key(1), answers: answers(1), isUnmet: true) == .stored)
  }

  @Test func fingerprintsTellOrderAndBoundariesApart() {
    func fingerprint(_ texts: String...) -> UInt64 {
      var fingerprint = ResponseFingerprint()
      for text in texts { fingerprint.add(text) }
      return fingerprint.value
    }
    let all = [
      fingerprint("ab", "c"), fingerprint("a", "bc"), fingerprint("abc"), fingerprint("abc", ""),
      fingerprint("c", "ab"),
      ResponseFingerprint(respondent: "abc", wave: nil).value &+ 1,
    ]
    #expect(Set(all).count == all.count)
    #expect(fingerprint("abc") == ResponseFingerprint(respondent: "abc", wave: nil).value)
  }
}
