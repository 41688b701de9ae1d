import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { onStatement, readTransaction, writeTransaction } from "@/db/client";
import { everything } from "@/lib/testing/all-rows";
import { onSmallWorld, smallWorld } from "@/lib/testing/small-world";
import { WorldErrors } from "./errors";
import { exportWorld } from "./export";
import { type LoadOptions, loadWorld, type WorldCounts } from "./load";
import { worldFile } from "./schema";

const SETTINGS = { actorId: null, requestId: null };

const FEED = "https://feeds.example/first.ics";

function load(file: unknown, options?: LoadOptions): Promise<WorldCounts> {
  return writeTransaction(SETTINGS, (tx) => loadWorld(tx, file, options));
}

async function errorsOf(file: unknown): Promise<string[]> {
  const refused = await load(file).then(
    () => null,
    (error: unknown) => error,
  );
  if (refused === null) return [];
  if (!(refused instanceof WorldErrors)) throw refused;
  return refused.message.split("\n");
}

async function exported(): Promise<string> {
  return readTransaction(async (tx) => {
    const pieces: string[] = [];
    for await (const piece of exportWorld(tx)) pieces.push(piece);
    return pieces.join("");
  });
}

const rows = (text: string) => readTransaction((tx) => tx.execute(sql.raw(text)));

const STORED_CALENDARS = `
  select c.external_id, c.name, c.url, c.url_key, c.contact_email, c.strategy, p.external_id as partner, i.state
    from calendars c join partners p on p.id = c.partner_id join calendar_imports i on i.calendar_id = c.id order by 1`;

const storedCalendars = [
  {
    external_id: "c1",
    name: "What is on",
    url: FEED,
    url_key: "feeds.example/first.ics",
    contact_email: null,
    strategy: "place",
    partner: "p1",
    state: "idle",
  },
  {
    external_id: "c2",
    name: "By hand",
    url: null,
    url_key: null,
    contact_email: "c@p2.example",
    strategy: "no_location",
    partner: "p2",
    state: "idle",
  },
];

beforeEach(async () => {
  await load(smallWorld, { reset: true });
});

