import { isValidElement } from "react";
import { beforeAll, expect, test } from "vitest";
import PortalLayout from "@/app/(portal)/layout";
import type { FrameProps } from "@/components/shell/frame";
import { userPath } from "@/lib/people/users/constants";
import type { Actor } from "@/lib/permissions/load-actor";
import { neighbourhoodPath } from "@/lib/places/neighbourhood-tree/constants";
import { partnerPath } from "@/lib/places/partners/constants";
import { MOST_PALETTE_ENTRIES, PALETTE_LIMIT } from "@/lib/platform/palette/constants";
import { type PaletteGroup, paletteAnswerSchema } from "@/lib/platform/palette/schemas";
import { sessionCookieName } from "@/lib/platform/sign-in/cookie-names";
import { asPerson } from "@/lib/testing/as-person";
import { type DemoPerson, demoEmail } from "@/lib/testing/demo/people";
import { inSight } from "@/lib/testing/in-sight";
import { meanwhile } from "@/lib/testing/partner-acts";
import { inRequest } from "@/lib/testing/request";
import { signInForTest } from "@/lib/testing/sessions";
import { loadForTest } from "@/lib/testing/statements";
import { demoWorld } from "@/lib/testing/world";
import { GET } from "./route";

beforeAll(() => loadForTest(demoWorld(), { reset: true }));

/** Somebody for each role, for several at once, for one that gives nothing, and for none. */
const people = [
  "ruth.adeyemi",
  "saoirse.quinn",
  "nasreen.malik",
  "patience.okoro",
  "marcus.bell",
  "tom.ashworth",
  "mel.hartley",
  "joyce.appiah",
  "piotr.zielinski",
  "yusuf.karim",
] as const satisfies readonly DemoPerson[];

async function cookiesOf(person: DemoPerson): Promise<Record<string, string>> {
  return { [sessionCookieName()]: (await signInForTest(demoEmail(person))).token };
}

async function ask(cookies: Record<string, string>, text: string): Promise<Response> {
  const request = new Request(`http://localhost:3000/api/palette?${new URLSearchParams({ q: text })}`);
  const { result } = await inRequest({ cookies }, () => GET(request));
  if (result === null) throw new Error("The route answered by leading elsewhere.");
  return result;
}

async function groupsFor(cookies: Record<string, string>, text: string): Promise<PaletteGroup[]> {
  const response = await ask(cookies, text);
  expect(response.status).toBe(200);
  return paletteAnswerSchema.parse(await response.json()).groups;
}

/** The addresses of all records that the engine lets this actor view, by the palette's name of their kind. */
async function addressesInSight(actor: Actor): Promise<Record<string, Set<string>>> {
  const [emails, ids, codes] = await Promise.all([
    inSight(actor, "user"),
    inSight(actor, "partner"),
    inSight(actor, "neighbourhood"),
  ]);
  return {
    People: new Set(emails.map((email) => userPath({ userId: email, email }))),
    Partners: new Set(ids.map((id) => partnerPath({ id, externalId: id }))),
    Neighbourhoods: new Set(codes.map((code) => neighbourhoodPath({ id: code, code }))),
  };
}

// Everybody and everything in the demo world has one of these; whole names and addresses reach for what is out of sight.
const texts = [
  ..."aeiou",
  "hulme",
  "moss side",
  "garden",
  "remit",
  "ruth adeyemi",
  "winston.grant@remit.example",
  "m15",
  "_",
  "%",
];

test.each(people)("%s is offered no record beyond their sight, whatever is typed", async (person) => {
  const cookies = await cookiesOf(person);
  const sight = await asPerson(person, addressesInSight);
  const records = (await Promise.all(texts.map((text) => groupsFor(cookies, text))))
    .flat()
    .filter(({ label }) => label !== "Actions" && label !== "Pages");
  for (const { label, entries } of records) {
    const unseen = entries.filter(({ href }) => sight[label]?.has(href) !== true);
    expect(unseen, label).toEqual([]);
    expect(entries.length).toBeLessThanOrEqual(MOST_PALETTE_ENTRIES);
  }
  // What each can see in all is not nothing: they see at least themselves.
  expect(records.flatMap(({ entries }) => entries).length).toBeGreaterThan(0);
});

test.each([
  ["nasreen.malik", "hulme advice", true],
  ["joyce.appiah", "hulme advice", false],
  ["joyce.appiah", "birley fields", true],
  ["marcus.bell", "birley fields", false],
  ["joyce.appiah", "winston grant", false],
  ["nasreen.malik", "winston grant", true],
  ["joyce.appiah", "danny fogarty", true],
  ["joyce.appiah", "moss side ward", false],
  ["yusuf.karim", "ruth", false],
] as const)("%s who types %j is offered something: %s", async (person, text, expected) => {
  expect((await groupsFor(await cookiesOf(person), text)).length > 0).toBe(expected);
});

