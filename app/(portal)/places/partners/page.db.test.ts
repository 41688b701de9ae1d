import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { sessionCookieName } from "@/lib/platform/sign-in/cookie-names";
import { inRequest } from "@/lib/testing/request";
import { signInForTest } from "@/lib/testing/sessions";
import { countStatements, loadForTest } from "@/lib/testing/statements";
import AuditPage from "../../audit/page";
import DashboardPage from "../../dashboard/page";
import PortalLayout from "../../layout";
import PartnerHistoryPage from "./[partnerId]/history/page";
import PartnerPage from "./[partnerId]/page";
import PartnersPage from "./page";

/** What React's `cache` keeps for one request; outside its server rendering it keeps nothing, so the test does. */
const kept = vi.hoisted(() => new Map<unknown, unknown>());

vi.mock("react", async (original) => ({
  ...(await original<typeof import("react")>()),
  cache: (read: () => unknown) => () => {
    if (!kept.has(read)) kept.set(read, read());
    return kept.get(read);
  },
}));

const world = {
  users: [
    { email: "root@remit.example", name: "Root" },
    { email: "own@remit.example", name: "Own" },
  ],
  neighbourhoods: [
    { code: "E", name: "England", unit: "country" },
    { code: "H", name: "Hulme", unit: "ward", parent: "E" },
  ],
  tags: [{ id: "age", kind: "partnership", name: "Age Friendly" }],
  partners: [
    { id: "garden", name: "Garden Centre", serviceAreas: ["H"], tags: ["age"], hidden: { reason: "Repairs" } },
  ],
  roles: [
    { user: "root@remit.example", role: "root" },
    { user: "own@remit.example", role: "partner_admin", partner: "garden" },
  ],
};

const crowd = Array.from({ length: 120 }, (_, index) => ({
  id: `crowd-${index}`,
  name: `Crowd ${index}`,
  serviceAreas: ["H", "E"],
  tags: ["age"],
}));

const searchParams = Promise.resolve({});
const params = Promise.resolve({ partnerId: "garden" });

const pages: readonly [name: string, most: number, render: () => Promise<unknown>][] = [
  ["dashboard", 8, () => DashboardPage()],
  ["list of partners", 8, () => PartnersPage({ searchParams })],
  ["audit trail", 8, () => AuditPage({ searchParams })],
  ["partner's record", 10, () => PartnerPage({ params, searchParams })],
  ["partner's history", 10, () => PartnerHistoryPage({ params, searchParams })],
];

beforeAll(() => loadForTest(world));
beforeEach(() => kept.clear());

test.each(pages)(
  "a request for the %s takes at most %d statements, and as many for 121 partners as for one",
  async (name, most, render) => {
    const few = await statements(render);
    await loadForTest({ partners: crowd });
    const many = await statements(render);
    expect(few, name).toBeGreaterThan(2);
    expect(few).toBeLessThanOrEqual(most);
    expect(many).toBe(few);
  },
);

test("a page asked for without a session leaves for sign-in, whichever it is", async () => {
  for (const [name, , render] of pages) {
    kept.clear();
    const answer = await inRequest({}, render);
    expect(answer.redirectedTo, name).toMatch(/^\/sign-in/);
  }
});

/** Statements of a whole request by root, bar and page together, without those that open a transaction and settle it. */
async function statements(render: () => Promise<unknown>): Promise<number> {
  const { token } = await signInForTest("root@remit.example");
  kept.clear();
  const visit = () => Promise.all([PortalLayout({ children: null }), render()]);
  return countStatements(() => inRequest({ cookies: { [sessionCookieName()]: token } }, visit));
}
