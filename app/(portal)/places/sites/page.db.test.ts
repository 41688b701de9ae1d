import { beforeAll, expect, test, vi } from "vitest";
import { addCalendarForTest, addEventForTest } from "@/lib/testing/calendars";
import { partnerNow } from "@/lib/testing/partner-acts";
import { countOfRequest } from "@/lib/testing/request-reads";
import { loadForTest, recordForTest } from "@/lib/testing/statements";
import RoleDashboardPage from "../../dashboard/[role]/page";
import PortalLayout from "../../layout";
import DeleteSitePage from "./[siteId]/delete/page";
import EditSitePage from "./[siteId]/edit/page";
import SiteHistoryPage from "./[siteId]/history/page";
import SitePage from "./[siteId]/page";
import RemoveSiteAdminPage from "./[siteId]/people/[userId]/remove/page";
import AddSiteAdminPage from "./[siteId]/people/new/page";
import SitePeoplePage from "./[siteId]/people/page";
import NewSitePage from "./new/page";
import SitesPage from "./page";

vi.mock("react", async (original) => {
  const { keepingReads } = await import("@/lib/testing/request-reads");
  return keepingReads(await original<typeof import("react")>());
});

const world = {
  users: ["root", "si", "other"].map((name) => ({ email: `${name}@remit.example`, name })),
  neighbourhoods: [
    { code: "E", name: "England", unit: "country" },
    { code: "D", name: "Manchester", unit: "district", parent: "E" },
  ],
  tags: [{ id: "age", kind: "partnership", name: "Age Friendly" }],
  partners: [{ id: "garden", name: "Garden Centre", serviceAreas: ["D"], tags: ["age"] }],
  sites: [
    { id: "own", slug: "own", name: "Own", neighbourhoods: ["D"], partnerships: ["age"], published: true },
    { id: "two", slug: "two", name: "Two", neighbourhoods: ["D"] },
  ],
  roles: [
    { user: "root@remit.example", role: "root" },
    { user: "si@remit.example", role: "site_admin", site: "own" },
    { user: "other@remit.example", role: "site_admin", site: "own" },
  ],
};

const many = Array.from({ length: 110 }, (_, index) => index);
const admins = many.map((index) => ({ email: `admin${index}@remit.example`, name: `Admin ${index}` }));

/** What is loaded on top: everything that a page shows grown from one or a few to more than a hundred. */
const grown = {
  users: admins,
  neighbourhoods: many.map((index) => ({ code: `W${index}`, name: `Ward ${index}`, unit: "ward", parent: "D" })),
  tags: many.map((index) => ({ id: `t${index}`, kind: "partnership", name: `Tag ${index}` })),
  partners: many.map((index) => ({ id: `p${index}`, name: `Partner ${index}`, serviceAreas: ["D"], tags: ["age"] })),
  sites: [
    {
      id: "own",
      slug: "own",
      name: "Own",
      neighbourhoods: ["D", ...many.map((index) => `W${index}`)],
      partnerships: ["age", ...many.map((index) => `t${index}`)],
      published: true,
    },
    ...many.map((index) => ({ id: `s${index}`, slug: `s${index}`, name: `Site ${index}`, neighbourhoods: ["D"] })),
  ],
  roles: [
    ...admins.map(({ email }) => ({ user: email, role: "site_admin", site: "own" })),
    ...many.map((index) => ({ user: "si@remit.example", role: "site_admin", site: `s${index}` })),
  ],
};

const none = Promise.resolve({});
const params = Promise.resolve({ siteId: "own" });
const admin = Promise.resolve({ siteId: "own", userId: "other@remit.example" });
const asked = Promise.resolve({ q: "o", state: "published" });

/** At most 8 statements for a list, 10 for a record or its form, fewer than 12 for a dashboard. Source: issues 3 and 5. */
const pages: readonly [name: string, most: number, render: () => Promise<unknown>][] = [
  ["list of sites", 8, () => SitesPage({ searchParams: none })],
  ["list of sites by a search", 8, () => SitesPage({ searchParams: asked })],
  ["site's record", 10, () => SitePage({ params, searchParams: none })],
  ["people of a site", 10, () => SitePeoplePage({ params, searchParams: none })],
  ["site's history", 10, () => SiteHistoryPage({ params, searchParams: none })],
  ["form of a site", 10, () => EditSitePage({ params, searchParams: none })],
  ["form of a new site", 10, () => NewSitePage({ searchParams: none })],
  ["page that deletes a site", 10, () => DeleteSitePage({ params })],
  ["form of a new site admin", 10, () => AddSiteAdminPage({ params })],
  ["page that removes a site admin", 10, () => RemoveSiteAdminPage({ params: admin })],
  [
    "dashboard of site admins",
    11,
    () => RoleDashboardPage({ params: Promise.resolve({ role: "site" }), searchParams: none }),
  ],
];

const few = new Map<string, number[]>();
const grownTo = new Map<string, number[]>();

beforeAll(async () => {
  await loadForTest(world, { reset: true });
  await measure(few);
  await loadForTest(grown);
  const garden = await partnerNow("garden");
  const { id: calendarId } = await addCalendarForTest({ partnerId: garden?.id ?? "", about: "Many" });
  for (const index of many) await addEventForTest({ calendarId, about: "Many", inHours: index + 1 });
  const event = { actorId: null, actorLabel: "a test", action: "site.update", after: { name: "Other" } };
  await recordForTest(many.map(() => ({ ...event, resourceType: "site", resourceId: "own" })));
  await measure(grownTo);
}, 240_000);

async function measure(found: Map<string, number[]>): Promise<void> {
  for (const [name, , render] of pages) {
    const counts: number[] = [];
    for (const who of ["root", "si"]) {
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
    expect(counts).toHaveLength(2);
    expect(Math.min(...counts)).toBeGreaterThan(0);
    expect(Math.max(...counts)).toBeLessThanOrEqual(most);
    expect(grownTo.get(name)).toEqual(counts);
  },
);
