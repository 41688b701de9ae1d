import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { newId } from "@/lib/platform/ids";
import { loadWorld } from "@/lib/world/load";
import {
  asOwner,
  drift,
  kept,
  overlapping,
  partner,
  person,
  refusal,
  refusals,
  run,
  TRIES,
  tag,
  world,
  write,
} from "./writers";

/** Lets the rules that wait for the end of a transaction speak now, while it is still open. */
const CHECK_NOW = "set constraints all immediate";

/** The ways in which a root stops being one. */
const ACTS: readonly (readonly [string, (name: string) => string])[] = [
  ["an ended grant", (name) => `update role_grants set ended_at = now() where user_id = ${person(name)}`],
  ["deletion", (name) => `delete from users where id = ${person(name)}`],
  [
    "deactivation",
    (name) =>
      `insert into user_deactivations (id, user_id, deactivated_at) select '${newId()}', ${person(name)}, now()`,
  ],
];

beforeEach(async () => {
  await write((tx) => loadWorld(tx, world, { reset: true }));
});

afterEach(async () => {
  expect(await drift()).toBe(0);
});

describe("at least one", () => {
  test("a partner without a place is refused, unless its transaction loads broken data on purpose", async () => {
    const insert = `insert into partners (id, name) values ('${newId()}', 'Nowhere')`;
    expect(await refusal(run(insert))).toBe("partner_has_place");
    const off = sql`select set_config('app.structure_only', 'on', true)`;
    const broken = write(async (tx) => {
      await tx.execute(off);
      await tx.execute(sql.raw(insert));
    });
    expect(await refusal(broken)).toBeNull();
  });

  test("two deletes at once never leave a partner without a place, in a bulk load either", async () => {
    const later = "select set_config('app.keep_later', 'on', true)";
    const removals = (text: string) => [later, text, CHECK_NOW, `select refresh_partners(array[${partner("here")}])`];
    const both = overlapping(
      removals(`delete from partner_addresses where partner_id = ${partner("here")}`),
      removals(`delete from partner_service_areas where partner_id = ${partner("here")}`),
    );
    expect(await refusal(both)).toBe("partner_has_place");
    expect((await kept("here")).places).toEqual(["B"]);
  });

  test("two deletes at once never leave a partner without a place", async () => {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const deletes = await refusals([
        run(`delete from partner_addresses where partner_id = ${partner("here")}`),
        run(`delete from partner_service_areas where partner_id = ${partner("here")}`),
      ]);
      expect(deletes.filter((refused) => refused === null)).toHaveLength(1);
      expect((await kept("here")).places).toHaveLength(1);
      await write((tx) => loadWorld(tx, world));
    }
  });

  test.each(ACTS)("while one root is put out by %s, the other cannot be, in any way", async (_, first) => {
    for (const [, second] of ACTS) {
      const both = overlapping([first("One"), CHECK_NOW], [second("Two")]);
      expect(await refusal(both)).toBe("portal_has_root");
      await write((tx) => loadWorld(tx, world));
    }
  });

  test("the last day of the last root that had none is refused, however far it is", async () => {
    const lastDay = (day: string) => run(`update role_grants set ends_on = '${day}' where role = 'root'`);
    expect(await refusal(lastDay("2001-01-01"))).toBe("portal_has_root");
    expect(await refusal(lastDay("2999-12-31"))).toBe("portal_has_root");
  });

  test.each(ACTS)("a root with a last day does not stand in for one who is put out by %s", async (_, act) => {
    await run(`update role_grants set ends_on = '2999-12-31' where user_id = ${person("One")}`);
    expect(await refusal(run(act("Two")))).toBe("portal_has_root");
    expect(await refusal(run(act("One")))).toBeNull();
  });
});

describe("fixed facts", () => {
  test("a tag keeps its kind", async () => {
    expect(await refusal(run(`update tags set kind = 'category' where external_id = 'p1'`))).toBe("tags_kind_fixed");
  });

  test("a partnership grant takes partnership tags only", async () => {
    const grant = `insert into role_grants (id, user_id, role, granted_at) values ('${newId()}', ${person("One")}, 'partnership_admin', now()) returning id`;
    const wrong = write(async (tx) => {
      const [made] = await tx.execute<{ id: string }>(sql.raw(grant));
      await tx.execute(sql.raw(`insert into role_grant_partnerships select '${made?.id}', ${tag("food")}`));
    });
    expect(await refusal(wrong)).toBe("role_grant_partnerships_kind");
  });

  test("the audit trail can be added to and never altered, by the application or by the owner", async () => {
    const row = `insert into audit_events (id, at, actor_label, action, resource_type, resource_id)
      values ('${newId()}', now(), 'test', 'test.do', 'system', 'portal')`;
    expect(await refusal(run(row))).toBeNull();
    for (const text of ["update audit_events set reason = 'x'", "delete from audit_events", "truncate audit_events"]) {
      expect(await refusal(run(text))).toBe("42501");
      expect(await refusal(asOwner(text))).toBe("42501");
    }
  });

  test("the application's role may not change the schema", async () => {
    for (const text of [
      "alter table users add column extra text",
      "drop table mails",
      "create table public.mine ()",
      "truncate users cascade",
    ]) {
      expect(await refusal(run(text))).toBe("42501");
    }
  });
});
