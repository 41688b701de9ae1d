import "server-only";
import { sql } from "drizzle-orm";
import { readTransaction, writeTransaction } from "@/db/client";
import { hidePartner } from "@/lib/places/partner-hidings/mutations";
import { partnerPath } from "@/lib/places/partners/constants";
import { insertPartner } from "@/lib/places/partners/mutations";
import { newId } from "@/lib/platform/ids";
import { type DemoPlace, demoCode } from "./demo/places";
import type { DemoTag } from "./demo/tags";
import { addUserForTest } from "./sessions";

const nobody = { actorId: null, requestId: null };

/** How the name of every partner begins that a browser test makes, so that others can tell it from the demo world's. */
export const TEST_PARTNER = "Test ";

/** A partner that belongs to one test alone. It has to be somewhere: at an address, or in an area that it serves. */
export type TestPartnerPlan = Readonly<{
  /** What it is, in a word or two: it becomes a part of its name. */
  about: string;
  address?: DemoPlace;
  serves?: readonly DemoPlace[];
  tags?: readonly DemoTag[];
  summary?: string;
  /** Off the public pages, for this reason. */
  hidden?: string;
}>;

/** What a test knows of its partner. */
export type TestPartner = Readonly<{ id: string; name: string; path: string }>;

/** A name for a partner of a test that no other test and no other run uses. */
export function freshPartnerName(about: string): string {
  return `${TEST_PARTNER}${about} ${newId().slice(-8)}`;
}

/** Makes a partner of the test's own in the demo world. Its name is unique, its address is its UUID. */
export async function addPartnerForTest(plan: TestPartnerPlan): Promise<TestPartner> {
  const { about, address, serves = [], tags = [], summary = "", hidden } = plan;
  return writeTransaction(nobody, async (tx) => {
    const name = freshPartnerName(about);
    const rows = await tx.execute<{ id: string }>(
      sql`select id from tags where external_id in (select json_array_elements_text(${JSON.stringify(tags)}::text::json))`,
    );
    const lines = { line1: "1 Test Street", line2: "", city: "", postcode: "M1 1AA" };
    const id = await insertPartner(tx, {
      texts: { name, summary },
      address: address === undefined ? undefined : { ...lines, placeCode: demoCode(address) },
      addPlaces: serves.map(demoCode),
      removePlaces: [],
      addTags: rows.map((tag) => tag.id),
      removeTags: [],
    });
    if (hidden !== undefined) {
      const hiddenBy = await addUserForTest(tx, `${id}.hider@remit.example`);
      await hidePartner(tx, { partnerId: id, reason: hidden, hiddenBy });
    }
    return { id, name, path: partnerPath({ id, externalId: null }) };
  });
}

/** Makes a new person the admin of a partner. Gives the e-mail address to sign in with. */
export async function addAdminForTest(partnerId: string, name: string): Promise<string> {
  const email = `${newId()}@remit.example`;
  await writeTransaction(nobody, async (tx) => {
    const userId = await addUserForTest(tx, email, name);
    await tx.execute(sql`insert into role_grants (id, user_id, role, partner_id, granted_at)
      values (${newId()}, ${userId}, 'partner_admin', ${partnerId}, now())`);
  });
  return email;
}

/** The addresses of a partner's admins now, past every page and permission. */
export async function readAdminsForTest(partnerId: string): Promise<string[]> {
  const rows = await readTransaction((tx) =>
    tx.execute<{ email: string }>(sql`select u.email from role_grants g join users u on u.id = g.user_id
      where g.partner_id = ${partnerId}::uuid and g.ended_at is null order by u.email`),
  );
  return rows.map(({ email }) => email);
}

/** A partner as it is in the database now. Places by code, tags by key; `version` rises with every change. */
export type TestPartnerState = Readonly<{
  version: number;
  name: string;
  summary: string | null;
  slug: string | null;
  addressPlace: string | null;
  areas: readonly string[];
  tags: readonly string[];
  hiddenFor: string | null;
}>;

/** Reads a partner past every page and permission; null where there is none, by its UUID or its name. */
export async function readPartnerForTest(idOrName: string): Promise<TestPartnerState | null> {
  return readTransaction(async (tx) => {
    const [row = null] = await tx.execute<TestPartnerState>(sql`
      select p.version, p.name, p.summary, p.slug,
        (select n.code from partner_addresses a join neighbourhoods n on n.id = a.neighbourhood_id
          where a.partner_id = p.id) as "addressPlace",
        array(select n.code from partner_service_areas s join neighbourhoods n on n.id = s.neighbourhood_id
          where s.partner_id = p.id order by 1) as areas,
        array(select t.external_id from partner_tags l join tags t on t.id = l.tag_id
          where l.partner_id = p.id order by 1) as tags,
        (select h.reason from partner_hidings h where h.partner_id = p.id and h.unhidden_at is null) as "hiddenFor"
      from partners p where p.id::text = ${idOrName} or p.name = ${idOrName}`);
    return row;
  });
}
