import "server-only";
import { z } from "zod";
import { LONGEST_KEY, LONGEST_PARTNER_NAME } from "@/lib/places/partners/constants";

/** What PostgreSQL cannot store in a text: the null character and halves of surrogate pairs. */
export const UNSTORABLE = /[\p{Surrogate}\0]/u;

/** Any text that can be stored. */
export const storable = z
  .string()
  .refine((value) => !UNSTORABLE.test(value), "holds a character that cannot be stored");
/** A text that says something. */
export const text = storable.refine((value) => value.trim() !== "", "must not be blank");
/** Null and blank text mean the same as leaving an optional field out. */
export const optionalText = storable.nullish();

/** The longest name, slug and e-mail address, in UTF-16 units: what an index row holds whatever the letters. */
const LONGEST = LONGEST_PARTNER_NAME;

function short(value: string | null | undefined): boolean {
  return value === null || value === undefined || value.length <= LONGEST;
}

const tooLong = `must not be longer than ${LONGEST} characters`;

/** A name, bounded because it is indexed. */
export const name = text.refine(short, tooLong);

/** A text that is indexed and may be left out. */
export const optionalShort = optionalText.refine(short, tooLong);

/** A caller's own id of a record, or the code of a place. */
export const externalId = text
  .refine((value) => value.length <= LONGEST_KEY, `must not be longer than ${LONGEST_KEY} characters`)
  .refine((value) => !value.includes("~"), "must not hold a tilde (~)")
  .refine((value) => value !== "new", 'must not be "new"');

/** An e-mail address. */
export const email = storable
  .refine((value) => /^[^\s@]+@[^\s@]+$/.test(value.trim()), "must be an e-mail address")
  .refine(short, tooLong);

/** How a person is reached. */
export const contact = z.strictObject({ name: optionalText, phone: optionalText, email: optionalText });
