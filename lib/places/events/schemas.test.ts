import { describe, expect, it, test } from "vitest";
import { EVENT_NOTICES, LONGEST_HIDING_REASON } from "./constants";
import { hideEventSchema, readEventNotice, unhideEventSchema } from "./schemas";

const eventId = "019a0000-0000-7000-8000-000000000000";

describe("what is sent to hide an event", () => {
  it("is tidied", () => {
    expect(hideEventSchema.parse({ eventId: ` ${eventId} `, reason: " Too\r\nloud. " })).toEqual({
      eventId,
      reason: "Too\nloud.",
    });
  });

  it.each<[string, unknown, string]>([
    ["no reason", { eventId, reason: " " }, "Say why: the admins of its organiser read this."],
    ["a long reason", { eventId, reason: "a".repeat(LONGEST_HIDING_REASON + 1) }, "Keep the reason to 500 characters."],
    ["no event", { reason: "Loud." }, "Which event is not said."],
    [
      "a field of its own",
      { eventId, reason: "Loud.", hidden: "" },
      "The form was sent with a field that it does not have.",
    ],
  ])("is refused with %s", (_, sent, sentence) => {
    expect(hideEventSchema.safeParse(sent).error?.issues.map(({ message }) => message)).toEqual([sentence]);
  });
});

test("showing one again takes the event alone", () => {
  expect(unhideEventSchema.parse({ eventId })).toEqual({ eventId });
  expect(unhideEventSchema.safeParse({ eventId, reason: "Why not." }).success).toBe(false);
});

test("an address makes the page say only what can be so", () => {
  const said = (hidden: boolean) => EVENT_NOTICES.filter((code) => readEventNotice(code, hidden) !== null);
  expect(said(true)).toEqual(["event-hidden"]);
  expect(said(false)).toEqual(["event-shown"]);
  for (const code of [undefined, "", "toString", ["event-shown"], 1]) expect(readEventNotice(code, false)).toBeNull();
});
