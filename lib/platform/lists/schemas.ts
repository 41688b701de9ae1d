import { z } from "zod/mini";

/** Parameters of an address, as pages get them. */
export type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The first where a parameter is given several times, as by a form that was put together by hand; blank where it is none. */
export const single = z.catch(
  z.pipe(
    z.union([z.string(), z.array(z.string())]),
    z.transform((value) => (typeof value === "string" ? value : (value[0] ?? ""))),
  ),
  "",
);

/** A text as it is searched for: single spaces, none at the ends, and nothing that a database cannot hold. */
export function searchText(text: string, longest: number): string {
  return text.replaceAll("\u0000", " ").replace(/\s+/g, " ").trim().slice(0, longest).trim();
}

/**
 * A place in a list: the rows before or after the one with this id and this value of what the list is sorted by. It means
 * something only in the order and under the filters that it was made for.
 */
export type ListCursor = Readonly<{ direction: "before" | "after"; key: string; id: string }>;

/** The cursor as it stands in an address, for the list with this selection (plain data). Opaque: only `readCursor` may look inside. */
export function writeCursor({ direction, key, id }: ListCursor, selection: unknown): string {
  const bytes = new TextEncoder().encode(JSON.stringify([direction, key, id, fingerprint(selection)]));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

const cursorSchema = z.tuple([z.enum(["before", "after"]), z.string(), z.uuid(), z.string().check(z.maxLength(8))]);

/** Null, which means the first page, for anything that is not one of ours, holds a longer key or was made for another selection. */
export function readCursor(text: string, selection: unknown, longestKey: number): ListCursor | null {
  // JSON writes a unit of the key in six bytes at most, base64 three bytes in four letters; the rest takes under 120.
  if (text === "" || text.length > longestKey * 8 + 120) return null;
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) =>
      letter.charCodeAt(0),
    );
    const parsed = cursorSchema.safeParse(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
    if (!parsed.success) return null;
    const [direction, key, id, made] = parsed.data;
    // The database can compare no text with a null character.
    const usable = key.length <= longestKey && !key.includes("\u0000") && made === fingerprint(selection);
    return usable ? { direction, key, id } : null;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError || error instanceof DOMException) return null;
    throw error;
  }
}

/** A few letters that tell one selection from another; two that share them by chance only share a place to go on from. */
function fingerprint(selection: unknown): string {
  let hash = 0x811c9dc5;
  for (const letter of JSON.stringify(selection)) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
