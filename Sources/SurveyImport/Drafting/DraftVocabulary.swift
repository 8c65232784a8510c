import SurveyModel

/// Words by which columns are recognised, in English, Dutch, German, French and Spanish.
enum DraftVocabulary {
  /// Beginnings of words that ask for a recommendation.
  static let recommendation = [
    "recommend", "aanbevel", "aanbeveel", "aanraad", "aanrad", "aanrade", "empfehl", "weiterempfehl",
    "empfiehl",
    "recommand", "recomend", "recomiend", "aconsej", "conseiller",
  ]
  /// Names under which tools keep the answer to the recommendation question.
  static let outcomeNames = ["nps", "ltr", "netpro", "npsscore", "netpromoter", "netpromoterscore"]
  /// Names that the answer to the only question of its kind has.
  static let bareOutcomeNames: Set<String> = [
    "score", "answer", "rating", "cijfer", "antwoord", "waardering", "bewertung", "note", "antwort",
    "puntuación", "puntuacion", "réponse",
  ]
  static let weight = [
    "weight", "weights", "weging", "weegfactor", "gewicht", "gewichtung", "poids", "peso", "wgt", "wt",
    "ponderacion", "ponderation",
  ]
  static let date = [
    "date", "datum", "timestamp", "tijdstempel", "zeitstempel", "horodateur", "fecha", "submitted",
    "submitdate", "recorded", "ended", "completed", "marca",
  ]
  /// Names of the moment at which a response was handed in.
  static let handedIn = [
    "submitted", "submitdate", "abgeschickt", "recorded", "recordeddate", "completed", "ended", "end",
  ]
  static let wave = [
    "wave", "golf", "meting", "kwartaal", "quarter", "periode", "period", "welle", "vague", "ola", "ronde",
    "trimestre", "quartal",
  ]
  static let respondent = [
    "respondentid", "responseid", "respondent", "respnum", "respondentnumber", "id", "resultid",
    "respondentnummer",
    "respondentnr", "respnr",
    "klantnummer",
    "customerid", "klantid", "token", "antwortid", "recordid", "responsnummer", "responsenumber",
    "responsenr", "nummer", "volgnummer", "respid", "caseid", "customerreference", "customernumber",
    "klantnr", "uniqueid", "nr",
  ]
  static let personal = [
    "name", "naam", "voornaam", "achternaam", "firstname", "lastname", "surname", "nom", "prenom", "nombre",
    "apellido", "vorname", "nachname", "email", "mail", "emailaddress", "ip", "ipaddress", "ipaddr", "phone",
    "telefoon", "telefoonnummer", "telephone", "telefon", "mobile", "address", "adres", "latitude",
    "longitude", "postcode", "zip", "tel", "telnr", "mobiel", "gsm", "handy", "portable", "movil", "straat",
    "straße", "strasse", "street", "rue", "calle", "geboortedatum", "birthdate", "birthday", "dateofbirth",
    "dob",
    "geburtsdatum", "datedenaissance", "fechadenacimiento", "iban", "bsn", "ssn", "klantnaam", "customername",
    "companyname", "bedrijfsnaam", "contactpersoon",
  ]
  static let demographic = [
    "age", "leeftijd", "alter", "gender", "geslacht", "sex", "geschlecht", "genre", "income", "inkomen",
    "region", "regio", "country", "land", "pays", "language", "lang", "taal", "segment", "klasse", "class",
    "type", "sector", "branche", "industry", "branch", "education", "opleiding", "provincie", "channel",
    "kanaal", "year", "jaar", "born", "peak", "strata", "stratum", "home", "household", "huishouden",
    "marital", "occupation", "employment", "beroep", "beruf", "edad", "sexo", "ingresos", "ocupacion",
    "einkommen", "revenu", "revenus", "profession", "county", "state", "city", "size", "visits", "frequency",
    "purpose", "times", "method", "experience", "day", "weekday", "dag", "weekdag", "month", "maand", "hour",
    "uur",
    "wochentag", "monat", "jour", "mois", "mes",
  ]
  /// Texts by which a box that was ticked differs from one that was not.
  static let tickMarks: Set<String> = [
    "y", "yes", "ja", "oui", "sí", "si", "j", "x", "1", "true", "selected", "checked",
  ]
  /// Names of open text.
  static let comment = [
    "comment", "comments", "opmerking", "opmerkingen", "toelichting", "kommentar", "kommentare",
    "commentaire", "commentaires", "comentario", "comentarios", "remark", "remarks", "feedback", "verbatim",
  ]
  /// Names of the satisfaction as a whole.
  static let overall = [
    "overall", "all", "satisfaction", "csat", "overallsatisfaction", "tevredenheid", "totaal",
    "gesamtzufriedenheid", "zufriedenheit", "satisfacción", "satisfaccion", "totaaloordeel",
  ]
  static let dutch = [
    "de", "het", "een", "u", "uw", "wij", "ons", "hoe", "waarschijnlijk", "aanbeveelt", "weging", "datum",
    "naam", "regio", "kwartaal", "tevreden", "prijs", "leeftijd", "geslacht", "meting",
  ]
  private static let dontKnow = [
    "don't know", "dont know", "do not know", "not sure", "unsure", "no opinion", "not applicable", "n/a",
    "n.a.",
    "weet niet", "weet ik niet", "geen mening", "niet van toepassing", "n.v.t.", "nvt", "weiß nicht",
    "weiss nicht", "keine angabe", "ne sait pas", "je ne sais pas", "sans opinion", "no sabe", "no lo sé",
    "no aplica",
  ]
  private static let skipped = [
    "na", "#n/a", "no score", "null", "blank", "no answer", "geen antwoord", "no response", "-", ".",
    "(blank)",
    // Errors of Excel, in English and Dutch.
    "#div/0!", "#value!", "#ref!", "#name?", "#num!", "#null!", "#n/b", "#deel/0!", "#waarde!", "#verw!",
    "#naam?", "#getal!", "#leeg!",
  ]
  private static let sentinels: Set<Int> = [
    -9999, -999, -998, -997, -888, -777, -99, -98, -97, -96, -88, -77, -66, -9, -8, -7, -1, 77, 88, 96, 97,
    98,
    99, 777, 888, 997, 998, 999, 9999, 99999,
    // What programs write that know no empty number.
    -99999, -999_999, 999_999, -32_768, Int(Int32.min), Int(Int32.max),
  ]

