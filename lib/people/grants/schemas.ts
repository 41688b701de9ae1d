import * as z from "zod/mini";
import { keyList, noOthers, optionalDay, optionalKey, recordKey } from "@/lib/platform/fields/schemas";
import { type SearchParams, single } from "@/lib/platform/lists/schemas";
import { GRANT_ROLES, type GrantRole, MOST_IN_GRANT } from "./constants";

const keys = z._default(keyList(MOST_IN_GRANT, `Choose at most ${MOST_IN_GRANT} of those on offer.`), []);

/** What a role is held over: the fields that it needs. Every other one must be blank. Source: domains/places.md section 2. */
const NEEDED: Readonly<Record<GrantRole, Readonly<Partial<Record<OverField, string>>>>> = {
  root: {},
  support: {},
  neighbourhood_admin: { neighbourhoods: "Choose at least one neighbourhood." },
  partnership_admin: {
    neighbourhoods: "Choose at least one neighbourhood: without one the role gives nothing.",
    partnerships: "Choose at least one partnership: without one the role gives nothing.",
  },
  partner_admin: { partner: "Choose the partner." },
};

type OverField = "neighbourhoods" | "partnerships" | "partner";

const SPARE: Readonly<Record<OverField, string>> = {
  neighbourhoods: "This role is not held over neighbourhoods. Take them out, or choose another role.",
  // Places and partnerships in one grant make a partnership admin, and nobody is to be surprised by which it became.
  partnerships: "This role is not held over partnerships. Take them out, or choose the partnership admin.",
  partner: "This role is not held over a partner. Take it out, or choose the partner admin.",
};

/**
 * A role for a person: which one, what it is held over (places by code, partnerships and the partner by external id or
 * UUID) and its last day. Unknown fields are refused. Source: domains/places.md section 2.
 */
export const giveGrantSchema = z
  .strictObject(
    {
      userId: recordKey("Which person is not said.", "There is no such person."),
      role: z.enum(GRANT_ROLES, "Choose a role."),
      neighbourhoods: keys,
      partnerships: keys,
      partner: z._default(optionalKey("There is no such partner."), ""),
      endsOn: z._default(optionalDay, null),
    },
    noOthers,
  )
  .check(
    z.check(({ value, issues }) => {
      const fields: readonly OverField[] = ["neighbourhoods", "partnerships", "partner"];
      for (const field of fields) {
        const needed = NEEDED[value.role][field];
        const given = value[field].length > 0;
        const message = needed === undefined ? SPARE[field] : needed;
        if (given !== (needed !== undefined)) {
          issues.push({ code: "custom", path: [field], message, input: value, continue: true });
        }
      }
    }),
  );

/** A role that is proposed for a person. */
export type GrantProposal = z.infer<typeof giveGrantSchema>;

/** What the form for a role holds while it is being filled in: the role and the partner are blank until they are chosen. */
export type GrantValues = Readonly<{
  role: GrantRole | "";
  neighbourhoods: readonly string[];
  partnerships: readonly string[];
  partner: string;
  endsOn: string;
}>;

/**
 * What an address proposes for this person, by the names of the form's fields, for the page that shows what it would open.
 * Never fails: `proposal` is null until it is whole, and a part that is malformed counts as absent.
 */
export function readGrantProposal(
  userId: string,
  searchParams: SearchParams,
): { values: GrantValues; proposal: GrantProposal | null } {
  const list = (name: string) => {
    const parsed = keys.safeParse(searchParams[name]);
    return parsed.success ? parsed.data : [];
  };
  const values: GrantValues = {
    role: GRANT_ROLES.find((role) => role === single.parse(searchParams.role)) ?? "",
    neighbourhoods: list("neighbourhoods"),
    partnerships: list("partnerships"),
    partner: single.parse(searchParams.partner).trim(),
    endsOn: single.parse(searchParams.endsOn).trim(),
  };
  const parsed = giveGrantSchema.safeParse({ userId, ...values });
  return { values, proposal: parsed.success ? parsed.data : null };
}

/** Which role to end. */
export const endGrantSchema = z.strictObject({ grantId: z.uuid("Which role is not said.") }, noOthers);

/** Which neighbourhood to take out of which area role, by code. */
export const removeGrantPlaceSchema = z.strictObject(
  {
    grantId: z.uuid("Which role is not said."),
    neighbourhood: recordKey("Which neighbourhood is not said.", "There is no such neighbourhood."),
  },
  noOthers,
);
