import { z } from "zod/mini";
import { type SearchParams, single } from "@/lib/platform/lists/schemas";

/**
 * What a dashboard's line asks of the list of partners beside what its own form asks. Empty texts ask for nothing.
 * A role is named by its kind, which stands for all of the reader's own of that kind, or by its grant's id, narrowed to one
 * of its partnerships by that one's number: `partner_admin`, `GRANT`, `GRANT.NUMBER`.
 */
export type PartnerFocus = Readonly<{
  /** Opening hours are given, or not. */
  hours: "" | "with" | "without";
  /** Changed within so many days. */
  changed: "" | "7" | "30";
  /** In no place at all, which is a fault of the data. */
  placed: "" | "without";
  /** Seen through this role of the reader's. */
  through: string;
  /** May be brought into this partnership of the reader's, as `GRANT.NUMBER`. */
  candidates: string;
}>;

/** Nothing beside what the form of the list asks. */
export const NO_FOCUS: PartnerFocus = { hours: "", changed: "", placed: "", through: "", candidates: "" };

/** What an address asks beside the list's own questions. Never fails: a part that is malformed or unknown counts as absent. */
export function readPartnerFocus(searchParams: SearchParams): PartnerFocus {
  return focusSchema.parse(searchParams);
}

/** The parameters that say so in an address, without those that ask for nothing. */
export function focusParameters(focus: PartnerFocus): [name: string, value: string][] {
  return FOCUS_FIELDS.flatMap((name): [string, string][] => (focus[name] === "" ? [] : [[name, focus[name]]]));
}

/** The parts of a focus, by their names in an address, in the order in which they stand there. */
export const FOCUS_FIELDS = ["hours", "changed", "placed", "through", "candidates"] as const;

/** A role of one's own as an address names it, see `PartnerFocus`. */
const role = /^(?:neighbourhood_admin|partnership_admin|partner_admin|[0-9a-f-]{36}(?:\.\d{1,9})?)$/;

const focusSchema = z.object({
  hours: z.catch(z.pipe(single, z.enum(["", "with", "without"])), ""),
  changed: z.catch(z.pipe(single, z.enum(["", "7", "30"])), ""),
  placed: z.catch(z.pipe(single, z.enum(["", "without"])), ""),
  through: z.catch(z.pipe(single, z.string().check(z.regex(role))), ""),
  candidates: z.catch(z.pipe(single, z.string().check(z.regex(/^[0-9a-f-]{36}\.\d{1,9}$/))), ""),
});
