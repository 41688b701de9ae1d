import "server-only";

/** Tags after which a new line begins. */
const LINES = ["br", "p", "div", "li", "tr", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "table"];

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ndash: "–",
  mdash: "—",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  hellip: "…",
  bull: "•",
  pound: "£",
  euro: "€",
};

/** Characters that are no text: what PostgreSQL refuses, what terminals obey, what turns the direction of reading round, halves of pairs. */
const UNWANTED = /(?![\n\t])[\p{Surrogate}\p{Control}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/**
 * Plain text out of what a calendar says: tags of HTML become lines or nothing, their contents stay but for scripts and
 * styles; white space is put in order. What comes out is still text, not HTML: whoever shows it must escape it.
 */
export function plainText(text: string): string {
  const bare = /<[a-z/!]|&[a-z#]/i.test(text) ? withoutEntities(withoutTags(text)) : text;
  return bare
    .replace(/\r\n?/g, "\n")
    .replace(UNWANTED, "")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** Plain text on one line. */
export function plainLine(text: string): string {
  return plainText(text).replace(/\s+/g, " ");
}

/** The same without taking anything for HTML: for names that programs give, which may stand between angle brackets. */
export function bareLine(text: string): string {
  return text.replace(UNWANTED, "").replace(/\s+/g, " ").trim();
}

/** At most so many characters, the last of them an ellipsis where something was left out; never half of a pair. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text
    .slice(0, most - 1)
    .replace(UNWANTED, "")
    .trimEnd()}…`;
}

/** Written as one walk over the tags, because patterns that look for an end which is not there take their time. */
function withoutTags(text: string): string {
  const kept: string[] = [];
  let from = 0;
  let skipped: string | null = null;
  for (const match of text.matchAll(/<(?:!--|(\/?)([a-z][a-z0-9]*)\b)[^<>]*>/gi)) {
    const tag = match[2]?.toLowerCase() ?? "";
    if (skipped === null) kept.push(text.slice(from, match.index));
    from = match.index + match[0].length;
    if (skipped !== null) {
      if (match[1] === "/" && tag === skipped) skipped = null;
    } else if (tag === "script" || tag === "style") skipped = match[1] === "/" ? null : tag;
    else if (LINES.includes(tag)) kept.push("\n");
  }
  if (skipped === null) kept.push(text.slice(from));
  return kept.join("");
}

function withoutEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
