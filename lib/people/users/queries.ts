import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readTransaction, type Transaction } from "@/db/client";
import { instantColumn } from "@/db/instant-column";
import { userDeactivations, users } from "@/db/schema/people";
import { roleAsks, together } from "@/lib/people/grant-decisions/queries";
import { type KnownGrant, readGrants } from "@/lib/people/grants/queries";
import { portalId } from "@/lib/permissions/catalogue";
import { type Ask, type Decision, decideMany } from "@/lib/permissions/decide";
import { normaliseEmail } from "@/lib/permissions/facts/ledger";
import { byKey } from "@/lib/permissions/facts/records";
import type { Actor } from "@/lib/permissions/load-actor";
import { userParts } from "@/lib/permissions/policies/user";
import type { Reason } from "@/lib/permissions/reasons";
import { capabilities, listCondition, scopeOf } from "@/lib/permissions/scope";
import { USER_ACTS, type UserActName } from "./constants";

/** A role of a person, and whether the actor may end it; the reasons say why, or why not. */
export type UserGrant = KnownGrant & Readonly<{ mayEnd: boolean; reasons: readonly Reason[] }>;

/** A person without their roles. Columns that this actor may not read are null. */
export type PersonRecord = Readonly<{
  userId: string;
  email: string;
  name: string;
  /** For those who may change it; null for everybody else, and where there is none. */
  phone: string | null;
  /** Whether the address has been proven by signing in. */
  verified: boolean;
  /** Rises by one with every change of name or phone; a stale edit is found by it. */
  version: number;
  /** An instant, ISO in UTC. */
  createdAt: string;
  /** Since when the account is out of use, and by whom as far as the actor may view them; null while it is in use. */
  deactivation: Readonly<{ at: string; by: string | null }> | null;
  /** Whether this is the actor. */
  itself: boolean;
}>;

/** A person as their own page shows them: with the roles in force that the actor may know, the widest first; `unseenGrants` counts the others. */
export type UserRecord = PersonRecord & Readonly<{ grants: readonly UserGrant[]; unseenGrants: number }>;

/** What the actor may do about a person they see, of what was asked; `confirm` counts as allowed. */
export type PersonRemit = Readonly<{
  acts: readonly Readonly<{ act: UserActName; allowed: boolean; reasons: readonly Reason[] }>[];
  /** Whether there is any role that the actor may give, to whomever: root's, or a partner admin's on some partner. */
  mayGive: boolean;
}>;

/** The same with why the actor sees them. */
export type UserRemit = PersonRemit & Readonly<{ view: readonly Reason[] }>;

/** What each act asks the engine, in the words of the action catalogue. */
const QUESTIONS: Readonly<Record<UserActName, Pick<Ask, "action" | "properties">>> = {
  update: { action: "update" },
  profile: { action: "update", properties: { fields: ["name", "phone"] } },
  roles: { action: "assign_role" },
  deactivate: { action: "deactivate" },
  reactivate: { action: "reactivate" },
  sessions: { action: "view_sessions" },
  endSessions: { action: "end_sessions" },
  history: { action: "view_history" },
};

/**
 * The person with this e-mail address or UUID, with the reasons behind the actor's view of them and behind what else they
 * may do; null where there is none within sight, which cannot be told apart from there being none. At most eight
 * statements, however many roles the person holds.
 * @param asked the acts that the page is about, where not all of them are.
 */
export async function getUser(
  actor: Actor,
  userId: string,
  asked: readonly UserActName[] = USER_ACTS,
): Promise<{ user: UserRecord; remit: UserRemit } | null> {
  return readTransaction(async (tx) => {
    const row = await readUser(tx, actor, userId);
    if (row === null) return null;
    const { grants, unseenGrants } = await readGrants(tx, actor, row.userId);
    const endings = grants.map((grant) => roleAsks(actor, "remove_role", row.email, grant));
    const acts = actsAbout(row, asked);
    const resource = { type: "user", id: row.userId };
    const [view, ...answers] = await decideMany(tx, [
      { actor, action: "view", resource },
      ...asksAbout(actor, row, acts),
      ...endings.flat(),
    ]);
    const ended = answers.slice(acts.length);
    const user = { ...row, grants: judged(grants, endings, ended), unseenGrants };
    return { user, remit: { view: view?.reasons ?? [], acts: answered(acts, answers), mayGive: mayGive(actor) } };
  });
}

