import * as z from "zod/mini";
import { noOthers, recordKey } from "@/lib/platform/fields/schemas";

/** Which site, by UUID or external id. */
const siteId = recordKey("Which site is not said.", "There is no such site.");

/** Whom to make an admin of which site, by e-mail address. */
export const addSiteAdminSchema = z.strictObject(
  {
    siteId,
    email: z.pipe(
      recordKey("Give an e-mail address.", "This is not an e-mail address."),
      z.pipe(
        z.transform((text: string) => text.toLowerCase()),
        z.string().check(z.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, "Give an e-mail address, such as name@site.example.")),
      ),
    ),
  },
  noOthers,
);

/** Whom to take off which site, by e-mail address or UUID. */
export const endSiteAdminSchema = z.strictObject(
  { siteId, userId: recordKey("Which person is not said.", "There is no such person.") },
  noOthers,
);
