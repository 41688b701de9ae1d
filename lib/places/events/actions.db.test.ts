import { beforeEach, describe, expect, it, test } from "vitest";
import { loadEventWorld, moderationNow, type WorldEvent } from "@/lib/testing/event-world";
import { act, tracesOf } from "@/lib/testing/partner-acts";
import { hideEventAction, unhideEventAction } from "./actions";

let ids: Readonly<Record<WorldEvent, string>>;

beforeEach(async () => {
  ids = await loadEventWorld();
});

const reason = "Somebody was hurt there.";

describe("hiding an event", () => {
  it.each(["root", "area", "city", "pa"])("is done by %s, who gives a reason and stands in the trail", async (who) => {
    const eventId = ids["Digging day"];
    const done = await act(who, hideEventAction, { eventId, reason: ` ${reason} ` });
    expect(done).toEqual({ to: `/places/events/${eventId}?notice=event-hidden`, refused: null });
    expect(await moderationNow(eventId)).toEqual({ hiddenFor: reason, hidings: 1 });
    expect(await tracesOf(eventId)).toEqual([
      {
        action: "event.hide",
        actor: `${who}@people.example`,
        resourceType: "event",
        before: { hidden: false },
        after: { hidden: true },
        reason,
      },
    ]);
  });

  it.each([
    ["its organiser's own admin", "own", "Digging day", "forbidden"],
    ["somebody who sees it on a site as the public does", "site", "Digging day", "forbidden"],
    ["somebody who looks after another place", "far", "Digging day", "not_found"],
    ["somebody who looks after the place but not the organiser", "area", "Quay swim", "not_found"],
    ["somebody without a role", "plain", "Digging day", "not_found"],
    ["somebody who sees it on a site, once it is over", "site", "Old digging", "not_found"],
  ] as const)("is not for %s: nothing happens", async (_, who, title, code) => {
    const before = await moderationNow(ids[title]);
    expect((await act(who, hideEventAction, { eventId: ids[title], reason })).refused?.code).toBe(code);
    expect(await moderationNow(ids[title])).toEqual(before);
    expect(await tracesOf(ids[title])).toEqual([]);
  });

  it.each([[""], [" \r\n "], ["a".repeat(501)]])("takes a reason of a few words, and not %j", async (given) => {
    const { refused } = await act("root", hideEventAction, { eventId: ids["Digging day"], reason: given });
    expect(refused).toMatchObject({ code: "invalid", fields: { reason: expect.any(String) } });
    expect(await moderationNow(ids["Digging day"])).toEqual({ hiddenFor: null, hidings: 0 });
  });

  it("a second time is refused in words, and the first reason stands", async () => {
    const eventId = ids["Noisy digging"];
    const { refused } = await act("city", hideEventAction, { eventId, reason });
    expect(refused).toMatchObject({ code: "invalid", message: "This event is hidden already." });
    expect(await moderationNow(eventId)).toEqual({ hiddenFor: "Neighbours complained.", hidings: 1 });
  });

  it("an event that is named by no id, or that does not exist, leads nowhere", async () => {
    for (const eventId of ["Digging day", "019a0000-0000-7000-8000-000000000000", "x".repeat(400)]) {
      expect((await act("root", hideEventAction, { eventId, reason })).refused?.code).toBe("not_found");
    }
  });
});

describe("showing a hidden event again", () => {
  it.each(["root", "area", "pa"])("is done by %s, and the trail keeps why it had been hidden", async (who) => {
    const eventId = ids["Noisy digging"];
    const done = await act(who, unhideEventAction, { eventId });
    expect(done).toEqual({ to: `/places/events/${eventId}?notice=event-shown`, refused: null });
    expect(await moderationNow(eventId)).toEqual({ hiddenFor: null, hidings: 1 });
    expect(await tracesOf(eventId)).toMatchObject([
      { action: "event.unhide", actor: `${who}@people.example`, before: { hiddenBecause: "Neighbours complained." } },
    ]);
  });

  it.each([
    ["own", "forbidden"],
    ["site", "not_found"],
    ["far", "not_found"],
    ["plain", "not_found"],
  ])("is not %s's: %s, and it stays hidden", async (who, code) => {
    const eventId = ids["Noisy digging"];
    expect((await act(who, unhideEventAction, { eventId })).refused?.code).toBe(code);
    expect(await moderationNow(eventId)).toEqual({ hiddenFor: "Neighbours complained.", hidings: 1 });
  });

  it("that is shown already is refused in words", async () => {
    const { refused } = await act("area", unhideEventAction, { eventId: ids["Digging day"] });
    expect(refused).toMatchObject({ code: "invalid", message: "This event is not hidden." });
  });
});

test("two people who hide an event at once hide it once, and the second is told so", async () => {
  const eventId = ids["Digging day"];
  for (let attempt = 1; attempt <= 4; attempt += 1) {
    const hide = (who: string) => act(who, hideEventAction, { eventId, reason: `${reason} ${who}` });
    const done = await Promise.all([hide("area"), hide("city")]);
    expect(done.map(({ refused }) => refused?.code ?? "done").toSorted()).toEqual(["done", "invalid"]);
    expect((await moderationNow(eventId)).hidings).toBe(attempt);
    await act("root", unhideEventAction, { eventId });
  }
});