describe("calendars, postcodes and sites", () => {
  test("are loaded as the file says, and the same file again changes nothing at all", async () => {
    const first = await load(onSmallWorld);
    for (const list of ["calendars", "postcodes", "sites"] as const)
      expect(first[list]).toEqual({ created: 2, changed: 0, unchanged: 0 });
    expect(await rows(STORED_CALENDARS)).toEqual(storedCalendars);
    expect(
      await rows(
        "select p.postcode, n.code from postcodes p join neighbourhoods n on n.id = neighbourhood_id order by 1",
      ),
    ).toEqual([
      { postcode: "M11AA", code: "W1" },
      { postcode: "M11AB", code: "D1" },
    ]);
    expect(
      await rows(`select s.slug, (select count(*)::int from site_neighbourhoods n where n.site_id = s.id) as places,
        (select count(*)::int from site_partnerships t where t.site_id = s.id) as tags,
        exists (select 1 from site_publications b where b.site_id = s.id and b.unpublished_at is null) as published
        from sites s order by 1`),
    ).toEqual([
      { slug: "one", places: 2, tags: 1, published: true },
      { slug: "two", places: 0, tags: 0, published: false },
    ]);
    const before = await everything();
    for (const { created, changed } of Object.values(await load(onSmallWorld)))
      expect({ created, changed }).toEqual({ created: 0, changed: 0 });
    expect(await everything()).toEqual(before);
  });

  test("are replaced by what a later file says of them, and each one changed counts one edit", async () => {
    await load(onSmallWorld);
    const counts = await load({
      calendars: [{ id: "c1", partner: "p2", name: "What is on", url: FEED }],
      postcodes: [{ postcode: "M1 1AA", neighbourhood: "W2" }],
      sites: [{ id: "s1", slug: "one", name: "One", domain: "one.example", neighbourhoods: ["W1"] }],
    });
    for (const list of ["calendars", "postcodes", "sites"] as const)
      expect(counts[list]).toEqual({ created: 0, changed: 1, unchanged: 0 });
    expect(await rows("select place_id, version from calendars where external_id = 'c1'")).toEqual([
      { place_id: null, version: 2 },
    ]);
    expect(
      await rows(`select s.version, b.unpublished_at is null as published from sites s
        join site_publications b on b.site_id = s.id where s.external_id = 's1'`),
    ).toEqual([{ version: 2, published: false }]);
    expect(await rows("select 1 from site_partnerships")).toHaveLength(0);
    expect(await rows("select external_id from sites order by 1")).toEqual([
      { external_id: "s1" },
      { external_id: "s2" },
    ]);
  });

  test("may swap sources, slugs and domains in one file", async () => {
    await load({
      ...onSmallWorld,
      calendars: [onSmallWorld.calendars[0], { ...onSmallWorld.calendars[1], url: "https://feeds.example/2.ics" }],
    });
    await load({
      calendars: [
        { id: "c1", partner: "p1", name: "One", url: "https://feeds.example/2.ics" },
        { id: "c2", partner: "p2", name: "Two", url: FEED },
      ],
      sites: [
        { id: "s1", slug: "two", name: "One" },
        { id: "s2", slug: "one", name: "Two", domain: "ONE.example" },
      ],
    });
    expect(await rows("select external_id, url_key from calendars order by 1")).toEqual([
      { external_id: "c1", url_key: "feeds.example/2.ics" },
      { external_id: "c2", url_key: "feeds.example/first.ics" },
    ]);
    expect(await rows("select external_id, slug, domain from sites order by 1")).toEqual([
      { external_id: "s1", slug: "two", domain: null },
      { external_id: "s2", slug: "one", domain: "ONE.example" },
    ]);
  });

  test("a source, slug or domain that a record outside the file holds is refused", async () => {
    await load(onSmallWorld);
    expect(
      (
        await errorsOf({
          calendars: [{ id: "c9", partner: "p1", name: "Again", url: "http://feeds.example/first.ics" }],
          sites: [{ id: "s9", slug: "one", name: "Again", domain: "One.Example" }],
        })
      ).sort(),
    ).toEqual([
      'calendars[0].url: a calendar outside this file already has "http://feeds.example/first.ics"',
      'sites[0].domain: a site outside this file already has "One.Example"',
      'sites[0].slug: a site outside this file already has "one"',
    ]);
  });

  test("come back from an export under the ids and with the bytes that they went with", async () => {
    await load(onSmallWorld);
    await writeTransaction(SETTINGS, async (tx) => {
      await tx.execute(sql`update calendars set external_id = null where external_id = 'c2'`);
      await tx.execute(sql`update sites set external_id = null where external_id = 's2'`);
    });
    const first = await exported();
    const world = worldFile.parse(JSON.parse(first));
    expect(world.sites).toContainEqual({
      id: "s1",
      slug: "one",
      name: "One",
      domain: "one.example",
      neighbourhoods: ["W1", "W2"],
      partnerships: ["t1"],
      published: true,
    });
    expect(world.calendars).toContainEqual({ id: "c1", partner: "p1", name: "What is on", url: FEED, place: "p1" });
    expect(world.roles).toContainEqual({ user: "na@remit.example", role: "site_admin", site: "s1" });
    expect(world.omitted?.join()).toMatch(/imported events.*files/);
    await load(world, { reset: true });
    expect(await exported()).toBe(first);
  });

  test("a site admin's grant is one, logged with the site, and given anew after it was ended", async () => {
    expect((await load(onSmallWorld)).roles).toEqual({ created: 1, changed: 0, unchanged: 0 });
    const [site] = await rows("select id from sites where external_id = 's1'");
    expect(
      await rows(
        "select after from audit_events where action = 'role.grant' and after ->> 'role' = 'site_admin' order by id desc limit 1",
      ),
    ).toEqual([{ after: { role: "site_admin", site: site?.id } }]);
    await writeTransaction(SETTINGS, (tx) =>
      tx.execute(sql`update role_grants set ended_at = now() where role = 'site_admin'`),
    );
    expect((await load(onSmallWorld)).roles).toEqual({ created: 1, changed: 0, unchanged: 0 });
  });

  test("a reset empties them, with events, images and deleted partners", async () => {
    await load(onSmallWorld);
    await writeTransaction(SETTINGS, async (tx) => {
      await tx.execute(sql`insert into events (id, calendar_id, uid, title, starts_at, ends_at, time_zone)
        select gen_random_uuid(), id, 'u', 'Tea', now(), now(), 'Europe/London' from calendars limit 1`);
      await tx.execute(sql`insert into event_hidings (id, event_id, reason, hidden_at)
        select gen_random_uuid(), id, 'Double', now() from events`);
      await tx.execute(sql`insert into images (id, media_type, width, height, content)
        values (gen_random_uuid(), 'image/webp', 1, 1, '\\x00')`);
      await tx.execute(sql`insert into partner_images (partner_id, image_id)
        select p.id, i.id from partners p, images i where p.external_id = 'p1'`);
      await tx.execute(sql`insert into partner_deletions (id, partner_id, name, snapshot, deleted_at)
        values (gen_random_uuid(), gen_random_uuid(), 'Gone', '{}', now())`);
    });
    await load({}, { reset: true });
    const tables = ["calendars", "calendar_imports", "events", "event_hidings", "sites", "site_publications"];
    for (const table of [...tables, "postcodes", "images", "partner_images", "partner_deletions"])
      expect(await rows(`select 1 from ${table}`), table).toHaveLength(0);
  });

  test("take a number of statements that does not grow with the number of entries", async () => {
    const statements = async (entries: number) => {
      let count = 0;
      onStatement(() => {
        count += 1;
      });
      const many = <Entry>(entry: (index: number) => Entry) =>
        Array.from({ length: entries }, (_, index) => entry(index));
      await load({
        calendars: many((at) => ({
          id: `n${entries}-${at}`,
          partner: "p1",
          name: "N",
          url: `https://n.example/${entries}/${at}`,
        })),
        postcodes: many((at) => ({ postcode: `N${entries}X${at}`, neighbourhood: "W1" })),
        sites: many((at) => ({
          id: `n${entries}-${at}`,
          slug: `n${entries}-${at}`,
          name: "N",
          neighbourhoods: ["W1"],
        })),
      });
      onStatement(null);
      return count;
    };
    expect(await statements(200)).toBe(await statements(3));
  });
});
