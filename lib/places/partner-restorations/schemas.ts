import * as z from "zod/mini";
import { noOthers, recordKey } from "@/lib/platform/fields/schemas";

/** Which deletion to undo, by its UUID. */
export const restorePartnerSchema = z.strictObject(
  { deletionId: recordKey("Which partner is not said.", "There is no such deleted partner.") },
  noOthers,
);

const namedSchema = z.object({ id: z.uuid(), name: z.string() });

/** What the trail keeps of a restoration: what came back beside the partner itself, and what did not, in words. */
export const restorationTraceSchema = z.object({
  name: z.string(),
  admins: z.array(namedSchema),
  calendars: z.array(namedSchema),
  hosted: z._default(z.array(namedSchema), []),
  leftOut: z.array(z.string()),
});

/** What came back with a partner. `hosted`: calendars of others whose default place it is again. `leftOut`: what did not, each as the rest of a sentence, "the tag Arts, which is gone". */
export type RestorationTrace = z.infer<typeof restorationTraceSchema>;
