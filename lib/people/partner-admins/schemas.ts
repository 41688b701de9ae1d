import * as z from "zod/mini";
import { noOthers, recordKey } from "@/lib/platform/fields/schemas";

/** Which partner, by UUID or external id. */
const partnerId = recordKey("Which partner is not said.", "There is no such partner.");

/** Whom to make an admin of which partner, by e-mail address. */
export const addPartnerAdminSchema = z.strictObject(
  {
    partnerId,
    email: z.pipe(
      recordKey("Give an e-mail address.", "This is not an e-mail address."),
      z.pipe(
        z.transform((text: string) => text.toLowerCase()),
        z
          .string()
          .check(z.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, "Give an e-mail address, such as name@partner.example.")),
      ),
    ),
  },
  noOthers,
);

/** Whom to take off which partner, by e-mail address or UUID. */
export const endPartnerAdminSchema = z.strictObject(
  { partnerId, userId: recordKey("Which person is not said.", "There is no such person.") },
  noOthers,
);
