import "server-only";
import { and, eq, isNotNull, isNull, lt, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { roleGrants } from "@/db/schema/grants";
import { userDeactivations, users } from "@/db/schema/people";
import { env } from "@/env";
import { recordAudit } from "@/lib/platform/audit";
import { now, today } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { queueMail } from "@/lib/platform/mail/queue";
import { rootGrantedMail } from "./emails/root-granted";

/** Whom to make root. */
export type NewRoot = Readonly<{
  /** Trimmed and in lower case. */
  email: string;
  /** The name of a new account; without one it is the part before the @. An account that exists keeps its name. */
  name: string | null;
  /** Who does it, for the audit trail, such as the name of a command. */
  by: string;
}>;

/** What came of it: `already` when there was nothing to do, `deactivated` when the account must be put back into use first. */
export type RootOutcome = Readonly<{ outcome: "made" | "already" | "deactivated"; accountMade: boolean }>;

/** Gives a root grant, with an account if there is none, audit events and a mail. Done again it changes nothing. */
export async function createRoot(tx: Transaction, { email, name, by }: NewRoot): Promise<RootOutcome> {
  const { account, accountMade } = await findOrCreateAccount(tx, email, name, by);
  const [deactivation] = await tx
    .select({ id: userDeactivations.id })
    .from(userDeactivations)
    .where(and(eq(userDeactivations.userId, account.id), isNull(userDeactivations.reactivatedAt)));
  if (deactivation !== undefined) return { outcome: "deactivated", accountMade };
  await endLapsedRoot(tx, account.id, by);
  const granted = await tx
    .insert(roleGrants)
    .values({ id: newId(), userId: account.id, role: "root", grantedAt: now() })
    .onConflictDoNothing()
    .returning({ id: roleGrants.id });
  if (granted.length === 0) return { outcome: "already", accountMade };
  await recordAudit(tx, {
    actorId: null,
    actorLabel: by,
    action: "role.grant",
    resourceType: "user",
    resourceId: account.id,
    after: { role: "root" },
  });
  await queueMail(tx, rootGrantedMail, email, { name: account.name, signInUrl: `${env.appUrl}/sign-in` });
  return { outcome: "made", accountMade };
}

type Account = Readonly<{ id: string; name: string }>;

async function findOrCreateAccount(
  tx: Transaction,
  email: string,
  name: string | null,
  by: string,
): Promise<{ account: Account; accountMade: boolean }> {
  const wanted = { id: newId(), email, name: name ?? email.slice(0, email.indexOf("@")), createdAt: now() };
  const made = await tx
    .insert(users)
    .values(wanted)
    .onConflictDoNothing({ target: users.email })
    .returning({ id: users.id, name: users.name });
  const [account = null] = made.length > 0 ? made : await findAccount(tx, email);
  if (account === null) throw new Error("The account was deleted in the meantime.");
  if (made.length > 0) {
    await recordAudit(tx, {
      actorId: null,
      actorLabel: by,
      action: "user.create",
      resourceType: "user",
      resourceId: account.id,
      after: { email, name: account.name },
    });
  }
  return { account, accountMade: made.length > 0 };
}

function findAccount(tx: Transaction, email: string): Promise<Account[]> {
  return tx.select({ id: users.id, name: users.name }).from(users).where(eq(users.email, email)).for("no key update");
}

/** A grant whose last day is past still holds the place of the one grant a person may have; it is closed as of that day. */
async function endLapsedRoot(tx: Transaction, userId: string, by: string): Promise<void> {
  const ended = await tx
    .update(roleGrants)
    .set({ endedAt: sql`(${roleGrants.endsOn} + 1)::timestamp at time zone 'UTC'` })
    .where(
      and(
        eq(roleGrants.userId, userId),
        eq(roleGrants.role, "root"),
        isNull(roleGrants.endedAt),
        isNotNull(roleGrants.endsOn),
        lt(roleGrants.endsOn, today()),
      ),
    )
    .returning({ endsOn: roleGrants.endsOn });
  for (const { endsOn } of ended) {
    await recordAudit(tx, {
      actorId: null,
      actorLabel: by,
      action: "role.end",
      resourceType: "user",
      resourceId: userId,
      before: { role: "root", endsOn },
    });
  }
}
