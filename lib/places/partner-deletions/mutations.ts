import "server-only";
import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { roleGrants } from "@/db/schema/grants";
import { users } from "@/db/schema/people";
import { partnerHidings, partners } from "@/db/schema/places";
import { inForce } from "@/lib/permissions/facts/attributes";

/** Somebody whose role as an admin ended with the partner, and the grant as it was. People by UUID, instants in ISO 8601. */
export type EndedAdmin = Readonly<{
  userId: string;
  name: string;
  grantedBy: string | null;
  grantedAt: string;
  endsOn: string | null;
}>;

/** One time that the partner was hidden, as it stood. */
export type PastHiding = Readonly<{
  reason: string;
  hiddenBy: string | null;
  hiddenAt: string;
  unhiddenBy: string | null;
  unhiddenAt: string | null;
}>;

/** What went with a deleted partner and is not part of the edit form. With the form's values it is the whole partner (ADR 0012). */
export type DeletedPartner = Readonly<{
  createdAt: string;
  admins: readonly EndedAdmin[];
  hidings: readonly PastHiding[];
}>;

/** Deletes a partner that the transaction has locked, with everything that hangs on it. Gives what the caller has to put into the trail. */
export async function deletePartner(tx: Transaction, partnerId: string): Promise<DeletedPartner> {
  const { userId, grantedBy, grantedAt, endsOn } = roleGrants;
  const admins = await tx
    .select({ userId, name: users.name, grantedBy, grantedAt, endsOn })
    .from(roleGrants)
    .innerJoin(users, eq(users.id, roleGrants.userId))
    .where(and(eq(roleGrants.partnerId, partnerId), inForce()))
    .orderBy(roleGrants.id)
    .for("update", { of: roleGrants });
  const hidings = await tx
    .select()
    .from(partnerHidings)
    .where(eq(partnerHidings.partnerId, partnerId))
    .orderBy(partnerHidings.id);
  const [deleted] = await tx
    .delete(partners)
    .where(eq(partners.id, partnerId))
    .returning({ createdAt: partners.createdAt });
  if (deleted === undefined) throw new Error(`There is no partner ${partnerId} to delete.`);
  return {
    createdAt: deleted.createdAt.toISOString(),
    admins: admins.map((admin) => ({ ...admin, grantedAt: admin.grantedAt.toISOString() })),
    hidings: hidings.map(({ reason, hiddenBy, hiddenAt, unhiddenBy, unhiddenAt }) => ({
      reason,
      hiddenBy,
      hiddenAt: hiddenAt.toISOString(),
      unhiddenBy,
      unhiddenAt: unhiddenAt?.toISOString() ?? null,
    })),
  };
}
