import "server-only";
import { bulkHidePartnersAction, bulkTagPartnersAction } from "@/lib/places/partner-bulk/actions";
import type { BulkResults } from "@/lib/places/partner-bulk/schemas";
import { bulkAssignAdminAction } from "@/lib/places/partner-bulk-admins/actions";
import type { ServerAction } from "@/lib/platform/action/pipeline";
import type { ActionFailure } from "@/lib/platform/action/result";
import type { Fields } from "./partner-acts";
import { emailOf } from "./people-acts";
import { inRequest } from "./request";
import { sessionCookieForTest } from "./sessions";

/** What became of an act on many partners: a line for each, such as "Juniper Garden: done, Put in.", or why all of it was refused. */
export type BulkActed = Readonly<{ told: readonly string[]; missing: number; refused: ActionFailure | null }>;

/** Puts partners into a tag and takes others out of it as somebody of the editing world, past every form. */
export function tagMany(who: string, tagId: string, fields: Fields): Promise<BulkActed> {
  return actOnMany(who, bulkTagPartnersAction, { tagId, ...fields });
}

/** Hides partners as somebody of the editing world, past every form. */
export function hideMany(who: string, partner: readonly string[], reason: string): Promise<BulkActed> {
  return actOnMany(who, bulkHidePartnersAction, { partner, reason });
}

/** Makes the holder of an address an admin of partners as somebody of the editing world, past every form. */
export function addAdminToMany(who: string, partner: readonly string[], email: string): Promise<BulkActed> {
  return actOnMany(who, bulkAssignAdminAction, { partner, email });
}

async function actOnMany(who: string, action: ServerAction<BulkResults>, fields: Fields): Promise<BulkActed> {
  const { name, value } = await sessionCookieForTest(emailOf(who));
  const form = new FormData();
  for (const [field, values] of Object.entries(fields))
    for (const one of [values].flat()) form.append(field, String(one));
  const { result } = await inRequest({ cookies: { [name]: value } }, () => action(null, form));
  if (result === null) throw new Error("The act led elsewhere.");
  if (!result.ok) return { told: [], missing: 0, refused: result };
  const { results, missing } = result.data;
  const told = results.map((line) => `${line.name}: ${line.outcome}, ${line.text}`);
  return { told, missing, refused: null };
}
