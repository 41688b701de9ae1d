import { z } from "zod/mini";
import { LONGEST_PARTNER_NAME } from "./constants";

const cursorSchema = z.tuple([
  z.enum(["before", "after"]),
  z.string().check(z.maxLength(LONGEST_PARTNER_NAME)),
  z.uuid(),
]);

/** JSON writes a unit of the name in six bytes at most, base64 three bytes in four letters; the rest takes under 100. */
const LONGEST_CURSOR = LONGEST_PARTNER_NAME * 8 + 100;

/** A place in the list of partners: the rows before or after this name and id. */
export type PartnerCursor = { direction: "before" | "after"; name: string; id: string };

/** The cursor as it stands in an address. It is opaque: nothing but `readPartnerCursor` may look inside. */
export function writePartnerCursor({ direction, name, id }: PartnerCursor): string {
  const bytes = new TextEncoder().encode(JSON.stringify([direction, name, id]));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** The cursor behind a text from an address; null, which means the first page, for anything that is not one of ours. */
export function readPartnerCursor(text: unknown): PartnerCursor | null {
  if (typeof text !== "string" || text.length > LONGEST_CURSOR) return null;
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) =>
      letter.charCodeAt(0),
    );
    const parsed = cursorSchema.safeParse(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
    if (!parsed.success || parsed.data[1].includes("\u0000")) return null;
    const [direction, name, id] = parsed.data;
    return { direction, name, id };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError || error instanceof DOMException) return null;
    throw error;
  }
}