test.each(people)(
  "%s is offered exactly the pages of their navigation, and their own access and sessions",
  async (person) => {
    const cookies = await cookiesOf(person);
    const { result } = await inRequest({ cookies }, () => PortalLayout({ children: null }));
    if (!isValidElement<FrameProps>(result)) throw new Error("The layout has no frame.");
    const ways = result.props.groups.flatMap(({ entries }) =>
      entries.map(({ href, label }) => ({ href, label, detail: "" })),
    );
    const own = [
      { href: "/account/access", label: "My access", detail: "" },
      { href: "/account/sessions", label: "My sessions", detail: "" },
    ];
    const named = [...ways, ...own, ...every].map(({ label }) => label);
    const found = await Promise.all([...new Set(named)].map((label) => groupsFor(cookies, label)));
    const pages = found.flat().flatMap(({ label, entries }) => (label === "Pages" ? entries : []));
    const distinct = [...new Map(pages.map((page) => [page.href, page])).values()];
    expect(distinct.toSorted(byAddress)).toEqual([...ways, ...own].toSorted(byAddress));
  },
);

/** Pages that only some may open. */
const every = [
  { label: "Partners" },
  { label: "Neighbourhoods" },
  { label: "People" },
  { label: "Mail" },
  { label: "Audit" },
];

function byAddress(a: { href: string }, b: { href: string }): number {
  return a.href < b.href ? -1 : 1;
}

test.each([
  ["ruth.adeyemi", ["New partner", "New neighbourhood"]],
  ["nasreen.malik", ["New partner"]],
  ["patience.okoro", ["New partner"]],
  ["marcus.bell", []],
  ["joyce.appiah", []],
  ["saoirse.quinn", []],
  ["yusuf.karim", []],
] as const)("%s is offered only what they may do: %j", async (person, expected) => {
  const groups = await groupsFor(await cookiesOf(person), "create");
  expect(
    groups.filter(({ label }) => label === "Actions").flatMap(({ entries }) => entries.map(({ label }) => label)),
  ).toEqual(expected);
});

test("each record has what tells it from others, and more than a glance's worth leads to the list of all of them", async () => {
  const cookies = await cookiesOf("ruth.adeyemi");
  const groups = await groupsFor(cookies, "  MOSS   side ");
  const byLabel = new Map(groups.map((group) => [group.label, group]));
  expect(byLabel.get("Neighbourhoods")?.entries).toContainEqual({
    href: "/places/neighbourhoods/E05011372",
    label: "Moss Side",
    detail: "Ward · Manchester › North West › England",
  });
  expect(groups.map(({ label }) => label)).toEqual(["Neighbourhoods", "Partners"]);
  expect(byLabel.get("Partners")?.entries).toContainEqual({
    href: "/places/partners/moss-side-pantry",
    label: "Moss Side Pantry",
    detail: "Hulme",
  });
  expect(byLabel.get("Partners")?.more).toBeNull();
  const [colin] = (await groupsFor(cookies, "colin")).flatMap(({ entries }) => entries);
  expect(colin?.detail).toBe("colin.sharples@remit.example · deactivated");
  const many = new Map((await groupsFor(cookies, "a")).map(({ label, more }) => [label, more]));
  expect(many.get("Partners")).toEqual({ href: "/places/partners?q=a", label: "All partners with “a”" });
  const tree = { href: "/places/neighbourhoods?q=a", label: "All neighbourhoods with “a”" };
  expect(many.get("Neighbourhoods")).toEqual(tree);
});

test("nobody, and whoever is deactivated, gets a refusal and no name; nobody may keep an answer", async () => {
  for (const cookies of [{}, await cookiesOf("colin.sharples")]) {
    const response = await ask(cookies, "a");
    expect([response.status, await response.json()]).toEqual([401, "Sign in first."]);
  }
  expect((await ask(await cookiesOf("joyce.appiah"), "a")).headers.get("cache-control")).toBe("private, no-store");
});

test("whoever asks too often is told when to go on", async () => {
  const cookies = await cookiesOf("winston.grant");
  await groupsFor(cookies, "a");
  // As if all of a minute's were used; the counter holds what was used so far.
  await meanwhile(`update rate_limits set points = ${PALETTE_LIMIT.points} where key like '${PALETTE_LIMIT.name}%'`);
  const refused = await ask(cookies, "a");
  expect([refused.status, await refused.json()]).toEqual([
    429,
    "That was a lot of searching. Search again in a minute.",
  ]);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
});
