import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { readTransaction } from "@/db/client";
import { partners } from "@/db/schema/places";
import { endGrantAction, giveGrantAction } from "@/lib/people/grants/actions";
import { addPartnerAdminAction } from "@/lib/people/partner-admins/actions";
import { updateUserAction } from "@/lib/people/users/actions";
import { getUser } from "@/lib/people/users/queries";
import { act } from "@/lib/testing/partner-acts";
import { actorOf, emailOf, grantIdOf } from "@/lib/testing/people-acts";
import { peopleWorld } from "@/lib/testing/people-world";
import { loadForTest } from "@/lib/testing/statements";
import { type AuditListItem, listAuditEvents, listHistory, type TracedRole } from "./queries";

/** What happened to the person with roles half inside and half outside other people's reach: as loaded, then as done. */
const garden = "role.grant partner role";
const kitchen = ["role.grant partner partnerName role", "role.end partner partnerName role"];
const rename = "user.update name";
const everything = [
  garden,
  "role.grant endsOn partner role",
  "role.grant neighbourhoods role",
  rename,
  "session.start by device",
  "role.change neighbourhoods",
  ...kitchen,
  "role.change endsOn",
  "role.end endsOn partner partnerName role",
  "role.end neighbourhoods role",
];

beforeAll(async () => {
  await loadForTest(peopleWorld, { reset: true });
  const both = emailOf("both");
  const end = async (told: string) => act("root", endGrantAction, { grantId: await grantIdOf("both", told) });
  const acts = [
    () => act("root", updateUserAction, { userId: both, version: 1, name: "Person of both", phone: "0161 496 0040" }),
    // Whoever is refused has signed in all the same.
    () => act("both", giveGrantAction, { userId: both, role: "root" }),
    () => act("root", giveGrantAction, { userId: both, role: "neighbourhood_admin", neighbourhoods: "ardwick" }),
    () => act("root", giveGrantAction, { userId: both, role: "partner_admin", partner: "kitchen" }),
    () => act("root", giveGrantAction, { userId: both, role: "partner_admin", partner: "shop", endsOn: "2098-06-30" }),
    () => end("partner_admin kitchen"),
    () => end("partner_admin shop"),
    () => end("neighbourhood_admin"),
    () => act("own", addPartnerAdminAction, { partnerId: "garden", email: "nobody@people.example" }),
  ];
  for (const one of acts) await one();
});

/** The history of that person as somebody reads it, in no order; null where it is refused. */
async function historyFor(who: string): Promise<string[] | null> {
  const events = await eventsFor(who);
  return events?.map(({ action, changed }) => [action, ...changed].join(" ")).toSorted() ?? null;
}

async function eventsFor(who: string): Promise<AuditListItem[] | null> {
  const found = await getUser(await actorOf("root"), emailOf("both"));
  if (found === null) throw new Error("The world has no such person.");
  const about = { type: "user", id: found.user.userId, externalId: null } as const;
  const { page } = await listHistory(await actorOf(who), about, null);
  return page?.events ?? null;
}

/** What the history of a partner tells somebody, the newest first. */
async function partnerHistory(who: string, key: string): Promise<AuditListItem[]> {
  const root = await actorOf("root");
  const [partner] = await readTransaction((tx) =>
    tx.select({ id: partners.id }).from(partners).where(eq(partners.externalId, key)),
  );
  const about = { type: "partner", id: partner?.id ?? root.userId, externalId: key } as const;
  const { page } = await listHistory(await actorOf(who), about, null);
  if (page === null) throw new Error(`${who} may not read the history of ${key}.`);
  return page.events;
}

describe("the history of a person", () => {
  it.each(["root", "root2", "both"])("is whole for root and for the person: %s", async (who) => {
    expect(await historyFor(who)).toEqual(everything.toSorted());
  });

  it.each([
    ["an area admin the roles on partners in reach, those that ended too", "area", [garden, ...kitchen]],
    ["a partnership admin those on partners of the partnership", "pa", [garden]],
    ["a co-admin those on the partner that they share", "own", [garden]],
  ])("tells %s, and neither of other roles nor of signing in", async (_, who, roles) => {
    expect(await historyFor(who)).toEqual([rename, ...roles].toSorted());
  });

  it("is refused to whoever does not see the person", async () => {
    expect(await historyFor("lone")).toBeNull();
  });

  const ofPerson = (role: string, of: Partial<TracedRole> = {}) => ({
    about: "person",
    role,
    places: [],
    partnerships: [],
    partner: null,
    ...of,
  });

  it("names to whoever knows them the roles and what they were over, as they were written down", async () => {
    const roles = (await eventsFor("root"))?.flatMap(({ role }) => role ?? []) ?? [];
    expect(roles).toHaveLength(9);
    expect(roles).toContainEqual(ofPerson("neighbourhood_admin", { places: ["Wales", "Ardwick"] }));
    expect(roles).toContainEqual(ofPerson("partner_admin", { partner: "Siop Onnen" }));
    // A world file writes ids, and nothing is looked up.
    expect(roles).toContainEqual(ofPerson("neighbourhood_admin"));
  });

  it("names to others nothing but roles on partners in their reach", async () => {
    const told = JSON.stringify(await eventsFor("area"));
    expect(told).toContain("Moss Side Kitchen");
    expect(told).not.toMatch(/Siop Onnen|Wales|Ardwick|neighbourhood_admin/);
  });
});

describe("the history of a partner", () => {
  it.each(["root", "own"])(
    "leaves out addresses that were looked up, which the whole trail keeps: for %s",
    async (who) => {
      expect((await partnerHistory(who, "garden")).map(({ action }) => action)).not.toContain("user.look_up");
      const { page } = await listAuditEvents(await actorOf("root"), null);
      expect(page?.events.map(({ action }) => action)).toContain("user.look_up");
    },
  );

  it("names an admin to whoever may view that person, and to others tells only that there was one", async () => {
    const given = async (who: string) => (await partnerHistory(who, "kitchen")).flatMap(({ role }) => role ?? []);
    const named = { about: "partner", admin: "Person of both" };
    const unnamed = { about: "partner", admin: null };
    // Since that role has ended the partner's own admin does not see the person any more.
    expect({ area: await given("area"), lone: await given("lone") }).toEqual({
      area: [named, named],
      lone: [unnamed, unnamed],
    });
    expect(JSON.stringify(await partnerHistory("lone", "kitchen"))).not.toContain("Person of both");
  });
});
