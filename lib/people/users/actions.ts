"use server";
import { revalidatePath } from "next/cache";
import { lockRoots, lockUser, type SavedUser, staleUserOf } from "@/lib/people/user-changes/queries";
import { defineAction } from "@/lib/permissions/action";
import { decide } from "@/lib/permissions/decide";
import { Refusal } from "@/lib/platform/errors";
import { type UserNotice, userPath } from "./constants";
import { deactivateUser, reactivateUser, updateUser } from "./mutations";
import { type UserValues, userEditSchema, userStateSchema, userUpdateSchema } from "./schemas";

/** Changes the name or phone of a person, as far as they differ from what they are now. Source: domains/places.md section 3. */
export const updateUserAction = defineAction({
  name: "user.update",
  input: userUpdateSchema,
  load: ({ tx, actor, input }) => lockUser(tx, actor, input.userId),
  authorize: async ({ tx, actor, input, row }) => {
    const about = { actor, action: "update", resource: { type: "user", id: row.id } };
    const changed = Object.keys(changesOf(row, input));
    const decision = await decide(tx, { ...about, properties: { fields: changed } });
    if (decision.outcome === "deny" || row.version === input.version) return decision;
    const stale = await staleUserOf(tx, actor, row);
    const message = `${stale.by ?? "Somebody"} changed this person in the meantime. Look at them again before you save.`;
    throw new Refusal("conflict", { message, stale });
  },
  confirms: ({ row }) => ({ type: "user", id: row.id, version: row.version }),
  run: async ({ tx, input, row }) => {
    const after = provenChanges(row, input);
    const fields = Object.keys(after) as (keyof UserValues)[];
    if (fields.length > 0) await updateUser(tx, row.id, after);
    const before = Object.fromEntries(fields.map((field) => [field, valuesOf(row)[field]]));
    return {
      data: { path: userPath({ userId: row.id, email: row.email }) },
      audit: fields.length === 0 ? [] : [{ resourceType: "user", resourceId: row.id, before, after }],
    };
  },
  revalidate: showAnew,
  redirectTo: ({ data }) => saying(data.path, "user-saved"),
});

/** Puts an account out of use: its holder is signed out everywhere, and their roles open nothing. The last root stays. */
export const deactivateUserAction = defineAction({
  name: "user.deactivate",
  input: userStateSchema,
  load: async ({ tx, actor, input }) => {
    const person = await lockUser(tx, actor, input.userId);
    // Whether somebody is the last root is settled before the policy is asked.
    await lockRoots(tx);
    return person;
  },
  authorize: ({ tx, actor, row }) =>
    decide(tx, { actor, action: "deactivate", resource: { type: "user", id: row.id } }),
  confirms: ({ row }) => ({ type: "user", id: row.id, version: row.version }),
  run: async ({ tx, actor, row }) => {
    const done = await deactivateUser(tx, row.id, actor.userId);
    if (!done) throw new Refusal("conflict", { message: "This account is deactivated already." });
    return doneTo(row, { before: { deactivated: false }, after: { deactivated: true } });
  },
  revalidate: showAnew,
  redirectTo: ({ data }) => saying(data.path, "user-deactivated"),
});

/** Puts an account back into use, with the roles that it holds. Its holder signs in anew. */
export const reactivateUserAction = defineAction({
  name: "user.reactivate",
  input: userStateSchema,
  load: ({ tx, actor, input }) => lockUser(tx, actor, input.userId),
  authorize: ({ tx, actor, row }) =>
    decide(tx, { actor, action: "reactivate", resource: { type: "user", id: row.id } }),
  confirms: ({ row }) => ({ type: "user", id: row.id, version: row.version }),
  run: async ({ tx, actor, row }) => {
    const done = await reactivateUser(tx, row.id, actor.userId);
    if (!done) throw new Refusal("conflict", { message: "This account is in use already." });
    return doneTo(row, { before: { deactivated: true }, after: { deactivated: false } });
  },
  revalidate: showAnew,
  redirectTo: ({ data }) => saying(data.path, "user-reactivated"),
});

type Sent = Readonly<Partial<Record<keyof UserValues, string | undefined>>>;

function valuesOf({ name, phone }: SavedUser): UserValues {
  return { name, phone: phone ?? "" };
}

/** What differs from the person as they are. */
function changesOf(person: SavedUser, sent: Sent): Partial<UserValues> {
  const now = valuesOf(person);
  const fields: readonly (keyof UserValues)[] = ["name", "phone"];
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = sent[field];
      return value === undefined || value === now[field].trim() ? [] : [[field, value] as const];
    }),
  );
}

function provenChanges(person: SavedUser, input: { userId: string; version: number } & Sent): Partial<UserValues> {
  const parsed = userEditSchema(valuesOf(person)).safeParse(input);
  if (parsed.success) return changesOf(person, parsed.data);
  const faults = parsed.error.issues.map(({ path, message }) => [String(path[0]), message] as const);
  throw new Refusal("invalid", { fields: Object.fromEntries(faults.toReversed()) });
}

function doneTo({ id, email }: SavedUser, trace: { before: object; after: object }) {
  return {
    data: { path: userPath({ userId: id, email }) },
    audit: [{ resourceType: "user", resourceId: id, ...trace }],
  };
}

function saying(path: string, notice: UserNotice): string {
  return `${path}?notice=${notice}`;
}

function showAnew(): void {
  revalidatePath("/", "layout");
}
