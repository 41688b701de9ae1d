import * as z from "zod/mini";
import { keys, partnerFields, textShape } from "@/lib/places/partner-form/schemas";
import { keptOr, lines, noOthers, recordKey, tidyText, version } from "@/lib/platform/fields/schemas";
import { ADDRESS_FIELDS, LONGEST, PARTNER_TEXT_FIELDS, type PartnerTextField } from "./constants";

/** What is added: absent means nothing. */
const addingShape = { addNeighbourhoods: z._default(keys, []), addTags: z._default(keys, []) };

/** What is added and taken away. */
const listShape = {
  ...addingShape,
  removeNeighbourhoods: z._default(keys, []),
  removeTags: z._default(keys, []),
  /** Ticked: the address is taken away, whatever its fields hold. */
  clearAddress: z.optional(z.string()),
};

/** Which partner, by UUID or external id, and the version that was being edited. */
const recordShape = { partnerId: recordKey("Which partner is not said.", "There is no such partner."), version };

/** The fields of a form or record as texts, by name; lists do not matter here. */
type Texts = Readonly<Partial<Record<PartnerTextField, string>>>;
type Fault = readonly [field: PartnerTextField | "addNeighbourhoods", sentence: string];

function summaryFaults({ summary = "", description = "" }: Texts): Fault[] {
  return description !== "" && summary === ""
    ? [["summary", "Write a summary as well: a description is only shown below one."]]
    : [];
}

function addressFaults(values: Texts): Fault[] {
  const given = ADDRESS_FIELDS.filter((field) => (values[field] ?? "") !== "");
  if (given.length === 0) return [];
  const needed: readonly Fault[] = [
    ["line1", "Give the first line of the address, or leave the whole address blank."],
    ["postcode", "Give the postcode, or leave the whole address blank."],
    ["addressPlace", "Choose the neighbourhood that the address lies in."],
  ];
  return needed.filter(([field]) => !given.some((name) => name === field));
}

function report(faults: readonly Fault[], input: unknown, issues: z.core.$ZodRawIssue[]): void {
  for (const [field, message] of faults) issues.push({ code: "custom", path: [field], message, input, continue: true });
}

/**
 * A new partner: its name, whatever else is known, and at least one place, which is an address or a service area.
 * Unknown fields are refused. Source: domains/places.md sections 1 and 7.
 */
export const partnerFormSchema = z
  .strictObject({ ...textShape((field) => partnerFields[field]), name: partnerFields.name, ...addingShape }, noOthers)
  .check(
    z.check(({ value, issues }) => {
      const placeless = value.addNeighbourhoods.length === 0 && ADDRESS_FIELDS.every((field) => !value[field]);
      const place: Fault = ["addNeighbourhoods", "Give an address or choose a service area: a partner is somewhere."];
      report([...summaryFaults(value), ...addressFaults(value), ...(placeless ? [place] : [])], value, issues);
    }),
  );

/** A new partner as it was typed in, tidied. */
export type NewPartner = z.infer<typeof partnerFormSchema>;

/**
 * An edit of a partner that holds `before` now. The bounds of a new partner hold for what is changed; a value that was
 * loaded outside of them may stay as it is. An absent field is unchanged, a blank one is cleared.
 */
export function partnerEditSchema(before: Texts) {
  return z
    .strictObject(
      { ...recordShape, ...textShape((field) => keptOr(partnerFields[field], before[field] ?? "")), ...listShape },
      noOthers,
    )
    .check(
      z.check(({ value, issues }) => {
        const after: Texts = { ...before, ...definedOf(value) };
        const differs = (names: readonly PartnerTextField[]) =>
          names.some((field) => (after[field] ?? "") !== (before[field] ?? ""));
        report(
          [
            ...(differs(["summary", "description"]) ? summaryFaults(after) : []),
            ...(differs(ADDRESS_FIELDS) && !value.clearAddress ? addressFaults(after) : []),
          ],
          value,
          issues,
        );
      }),
    );
}

/** What a server action takes before it knows the record: the right fields, none of them endless. */
export const partnerUpdateSchema = z.strictObject(
  { ...recordShape, ...textShape(() => tidyText((value) => value, "this", LONGEST.description * 4)), ...listShape },
  noOthers,
);

/** An edit as it was sent. */
export type SentPartnerEdit = z.infer<typeof partnerUpdateSchema>;

/** Why a partner is taken off the public pages. Source: domains/places.md section 3. */
export const hidePartnerSchema = z.strictObject(
  {
    partnerId: recordShape.partnerId,
    reason: lines("the reason", LONGEST.reason).check(z.minLength(1, "Say why: the partner's own admins read this.")),
  },
  noOthers,
);

/** Which partner to show again. */
export const unhidePartnerSchema = z.strictObject({ partnerId: recordShape.partnerId }, noOthers);

/** Which partner to delete, in the version that was looked at. */
export const deletePartnerSchema = z.strictObject(recordShape, noOthers);

function definedOf(values: Texts): Texts {
  return Object.fromEntries(
    PARTNER_TEXT_FIELDS.flatMap((field) => (values[field] === undefined ? [] : [[field, values[field]] as const])),
  );
}
