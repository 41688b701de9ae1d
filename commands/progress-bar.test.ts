import { expect, test } from "vitest";
import { progressBar } from "./progress-bar";

function terminal(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, written, write: (text: string | Uint8Array) => written.push(String(text)) > 0 };
}

test("a bar on a terminal shows how much is done, and its end even right after its beginning", () => {
  const stream = terminal(true);
  const bar = progressBar("Loading", stream);
  bar.show(0, 12_000);
  bar.show(12_000, 12_000);
  bar.clear();
  expect(stream.written[0]).toContain(`Loading [${"-".repeat(30)}] 0 of 12,000`);
  expect(stream.written[1]).toContain(`Loading [${"#".repeat(30)}] 12,000 of 12,000`);
  expect(stream.written).toHaveLength(3);
});

test("nothing is written where nobody watches", () => {
  const stream = terminal(false);
  const bar = progressBar("Loading", stream);
  bar.show(1, 2);
  bar.clear();
  expect(stream.written).toEqual([]);
});
