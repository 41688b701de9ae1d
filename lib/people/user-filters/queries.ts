import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readTransaction, type Transaction } from "@/db/client";
import { roleGrants } from "@/db/schema/grants";
import { userDeactivations, users } from "@/db/schema/people";
import { partners } from "@/db/schema/places";
import { completeGrant, knownGrant } from "@/lib/people/grants/queries";
import { LONGEST_USER_SEARCH, MOST_PEOPLE_FOUND, type UserRoleFilter } from "@/lib/people/user-list/constants";
import type { UserSelection } from "@/lib/people/user-list/schemas";
import { inForce } from "@/lib/permissions/facts/attributes";
import type { Actor } from "@/lib/permissions/load-actor";
import { scopeOf } from "@/lib/permissions/scope";
import { containing, startingWith } from "@/lib/platform/like-pattern";
import { searchText } from "@/lib/platform/lists/schemas";

/** How many people the list has for this selection: what a line of a dashboard counts before it links there. One statement. */
export async function countUsers(tx: Transaction, actor: Actor, selection: UserSelection): Promise<number> {
  const [counted] = await tx.execute<{ total: number }>(sql`
    select count(*)::int as "total" from ${users} where (${scopeOf(actor, "user", "view")}) and ${matches(actor, selection)}`);
  return counted?.total ?? 0;
}

/** A person as the command palette finds them. */
export type FoundPerson = Readonly<{ userId: string; email: string; name: string; deactivated: boolean }>;

/**
 * The people within the actor's sight whose name or address holds every word of the text, at most
 * `MOST_PEOPLE_FOUND`: names that begin with it first, then addresses that do, then names with a word that does. None for
 * a blank text. One statement.
 */
export async function searchPeople(actor: Actor, text: string): Promise<FoundPerson[]> {
  const wanted = searchText(text, LONGEST_USER_SEARCH);
  if (wanted === "") return [];
  const begins = sql`lower(${startingWith(wanted)})`;
  return readTransaction(async (tx) => {
    const found = await tx.execute<FoundPerson>(sql`
      select ${users.id} as "userId", ${users.email} as "email", ${users.name} as "name", ${isDeactivated()} as "deactivated"
      from ${users} where (${scopeOf(actor, "user", "view")}) and ${textCondition(wanted)}
      order by case when lower(${users.name}) like ${begins} then 0 when ${users.email} like ${begins} then 1
        when lower(${users.name}) like lower(${containing(` ${wanted}`)}) then 2 else 3 end, lower(${users.name}), ${users.id}
      limit ${MOST_PEOPLE_FOUND}`);
    return [...found];
  });
}

/** The condition that a row of `users` is one of those that the selection asks for, as far as this actor may know. */
export function matches(actor: Actor, { text, role, state }: UserSelection): SQL {
  const conditions = [
    ...(text === "" ? [] : [textCondition(text)]),
    ...(role === "" ? [] : [roleCondition(actor, role)]),
    ...(state === "" ? [] : [state === "deactivated" ? isDeactivated() : sql`not ${isDeactivated()}`]),
  ];
  return conditions.length === 0 ? sql`true` : sql`(${sql.join(conditions, sql` and `)})`;
}

/**
 * Every word of the text stands in the name or in the e-mail address, in any order. In the part after the at sign, which
 * many people share, only a word with an at sign is looked for.
 */
function textCondition(text: string): SQL {
  const words = text.split(" ").map((word) => {
    const pattern = sql`lower(${containing(word)})`;
    const whole = sql`${users.email} like ${pattern}`;
    const address = word.includes("@") ? whole : sql`(${whole} and split_part(${users.email}, '@', 1) like ${pattern})`;
    return sql`(lower(${users.name}) like ${pattern} or ${address})`;
  });
  return sql`(${sql.join(words, sql` and `)})`;
}

function roleCondition(actor: Actor, role: Exclude<UserRoleFilter, "">): SQL {
  const held = (more: SQL, join = sql`left join`) => sql`exists (
    select 1 from ${roleGrants} ${join} ${partners} on ${partners.id} = ${roleGrants.partnerId}
    where ${roleGrants.userId} = ${users.id} and ${inForce()} and (${knownGrant(actor)}) and ${more})`;
  if (role === "none") return sql`not ${held(sql`true`)}`;
  if (role === "incomplete") return held(sql`not ${completeGrant()}`);
  // Every partner admin has a partner; only told so does the planner go from the partners in scope to the people.
  return held(sql`${roleGrants.role} = ${role}`, role === "partner_admin" ? sql`inner join` : undefined);
}

/** The condition that a row of `users` is an account out of use. */
export function isDeactivated(): SQL {
  return sql`exists (select 1 from ${userDeactivations} where ${userDeactivations.userId} = ${users.id} and ${userDeactivations.reactivatedAt} is null)`;
}
