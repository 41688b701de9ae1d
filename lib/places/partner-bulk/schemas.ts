import * as z from "zod/mini";
import { LONGEST, LONGEST_KEY } from "@/lib/places/partners/constants";
import { keyList, lines, noOthers, recordKey } from "@/lib/platform/fields/schemas";
import { type SearchParams, single } from "@/lib/platform/lists/schemas";
import { BULK_ACTS, type BulkAct, MOST_PARTNERS_AT_ONCE } from "./constants";

const TOO_MANY = `Choose at most ${MOST_PARTNERS_AT_ONCE} partners at once.`;
const NONE = "Choose a partner.";

const keys = keyList(MOST_PARTNERS_AT_ONCE, TOO_MANY);
const chosen = z.pipe(z._default(keys, []), z.array(z.string()).check(z.minLength(1, NONE)));

/** Which partners to put in and which to take out of one tag, by UUID or external id: what comes and what goes, never the whole. */
export const bulkTagSchema = z
  .strictObject(
    {
      tagId: recordKey("Choose a tag.", "There is no such tag."),
      add: z._default(keys, []),
      remove: z._default(keys, []),
    },
    noOthers,
  )
  .check(
    z.refine(({ add, remove }) => add.length + remove.length > 0, { message: NONE, path: ["add"] }),
    z.refine(({ add, remove }) => add.length + remove.length <= MOST_PARTNERS_AT_ONCE, {
      message: TOO_MANY,
      path: ["add"],
    }),
  );

/** Which partners to put in and take out of which tag. */
export type BulkTagging = z.infer<typeof bulkTagSchema>;

/** Which partners to take off the public pages, and why. */
export const bulkHideSchema = z.strictObject(
  {
    partner: chosen,
    reason: lines("the reason", LONGEST.reason).check(z.minLength(1, "Say why: the partners' own admins read this.")),
  },
  noOthers,
);

/** What became of one partner that an act was meant for. `kept`: there was nothing to do. */
export type BulkResult = Readonly<{
  partnerId: string;
  name: string;
  outcome: "done" | "kept" | "refused";
  text: string;
}>;

/** What became of all of them, by name. `missing`: how many were named that are not within the actor's remit, or not there. */
export type BulkResults = Readonly<{ results: readonly BulkResult[]; missing: number }>;

/** What the address of the page for chosen partners asks (`act partner`); `act` null for none that there is. Keys beyond the most are left out. */
export function readBulkChoice(parameters: SearchParams): { act: BulkAct | null; keys: string[] } {
  const asked = single.parse(parameters.act);
  const named = [parameters.partner ?? []].flat().filter((key) => key !== "" && key.length <= LONGEST_KEY);
  return {
    act: BULK_ACTS.find((act) => act === asked) ?? null,
    keys: [...new Set(named)].slice(0, MOST_PARTNERS_AT_ONCE),
  };
}
