import { z } from "zod/mini";
import { type ListCursor, readCursor, type SearchParams, single, writeCursor } from "@/lib/platform/lists/schemas";
import { MAIL_PATH, MAIL_STATES, type MailState } from "./constants";

/** What is asked of the list of mails. The empty state asks for all. */
export type MailListQuery = Readonly<{ state: "" | MailState; cursor: ListCursor | null }>;

/** Every mail, first page: what an address without parameters asks for. */
export const EVERY_MAIL: MailListQuery = { state: "", cursor: null };

const addressSchema = z.object({
  state: z.catch(z.pipe(single, z.enum(["", ...MAIL_STATES])), ""),
  page: single,
});

/** What an address asks of the list (`state page`). Never fails: a part that is malformed or unknown counts as absent. */
export function readMailListQuery(searchParams: SearchParams): MailListQuery {
  const { state, page } = addressSchema.parse(searchParams);
  // Mails are told apart by their ids alone, which rise with time.
  return { state, cursor: readCursor(page, [state], 0) };
}

/**
 * The address of the list with these questions, always the same for the same ones. A change of the state leads to the
 * first page.
 */
export function mailListHref(query: MailListQuery, changes: Partial<MailListQuery> = {}): string {
  const { state, cursor } = { ...query, cursor: null, ...changes };
  const parameters: [string, string][] = [
    ["state", state],
    ["page", cursor === null ? "" : writeCursor(cursor, [state])],
  ];
  const address = new URLSearchParams(parameters.filter(([, value]) => value !== ""));
  return address.size === 0 ? MAIL_PATH : `${MAIL_PATH}?${address}`;
}
