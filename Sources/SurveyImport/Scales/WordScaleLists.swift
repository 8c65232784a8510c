/// The lists of answers in words that surveys commonly offer, in English, Dutch, German, French and Spanish.
enum WordScaleLists {
  /// Name, value of the first level, and the words of each level, folded, the worst level first.
  static let all: [(name: String, lowest: Int, levels: [[String]])] = [
    (
      "stars", 1,
      (1...5).map { count in
        let rest = String(repeating: "☆", count: 5 - count)
        let (black, white) = (String(repeating: "★", count: count), String(repeating: "⭐", count: count))
        return [black, black + rest, white, String(repeating: "⭐️", count: count)]
      }
    ),
    (
      "agreement in seven steps", 1,
      [
        ["strongly disagree"],
        ["disagree", "moderately disagree"],
        ["somewhat disagree", "slightly disagree"],
        ["neither agree nor disagree", "neutral"],
        ["somewhat agree", "slightly agree"],
        ["agree", "moderately agree"],
        ["strongly agree"],
      ]
    ),
    (
      "agreement", 1,
      [
        [
          "strongly disagree", "completely disagree", "totally disagree", "zeer oneens",
          "helemaal oneens", "zeer mee oneens", "helemaal mee oneens", "stimme überhaupt nicht zu",
          "stimme gar nicht zu", "trifft überhaupt nicht zu", "trifft gar nicht zu",
          "pas du tout d'accord", "totalmente en desacuerdo", "muy en desacuerdo",
        ],
        [
          "disagree", "somewhat disagree", "oneens", "mee oneens", "enigszins oneens", "beetje oneens",
          "stimme nicht zu", "stimme eher nicht zu", "trifft eher nicht zu", "trifft nicht zu",
          "pas d'accord", "plutôt pas d'accord", "en desacuerdo",
        ],
        [
          "neutral", "undecided", "neither agree nor disagree", "neutraal", "niet eens, niet oneens",
          "niet eens/niet oneens", "noch eens, noch oneens", "teils/teils", "teils, teils", "weder noch",
          "ni d'accord ni pas d'accord", "neutre", "ni de acuerdo ni en desacuerdo",
        ],
        [
          "agree", "somewhat agree", "eens", "mee eens", "enigszins eens", "beetje eens", "stimme zu",
          "stimme eher zu", "trifft eher zu", "trifft zu", "d'accord", "plutôt d'accord", "de acuerdo",
        ],
        [
          "strongly agree", "completely agree", "totally agree", "zeer eens", "helemaal eens",
          "zeer mee eens", "helemaal mee eens", "stimme voll und ganz zu", "stimme voll zu",
          "trifft voll und ganz zu", "trifft voll zu", "tout à fait d'accord", "totalmente de acuerdo",
          "muy de acuerdo",
        ],
      ]
    ),
    (
      "satisfaction in seven steps", 1,
      [
        ["extremely dissatisfied", "very dissatisfied", "completely dissatisfied"],
        ["moderately dissatisfied", "dissatisfied", "mostly dissatisfied"],
        ["slightly dissatisfied", "somewhat dissatisfied"],
        ["neither satisfied nor dissatisfied", "neutral"],
        ["slightly satisfied", "somewhat satisfied"],
        ["moderately satisfied", "satisfied", "mostly satisfied"],
        ["extremely satisfied", "very satisfied", "completely satisfied"],
      ]
    ),
    (
      "satisfaction", 1,
      [
        [
          "very dissatisfied", "very unsatisfied", "extremely dissatisfied", "zeer ontevreden",
          "heel ontevreden", "sehr unzufrieden", "très insatisfait", "pas du tout satisfait",
          "pas du tout satisfait(e)", "muy insatisfecho", "muy insatisfecha",
        ],
        [
          "dissatisfied", "unsatisfied", "somewhat dissatisfied", "ontevreden", "unzufrieden",
          "eher unzufrieden", "insatisfait", "plutôt insatisfait", "peu satisfait", "insatisfecho",
          "insatisfecha",
        ],
        [
          "neutral", "neither satisfied nor dissatisfied", "neutraal", "niet tevreden, niet ontevreden",
          "noch tevreden, noch ontevreden", "teils/teils", "teils, teils", "neutre",
          "ni satisfait ni insatisfait", "ni satisfecho ni insatisfecho",
        ],
        [
          "satisfied", "somewhat satisfied", "tevreden", "zufrieden", "eher zufrieden", "satisfait",
          "plutôt satisfait", "satisfecho", "satisfecha",
        ],
        [
          "very satisfied", "extremely satisfied", "zeer tevreden", "heel tevreden", "sehr zufrieden",
          "très satisfait", "tout à fait satisfait", "muy satisfecho", "muy satisfecha",
        ],
      ]
    ),
    (
      "quality from poor to excellent", 1,
      [
        ["poor", "slecht"],
        ["fair", "matig"],
        ["good", "goed"],
        ["very good", "zeer goed"],
        ["excellent", "uitstekend"],
      ]
    ),
    (
      "quality", 1,
      [
        [
          "very poor", "very bad", "horrible", "terrible", "awful", "zeer slecht", "heel slecht",
          "sehr schlecht", "très mauvais", "très mauvaise", "muy malo", "muy mala",
        ],
        ["poor", "bad", "slecht", "schlecht", "mauvais", "mauvaise", "malo", "mala"],
        [
          "fair", "average", "ok", "okay", "neutral", "matig", "redelijk", "voldoende", "mittel",
          "mittelmäßig", "moyen", "moyenne", "passable", "regular",
        ],
        ["good", "goed", "gut", "bon", "bonne", "bueno", "buena"],
        [
          "very good", "excellent", "great", "outstanding", "zeer goed", "heel goed", "uitstekend",
          "sehr gut", "très bon", "très bonne", "muy bueno", "muy buena", "excelente",
        ],
      ]
    ),
    (
      "likelihood", 1,
      [
        [
          "very unlikely", "extremely unlikely", "not at all likely", "zeer onwaarschijnlijk",
          "sehr unwahrscheinlich", "très improbable", "muy improbable",
        ],
        [
          "unlikely", "somewhat unlikely", "not very likely", "onwaarschijnlijk", "unwahrscheinlich",
          "improbable", "poco probable",
        ],
        ["neutral", "neither likely nor unlikely", "neutraal", "vielleicht", "neutre", "peut-être"],
        ["likely", "somewhat likely", "waarschijnlijk", "wahrscheinlich", "probable"],
        [
          "very likely", "extremely likely", "zeer waarschijnlijk", "sehr wahrscheinlich",
          "très probable", "muy probable",
        ],
      ]
    ),
    (
      "favour", 1,
      [
        ["very unfavorably", "very unfavourably"],
        ["somewhat unfavorably", "somewhat unfavourably"],
        [
          "neither favorably nor unfavorably (neutral)", "neither favourably nor unfavourably (neutral)",
          "neutral",
        ],
        ["somewhat favorably", "somewhat favourably"],
        ["very favorably", "very favourably"],
      ]
    ),
    (
      "importance", 1,
      [
        [
          "not at all important", "not important", "helemaal niet belangrijk", "überhaupt nicht wichtig",
          "pas du tout important", "nada importante",
        ],
        [
          "slightly important", "not very important", "niet belangrijk", "eher unwichtig",
          "peu important", "poco importante",
        ],
        [
          "moderately important", "somewhat important", "neutraal", "teils/teils",
          "moyennement important", "algo importante",
        ],
        ["important", "very important", "belangrijk", "wichtig", "importante"],
        ["extremely important", "zeer belangrijk", "sehr wichtig", "très important", "muy importante"],
      ]
    ),
    (
      "satisfied or not", 1,
      [
        ["neutral or dissatisfied", "dissatisfied", "not satisfied", "ontevreden"],
        ["satisfied", "tevreden"],
      ]
    ),
    (
      "yes and no", 0,
      [
        ["no", "nee", "nein", "non"],
        ["yes", "ja", "oui", "sí", "si"],
      ]
    ),
  ]
}
