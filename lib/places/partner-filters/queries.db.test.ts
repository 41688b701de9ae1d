import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { readTransaction } from "@/db/client";
import { type Decision, decideMany } from "@/lib/permissions/decide";
import { type Actor, loadActor } from "@/lib/permissions/load-actor";
import { today } from "@/lib/platform/clock";
import { type DemoPerson, demoEmail } from "@/lib/testing/demo/people";
import { loadForTest } from "@/lib/testing/statements";
import { demoWorld } from "@/lib/testing/world";
import type { PartnerEntry } from "@/lib/world/schema";
import { listPartners } from "../partner-list/queries";
import { EVERY_PARTNER, type PartnerListQuery } from "../partner-list/schemas";
import { listFilterTags, meetsFilters } from "./queries";

const world = demoWorld();
const partners = world.partners ?? [];
const tags = world.tags ?? [];
const parents = new Map((world.neighbourhoods ?? []).map(({ code, parent }) => [code, parent ?? null]));
const codes = [...parents.keys()];

const people: readonly DemoPerson[] = [
  "ruth.adeyemi",
  "saoirse.quinn",
  "nasreen.malik",
  "seun.bakare",
  "shabnam.akhtar",
  "patience.okoro",
  "tom.ashworth",
  "mel.hartley",
  "bilal.hussain",
  "joyce.appiah",
  "rosa.delgado",
  "dorothea.pinnock",
  "yusuf.karim",
];

beforeAll(() => loadForTest(world, { reset: true }));

/** What one person knows, asked of the engine record by record: never through a list. */
type Known = {
  actor: Actor;
  visible: readonly PartnerEntry[];
  tags: readonly string[];
  seesPlaces: boolean;
  own: readonly string[];
};

async function knownBy(person: DemoPerson): Promise<Known> {
  return readTransaction(async (tx) => {
    const actor = await loadActor(tx, { email: demoEmail(person) });
    if (actor === null) throw new Error(`The demo world has no ${person}.`);
    const view = async (type: string, ids: readonly string[]) => {
      const decisions = await decideMany(
        tx,
        ids.map((id) => ({ actor, action: "view", resource: { type, id } })),
      );
      return ids.filter((_, index) => isAllowed(decisions[index]));
    };
    const seen = new Set(
      await view(
        "partner",
        partners.map(({ id }) => id),
      ),
    );
    const own = (world.roles ?? []).flatMap((role) =>
      role.role === "partner_admin" && role.user === actor.email && inForce(role) ? [role.partner] : [],
    );
    return {
      actor,
      visible: partners.filter(({ id }) => seen.has(id)),
      tags: await view(
        "tag",
        tags.map(({ id }) => id),
      ),
      seesPlaces: (await view("neighbourhood", codes)).length > 0,
      own,
    };
  });
}

function isAllowed(decision: Decision | undefined): boolean {
  return decision?.outcome === "allow";
}

function inForce({ endsOn }: { endsOn?: string | null }): boolean {
  return endsOn === undefined || endsOn === null || endsOn >= today();
}

function pathOf(code: string): string[] {
  const parent = parents.get(code);
  return parent ? [code, ...pathOf(parent)] : [code];
}

function placesOf({ address, serviceAreas = [] }: PartnerEntry): string[] {
  return [...(address ? [address.neighbourhood] : []), ...serviceAreas].flatMap(pathOf);
}

function hasAdmin({ id }: PartnerEntry): boolean {
  return (world.roles ?? []).some((role) => role.role === "partner_admin" && role.partner === id && inForce(role));
}

function meetsText({ name, address }: PartnerEntry, text: string): boolean {
  const compact = (value: string) => value.replaceAll(" ", "").toLowerCase();
  const named = text
    .toLowerCase()
    .split(" ")
    .every((word) => name.toLowerCase().includes(word));
  return named || (address ? compact(address.postcode).startsWith(compact(text)) && /\d/.test(text) : false);
}

/** The ids that a query should find, in their order, worked out from the file in memory. */
function expected({ visible, tags: seenTags, seesPlaces, own }: Known, query: PartnerListQuery): string[] {
  const { text, place, tag, visibility, admin, sort } = query;
  const knowsPlace = seesPlaces ? codes.includes(place) : visible.some((partner) => placesOf(partner).includes(place));
  const carries = (partner: PartnerEntry) =>
    partner.tags?.includes(tag) === true && (seenTags.includes(tag) || own.includes(partner.id));
  const found = visible.filter(
    (partner) =>
      (text === "" || meetsText(partner, text)) &&
      (place === "" || (knowsPlace && placesOf(partner).includes(place))) &&
      (tag === "" || carries(partner)) &&
      (visibility === "" || (visibility === "hidden") === Boolean(partner.hidden)) &&
      (admin === "" || (admin === "with") === hasAdmin(partner)),
  );
  const byName = found.toSorted((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1)).map(({ id }) => id);
  return sort === "-name" ? byName.reverse() : byName;
}