/** The same without their roles, for the pages that do not show them. At most five statements. */
export async function getPerson(
  actor: Actor,
  userId: string,
  asked: readonly UserActName[] = USER_ACTS,
): Promise<{ user: PersonRecord; remit: PersonRemit } | null> {
  return readTransaction(async (tx) => {
    const user = await readUser(tx, actor, userId);
    if (user === null) return null;
    const acts = actsAbout(user, asked);
    const answers = await decideMany(tx, asksAbout(actor, user, acts));
    return { user, remit: { acts: answered(acts, answers), mayGive: mayGive(actor) } };
  });
}

/** Of two acts that undo one another only the one that can be done now. */
function actsAbout({ deactivation }: PersonRecord, asked: readonly UserActName[]): readonly UserActName[] {
  return asked.filter((act) => act !== (deactivation === null ? "reactivate" : "deactivate"));
}

function asksAbout(actor: Actor, { userId }: PersonRecord, acts: readonly UserActName[]): Ask[] {
  return acts.map((act) => ({ actor, resource: resourceOf(act, userId), ...QUESTIONS[act] }));
}

/** Roles of the portal are a question about the portal; everything else is one about the person. */
function resourceOf(act: UserActName, userId: string): Ask["resource"] {
  return act === "roles" ? { type: "system", id: portalId } : { type: "user", id: userId };
}

function mayGive(actor: Actor): boolean {
  const ofPortal = capabilities(actor, "system", ["assign_role"], {}).assign_role;
  return ofPortal || listCondition(actor, "partner", "assign_role").rows !== "none";
}

function answered(acts: readonly UserActName[], answers: readonly Decision[]): PersonRemit["acts"] {
  return acts.map((act, index) => {
    const answer = answers[index];
    return { act, allowed: answer !== undefined && answer.outcome !== "deny", reasons: answer?.reasons ?? [] };
  });
}

/** Each role with the answers to its own questions, which stand in the order that they were asked in. */
function judged(
  grants: readonly KnownGrant[],
  asked: readonly (readonly Ask[])[],
  answers: readonly Decision[],
): UserGrant[] {
  let next = 0;
  return grants.map((grant, index) => {
    const count = asked[index]?.length ?? 0;
    const { outcome, reasons } = together(answers.slice(next, next + count));
    next += count;
    return { ...grant, mayEnd: outcome !== "deny", reasons };
  });
}

async function readUser(tx: Transaction, actor: Actor, key: string): Promise<PersonRecord | null> {
  const email = normaliseEmail(key);
  // PostgreSQL holds no zero byte in a text and would raise an error for it.
  if (email.includes("\u0000")) return null;
  const [found] = await tx.execute<PersonRecord>(sql`
    select ${users.id} as "userId", ${users.email} as "email", ${users.name} as "name",
      case when (${scopeOf(actor, "user", userParts.profile)}) then ${users.phone} end as "phone",
      ${users.verifiedAt} is not null as "verified", ${users.version} as "version",
      ${instantColumn(users.createdAt)} as "createdAt", ${users.id} = ${actor.userId}::uuid as "itself",
      ${deactivationColumn(actor)} as "deactivation"
    from ${users}
    where ${byKey(users.email, users.id, [email])} and (${scopeOf(actor, "user", "view")})
    order by (${users.email} = ${email}) desc
    limit 1`);
  return found ?? null;
}

function deactivationColumn(actor: Actor): SQL {
  return sql`(select json_build_object('at', ${instantColumn(userDeactivations.deactivatedAt)},
      'by', (select ${users.name} from ${users} where ${users.id} = ${userDeactivations.deactivatedBy} and (${scopeOf(actor, "user", "view")})))
    from ${userDeactivations} where ${userDeactivations.userId} = ${users.id} and ${userDeactivations.reactivatedAt} is null)`;
}
