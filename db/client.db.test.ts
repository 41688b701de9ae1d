import { sql } from "drizzle-orm";
import { afterEach, describe, expect, test } from "vitest";
import { onStatement, readTransaction, writeTransaction } from "./client";

const nobody = { actorId: null, requestId: null };

async function countRateLimits(): Promise<number> {
  const rows = await readTransaction((tx) =>
    tx.execute<{ n: number }>(sql`select count(*)::int as n from rate_limits`),
  );
  return rows[0]?.n ?? -1;
}

describe("transactions", () => {
  test("run as the application role, which owns nothing", async () => {
    const who = sql`select current_user as role`;
    const read = await readTransaction((tx) => tx.execute<{ role: string }>(who));
    const written = await writeTransaction(nobody, (tx) => tx.execute<{ role: string }>(who));
    expect([read[0]?.role, written[0]?.role]).toEqual(["remit_app", "remit_app"]);
  });

  test("leave neither role nor settings behind on the connection", async () => {
    await writeTransaction({ actorId: "someone", requestId: "r1" }, (tx) => tx.execute(sql`select 1`));
    const rows = await writeTransaction(nobody, (tx) =>
      tx.execute(
        sql`select nullif(current_setting('app.actor', true), '') as actor, nullif(current_setting('app.request', true), '') as request`,
      ),
    );
    expect([...rows]).toEqual([{ actor: null, request: null }]);
  });

  test("tell triggers who writes and under which request", async () => {
    const rows = await writeTransaction({ actorId: "someone", requestId: "r1" }, (tx) =>
      tx.execute(sql`select current_setting('app.actor') as actor, current_setting('app.request') as request`),
    );
    expect([...rows]).toEqual([{ actor: "someone", request: "r1" }]);
  });

  test("a read transaction refuses a write", async () => {
    const write = readTransaction((tx) => tx.execute(sql`delete from rate_limits`));
    await expect(write).rejects.toMatchObject({ cause: { code: "25006" } });
  });

  test("the application role can neither change the schema nor touch a kept audit event", async () => {
    for (const statement of [
      "create table stolen (id int)",
      "drop table partners",
      "delete from audit_events",
      "update audit_events set action = 'x'",
    ]) {
      await expect(writeTransaction(nobody, (tx) => tx.execute(sql.raw(statement)))).rejects.toMatchObject({
        cause: { code: "42501" },
      });
    }
  });

  test("what is thrown undoes every write and is passed on", async () => {
    const before = await countRateLimits();
    const work = writeTransaction(nobody, async (tx) => {
      await tx.execute(sql`insert into rate_limits (key, points, expire) values ('client-test', 1, null)`);
      throw new Error("second thoughts");
    });
    await expect(work).rejects.toThrow("second thoughts");
    expect(await countRateLimits()).toBe(before);
  });
});

describe("counting statements", () => {
  const heard: string[] = [];
  afterEach(() => onStatement(null));

  test("a transaction costs one statement of its own besides begin and commit, and silence after stopping", async () => {
    onStatement((text) => void heard.push(text));
    await readTransaction((tx) => tx.execute(sql`select 1`));
    onStatement(null);
    await readTransaction((tx) => tx.execute(sql`select 2`));
    expect(heard.map((text) => text.slice(0, 18))).toEqual(["select set_config(", "select 1"]);
  });
});
