import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { userDeactivations, users } from "@/db/schema/people";
import { env } from "@/env";
import { auditOfGiving, type GrantTerms, giveGrant } from "@/lib/people/grants/mutations";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
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
  const given = await giveGrant(tx, { ...ROOT, userId: account.id, grantedBy: null });
  if (given.kind === "held") return { outcome: "already", accountMade };
  const holder = { userId: account.id, name: account.name };
  for (const entry of auditOfGiving(holder, given)) {
    await recordAudit(tx, { ...entry, actorId: null, actorLabel: by });
  }
  await queueMail(tx, rootGrantedMail, email, { name: account.name, signInUrl: `${env.appUrl}/sign-in` });
  return { outcome: "made", accountMade };
}

const ROOT: GrantTerms = { role: "root", places: [], partnerships: [], partner: null, endsOn: null };

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
