import * as z from "zod/mini";
import { keptOr, line, noOthers, recordKey, unlessBlank, version } from "@/lib/platform/fields/schemas";
import { LONGEST_LOADED_NAME, LONGEST_PHONE, LONGEST_USER_NAME } from "./constants";

/** Which person, by e-mail address or UUID. */
const userId = recordKey("Which person is not said.", "There is no such person.");

const name = line("the name", LONGEST_USER_NAME).check(z.minLength(1, "Give a name."));
// Numbers are written in many ways, with words beside them; five digits are what the shortest help line has.
const phone = line("the number", LONGEST_PHONE).check(
  unlessBlank((value) => (value.match(/\d/g) ?? []).length >= 5, "Give a telephone number, such as 0161 496 0000."),
);

/** What a person's form holds; `phone` is blank where there is none. */
export type UserValues = Readonly<{ name: string; phone: string }>;

/**
 * An edit of a person who has `before` now. The bounds of a form hold for what is changed; a value that was loaded
 * outside of them may stay as it is. An absent field is unchanged, a blank phone is cleared.
 */
export function userEditSchema(before: UserValues) {
  return z.strictObject(
    { userId, version, name: z.optional(keptOr(name, before.name)), phone: z.optional(keptOr(phone, before.phone)) },
    noOthers,
  );
}

/** What a server action takes before it knows the person: the right fields, none of them endless. */
export const userUpdateSchema = z.strictObject(
  {
    userId,
    version,
    name: z.optional(line("the name", LONGEST_LOADED_NAME)),
    phone: z.optional(line("the number", LONGEST_LOADED_NAME)),
  },
  noOthers,
);

/** Which account to put out of use, or back into use. */
export const userStateSchema = z.strictObject({ userId }, noOthers);
