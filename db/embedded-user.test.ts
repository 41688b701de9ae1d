import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { canEnter, canReach, hiddenPlaceFor } from "./embedded-user";

/** Somebody to whom nothing here belongs. */
const stranger = { name: "stranger", uid: 4_000_001, gid: 4_000_001 };

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "remit-reach-"));
  await chmod(folder, 0o755);
  await mkdir(join(folder, "inner"), { mode: 0o755 });
  await writeFile(join(folder, "inner", "file"), "", { mode: 0o644 });
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe("a user without rights", () => {
  test("reaches a file that everybody may read", () => {
    expect(canReach(stranger, join(folder, "inner", "file"))).toBe(true);
  });

  test("does not reach a file below a folder that is closed, however far up", async () => {
    await chmod(folder, 0o700);
    expect(canReach(stranger, join(folder, "inner", "file"))).toBe(false);
    expect(canEnter(stranger, join(folder, "inner"))).toBe(false);
  });

  test("does not reach a file that others may not read, but may pass through folders that cannot be listed", async () => {
    await chmod(join(folder, "inner"), 0o711);
    expect(canReach(stranger, join(folder, "inner", "file"))).toBe(true);
    await chmod(join(folder, "inner", "file"), 0o600);
    expect(canReach(stranger, join(folder, "inner", "file"))).toBe(false);
  });

  test("does not reach what is not there", () => {
    expect(canReach(stranger, join(folder, "missing"))).toBe(false);
  });
});

test("the place for what cannot be reached is one for each path, and the same every time", () => {
  expect(hiddenPlaceFor("/home/somebody/remit/.data")).toBe(hiddenPlaceFor("/home/somebody/remit/.data/"));
  expect(hiddenPlaceFor("/home/somebody/remit/.data")).not.toBe(hiddenPlaceFor("/home/somebody/remit/.data2"));
  expect(hiddenPlaceFor("/home/somebody/remit/.data")).toMatch(/^\/var\/lib\/remit\/[0-9a-f]{16}$/);
});