  /// What a text commonly means where it stands for a missing answer; nil for any other.
  static func missingReason(of text: String) -> MissingReason? {
    let folded = FoldedText(text).text
    if dontKnow.contains(folded) { return .dontKnow }
    return skipped.contains(folded) ? .skipped : nil
  }

  /// Whether a number often stands for a missing answer.
  static func isSentinel(_ number: Int) -> Bool { sentinels.contains(number) }

  /// Whether one of a header's few words, or all its words together, is in a list; or of those of the question.
  static func names(_ column: ColumnProfile, _ list: [String]) -> Bool {
    [column.words, column.textWords].contains { words in
      words.count <= 4 && (words.contains(where: list.contains) || list.contains(words.joined()))
    }
  }

  /// Whether a name is that of a moment in time.
  static func namesMoment(_ column: ColumnProfile) -> Bool {
    let isCompound = column.words.last.map { $0.hasSuffix("datum") || $0.hasSuffix("date") } ?? false
    return isCompound || names(column, date + ["created", "createdat", "updated", "time", "tijd", "zeit"])
  }

  /// Beginnings of questions for an amount, which are no ratings whatever numbers they are answered with.
  private static let amounts = [
    "how long", "how many", "how much", "how often", "hoe lang", "hoeveel", "hoe vaak", "wie lange",
    "wie viel",
    "wie oft", "combien", "depuis combien", "depuis quand", "cuánto", "cuanto", "cuántos", "cuántas",
    "number of", "aantal", "anzahl", "nombre de", "número de",
  ]

  /// Whether a question asks how much, how many or how long.
  static func asksForAmount(_ column: ColumnProfile) -> Bool {
    let texts = [column.header, column.text].map { FoldedText($0).text }
    return texts.contains { text in amounts.contains { text.hasPrefix($0) } }
  }

  private static let paradata: Set<String> = [
    "status", "finished", "progress", "duration (in seconds)", "distributionchannel", "userlanguage",
    "lastpage",
    "seed", "startlanguage", "last page", "start language", "letzte seite", "start-sprache",
    "zufallsstartwert",
    "referrer url", "refurl", "interviewtime", "total time", "gesamtzeit", "collector id", "collectorid",
    "responseset", "network id", "response type", "sessionid", "user agent", "referer", "extended referer",
    "legacy comments", "contact id",
  ]

  /// Beginnings of columns in which LimeSurvey counts seconds.
  private static let timings = ["grouptime", "questiontime", "group time: ", "question time: "]

  /// Whether a survey tool makes the column by itself: progress, duration, or a group made from the score.
  static func isParadata(_ column: ColumnProfile) -> Bool {
    let header = FoldedText(column.header).text
    return paradata.contains(header) || header.hasSuffix("_nps_group") || header.hasSuffix(" - topics")
      || header.hasSuffix(" - option id") || timings.contains { header.hasPrefix($0) }
  }

  /// Whether a header asks for a recommendation.
  static func asksForRecommendation(_ column: ColumnProfile) -> Bool {
    column.textWords.contains { word in
      recommendation.contains { word.hasPrefix($0) } || word.hasSuffix("empfehlen")
    }
  }
}
