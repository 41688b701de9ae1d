import * as z from "zod/mini";
import { addPartnerAdminSchema } from "@/lib/people/partner-admins/schemas";
import { keyList, noOthers } from "@/lib/platform/fields/schemas";

/** The most partners that somebody is made an admin of in one act: a page of the list. */
const MOST_ADMINISTERED_AT_ONCE = 50;

const keys = keyList(MOST_ADMINISTERED_AT_ONCE, `Choose at most ${MOST_ADMINISTERED_AT_ONCE} partners at once.`);

/** Whom to make an admin of which partners, by e-mail address. */
export const bulkAdminSchema = z.strictObject(
  {
    partner: z.pipe(z._default(keys, []), z.array(z.string()).check(z.minLength(1, "Choose a partner."))),
    email: addPartnerAdminSchema.shape.email,
  },
  noOthers,
);
