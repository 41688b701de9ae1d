import * as z from "zod/mini";
import { line, noOthers, recordKey, version } from "@/lib/platform/fields/schemas";
import { LONGEST_ALT } from "./constants";

const recordShape = { partnerId: recordKey("Which partner is not said.", "There is no such partner."), version };

/**
 * A partner's picture: a file, or none where only its words change, and what it shows. What the file is, the server finds
 * by looking into it.
 */
export const partnerImageSchema = z.strictObject(
  {
    ...recordShape,
    image: z.optional(z.unknown()),
    alt: line("the words", LONGEST_ALT).check(
      z.minLength(1, "Say in words what the picture shows, for those who do not see it."),
    ),
  },
  noOthers,
);

/** Which partner's picture to take away, in the version that was looked at. */
export const partnerImageRemovalSchema = z.strictObject(recordShape, noOthers);
