/** One or two letters for a person: those that the first and the last word of the name begin with. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== "");
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  // By code point, so that no letter beyond the basic plane is cut in two.
  return ends
    .map((word = "") => [...word][0] ?? "")
    .join("")
    .toLocaleUpperCase("en-GB");
}
