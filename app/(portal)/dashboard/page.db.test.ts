import { beforeEach, expect, test, vi } from "vitest";
import { PLACES_DASHBOARDS, type PlacesDashboard } from "@/lib/places/dashboards/constants";
import { sessionCookieName } from "@/lib/platform/sign-in/cookie-names";
import { inRequest } from "@/lib/testing/request";
import { signInForTest } from "@/lib/testing/sessions";
import { countStatements, loadForTest, recordForTest } from "@/lib/testing/statements";
import PortalLayout from "../layout";
import RoleDashboardPage from "./[role]/page";
import DashboardPage from "./page";

/** What React's `cache` keeps for one request; outside its server rendering it keeps nothing, so the test does. */
const kept = vi.hoisted(() => new Map<unknown, unknown>());

vi.mock("react", async (original) => ({
  ...(await original<typeof import("react")>()),
  cache: (read: () => unknown) => () => {
    if (!kept.has(read)) kept.set(read, read());
    return kept.get(read);
  },
}));

/** "Under 12": source, the issue of the first dashboards. */
const MOST_STATEMENTS = 11;

const world = {
  users: PLACES_DASHBOARDS.map((name) => ({ email: `${name}@remit.example`, name })),
  neighbourhoods: [
    { code: "E", name: "England", unit: "country" },
    { code: "M", name: "Manchester", unit: "district", parent: "E" },
    { code: "H", name: "Hulme", unit: "ward", parent: "M" },
  ],
  tags: [{ id: "age", kind: "partnership", name: "Age Friendly" }],
  partners: [{ id: "garden", name: "Garden Centre", serviceAreas: ["H"], tags: ["age"] }],
  roles: [
    { user: "root@remit.example", role: "root" },
    { user: "neighbourhood@remit.example", role: "neighbourhood_admin", neighbourhoods: ["E"] },
    { user: "partnership@remit.example", role: "partnership_admin", neighbourhoods: ["E"], partnerships: ["age"] },
    { user: "partner@remit.example", role: "partner_admin", partner: "garden" },
  ],
};

const many = Array.from({ length: 60 }, (_, index) => index);
const wards = many.map((index) => ({ code: `W${index}`, name: `Ward ${index}`, unit: "ward", parent: "M" }));
const tags = many.map((index) => {
  const kind = index % 2 === 0 ? "partnership" : "category";
  return { id: `t${index}`, kind, name: `Tag ${index}` };
});
const partnerships = tags.filter(({ kind }) => kind === "partnership").map(({ id }) => id);

/** The same portal, everything that a dashboard shows grown from one to many. */
const grown = {
  neighbourhoods: wards,
  tags,
  users: many.map((index) => ({ email: `admin${index}@remit.example`, name: `Admin ${index}` })),
  partners: many.map((index) => {
    return { id: `p${index}`, name: `Partner ${index}`, serviceAreas: [`W${index}`], tags: [`t${index}`, "age"] };
  }),
  roles: [
    ...many.map((index) => ({ user: "partner@remit.example", role: "partner_admin", partner: `p${index}` })),
    ...many.map((index) => ({ user: `admin${index}@remit.example`, role: "partner_admin", partner: `p${index}` })),
    { user: "neighbourhood@remit.example", role: "neighbourhood_admin", neighbourhoods: wards.map(({ code }) => code) },
    { user: "partnership@remit.example", role: "partnership_admin", neighbourhoods: ["M"], partnerships },
    { user: "admin1@remit.example", role: "partnership_admin", neighbourhoods: ["M"], partnerships: [] },
  ],
};

const searchParams = Promise.resolve({ open: ["M", "W1"] });

function renderPage(role: PlacesDashboard): Promise<unknown> {
  return RoleDashboardPage({ params: Promise.resolve({ role }), searchParams });
}

beforeEach(() => loadForTest(world, { reset: true }));

test.each(PLACES_DASHBOARDS)(
  "a request for the %s dashboard takes less than twelve statements with its frame, at home as well, and no more when all that it shows has grown",
  async (name) => {
    const home = () => DashboardPage({ searchParams });
    const few = [await statements(() => renderPage(name), name), await statements(home, name)];
    expect(Math.min(...few)).toBeGreaterThan(2);
    expect(Math.max(...few)).toBeLessThanOrEqual(MOST_STATEMENTS);
    await loadForTest(grown);
    const event = { actorId: null, actorLabel: "a test", action: "partner.update", resourceType: "partner" };
    await recordForTest(many.map((index) => ({ ...event, resourceId: `p${index}` })));
    expect([await statements(() => renderPage(name), name), await statements(home, name)]).toEqual(few);
  },
);

test("a dashboard asked for without a session leaves for sign-in, whichever it is", async () => {
  for (const render of [
    ...PLACES_DASHBOARDS.map((name) => () => renderPage(name)),
    () => DashboardPage({ searchParams }),
  ]) {
    kept.clear();
    expect((await inRequest({}, render)).redirectedTo).toMatch(/^\/sign-in/);
  }
});

/** Statements of a whole request, frame and page together, without those that open a transaction and settle it. */
async function statements(render: () => Promise<unknown>, who: PlacesDashboard): Promise<number> {
  const { token } = await signInForTest(`${who}@remit.example`);
  kept.clear();
  const visit = () => Promise.all([PortalLayout({ children: null }), render()]);
  return countStatements(() => inRequest({ cookies: { [sessionCookieName()]: token } }, visit));
}
