import { expect, it } from "vitest";
import { readJsonObject } from "./read-body";

function read(body: string): Promise<unknown> {
  const headers = { "content-type": "application/json" };
  return readJsonObject(new Request("http://portal.example/", { method: "POST", headers, body }));
}

const nested = (levels: number) => `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;

it("reads a body of ordinary depth", async () => {
  expect(await read(nested(10))).toHaveProperty("a.a.a");
});

it.each([65, 100_000])("refuses a body of %i levels with 400 instead of exhausting the stack later", async (levels) => {
  await expect(read(nested(levels))).rejects.toMatchObject({ status: 400 });
});
