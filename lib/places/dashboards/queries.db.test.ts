import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readTransaction, writeTransaction } from "@/db/client";
import { mails } from "@/db/schema/platform";
import { MAIL_PATH } from "@/lib/people/mails/constants";
import { listMails } from "@/lib/people/mails/queries";
import { readMailListQuery } from "@/lib/people/mails/schemas";
import { listUsers } from "@/lib/people/user-list/queries";
import { readUserListQuery } from "@/lib/people/user-list/schemas";
import { PEOPLE_PATH } from "@/lib/people/users/constants";
import { decideMany } from "@/lib/permissions/decide";
import type { Actor } from "@/lib/permissions/load-actor";
import { listEmptyAreas } from "@/lib/places/empty-areas/queries";
import { readEmptyAreasQuery } from "@/lib/places/empty-areas/schemas";
import { getNeighbourhoodDashboard } from "@/lib/places/neighbourhood-dashboard/queries";
import { NEIGHBOURHOODS_PATH } from "@/lib/places/neighbourhood-tree/constants";
import { getPartnerDashboard } from "@/lib/places/partner-dashboard/queries";
import { listPartners } from "@/lib/places/partner-list/queries";
import { readPartnerListQuery } from "@/lib/places/partner-list/schemas";
import { PARTNERS_PATH } from "@/lib/places/partners/constants";
import { getPartnershipDashboard } from "@/lib/places/partnership-dashboard/queries";
import { getRootDashboard } from "@/lib/places/root-dashboard/queries";
import { holdClock, now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { personAt } from "@/lib/testing/as-person";
import { type DemoPerson, demoEmail, demoUsers } from "@/lib/testing/demo/people";
import { countStatements, loadForTest } from "@/lib/testing/statements";
import { demoWorld } from "@/lib/testing/world";
import { DASHBOARD_LINES, type PlacesDashboard } from "./constants";
import { type DashboardReading, listDashboards } from "./queries";

const world = demoWorld();

const dashboards: Readonly<Record<PlacesDashboard, (actor: Actor) => Promise<DashboardReading<unknown>>>> = {
  root: getRootDashboard,
  neighbourhood: getNeighbourhoodDashboard,
  partnership: getPartnershipDashboard,
  partner: getPartnerDashboard,
};

beforeAll(async () => {
  await loadForTest(world, { reset: true });
  await failToSend(["first", "second"]);
  holdClock(now());
});
afterAll(() => holdClock(null));

/** Mails that no mail server took, beside one that still waits. */
async function failToSend(subjects: readonly string[]): Promise<void> {
  const usual = { template: "sign-in", recipient: "a@people.example", html: "<p>Hello</p>", text: "Hello" };
  const failed = { failedAt: new Date("2026-01-02T10:00:00Z"), failure: "ECONNREFUSED", attempts: 1 };
  await writeTransaction({ actorId: null, requestId: null }, (tx) =>
    tx
      .insert(mails)
      .values([
        { ...usual, subject: "waits", id: newId() },
        ...subjects.map((subject) => ({ ...usual, ...failed, subject, id: newId() })),
      ]),
  );
}

type Counted = { href: string; count: number };

/** Every number of a dashboard that leads to a list, wherever it stands. */
function counted(part: unknown): Counted[] {
  if (typeof part !== "object" || part === null) return [];
  const inside = Object.values(part).flatMap(counted);
  if (!("href" in part) || typeof part.href !== "string") return inside;
  const count = "count" in part ? part.count : "partnerCount" in part ? part.partnerCount : null;
  return [{ href: part.href, count: Number(count) }, ...inside];
}

/** How many the list holds that an address leads to, as its page reads it. */
async function totalAt(actor: Actor, href: string): Promise<number | undefined> {
  const { pathname, searchParams } = new URL(href, "http://portal.example");
  const parameters = Object.fromEntries(searchParams);
  if (pathname === NEIGHBOURHOODS_PATH) {
    const empty = readEmptyAreasQuery(parameters);
    return empty === null ? world.neighbourhoods?.length : (await listEmptyAreas(actor, empty)).page.total;
  }
  if (pathname === MAIL_PATH) return (await listMails(actor, readMailListQuery(parameters))).page?.total;
  if (pathname === PEOPLE_PATH) return (await listUsers(actor, readUserListQuery(parameters))).total;
  expect(pathname).toBe(PARTNERS_PATH);
  return (await listPartners(actor, readPartnerListQuery(parameters))).total;
}

test("every number of every dashboard of everybody is the total of the list that it leads to", {
  timeout: 120_000,
}, async () => {
  const seen = new Set<string>();
  for (const { email } of demoUsers()) {
    const actor = await personAt(email);
    for (const [name, read] of Object.entries(dashboards)) {
      const { dashboard } = await read(actor);
      for (const { href, count } of counted(dashboard)) {
        expect(await totalAt(actor, href), `${email}, ${name}: ${href}`).toBe(count);
        if (count > 0) seen.add([...new URL(href, "http://portal.example").searchParams.keys()].join());
      }
    }
  }
  // A promise about nothing would be none: these lines had something to count.
  const asked = [
    "",
    "through",
    "admin,through",
    "hours,through",
    "state,through",
    "place",
    "place,through",
    "tag,through",
  ];
  expect([...seen]).toEqual(
    expect.arrayContaining([...asked, "candidates", "role", "partners", "partners,through", "state"]),
  );
});

describe("a dashboard opens", () => {
  test("to exactly those whom the policy lets in, and says to others why not", async () => {
    const names = Object.keys(dashboards) as PlacesDashboard[];
    for (const { email } of demoUsers()) {
      const actor = await personAt(email);
      const asks = names.map((dashboard) => {
        const properties = { dashboard };
        return { actor, action: "view_dashboard", resource: { type: "system", id: "portal" }, properties };
      });
      const decisions = await readTransaction((tx) => decideMany(tx, asks));
      for (const [index, name] of names.entries()) {
        const { decision, dashboard } = await dashboards[name](actor);
        expect(decision, `${email} ${name}`).toEqual(decisions[index]);
        expect(dashboard !== null, `${email} ${name}`).toBe(decision.outcome === "allow");
        if (dashboard === null) expect(decision.reasons.length).toBeGreaterThan(0);
      }
    }
  });

  test.each<[DemoPerson, PlacesDashboard[]]>([
    ["ruth.adeyemi", ["root"]],
    ["nasreen.malik", ["neighbourhood"]],
    ["tom.ashworth", ["partnership"]],
    ["joyce.appiah", ["partner"]],
    ["mel.hartley", ["neighbourhood", "partnership", "partner"]],
    ["bilal.hussain", ["neighbourhood", "partner"]],
    ["marcus.bell", []],
    ["piotr.zielinski", []],
    ["grace.ofori", []],
    ["saoirse.quinn", []],
    ["yusuf.karim", []],
  ])("as a tab of %s for each role of theirs: %j", async (person, expected) => {
    const actor = await personAt(demoEmail(person));
    expect(await countStatements(async () => listDashboards(actor))).toBe(0);
    expect(listDashboards(actor)).toEqual(expected);
  });
});

test("no dashboard takes more than eight statements, and none more when all that it shows has grown", async () => {
  const people = ["ruth.adeyemi", "seun.bakare", "devika.rao", "rosa.delgado"] as const;
  const names = ["root", "neighbourhood", "partnership", "partner"] as const;
  const measure = async () => {
    const counts: number[] = [];
    for (const [index, name] of names.entries()) {
      const actor = await personAt(demoEmail(people[index] ?? "ruth.adeyemi"));
      counts.push(await countStatements(() => dashboards[name](actor)));
    }
    return counts;
  };
  const before = await measure();
  expect(before).toEqual([8, 4, 4, 2]);
  await grow();
  expect(await measure()).toEqual(before);
});

/** A hundred more wards in Manchester, partners in them, tags on these, and partners of Rosa's. */
async function grow(): Promise<void> {
  const many = Array.from({ length: 100 }, (_, index) => index);
  const rosa = demoEmail("rosa.delgado");
  await loadForTest({
    neighbourhoods: many.map((index) => ({
      code: `w${index}`,
      name: `Ward ${index}`,
      unit: "ward",
      parent: "E08000003",
    })),
    tags: many.map((index) => ({ id: `t${index}`, kind: "category", name: `Tag ${index}` })),
    partners: many.map((index) => {
      const tags = ["green-neighbours", `t${index}`];
      return { id: `crowd-${index}`, name: `Crowd ${index}`, serviceAreas: [`w${index}`], tags };
    }),
    roles: [
      ...many.map((index) => ({ user: rosa, role: "partner_admin", partner: `crowd-${index}` })),
      {
        user: demoEmail("devika.rao"),
        role: "partnership_admin",
        neighbourhoods: ["w1"],
        partnerships: ["age-friendly"],
      },
    ],
  });
}

test("every kind of line that there is stands on some dashboard", async () => {
  const keys = new Set<unknown>();
  const collect = (part: unknown): void => {
    if (typeof part !== "object" || part === null) return;
    if ("key" in part && "href" in part) keys.add(part.key);
    for (const inside of Object.values(part)) collect(inside);
  };
  for (const person of ["ruth.adeyemi", "patience.okoro"] as const) {
    const actor = await personAt(demoEmail(person));
    for (const read of Object.values(dashboards)) collect((await read(actor)).dashboard);
  }
  expect(keys).toEqual(new Set(DASHBOARD_LINES));
});
