/** A partner's names in other networks, by network: `{ instagram: "birleyfields" }`. */
export type Socials = Readonly<Record<string, string>>;

/** What came of reading networks as people type them, or one sentence about the first line that is wrong. */
export type ReadSocials = Readonly<{ socials: Socials }> | Readonly<{ fault: string }>;

/** A network, a colon, and the name or address there. */
const LINE = /^([\p{L}\d][\p{L}\d ._-]{0,39}?)\s*:\s*(\S.*)$/u;

/** Networks from one text, a line for each: "Instagram: birleyfields". The network's name is kept in small letters. */
export function readSocials(text: string): ReadSocials {
  const found = new Map<string, string>();
  for (const line of text.split("\n").map((one) => one.trim())) {
    if (line === "") continue;
    const [, network = "", name = ""] = LINE.exec(line) ?? [];
    const key = network.toLowerCase();
    if (name === "")
      return {
        fault: `“${line}” is not understood. Write the network and the name there, such as Instagram: birleyfields.`,
      };
    if (found.has(key)) return { fault: `${network} is given twice; keep one of the two.` };
    found.set(key, name);
  }
  return { socials: Object.fromEntries(found) };
}

/** The networks as the text that `readSocials` reads, in alphabetical order. */
export function writeSocials(socials: Socials): string {
  return Object.entries(socials)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([network, name]) => `${network}: ${name}`)
    .join("\n");
}
