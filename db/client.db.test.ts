import { EventEmitter, once } from "node:events";
import { sql } from "drizzle-orm";
import { afterEach, describe, expect, test } from "vitest";
import { liftTimeLimits, onStatement, readTransaction, writeTransaction } from "./client";

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

describe("a transaction inside another", () => {
  const inner = () => readTransaction((tx) => tx.execute(sql`select 1`));

  test("is refused at once, because as many as there are connections would wait for each other for ever", async () => {
    const nested = [() => readTransaction(inner), () => writeTransaction(nobody, inner)];
    for (const work of nested) await expect(work()).rejects.toThrow("begun inside another");
    const many = await Promise.allSettled(Array.from({ length: 24 }, () => writeTransaction(nobody, inner)));
    expect(many.map(({ status }) => status)).toEqual(Array.from({ length: 24 }, () => "rejected"));
  });

  test("is no longer inside once the outer one has ended, nor when it ran beside it", async () => {
    const outer = new EventEmitter();
    const left: Promise<unknown>[] = [];
    await readTransaction(async () => void left.push(once(outer, "over").then(inner)));
    outer.emit("over");
    await expect(Promise.all([...left, inner(), inner()])).resolves.toHaveLength(3);
  });
});

describe("how long a transaction may take", () => {
  const settings = sql`select current_setting('statement_timeout') as statement, current_setting('idle_in_transaction_session_timeout') as idle`;

  test("is limited in reads and writes alike", async () => {
    const limits = [{ statement: "1min", idle: "1min" }];
    expect([...(await readTransaction((tx) => tx.execute(settings)))]).toEqual(limits);
    expect([...(await writeTransaction(nobody, (tx) => tx.execute(settings)))]).toEqual(limits);
  });

  test("can be lifted for one transaction alone, by a command that loads a world", async () => {
    const lifted = await writeTransaction(nobody, async (tx) => {
      await liftTimeLimits(tx);
      return tx.execute(settings);
    });
    expect([...lifted]).toEqual([{ statement: "0", idle: "0" }]);
    expect([...(await readTransaction((tx) => tx.execute(settings)))]).toEqual([{ statement: "1min", idle: "1min" }]);
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
