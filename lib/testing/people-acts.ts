import "server-only";
import { sql } from "drizzle-orm";
import { readTransaction } from "@/db/client";
import type { Actor } from "@/lib/permissions/load-actor";
import { personAt } from "./as-person";

/** The address of somebody in the world of people, or in that of access or of editing. */
export function emailOf(who: string): string {
  return `${who}@people.example`;
}

/** Somebody of these worlds as they act now. */
export function actorOf(who: string): Promise<Actor> {
  return personAt(emailOf(who));
}

/** The roles that somebody holds now, in words such as `neighbourhood_admin hulme moss-side` or `partner_admin garden until 2099-12-31`. */
export async function rolesNow(who: string): Promise<string[]> {
  const rows = await readTransaction((tx) =>
    tx.execute<{ told: string }>(sql`
      select concat_ws(' ', g.role, p.external_id,
        (select string_agg(n.code, ' ' order by n.code) from role_grant_neighbourhoods gn join neighbourhoods n on n.id = gn.neighbourhood_id where gn.grant_id = g.id),
        (select 'for ' || string_agg(t.external_id, ' ' order by t.external_id) from role_grant_partnerships gp join tags t on t.id = gp.tag_id where gp.grant_id = g.id),
        'until ' || g.ends_on) as told
      from role_grants g join users u on u.id = g.user_id left join partners p on p.id = g.partner_id
      where u.email = ${emailOf(who)} and g.ended_at is null order by 1`),
  );
  return rows.map(({ told }) => told);
}

/** The id of the role that somebody holds now, told as `rolesNow` tells it or by its beginning. */
export async function grantIdOf(who: string, told: string): Promise<string> {
  const [row] = await readTransaction((tx) =>
    tx.execute<{ id: string }>(sql`
      select g.id from role_grants g join users u on u.id = g.user_id left join partners p on p.id = g.partner_id
      where u.email = ${emailOf(who)} and g.ended_at is null and concat_ws(' ', g.role, p.external_id) = ${told}`),
  );
  if (row === undefined) throw new Error(`${who} holds no ${told}.`);
  return row.id;
}

/** What the trail says of a person or partner since it was made, oldest first. */
export async function traceOf(key: string): Promise<{ action: string; by: string; before: unknown; after: unknown }[]> {
  const rows = await readTransaction((tx) =>
    tx.execute<{ action: string; by: string; before: unknown; after: unknown }>(sql`
      select e.action, e.actor_label as by, e.before, e.after from audit_events e
      where e.resource_id in (select id::text from users where email = ${key} union select id::text from partners where external_id = ${key})
        and e.actor_id is not null and e.action not like 'session.%'
      order by e.id`),
  );
  return [...rows];
}

/** The mails that somebody was sent, by subject and as text, oldest first. */
export async function mailsTo(who: string): Promise<{ subject: string; text: string }[]> {
  const rows = await readTransaction((tx) =>
    tx.execute<{ subject: string; text: string }>(
      sql`select subject, text from mails where recipient = ${emailOf(who)} order by id`,
    ),
  );
  return [...rows];
}
