import "server-only";
import { sql } from "drizzle-orm";
import { readTransaction, writeTransaction } from "@/db/client";
import { newId } from "@/lib/platform/ids";
import { type DemoPlace, demoCode } from "./demo/places";
import { addUserForTest } from "./sessions";

/** What a test knows of its person: the address to sign in with, and where their page is. */
export type TestPerson = Readonly<{ id: string; email: string; name: string; path: string }>;

/** Roles that a person of a test begins with: on partners by UUID, and over places in one role. */
export type TestRoles = Readonly<{ partners?: readonly string[]; places?: readonly DemoPlace[] }>;

/** Makes somebody of the test's own in the demo world. The name is unique. */
export async function addPersonForTest(
  about: string,
  { partners = [], places = [] }: TestRoles = {},
): Promise<TestPerson> {
  const mark = newId();
  const email = `${mark}@remit.example`;
  const name = `${about} Test ${mark.slice(-8)}`;
  const id = await writeTransaction({ actorId: null, requestId: null }, async (tx) => {
    const userId = await addUserForTest(tx, email, name);
    for (const partner of partners) {
      await tx.execute(sql`insert into role_grants (id, user_id, role, partner_id, granted_at)
        values (${newId()}, ${userId}, 'partner_admin', ${partner}::uuid, now())`);
    }
    const grantId = newId();
    if (places.length > 0) {
      await tx.execute(sql`insert into role_grants (id, user_id, role, granted_at)
        values (${grantId}, ${userId}, 'neighbourhood_admin', now())`);
    }
    for (const place of places) {
      await tx.execute(sql`insert into role_grant_neighbourhoods (grant_id, neighbourhood_id)
        select ${grantId}::uuid, id from neighbourhoods where code = ${demoCode(place)}`);
    }
    return userId;
  });
  return { id, email, name, path: `/people/${encodeURIComponent(email)}` };
}

/** A person as they are in the database now: particulars, and each role in force in words such as `partner_admin UUID` or `neighbourhood_admin Govan, Pollok until 2099-12-31`. */
export type TestPersonState = Readonly<{
  name: string;
  phone: string | null;
  deactivated: boolean;
  roles: readonly string[];
}>;

/** Reads a person by address past every page and permission. */
export async function readPersonForTest(email: string): Promise<TestPersonState | null> {
  return readTransaction(async (tx) => {
    const [row = null] = await tx.execute<TestPersonState>(sql`
      select u.name, u.phone,
        exists (select 1 from user_deactivations d where d.user_id = u.id and d.reactivated_at is null) as deactivated,
        array(select concat_ws(' ', g.role, g.partner_id,
            (select string_agg(n.name, ', ' order by n.name) from role_grant_neighbourhoods l
              join neighbourhoods n on n.id = l.neighbourhood_id where l.grant_id = g.id),
            (select 'for ' || string_agg(t.name, ', ' order by t.name) from role_grant_partnerships l
              join tags t on t.id = l.tag_id where l.grant_id = g.id),
            'until ' || g.ends_on)
          from role_grants g where g.user_id = u.id and g.ended_at is null order by 1) as roles
      from users u where u.email = ${email}`);
    return row;
  });
}
