import { beforeEach, expect, test, vi } from "vitest";
import { inRequest } from "@/lib/testing/request";
import { countOfRequest, forgetReads } from "@/lib/testing/request-reads";
import { loadForTest, recordForTest } from "@/lib/testing/statements";
import AuditPage from "../../audit/page";
import PortalLayout from "../../layout";
import MailPage from "../../mail/page";
import NeighbourhoodsPage from "../neighbourhoods/page";
import DeletePartnerPage from "./[partnerId]/delete/page";
import EditPartnerPage from "./[partnerId]/edit/page";
import HidePartnerPage from "./[partnerId]/hide/page";
import PartnerHistoryPage from "./[partnerId]/history/page";
import PartnerPage from "./[partnerId]/page";
import PartnerPeoplePage from "./[partnerId]/people/page";
import NewPartnerPage from "./new/page";
import PartnersPage from "./page";

vi.mock("react", async (original) => {
  const { keepingReads } = await import("@/lib/testing/request-reads");
  return keepingReads(await original<typeof import("react")>());
});

const world = {
  users: [
    { email: "root@remit.example", name: "Root" },
    { email: "own@remit.example", name: "Own" },
    { email: "area@remit.example", name: "Area" },
  ],
  neighbourhoods: [
    { code: "E", name: "England", unit: "country" },
    { code: "H", name: "Hulme", unit: "ward", parent: "E" },
  ],
  tags: [{ id: "age", kind: "partnership", name: "Age Friendly" }],
  partners: [
    { id: "garden", name: "Garden Centre", serviceAreas: ["H"], tags: ["age"], hidden: { reason: "Repairs" } },
    { id: "shown", name: "Shown to all", serviceAreas: ["H"] },
  ],
  roles: [
    { user: "root@remit.example", role: "root" },
    { user: "own@remit.example", role: "partner_admin", partner: "garden" },
    { user: "area@remit.example", role: "neighbourhood_admin", neighbourhoods: ["E"] },
  ],
};

const many = Array.from({ length: 120 }, (_, index) => index);
const areas = many.map((index) => ({ code: `W${index}`, name: `Ward ${index}`, unit: "ward", parent: "E" }));
const kinds = ["partnership", "category", "facility"];
const tags = many.map((index) => ({ id: `t${index}`, kind: kinds[index % 3], name: `Tag ${index}` }));
const admins = many.map((index) => ({ email: `admin${index}@remit.example`, name: `Admin ${index}` }));

/** The same portal, everything that a page shows grown from one or a few to more than a hundred. */
const grown = {
  users: [...world.users, ...admins],
  neighbourhoods: [...world.neighbourhoods, ...areas],
  tags: [...world.tags, ...tags],
  partners: [
    ...world.partners.map((partner) => ({
      ...partner,
      address: { line1: "1 Road", postcode: "M1 1AA", neighbourhood: "H" },
      serviceAreas: areas.map(({ code }) => code),
      tags: ["age", ...tags.map(({ id }) => id)],
      openingHours: ["monday", "tuesday", "friday"].map((day) => ({ day, opens: "09:00", closes: "17:00" })),
    })),
    ...many.map((index) => ({ id: `crowd-${index}`, name: `Crowd ${index}`, serviceAreas: ["H", "E"], tags: ["age"] })),
  ],
  roles: [...world.roles, ...admins.map(({ email }) => ({ user: email, role: "partner_admin", partner: "garden" }))],
};

const searchParams = Promise.resolve({});
const filtered = Promise.resolve({
  q: "garden",
  place: "H",
  tag: "age",
  state: "hidden",
  admin: "with",
  sort: "-changed",
});
const emptyAreas = Promise.resolve({ partners: "none" });
const shownAgain = Promise.resolve({ notice: "partner-shown" });
const found = Promise.resolve({ addressPlace: "H", addNeighbourhoods: ["E", "H"] });
const params = Promise.resolve({ partnerId: "garden" });

const pages: readonly [name: string, most: number, render: () => Promise<unknown>][] = [
  ["list of partners", 8, () => PartnersPage({ searchParams })],
  ["list of partners by place and tag", 8, () => PartnersPage({ searchParams: filtered })],
  ["areas without a partner", 8, () => NeighbourhoodsPage({ searchParams: emptyAreas })],
  ["mails", 8, () => MailPage({ searchParams })],
  ["audit trail", 8, () => AuditPage({ searchParams })],
  ["partner's record", 10, () => PartnerPage({ params, searchParams })],
  ["partner's record after it was shown again", 10, () => PartnerPage({ params, searchParams: shownAgain })],
  ["people with access to a partner", 10, () => PartnerPeoplePage({ params, searchParams })],
  ["partner's history", 10, () => PartnerHistoryPage({ params, searchParams })],
  ["form of a partner", 10, () => EditPartnerPage({ params, searchParams })],
  ["form of a partner with places that were found", 10, () => EditPartnerPage({ params, searchParams: found })],
  ["form of a new partner", 8, () => NewPartnerPage({ searchParams })],
  ["form of a new partner with places that were found", 10, () => NewPartnerPage({ searchParams: found })],
  ["page that hides a partner", 10, () => HidePartnerPage({ params: Promise.resolve({ partnerId: "shown" }) })],
  ["page that deletes a partner", 10, () => DeletePartnerPage({ params })],
];

beforeEach(() => load(world));

test.each(pages)(
  "a request for the %s takes at most %d statements, and as many when all that it shows has grown to over a hundred",
  async (name, most, render) => {
    const few = await statementsOfEach(render);
    await load(grown);
    await addEvents();
    const after = await statementsOfEach(render);
    expect(Math.min(...few), name).toBeGreaterThan(1);
    expect(Math.max(...few)).toBeLessThanOrEqual(most);
    expect(after).toEqual(few);
  },
);

test("a page asked for without a session leaves for sign-in, whichever it is", async () => {
  for (const [name, , render] of pages) {
    forgetReads();
    const answer = await inRequest({}, render);
    expect(answer.redirectedTo, name).toMatch(/^\/sign-in/);
  }
});

/** Everything anew, so that no case sees what another has loaded. */
function load(file: unknown): Promise<void> {
  return loadForTest(file, { reset: true });
}

/** More events about the partner than one page of its history shows. */
function addEvents(): Promise<void> {
  const event = { actorId: null, actorLabel: "a test", action: "partner.update", resourceType: "partner" };
  return recordForTest(many.map((index) => ({ ...event, resourceId: "garden", after: { name: `Name ${index}` } })));
}

/** For root, whose reasons name no place, and for an area admin, whose do. */
async function statementsOfEach(render: () => Promise<unknown>): Promise<number[]> {
  return [await statements(render, "root"), await statements(render, "area")];
}

function statements(render: () => Promise<unknown>, who: string): Promise<number> {
  return countOfRequest(`${who}@remit.example`, () => Promise.all([PortalLayout({ children: null }), render()]));
}
