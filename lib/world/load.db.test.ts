import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { onStatement, readTransaction, writeTransaction } from "@/db/client";
import { everything } from "@/lib/testing/all-rows";
import { smallWorld } from "@/lib/testing/small-world";
import { demoWorld } from "@/lib/testing/world";
import { type LoadOptions, loadWorld, type WorldCounts } from "./load";

const SETTINGS = { actorId: null, requestId: null };

function load(file: unknown, options?: LoadOptions): Promise<WorldCounts> {
  return writeTransaction(SETTINGS, (tx) => loadWorld(tx, file, options));
}

const rows = (text: string) => readTransaction((tx) => tx.execute(sql.raw(text)));

beforeEach(async () => {
  await load(smallWorld, { reset: true });
});

describe("loading", () => {
  test("the demo world twice changes not a row, a version or an instant, and writes no audit event", async () => {
    const first = await load(demoWorld(), { reset: true });
    expect(first.partners.created).toBeGreaterThanOrEqual(120);
    const before = await everything();
    const second = await load(demoWorld());
    for (const { created, changed } of Object.values(second))
      expect({ created, changed }).toEqual({ created: 0, changed: 0 });
    expect(await everything()).toEqual(before);
  });

  test("a person's neighbourhood entries are one grant over all of them, and a later file replaces its places", async () => {
    const held = `select array_agg(n.code order by n.code) as codes from role_grant_neighbourhoods h
      join neighbourhoods n on n.id = h.neighbourhood_id join role_grants g on g.id = h.grant_id
      where g.role = 'neighbourhood_admin' and g.ended_at is null group by g.id`;
    expect(await rows(held)).toEqual([{ codes: ["W1", "W2"] }]);
    await load({ roles: [{ user: "na@remit.example", role: "neighbourhood_admin", neighbourhoods: ["D1", "W2"] }] });
    expect(await rows(held)).toEqual([{ codes: ["D1", "W2"] }]);
  });

  test("every grant that a load gives, changes or ends is an event about the person, with what it was and is", async () => {
    const trail = `select e.action, u.email, e.actor_label, e.before, e.after from audit_events e
      join users u on u.id::text = e.resource_id and e.resource_type = 'user' order by e.id`;
    const id = async (table: string, key: string) =>
      String((await rows(`select id from ${table} where ${key}`))[0]?.id);
    const [w1, w2, p1] = [
      await id("neighbourhoods", "code = 'W1'"),
      await id("neighbourhoods", "code = 'W2'"),
      await id("partners", "external_id = 'p1'"),
    ];
    const event = { actor_label: "world file", email: "na@remit.example" };
    const areas = { role: "neighbourhood_admin", neighbourhoods: [w1, w2].sort() };
    const given = await rows(trail);
    expect(given).toHaveLength(4);
    expect(given).toContainEqual({ ...event, action: "role.grant", before: null, after: areas });
    const partnerAdmin = { role: "partner_admin", partner: p1, endsOn: "2020-01-01" };
    expect(given).toContainEqual({ ...event, action: "role.grant", before: null, after: partnerAdmin });
    await load({ roles: [{ user: event.email, role: "neighbourhood_admin", neighbourhoods: ["W2"] }] });
    const after = { ...areas, neighbourhoods: [w2] };
    expect((await rows(trail)).slice(4)).toEqual([{ ...event, action: "role.change", before: areas, after }]);
  });

  test("the same grant twice is one, and other places or partnerships make another", async () => {
    const grant = { user: "na@remit.example", role: "partnership_admin" as const };
    const counts = await load({
      roles: [
        { ...grant, neighbourhoods: ["W1", "W1"], partnerships: ["t1"] },
        { ...grant, neighbourhoods: ["W2", "W1"], partnerships: ["t1"] },
        { ...grant, neighbourhoods: ["W1", "W2"], partnerships: ["t1"] },
        { ...grant, neighbourhoods: [], partnerships: ["t1"] },
        { ...grant, neighbourhoods: ["W1"], partnerships: [] },
      ],
    });
    expect(counts.roles).toEqual({ created: 3, changed: 0, unchanged: 1 });
  });

  test("an ended grant that stands in the file is given anew", async () => {
    await writeTransaction(SETTINGS, (tx) =>
      tx.execute(sql`update role_grants set ended_at = now() where role = 'partner_admin'`),
    );
    expect((await load(smallWorld)).roles).toEqual({ created: 1, changed: 0, unchanged: 3 });
    expect(
      await rows("select ended_at is null as open from role_grants where role = 'partner_admin' order by 1"),
    ).toEqual([{ open: false }, { open: true }]);
  });

  test("a record's own links are replaced and its state is what the file says; other records stay", async () => {
    const counts = await load({
      users: [{ email: "gone@remit.example", name: "Back" }],
      partners: [{ id: "p2", name: "Second", serviceAreas: ["W1"], tags: ["t2"] }],
    });
    expect(counts.partners).toEqual({ created: 0, changed: 1, unchanged: 0 });
    expect(await rows("select name, slug, version from partners order by name")).toEqual([
      { name: "First", slug: null, version: 1 },
      { name: "Second", slug: null, version: 2 },
    ]);
    expect(await rows("select reason, unhidden_at is null as hidden from partner_hidings")).toEqual([
      { reason: "Closed for repairs", hidden: false },
    ]);
    expect(await rows("select reactivated_at is null as out from user_deactivations")).toEqual([{ out: false }]);
    expect(await rows("select * from kept_column_drift()")).toHaveLength(0);
  });

  test("two partners may swap names and slugs in one file", async () => {
    const [first, second] = smallWorld.partners ?? [];
    await load({
      partners: [
        { ...first, name: "second", slug: "second" },
        { ...second, name: "FIRST", slug: null },
      ],
    });
    expect(await rows("select external_id, name, slug from partners order by 1")).toEqual([
      { external_id: "p1", name: "second", slug: "second" },
      { external_id: "p2", name: "FIRST", slug: null },
    ]);
  });

  test("the portal's own UUID names a record as its external id does", async () => {
    const [tag] = await rows("select id from tags where external_id = 't2'");
    expect((await load({ tags: [{ id: String(tag?.id), kind: "category", name: "Food" }] })).tags.unchanged).toBe(1);
  });

  test("takes a number of statements that does not grow with the number of records", async () => {
    const statements = async (partners: number) => {
      let count = 0;
      onStatement(() => {
        count += 1;
      });
      const prefix = `n${partners}`;
      await load({
        partners: Array.from({ length: partners }, (_, index) => ({
          id: `${prefix}-${index}`,
          name: `${prefix} ${index}`,
          serviceAreas: ["W1"],
        })),
      });
      onStatement(null);
      return count;
    };
    expect(await statements(200)).toBe(await statements(3));
  });

  test("reset empties all but the audit trail and leaves only what the file holds", async () => {
    const count = async (action: string) =>
      (await rows(`select 1 from audit_events where action = '${action}'`)).length;
    const [events, ended] = [(await rows("select 1 from audit_events")).length, await count("role.end")];
    await load({ users: [{ email: "new@remit.example", name: "New" }] }, { reset: true });
    expect(await rows("select email from users")).toEqual([{ email: "new@remit.example" }]);
    for (const table of ["partners", "neighbourhoods", "tags", "role_grants"])
      expect(await rows(`select 1 from ${table}`)).toHaveLength(0);
    expect(await rows("select action from audit_events order by id desc limit 2")).toEqual([
      { action: "world.load" },
      { action: "world.reset" },
    ]);
    const grants = 4;
    expect(await count("role.end")).toBe(ended + grants);
    expect(await rows("select 1 from audit_events")).toHaveLength(events + grants + 2);
  });

  test("the rules that a reset puts off judge what is loaded after it", async () => {
    const attempt = load(
      {
        ...smallWorld,
        users: [{ email: "root@remit.example", name: "Root", deactivated: true }],
        roles: [{ user: "root@remit.example", role: "root" }],
      },
      { reset: true },
    );
    await expect(attempt).rejects.toThrow("roles: the portal would be left without an active root");
  });

  test("a world says what is: one whose only root has a last day is loaded", async () => {
    await load(
      {
        ...smallWorld,
        users: [{ email: "root@remit.example", name: "Root" }],
        roles: [{ user: "root@remit.example", role: "root", endsOn: "2099-12-31" }],
      },
      { reset: true },
    );
    expect(await rows("select ends_on::text from role_grants where ended_at is null")).toEqual([
      { ends_on: "2099-12-31" },
    ]);
  });
});
