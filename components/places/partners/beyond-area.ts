import { listed } from "@/components/patterns/listed";

/**
 * That these places lie beyond the reader's area and what follows from it, as one sentence.
 * @param consequence the end of the sentence, given the word for the places: "it" or "them".
 */
export function beyondArea(places: readonly string[], consequence: (them: "it" | "them") => string): string {
  const one = places.length === 1;
  return `${listed(places)} ${one ? "lies" : "lie"} beyond your area: you ${consequence(one ? "it" : "them")}.`;
}
