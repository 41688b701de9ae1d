import { sql } from "drizzle-orm";
import { beforeAll, expect, it, test } from "vitest";
import { readTransaction, writeTransaction } from "@/db/client";
import { countUsers } from "@/lib/people/user-filters/queries";
import { readUserListQuery } from "@/lib/people/user-list/schemas";
import { listCalendars } from "@/lib/places/calendar-list/queries";
import { readCalendarListQuery } from "@/lib/places/calendar-list/schemas";
import { listPartners } from "@/lib/places/partner-list/queries";
import { readPartnerListQuery } from "@/lib/places/partner-list/schemas";
import { addCalendarForTest } from "@/lib/testing/calendars";
import { editingWorld } from "@/lib/testing/editing-world";
import { actorOf } from "@/lib/testing/people-acts";
import { countStatements, loadForTest } from "@/lib/testing/statements";
import { DATA_FAULTS, MOST_FAULTY } from "./constants";
import { type DataFinding, getDataQuality } from "./queries";

const DAY_MS = 86_400_000;

beforeAll(async () => {
  await loadForTest(
    {
      validate: "structure",
      ...editingWorld,
      partners: [...(editingWorld.partners ?? []), { id: "nowhere", name: "Nowhere House" }],
      roles: [
        ...(editingWorld.roles ?? []),
        { user: "plain@people.example", role: "partnership_admin", neighbourhoods: ["hulme"], partnerships: [] },
      ],
    },
    {},
  );
  await writeTransaction({ actorId: null, requestId: null }, (tx) =>
    tx.execute(sql`update neighbourhoods set legacy_since = now() where code = 'ordsall'`),
  );
  const partnerId = await idOf("garden");
  const ago = (days: number) => new Date(Date.now() - days * DAY_MS);
  await addCalendarForTest({ partnerId, about: "Well", importing: { succeededAt: ago(0) } });
  await addCalendarForTest({ partnerId, about: "Never" });
  await addCalendarForTest({ partnerId, about: "Without", url: null });
  await addCalendarForTest({ partnerId, about: "Stale", importing: { succeededAt: ago(9) } });
  const importing = { state: "error", failure: "not_found", failingSince: ago(1) } as const;
  await addCalendarForTest({ partnerId, about: "Failing", importing });
});

async function idOf(externalId: string): Promise<string> {
  const [row] = await readTransaction((tx) =>
    tx.execute<{ id: string }>(sql`select id from partners where external_id = ${externalId}`),
  );
  if (row === undefined) throw new Error(`There is no partner ${externalId}.`);
  return row.id;
}

async function findings(): Promise<readonly DataFinding[]> {
  const found = (await getDataQuality(await actorOf("root"))).findings;
  if (found === null) throw new Error("Root may not see the list.");
  return found;
}

test("root finds each fault with the records that have it, by name", async () => {
  const named = (await findings()).map(({ fault, records }) => [fault, records.map(({ name }) => name)]);
  expect(named).toEqual([
    ["without-place", ["Nowhere House"]],
    ["legacy-place", ["Larch Bridge", "Willow Quay"]],
    ["without-admin", ["Aspen Riders", "Elm", "Larch Bridge", "Moss Side Kitchen", "Nowhere House"]],
    ["failing", [expect.stringMatching(/^Test Failing /)]],
    ["stale", [expect.stringMatching(/^Test Stale /)]],
    ["never", [expect.stringMatching(/^Test Never /)]],
    ["incomplete-role", ["Person plain"]],
  ]);
});

test("each count equals the list that its line leads to, also beyond the records that are named", async () => {
  const root = await actorOf("root");
  for (const { fault, count, href } of await findings()) {
    const parameters = Object.fromEntries(new URL(href, "https://portal.example").searchParams);
    const listed = href.startsWith("/people")
      ? await readTransaction((tx) => countUsers(tx, root, readUserListQuery(parameters)))
      : href.startsWith("/places/calendars")
        ? (await listCalendars(root, readCalendarListQuery(parameters))).total
        : (await listPartners(root, readPartnerListQuery(parameters))).total;
    expect(listed, fault).toBe(count);
    expect(Object.keys(parameters), fault).not.toEqual([]);
  }
  const withoutAdmin = (await findings()).find(({ fault }) => fault === "without-admin");
  expect(withoutAdmin?.count).toBeGreaterThan(MOST_FAULTY);
});

it.each(["area", "pa", "own", "plain"])("is refused to %s, with the reason", async (who) => {
  const { decision, findings: found } = await getDataQuality(await actorOf(who));
  expect(found).toBeNull();
  expect(decision.reasons.map(({ code }) => code)).toEqual(["no_grant"]);
});

test("takes three statements", async () => {
  const root = await actorOf("root");
  expect(await countStatements(() => getDataQuality(root))).toBe(3);
  expect((await findings()).map(({ fault }) => fault)).toEqual([...DATA_FAULTS]);
});
