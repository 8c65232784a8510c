import SurveyModel

/// A list of answers in words that surveys commonly offer, the worst first.
struct WordScale {
  /// What the words are about, for the reason.
  let name: String
  /// The words of each value from 1 up, folded.
  let levels: [[String]]

  /// The lists that are known, in English, Dutch, German, French and Spanish.
  static let known = [
    WordScale(
      name: "agreement",
      levels: [
        [
          "strongly disagree", "zeer oneens", "helemaal mee oneens", "stimme überhaupt nicht zu",
          "pas du tout d'accord", "totalmente en desacuerdo", "muy en desacuerdo",
        ],
        [
          "disagree", "somewhat disagree", "oneens", "mee oneens", "stimme nicht zu", "pas d'accord",
          "plutôt pas d'accord", "en desacuerdo",
        ],
        [
          "neutral", "neither agree nor disagree", "neutraal", "niet eens, niet oneens", "teils/teils",
          "ni d'accord ni pas d'accord", "ni de acuerdo ni en desacuerdo",
        ],
        [
          "agree", "somewhat agree", "eens", "mee eens", "stimme zu", "d'accord", "plutôt d'accord",
          "de acuerdo",
        ],
        [
          "strongly agree", "zeer eens", "helemaal mee eens", "stimme voll und ganz zu",
          "tout à fait d'accord",
          "totalmente de acuerdo", "muy de acuerdo",
        ],
      ]),
    WordScale(
      name: "satisfaction",
      levels: [
        ["very dissatisfied", "zeer ontevreden", "sehr unzufrieden", "très insatisfait", "muy insatisfecho"],
        [
          "dissatisfied", "ontevreden", "unzufrieden", "insatisfait", "insatisfecho", "somewhat dissatisfied",
        ],
        ["neutral", "neither satisfied nor dissatisfied", "neutraal", "teils/teils", "neutre"],
        ["satisfied", "tevreden", "zufrieden", "satisfait", "satisfecho", "somewhat satisfied"],
        ["very satisfied", "zeer tevreden", "sehr zufrieden", "très satisfait", "muy satisfecho"],
      ]),
    WordScale(
      name: "quality",
      levels: [
        ["very poor", "very bad", "zeer slecht", "sehr schlecht", "très mauvais", "muy malo"],
        ["poor", "bad", "slecht", "schlecht", "mauvais", "malo"],
        ["fair", "average", "ok", "okay", "matig", "redelijk", "mittel", "moyen", "regular"],
        ["good", "goed", "gut", "bon", "bueno"],
        ["very good", "excellent", "zeer goed", "uitstekend", "sehr gut", "très bon", "muy bueno"],
      ]),
  ]

  /// The value of a word, or nil.
  func value(of word: String) -> Int? {
    let folded = FoldedText(word).text
    return levels.firstIndex { $0.contains(folded) }.map { $0 + 1 }
  }
}
