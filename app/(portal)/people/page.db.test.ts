import { beforeAll, expect, test, vi } from "vitest";
import { inRequest } from "@/lib/testing/request";
import { countOfRequest, forgetReads } from "@/lib/testing/request-reads";
import { loadForTest, recordForTest } from "@/lib/testing/statements";
import AccessPage from "../account/access/page";
import SessionsPage from "../account/sessions/page";
import PortalLayout from "../layout";
import NeighbourhoodAdminsPage from "../places/neighbourhoods/[code]/admins/page";
import DeleteNeighbourhoodPage from "../places/neighbourhoods/[code]/delete/page";
import EditNeighbourhoodPage from "../places/neighbourhoods/[code]/edit/page";
import NeighbourhoodHistoryPage from "../places/neighbourhoods/[code]/history/page";
import NeighbourhoodPage from "../places/neighbourhoods/[code]/page";
import NewNeighbourhoodPage from "../places/neighbourhoods/new/page";
import NeighbourhoodsPage from "../places/neighbourhoods/page";
import RemovePartnerAdminPage from "../places/partners/[partnerId]/people/[userId]/remove/page";
import AddPartnerAdminPage from "../places/partners/[partnerId]/people/new/page";
import SearchPage from "../search/page";
import DeactivatePersonPage from "./[userId]/deactivate/page";
import EditPersonPage from "./[userId]/edit/page";
import EndRolePage from "./[userId]/grants/end/page";
import GiveRolePage from "./[userId]/grants/new/page";
import PersonHistoryPage from "./[userId]/history/page";
import PersonPage from "./[userId]/page";
import PeoplePage from "./page";

vi.mock("react", async (original) => {
  const { keepingReads } = await import("@/lib/testing/request-reads");
  return keepingReads(await original<typeof import("react")>());
});

const world = {
  users: ["root", "own", "area", "other"].map((name) => ({ email: `${name}@remit.example`, name })),
  neighbourhoods: [
    { code: "E", name: "England", unit: "country" },
    { code: "D", name: "Manchester", unit: "district", parent: "E" },
  ],
  tags: [{ id: "age", kind: "partnership", name: "Age Friendly" }],
  partners: [
    { id: "garden", name: "Garden Centre", serviceAreas: ["D"], tags: ["age"] },
    { id: "hall", name: "Village Hall", serviceAreas: ["D"] },
  ],
  roles: [
    { user: "root@remit.example", role: "root" },
    { user: "own@remit.example", role: "partner_admin", partner: "garden" },
    { user: "own@remit.example", role: "partner_admin", partner: "hall" },
    { user: "other@remit.example", role: "partner_admin", partner: "garden" },
    { user: "area@remit.example", role: "neighbourhood_admin", neighbourhoods: ["D"] },
  ],
};

const many = Array.from({ length: 120 }, (_, index) => index);
const admins = many.map((index) => ({ email: `admin${index}@remit.example`, name: `Admin ${index}` }));

/** What is loaded on top: everything that a page shows grown from one or a few to more than a hundred. */
const grown = {
  users: admins,
  neighbourhoods: many.map((index) => ({ code: `W${index}`, name: `Ward ${index}`, unit: "ward", parent: "D" })),
  tags: many.map((index) => ({ id: `t${index}`, kind: "partnership", name: `Tag ${index}` })),
  partners: many.map((index) => {
    return { id: `p${index}`, name: `Partner ${index}`, serviceAreas: [`W${index}`, "D"], tags: [`t${index}`] };
  }),
  roles: [
    ...admins.map(({ email }) => ({ user: email, role: "partner_admin", partner: "garden" })),
    ...admins.map(({ email }) => ({ user: email, role: "neighbourhood_admin", neighbourhoods: ["D"] })),
    ...many.map((index) => ({ user: "own@remit.example", role: "partner_admin", partner: `p${index}` })),
  ],
};

const none = Promise.resolve({});
const person = Promise.resolve({ userId: "own@remit.example" });
const other = Promise.resolve({ userId: "other@remit.example" });
const place = Promise.resolve({ code: "D" });
const partner = Promise.resolve({ partnerId: "garden" });
const admin = Promise.resolve({ partnerId: "garden", userId: "own@remit.example" });
const asked = Promise.resolve({ q: "o", sort: "-name" });
const open = Promise.resolve({ open: ["E", "D"] });
const proposed = Promise.resolve({ role: "neighbourhood_admin", neighbourhoods: "D", preview: "1" });

