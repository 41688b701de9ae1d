import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { readTransaction, writeTransaction } from "@/db/client";
import { onSmallWorld, smallWorld } from "@/lib/testing/small-world";
import { exportWorld } from "./export";
import { type LoadOptions, loadWorld, type WorldCounts } from "./load";

const SETTINGS = { actorId: null, requestId: null };

const FEED = "https://feeds.example/first.ics";

function load(file: unknown, options?: LoadOptions): Promise<WorldCounts> {
  return writeTransaction(SETTINGS, (tx) => loadWorld(tx, file, options));
}

async function exported(): Promise<string> {
  return readTransaction(async (tx) => {
    const pieces: string[] = [];
    for await (const piece of exportWorld(tx)) pieces.push(piece);
    return pieces.join("");
  });
}

const rows = (text: string) => readTransaction((tx) => tx.execute(sql.raw(text)));

beforeEach(async () => {
  await load(smallWorld, { reset: true });
});

test("a calendar that gets another source forgets what was known of the old one, and is due", async () => {
  await load(onSmallWorld);
  await writeTransaction(SETTINGS, (tx) =>
    tx.execute(sql`update calendar_imports set etag = 'e', checksum = 'c', next_at = now() + interval '1 hour',
      state = 'error', failure = 'not_found', failing_since = now()`),
  );
  const known = `select etag, checksum, next_at is null as due, state, failure from calendar_imports i
    join calendars c on c.id = calendar_id where c.external_id = 'c1'`;
  const failed = { state: "error", failure: "not_found" };
  const entry = { id: "c1", partner: "p1", name: "Renamed", url: FEED, place: "p1" };
  await load({ calendars: [entry] });
  expect(await rows(known)).toEqual([{ etag: "e", checksum: "c", due: false, ...failed }]);
  await load({ calendars: [{ ...entry, strategy: "event" }] });
  expect(await rows(known)).toEqual([{ etag: null, checksum: null, due: true, ...failed }]);
  await load({ calendars: [{ ...entry, url: "https://feeds.example/other.ics" }] });
  expect(await rows(known)).toEqual([{ etag: null, checksum: null, due: true, state: "idle", failure: null }]);
});

test("a calendar that loses its source loses its coming events with it, and no other calendar does", async () => {
  await load(onSmallWorld);
  const entry = { id: "c1", partner: "p1", name: "Has one", url: FEED, place: "p1" };
  const bare = { id: "c8", partner: "p1", name: "Never had one", place: "p1" };
  await load({ calendars: [entry, bare] });
  await writeTransaction(SETTINGS, (tx) =>
    tx.execute(sql`insert into events (id, calendar_id, uid, title, starts_at, ends_at, time_zone)
      select gen_random_uuid(), c.id, days::text, 'E', now() + days * interval '1 day', now() + days * interval '1 day', 'UTC'
      from calendars c, (values (-1), (1)) as given(days) where c.external_id in ('c1', 'c8')`),
  );
  const withdrawn = `select c.external_id, e.uid from events e join calendars c on c.id = e.calendar_id
    where e.withdrawn_at is not null`;
  await load({ calendars: [{ ...entry, name: "Renamed" }, bare] });
  expect(await rows(withdrawn)).toEqual([]);
  await load({ calendars: [{ ...entry, url: null }, bare] });
  expect(await rows(withdrawn)).toEqual([{ external_id: "c1", uid: "1" }]);
});

test("a private source is refused, and kept only where nothing but the structure is asked for", async () => {
  const calendars = [{ id: "c9", partner: "p1", name: "Inner", url: "http://10.0.0.1:8080/x.ics" }];
  await expect(load({ calendars })).rejects.toThrow(/^calendars\[0\]\.url: /);
  await load({ validate: "structure", calendars });
  const first = await exported();
  expect(JSON.parse(first)).toMatchObject({ validate: "structure", calendars });
  await load(JSON.parse(first), { reset: true });
  expect(await exported()).toBe(first);
});
