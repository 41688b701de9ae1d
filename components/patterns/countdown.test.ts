import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { countdown } from "./countdown";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it("comes to its end once, after exactly its time, however often it is told to run", () => {
  const onEnd = vi.fn();
  const count = countdown(8_000, onEnd);
  count.run();
  count.run();
  vi.advanceTimersByTime(7_999);
  expect(onEnd).not.toHaveBeenCalled();
  vi.advanceTimersByTime(60_000);
  expect(onEnd).toHaveBeenCalledOnce();
});

it("stands still while it is held and goes on with what was left", () => {
  const onEnd = vi.fn();
  const count = countdown(8_000, onEnd);
  count.run();
  vi.advanceTimersByTime(5_000);
  count.hold();
  count.hold();
  vi.advanceTimersByTime(600_000);
  count.run();
  vi.advanceTimersByTime(2_999);
  expect(onEnd).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(onEnd).toHaveBeenCalledOnce();
});

it("never begins by itself", () => {
  const onEnd = vi.fn();
  countdown(1, onEnd).hold();
  vi.advanceTimersByTime(60_000);
  expect(onEnd).not.toHaveBeenCalled();
});
