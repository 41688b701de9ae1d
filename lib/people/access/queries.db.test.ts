import { beforeAll, describe, expect, test } from "vitest";
import { readTransaction } from "@/db/client";
import { decideMany } from "@/lib/permissions/decide";
import { type Actor, loadActors } from "@/lib/permissions/load-actor";
import { type DemoPerson, demoEmail } from "@/lib/testing/demo/people";
import { countStatements, loadForTest } from "@/lib/testing/statements";
import { demoWorld } from "@/lib/testing/world";
import { listPeopleWithAccess, type PeopleWithAccess } from "./queries";

const world = demoWorld();
const users = (world.users ?? []).map(({ email }) => email);
const partners = (world.partners ?? []).map(({ id }) => id);

/** Partners of every shape: in wards and above them, with several partnerships or none, with and without admins, hidden. */
const subjects = [
  "birley-fields-garden",
  "bridging-ages",
  "hulme-advice-desk",
  "moss-side-pantry",
  "moss-side-boxing",
  "alexandra-park-bowls",
  "ordsall-community-cafe",
  "chapel-street-kitchen",
  "seymour-park-growers",
  "north-west-repair-network",
  "two-valleys-minibus",
  "canolfan-tre-garth",
  "govan-river-skills",
  "range-stitchers",
];

const viewers: readonly DemoPerson[] = [
  "ruth.adeyemi",
  "nasreen.malik",
  "seun.bakare",
  "lakshmi.nair",
  "patience.okoro",
  "devika.rao",
  "mel.hartley",
  "joyce.appiah",
  "rosa.delgado",
  "dorothea.pinnock",
  "saoirse.quinn",
  "yusuf.karim",
];

const actors = new Map<string, Actor>();

beforeAll(async () => {
  await loadForTest(world, { reset: true });
  const everybody = await readTransaction((tx) => loadActors(tx, users));
  for (const actor of everybody) actors.set(actor.email, actor);
});

function actorOf(person: DemoPerson): Actor {
  const actor = actors.get(demoEmail(person));
  if (actor === undefined) throw new Error(`The demo world has no ${person}.`);
  return actor;
}

function emails({ people }: PeopleWithAccess): string[] {
  return [...new Set(people.map(({ email }) => email))].toSorted();
}

/** Of the people, those for whom the question is answered with yes. */
async function allowed(
  people: readonly string[],
  ask: (email: string) => { actor: Actor | null; type: string; id: string },
) {
  const asks = people.map((email) => {
    const { actor, ...resource } = ask(email);
    return { actor, action: "view", resource };
  });
  const decisions = await readTransaction((tx) => decideMany(tx, asks));
  return people.filter((_, index) => decisions[index]?.outcome === "allow").toSorted();
}

const seersOf = (id: string) => allowed(users, (email) => ({ actor: actors.get(email) ?? null, type: "partner", id }));

describe.each(subjects)("%s", (id) => {
  test("is open to exactly the people to whom the engine opens it: those one may view by name, the others by number", async () => {
    expect(partners).toContain(id);
    const seers = await seersOf(id);
    for (const person of viewers) {
      const viewer = actorOf(person);
      const found = await listPeopleWithAccess(viewer, { type: "partner", id });
      if (!seers.includes(viewer.email)) {
        expect(found, person).toBeNull();
        continue;
      }
      if (found === null) throw new Error(`${person} sees the partner and not the people behind it.`);
      const known = await allowed(seers, (email) => ({ actor: viewer, type: "user", id: email }));
      expect(emails(found), person).toEqual(known);
      const counted = found.others.reduce((sum, { count }) => sum + count, 0);
      expect(counted, person).toBe(seers.length - known.length);
      expect(found.refusal).toBeNull();
    }
  });
});

test("root sees everybody by name, and each row says the grant that opens the record", async () => {
  const found = await listPeopleWithAccess(actorOf("ruth.adeyemi"), { type: "partner", id: "bridging-ages" });
  expect(found?.others).toEqual([]);
  const rows = found?.people.map(({ name, role, scope }) => `${name}: ${role} over ${scope}`) ?? [];
  expect(rows).toContain("Dorothea Pinnock: partner_admin over This partner");
  expect(rows).toContain("Ruth Adeyemi: root over The whole portal");
  expect(found?.people.map(({ role }) => role)).toEqual(
    found?.people.map(({ role }) => role).toSorted((a, b) => order.indexOf(a) - order.indexOf(b)),
  );
  for (const { since, endsOn } of found?.people ?? []) {
    expect(since).toBeInstanceOf(Date);
    expect(endsOn === null || /^\d{4}-\d\d-\d\d$/.test(endsOn)).toBe(true);
  }
});

const order = ["partner_admin", "partnership_admin", "neighbourhood_admin", "support", "root"];

test("the places named are those that the partner lies in, whatever else the grant is held over", async () => {
  // Salford and Manchester in one grant; the desk lies in Hulme alone.
  const found = await listPeopleWithAccess(actorOf("ruth.adeyemi"), { type: "partner", id: "hulme-advice-desk" });
  expect(found?.people.find(({ email }) => email === demoEmail("seun.bakare"))?.scope).toBe("Manchester");
});

test("a partnership is named only to those who may read it on this partner", async () => {
  const scopeFor = async (viewer: DemoPerson, admin: DemoPerson) => {
    const found = await listPeopleWithAccess(actorOf(viewer), { type: "partner", id: "bridging-ages" });
    return found?.people.find(({ email }) => email === demoEmail(admin))?.scope;
  };
  expect(await scopeFor("ruth.adeyemi", "patience.okoro")).toMatch(/ for Age Friendly$/);
  expect(await scopeFor("patience.okoro", "patience.okoro")).toMatch(/ for Age Friendly$/);
});

test("a person whom one may view keeps a partnership to themselves that one may not read", async () => {
  // Mel administers a kitchen in Salford, which Seun looks after, and so he may view her.
  const found = await Promise.all(
    partners.map((id) => listPeopleWithAccess(actorOf("seun.bakare"), { type: "partner", id })),
  );
  const rows = found
    .flatMap((access) => access?.people ?? [])
    .filter(({ email, role }) => email === demoEmail("mel.hartley") && role === "partnership_admin");
  expect(rows.length).toBeGreaterThan(0);
  for (const { scope } of rows) expect(scope).toMatch(/^[^,]+ for a partnership$/);
});

test("nobody outside one's remit can be told from the answer", async () => {
  const found = await listPeopleWithAccess(actorOf("joyce.appiah"), { type: "partner", id: "birley-fields-garden" });
  expect(found?.people.map(({ name, role }) => `${name}: ${role}`)).toEqual([
    "Danny Fogarty: partner_admin",
    "Joyce Appiah: partner_admin",
  ]);
  expect(found?.others).toContainEqual({ role: "root", count: 2 });
  const told = JSON.stringify(found);
  for (const { email, name } of world.users ?? []) {
    if (email === demoEmail("joyce.appiah") || email === demoEmail("danny.fogarty")) continue;
    expect(told).not.toContain(email);
    expect(told).not.toContain(name);
  }
});

test("takes four statements at most, whoever asks and however many people there are", async () => {
  for (const person of viewers) {
    const count = await countStatements(() =>
      listPeopleWithAccess(actorOf(person), { type: "partner", id: "birley-fields-garden" }),
    );
    expect(count, person).toBeGreaterThan(0);
    expect(count, person).toBeLessThanOrEqual(4);
  }
});
