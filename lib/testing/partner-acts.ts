import "server-only";
import { sql } from "drizzle-orm";
import { readTransaction, writeTransaction } from "@/db/client";
import { updatePartnerAction } from "@/lib/places/partners/actions";
import type { ServerAction } from "@/lib/platform/action/pipeline";
import type { ActionFailure } from "@/lib/platform/action/result";
import { actorOf, emailOf } from "./people-acts";
import { inRequest, type TestAnswer } from "./request";
import { sessionCookieForTest } from "./sessions";

const nobody = { actorId: null, requestId: null };

/** What a form holds: a text, or several where the name is repeated. */
export type Fields = Readonly<Record<string, string | number | readonly string[]>>;

/** What came of an act: where it led, or how it was refused. */
export type Acted = Readonly<{ to: string | null; refused: ActionFailure | null }>;

/** Posts a form to a server action as somebody of the editing world or that of people, with every check of the real one. */
export async function act(who: string, action: ServerAction<unknown>, fields: Fields): Promise<Acted> {
  const session = await sessionCookieForTest(emailOf(who));
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of Array.isArray(value) ? value : [String(value)]) form.append(name, one);
  }
  const answer: TestAnswer<Awaited<ReturnType<typeof action>>> = await inRequest(
    { cookies: { [session.name]: session.value } },
    () => action(null, form),
  );
  const { result, redirectedTo } = answer;
  return { to: redirectedTo, refused: result === null || result.ok ? null : result };
}

/** Posts an edit of a partner in the version that is there now, or in an older one. */
export async function edit(who: string, partnerId: string, fields: Fields, version?: number): Promise<Acted> {
  const current = version ?? (await partnerNow(partnerId))?.version ?? 1;
  return act(who, updatePartnerAction, { partnerId, version: current, ...fields });
}

/** A partner and everything that hangs on it as it is in the database now, by the keys of the world; null where it is gone. */
export async function partnerNow(externalId: string): Promise<PartnerNow | null> {
  return readTransaction(async (tx) => {
    const [row] = await tx.execute<PartnerNow>(sql`
      select p.id, p.version, p.name, p.slug, p.summary, p.description, p.website, p.socials,
        p.public_contact_phone as phone, p.accessibility,
        (select a.line1 || ', ' || a.postcode || ', ' || n.code from partner_addresses a join neighbourhoods n on n.id = a.neighbourhood_id
          where a.partner_id = p.id) as address,
        array(select n.code from partner_service_areas s join neighbourhoods n on n.id = s.neighbourhood_id
          where s.partner_id = p.id order by 1) as areas,
        array(select t.external_id from partner_tags pt join tags t on t.id = pt.tag_id where pt.partner_id = p.id order by 1) as tags,
        array(select day || ' ' || to_char(opens, 'HH24:MI') || '-' || to_char(closes, 'HH24:MI') from partner_opening_hours h
          where h.partner_id = p.id order by day, opens) as hours,
        (select h.reason from partner_hidings h where h.partner_id = p.id and h.unhidden_at is null) as "hiddenFor",
        (select u.name from partner_hidings h join users u on u.id = h.hidden_by
          where h.partner_id = p.id and h.unhidden_at is null) as "hiddenBy"
      from partners p where p.external_id = ${externalId} or p.id::text = ${externalId} or p.name = ${externalId}`);
    return row ?? null;
  });
}

/** What `partnerNow` reads. */
export type PartnerNow = {
  id: string;
  version: number;
  name: string;
  slug: string | null;
  summary: string | null;
  description: string | null;
  website: string | null;
  socials: Record<string, string>;
  phone: string | null;
  accessibility: string | null;
  /** First line, postcode and the code of the place. */
  address: string | null;
  areas: string[];
  tags: string[];
  hours: string[];
  hiddenFor: string | null;
  hiddenBy: string | null;
};

/** An event of the trail without its time and id. */
export type Trace = {
  action: string;
  actor: string | null;
  resourceType: string;
  before: unknown;
  after: unknown;
  reason: string | null;
};

/** What the trail says about one record, oldest first; `actor` is the address of whoever did it. */
export async function tracesOf(resourceId: string): Promise<Trace[]> {
  return readTransaction(async (tx) => {
    const rows = await tx.execute<Trace>(sql`
      select e.action, u.email as actor, e.resource_type as "resourceType", e.before, e.after, e.reason
        from audit_events e left join users u on u.id = e.actor_id
       where e.resource_id = ${resourceId} order by e.id`);
    return [...rows];
  });
}

/** The id of somebody of the editing world. */
export async function idOf(who: string): Promise<string> {
  return (await actorOf(who)).userId;
}

/** Runs one statement in a transaction of its own, as if somebody else did it meanwhile. */
export async function meanwhile(text: string): Promise<void> {
  await writeTransaction(nobody, (tx) => tx.execute(sql.raw(text)));
}