/**
 * At most 8 statements for a list, 10 for a record or its form; source: the issue of the ground.
 */
const pages: readonly [name: string, most: number, render: () => Promise<unknown>][] = [
  ["list of people", 8, () => PeoplePage({ searchParams: none })],
  ["list of people by a search", 8, () => PeoplePage({ searchParams: asked })],
  ["tree of neighbourhoods", 8, () => NeighbourhoodsPage({ searchParams: open })],
  ["search for neighbourhoods", 8, () => NeighbourhoodsPage({ searchParams: asked })],
  ["search of everything", 8, () => SearchPage({ searchParams: asked })],
  ["own access", 8, () => AccessPage({ searchParams: none })],
  ["own sessions", 8, () => SessionsPage()],
  ["person's record", 10, () => PersonPage({ params: person, searchParams: none })],
  ["person's history", 10, () => PersonHistoryPage({ params: person, searchParams: none })],
  ["form of a person", 10, () => EditPersonPage({ params: person })],
  ["page that deactivates a person", 10, () => DeactivatePersonPage({ params: person })],
  ["page that proposes a role", 10, () => GiveRolePage({ params: person, searchParams: proposed })],
  ["page that ends a role", 10, () => EndRolePage({ params: other, searchParams: none })],
  ["neighbourhood's record", 10, () => NeighbourhoodPage({ params: place, searchParams: none })],
  ["admins of a neighbourhood", 10, () => NeighbourhoodAdminsPage({ params: place })],
  ["neighbourhood's history", 10, () => NeighbourhoodHistoryPage({ params: place, searchParams: none })],
  ["form of a neighbourhood", 10, () => EditNeighbourhoodPage({ params: place, searchParams: none })],
  ["form of a new neighbourhood", 10, () => NewNeighbourhoodPage({ searchParams: none })],
  ["page that deletes a neighbourhood", 10, () => DeleteNeighbourhoodPage({ params: place })],
  ["form of a new admin", 10, () => AddPartnerAdminPage({ params: partner })],
  ["page that removes an admin", 10, () => RemovePartnerAdminPage({ params: admin })],
];

/** Of each page the statements for root, for an area admin and for a partner's admin: with a few rows, and with many. */
const few = new Map<string, number[]>();
const grownTo = new Map<string, number[]>();

beforeAll(async () => {
  await loadForTest(world, { reset: true });
  await measure(few);
  await loadForTest(grown);
  const event = { actorId: null, actorLabel: "a test", action: "user.update", after: { name: "Other" } };
  await recordForTest(
    many.flatMap(() => [
      { ...event, resourceType: "user", resourceId: "own@remit.example" },
      { ...event, action: "neighbourhood.update", resourceType: "neighbourhood", resourceId: "D" },
    ]),
  );
  await measure(grownTo);
}, 240_000);

async function measure(found: Map<string, number[]>): Promise<void> {
  for (const [name, , render] of pages) {
    const counts: number[] = [];
    for (const who of ["root", "area", "own"]) {
      const visit = () => Promise.all([PortalLayout({ children: null }), render()]);
      counts.push(await countOfRequest(`${who}@remit.example`, visit));
    }
    found.set(name, counts);
  }
}

test.each(pages)(
  "a request for the %s takes at most %d statements with its frame, and as many when all that it shows has grown to over a hundred",
  (name, most) => {
    const counts = few.get(name) ?? [];
    expect(counts).toHaveLength(3);
    expect(Math.min(...counts)).toBeGreaterThan(1);
    expect(Math.max(...counts)).toBeLessThanOrEqual(most);
    expect(grownTo.get(name)).toEqual(counts);
  },
);

test("a page asked for without a session leaves for sign-in, whichever it is", async () => {
  for (const [name, , render] of pages) {
    forgetReads();
    expect((await inRequest({}, render)).redirectedTo, name).toMatch(/^\/sign-in/);
  }
});
