import { beforeAll, expect, test, vi } from "vitest";
import { inRequest } from "@/lib/testing/request";
import { countOfRequest, forgetReads } from "@/lib/testing/request-reads";
import { loadForTest, recordForTest } from "@/lib/testing/statements";
import PortalLayout from "../../layout";
import BulkPage from "../partners/bulk/page";
import DeleteTagPage from "./[tagId]/delete/page";
import EditTagPage from "./[tagId]/edit/page";
import TagHistoryPage from "./[tagId]/history/page";
import TagPage from "./[tagId]/page";
import TagPartnersPage from "./[tagId]/partners/page";
import NewTagPage from "./new/page";
import TagsPage from "./page";

vi.mock("react", async (original) => {
  const { keepingReads } = await import("@/lib/testing/request-reads");
  return keepingReads(await original<typeof import("react")>());
});

const world = {
  users: ["root", "own", "area", "pa"].map((name) => ({ email: `${name}@remit.example`, name })),
  neighbourhoods: [
    { code: "E", name: "England", unit: "country" },
    { code: "D", name: "Manchester", unit: "district", parent: "E" },
  ],
  tags: [
    { id: "age", kind: "partnership", name: "Age Friendly" },
    { id: "food", kind: "category", name: "Food" },
  ],
  partners: [{ id: "garden", name: "Garden Centre", serviceAreas: ["D"], tags: ["age", "food"] }],
  roles: [
    { user: "root@remit.example", role: "root" },
    { user: "own@remit.example", role: "partner_admin", partner: "garden" },
    { user: "area@remit.example", role: "neighbourhood_admin", neighbourhoods: ["D"] },
    { user: "pa@remit.example", role: "partnership_admin", neighbourhoods: ["D"], partnerships: ["age"] },
  ],
};

const many = Array.from({ length: 120 }, (_, index) => index);
const kinds = ["partnership", "category", "facility"];
const admins = many.map((index) => ({ email: `admin${index}@remit.example`, name: `Admin ${index}` }));

/** What is loaded on top: everything that a page shows grown from one or two to more than a hundred. */
const grown = {
  users: admins,
  tags: many.map((index) => ({ id: `t${index}`, kind: kinds[index % 3], name: `Tag ${index}` })),
  partners: many.map((index) => {
    return { id: `p${index}`, name: `Partner ${index}`, serviceAreas: ["D"], tags: ["age", "food", `t${index}`] };
  }),
  roles: [
    ...many.map((index) => ({ user: "own@remit.example", role: "partner_admin", partner: `p${index}` })),
    ...admins.map(({ email }) => {
      return { user: email, role: "partnership_admin", neighbourhoods: ["D"], partnerships: ["age"] };
    }),
  ],
};

const none = Promise.resolve({});
const category = Promise.resolve({ tagId: "food" });
const partnership = Promise.resolve({ tagId: "age" });
const asked = Promise.resolve({ q: "o", sort: "-partners", kind: "category" });
const carried = Promise.resolve({ q: "a", carried: "with" });
const chosen = (act: string) => Promise.resolve({ act, partner: ["garden", ...many.map((index) => `p${index}`)] });

/** At most 8 statements for a list, 10 for a record or its form. */
const pages: readonly [name: string, most: number, render: () => Promise<unknown>][] = [
  ["list of tags", 8, () => TagsPage({ searchParams: none })],
  ["list of tags by a search", 8, () => TagsPage({ searchParams: asked })],
  ["category's record", 10, () => TagPage({ params: category, searchParams: none })],
  ["partnership's record", 10, () => TagPage({ params: partnership, searchParams: none })],
  ["tag's history", 10, () => TagHistoryPage({ params: category, searchParams: none })],
  [
    "page that puts partners in and out of a category",
    8,
    () => TagPartnersPage({ params: category, searchParams: none }),
  ],
  ["same for a partnership by a search", 8, () => TagPartnersPage({ params: partnership, searchParams: carried })],
  ["form of a tag", 10, () => EditTagPage({ params: category })],
  ["form of a new tag", 10, () => NewTagPage()],
  ["page that deletes a tag", 10, () => DeleteTagPage({ params: partnership })],
  ["page that puts a tag on many partners", 10, () => BulkPage({ searchParams: chosen("add-tag") })],
  ["page that takes a tag off many partners", 10, () => BulkPage({ searchParams: chosen("remove-tag") })],
  ["page that hides many partners", 10, () => BulkPage({ searchParams: chosen("hide") })],
  ["page that adds an admin to many partners", 10, () => BulkPage({ searchParams: chosen("add-admin") })],
];

const people = ["root", "area", "pa", "own"];

/** Of each page the statements for each kind of admin: with a few rows, and with many. */
const few = new Map<string, number[]>();
const grownTo = new Map<string, number[]>();

beforeAll(async () => {
  await loadForTest(world, { reset: true });
  await measure(few);
  await loadForTest(grown);
  const event = { actorId: null, actorLabel: "a test", action: "tag.update", after: { name: "Other" } };
  await recordForTest(many.map(() => ({ ...event, resourceType: "tag", resourceId: "food" })));
  await measure(grownTo);
}, 240_000);

async function measure(found: Map<string, number[]>): Promise<void> {
  for (const [name, , render] of pages) {
    const counts: number[] = [];
    for (const who of people) {
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
    expect(counts).toHaveLength(people.length);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(1);
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
