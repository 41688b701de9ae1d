/** A word or sentence with its first letter in upper case: "partner admin" → "Partner admin". */
export function titled(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