async function foundBy(
  actor: Actor,
  query: PartnerListQuery,
): Promise<{ ids: string[]; total: number; inRemit: number }> {
  const ids: string[] = [];
  for (let asked = query; ; ) {
    const page = await listPartners(actor, asked);
    ids.push(...page.partners.map(({ externalId }) => String(externalId)));
    if (page.next === null) return { ids, total: page.total, inRemit: page.inRemit };
    asked = { ...query, cursor: page.next };
  }
}

const some = <Value>(values: readonly Value[], every: number) => values.filter((_, index) => index % every === 0);
const tagIds = tags.map(({ id }) => id);
const findable: readonly Partial<PartnerListQuery>[] = [
  {},
  ...tagIds.map((tag) => ({ tag })),
  { visibility: "shown" },
  { visibility: "hidden" },
  { admin: "with" },
  { admin: "without" },
  { sort: "-name" },
  ...["moss", "MOSS SIDE", "side moss", "caf", "é", "m15", "m15 5", "M155"].map((text) => ({ text })),
];
const empty: readonly Partial<PartnerListQuery>[] = [
  { place: "no-such-place" },
  { tag: "no-such-tag" },
  ...["%", "_", "\\", "cf", "nothing of the kind"].map((text) => ({ text })),
];
const alone = [...findable, ...codes.map((place) => ({ place })), ...empty];
const together: readonly Partial<PartnerListQuery>[] = some(codes, 4).flatMap((place, index) => [
  { place, tag: tagIds[index % tagIds.length], sort: "-name" },
  { place, visibility: index % 2 === 0 ? "shown" : "hidden", admin: index % 3 === 0 ? "with" : "without" },
  { place, text: "centre", tag: tagIds[(index + 5) % tagIds.length], visibility: "shown", admin: "without" },
]);

test.each(people)("%s finds by every filter, alone and together, what the file and the engine say", async (person) => {
  const known = await knownBy(person);
  for (const changes of [...alone, ...together]) {
    const query: PartnerListQuery = { ...EVERY_PARTNER, ...changes };
    const wanted = expected(known, query);
    const found = await foundBy(known.actor, query);
    expect(found, JSON.stringify(changes)).toEqual({
      ids: wanted,
      total: wanted.length,
      inRemit: known.visible.length,
    });
  }
});

test("the demo world makes every filter but those of places find something for somebody and nothing for another", async () => {
  const all = await Promise.all(people.map(knownBy));
  for (const changes of findable) {
    const query: PartnerListQuery = { ...EVERY_PARTNER, ...changes };
    const found = all.map((known) => expected(known, query).length);
    expect(Math.max(...found), JSON.stringify(changes)).toBeGreaterThan(0);
    expect(Math.min(...found), JSON.stringify(changes)).toBe(0);
  }
});

test.each(people)(
  "%s may filter by exactly the tags that they see, and those on their own partners",
  async (person) => {
    const known = await knownBy(person);
    const own = known.visible.filter(({ id }) => known.own.includes(id)).flatMap((partner) => partner.tags ?? []);
    const wanted = tagIds.filter((id) => known.tags.includes(id) || own.includes(id));
    const listed = await listFilterTags(known.actor);
    expect(listed.map(({ id }) => id).toSorted()).toEqual(wanted.toSorted());
    for (const tag of tagIds) {
      const page = await listPartners(known.actor, { ...EVERY_PARTNER, tag });
      expect(page.filters.tag?.id ?? null, tag).toBe(wanted.includes(tag) ? tag : null);
    }
  },
);

test.each([
  ["kitchen", "partners_name_search"],
  ["M15 5RG", "partner_addresses_postcode"],
])("the search for %j can be answered from the index %s", async (text, index) => {
  const { actor } = await knownBy("ruth.adeyemi");
  const plan = await readTransaction(async (tx) => {
    // A hundred rows are read faster one after the other: whether an index serves at all is asked without that way.
    await tx.execute(sql`set local enable_seqscan = off`);
    const found = meetsFilters(actor, { ...EVERY_PARTNER, text }, { place: null, tag: null });
    return tx.execute(sql`explain select name from partners where ${found}`);
  });
  expect(plan.map((row) => Object.values(row).join()).join("\n")).toContain(`Index Scan on ${index}`);
});
