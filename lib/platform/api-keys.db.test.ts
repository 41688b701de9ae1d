import { describe, expect, it } from "vitest";
import { readTransaction, type Transaction, writeTransaction } from "@/db/client";
import { apiKeys } from "@/db/schema/platform";
import { createApiKey, findApiKey, listApiKeys, revokeApiKey } from "./api-keys";
import { newId } from "./ids";

describe("an API key", () => {
  it("opens what it was made for and stands in the database only as a hash", async () => {
    const name = `checker ${newId()}`;
    const token = await make(name);
    expect(token).toMatch(/^remit_[\w-]{43}$/);
    expect(await find(token ?? "")).toMatchObject({ name, scope: "authz:inspect" });
    const stored = await readTransaction((tx) => tx.select().from(apiKeys));
    expect(JSON.stringify(stored)).not.toContain(token);
  });

  it("that is made up, empty, shortened or a stored hash opens nothing", async () => {
    const token = (await make(`checker ${newId()}`)) ?? "";
    const stored = await readTransaction((tx) => tx.select().from(apiKeys));
    const wrong = [
      "",
      "remit_",
      `remit_${"A".repeat(43)}`,
      token.slice(0, -1),
      token.slice(6),
      stored[0]?.keyHash ?? "",
    ];
    for (const text of wrong) expect(await find(text)).toBeNull();
  });

  it("opens nothing once it is revoked, and its name is not given again", async () => {
    const name = `checker ${newId()}`;
    const token = (await make(name)) ?? "";
    expect(await write((tx) => revokeApiKey(tx, name))).toBe(true);
    expect(await find(token)).toBeNull();
    expect(await write((tx) => revokeApiKey(tx, name))).toBe(false);
    expect(await make(name)).toBeNull();
    const listed = (await readTransaction(listApiKeys)).find((key) => key.name === name);
    expect(listed?.revokedAt).toBeInstanceOf(Date);
  });
});

function make(name: string): Promise<string | null> {
  return write((tx) => createApiKey(tx, name, "authz:inspect"));
}

function find(token: string) {
  return readTransaction((tx) => findApiKey(tx, token));
}

function write<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  return writeTransaction({ actorId: null, requestId: null }, work);
}
