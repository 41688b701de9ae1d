import { parse } from "csv-parse/sync";
import { beforeAll, beforeEach, describe, expect, it, test, vi } from "vitest";
import { EXPORT_LIMIT, exportHref, MOST_EXPORTED } from "@/lib/places/partner-export/constants";
import { listPartners } from "@/lib/places/partner-list/queries";
import { EVERY_PARTNER, type PartnerListQuery, readPartnerListQuery } from "@/lib/places/partner-list/schemas";
import { sessionCookieName } from "@/lib/platform/sign-in/cookie-names";
import { editingWorld } from "@/lib/testing/editing-world";
import { meanwhile, tracesOf } from "@/lib/testing/partner-acts";
import { actorOf, emailOf } from "@/lib/testing/people-acts";
import { inRequest } from "@/lib/testing/request";
import { forgetReads } from "@/lib/testing/request-reads";
import { signInForTest } from "@/lib/testing/sessions";
import { loadForTest } from "@/lib/testing/statements";
import { GET, HEAD } from "./route";

vi.mock("react", async (original) => {
  const { keepingReads } = await import("@/lib/testing/request-reads");
  return keepingReads(await original<typeof import("react")>());
});

const bound = vi.hoisted(() => ({ most: 50_000 }));
vi.mock("@/lib/places/partner-export/constants", async (original) => ({
  ...(await original<typeof import("@/lib/places/partner-export/constants")>()),
  get MOST_EXPORTED() {
    return bound.most;
  },
}));

const evil = ["=1+1", "+44 161", "-2", "@SUM(A1)", "\tTabbed"].map((start, index) => ({
  id: `evil-${index}`,
  name: `${start} partner ${index}`.trim(),
  serviceAreas: ["hulme"],
}));

beforeAll(() =>
  loadForTest({ ...editingWorld, partners: [...(editingWorld.partners ?? []), ...evil] }, { reset: true }),
);
beforeEach(() => {
  bound.most = 50_000;
});

const allColumns: PartnerListQuery = {
  ...EVERY_PARTNER,
  columns: ["places", "postcode", "tags", "admins", "changed", "state"],
};

async function fetchFile(who: string | null, href: string, handler = GET) {
  forgetReads();
  const cookies: Record<string, string> =
    who === null ? {} : { [sessionCookieName()]: (await signInForTest(emailOf(who))).token };
  const request = new Request(`http://localhost:3000${href}`);
  const { result, redirectedTo } = await inRequest({ cookies }, () => handler(request));
  return { to: redirectedTo, answer: result };
}

async function rowsFor(who: string, query: PartnerListQuery): Promise<string[][]> {
  const { answer } = await fetchFile(who, exportHref(query));
  expect(answer?.status).toBe(200);
  return parse(Buffer.from((await answer?.arrayBuffer()) ?? new ArrayBuffer(0)), { bom: true });
}

async function trail(): Promise<{ actor: string | null; after: unknown }[]> {
  const traces = (await tracesOf("portal")).filter(({ action }) => action === "partner.export");
  return traces.map(({ actor, after }) => ({ actor, after }));
}

