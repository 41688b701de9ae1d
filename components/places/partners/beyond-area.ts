const names = new Intl.ListFormat("en-GB", { type: "conjunction" });

/**
 * That these places lie beyond the reader's area and what follows from it, as one sentence.
 * @param consequence the end of the sentence, given the word for the places: "it" or "them".
 */
export function beyondArea(places: readonly string[], consequence: (them: "it" | "them") => string): string {
  const one = places.length === 1;
  return `${names.format(places)} ${one ? "lies" : "lie"} beyond your area: you ${consequence(one ? "it" : "them")}.`;
}