describe("the file of partners", () => {
  test.each([
    ["root", allColumns],
    ["area", allColumns],
    ["pa", { ...EVERY_PARTNER, sort: "-name" as const }],
    ["youth", EVERY_PARTNER],
    ["own", EVERY_PARTNER],
    ["root", { ...EVERY_PARTNER, text: "a", tag: "age", visibility: "shown" as const, columns: [] }],
    ["root", { ...EVERY_PARTNER, text: "nothing is called so" }],
  ])("holds for %s exactly the rows of the list under the same questions, in its order (%#)", async (who, query) => {
    const { partners } = await listPartners(await actorOf(who), query);
    const [heading, ...rows] = await rowsFor(who, query);
    expect(heading?.[0]).toBe("Name");
    expect(heading).toHaveLength(query.columns.length + 1);
    expect(rows.map(([name = ""]) => name.replace(/^'/, ""))).toEqual(partners.map(({ name }) => name));
  });

  it("goes by name where the list goes by the last change, so that whatever changes while it is read is not missed", async () => {
    const query = { ...EVERY_PARTNER, place: "hulme" };
    const byName = await rowsFor("city", query);
    expect(byName.length).toBeGreaterThan(2);
    expect(await rowsFor("city", { ...query, sort: "-changed" })).toEqual(byName);
  });

  it("says what the list says of each, places all by name", async () => {
    const rows = await rowsFor("youth", allColumns);
    expect(rows[0]).toEqual(["Name", "Places", "Postcode", "Tags", "Admins", "Last changed", "State"]);
    const bridge = rows.find(([name]) => name === "Larch Bridge");
    expect(bridge?.slice(0, 5)).toEqual([
      "Larch Bridge",
      "Hulme; Ordsall",
      "M1 1AA",
      "Youth Voice; 1 other partnership",
      "0",
    ]);
    expect(bridge?.[5]).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(bridge?.[6]).toBe("No admin");
  });

  it("holds every page of the list, not only the one that was looked at", async () => {
    const crowd = Array.from({ length: 120 }, (_, index) => ({
      id: `crowd-${index}`,
      name: `Crowd ${String(index).padStart(3, "0")}`,
      serviceAreas: ["moss-side"],
    }));
    await loadForTest({ partners: crowd });
    const query = { ...EVERY_PARTNER, text: "crowd" };
    const { next } = await listPartners(await actorOf("area"), query);
    const rows = await rowsFor("area", { ...query, cursor: next });
    expect(rows.slice(1).map(([name]) => name)).toEqual(crowd.map(({ name }) => name));
  });

  it("is UTF-8 with its mark, is kept by nobody, and starts no formula", async () => {
    const { answer } = await fetchFile("root", exportHref(EVERY_PARTNER));
    expect(answer?.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(answer?.headers.get("content-disposition")).toMatch(
      /^attachment; filename="partners-\d{4}-\d\d-\d\d\.csv"$/,
    );
    expect(answer?.headers.get("cache-control")).toContain("no-store");
    const bytes = Buffer.from((await answer?.arrayBuffer()) ?? new ArrayBuffer(0));
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const cells: string[] = (parse(bytes, { bom: true }) as string[][]).flat();
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    expect(cells).toContain("'=1+1 partner 0");
  });

  it("leaves an event with how many there were and what was asked for", async () => {
    await rowsFor("own", { ...EVERY_PARTNER, text: "juniper" });
    expect((await trail()).at(-1)).toEqual({
      actor: "own@people.example",
      after: { count: 1, list: "/places/partners?q=juniper" },
    });
  });
});

describe("no file", () => {
  test("is made for whoever asks only whether there is one, and nothing stands in the trail", async () => {
    const before = await trail();
    const { answer } = await fetchFile("root", exportHref(EVERY_PARTNER), HEAD);
    expect([answer?.status, answer?.body]).toEqual([200, null]);
    expect(answer?.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect((await fetchFile("plain", exportHref(EVERY_PARTNER), HEAD)).answer?.status).toBe(403);
    expect((await fetchFile(null, exportHref(EVERY_PARTNER), HEAD)).to).toMatch(/^\/sign-in/);
    expect(await trail()).toEqual(before);
  });

  test("is there for whoever has taken too many, who reads when to go on", async () => {
    await rowsFor("two", EVERY_PARTNER);
    const before = await trail();
    // As if all of an hour's were used; the counter holds what was used so far.
    await meanwhile(`update rate_limits set points = ${EXPORT_LIMIT.points} where key like '${EXPORT_LIMIT.name}%'`);
    const { answer } = await fetchFile("two", exportHref(EVERY_PARTNER));
    expect([answer?.status, await answer?.text()]).toEqual([
      429,
      expect.stringMatching(/^That was a lot of files\. Export again in /),
    ]);
    expect(Number(answer?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await trail()).toEqual(before);
    await meanwhile("delete from rate_limits");
  });

  test("is there for somebody without a role, who reads why, and nothing stands in the trail", async () => {
    const before = await trail();
    const { answer } = await fetchFile("plain", exportHref(EVERY_PARTNER));
    expect([answer?.status, await answer?.text()]).toEqual([403, "None of your roles opens a list of partners.\n"]);
    expect(await trail()).toEqual(before);
  });

  test("is there for nobody: they sign in first", async () => {
    expect((await fetchFile(null, exportHref(EVERY_PARTNER))).to).toMatch(/^\/sign-in/);
  });

  test("holds more partners than a file takes: the sentence says how many there are", async () => {
    expect(MOST_EXPORTED).toBe(50_000);
    const before = await trail();
    bound.most = 3;
    const { answer } = await fetchFile("root", exportHref(EVERY_PARTNER));
    expect(answer?.status).toBe(413);
    expect(await answer?.text()).toMatch(/^The list holds \d+ partners, and a file at most 3\. Narrow the list/);
    expect(await trail()).toEqual(before);
  });

  test("tells a filter that is out of sight apart from one that does not exist", async () => {
    const files = await Promise.all(["green", "made-up"].map((tag) => rowsFor("youth", readPartnerListQuery({ tag }))));
    expect(files[0]).toEqual(files[1]);
  });
});
