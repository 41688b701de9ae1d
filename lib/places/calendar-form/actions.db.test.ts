import { beforeEach, expect, test, vi } from "vitest";
import { previewCalendar } from "@/lib/places/calendar-imports/queries";
import { PREVIEW_LIMIT, UNSEEN_PLACE } from "@/lib/places/calendars/constants";
import { calendarWorld, editCalendar } from "@/lib/testing/calendar-acts";
import { calendarNow } from "@/lib/testing/calendar-rows";
import { partnerNow, tracesOf } from "@/lib/testing/partner-acts";
import { emailOf } from "@/lib/testing/people-acts";
import { inRequest } from "@/lib/testing/request";
import { sessionCookieForTest } from "@/lib/testing/sessions";
import { loadForTest } from "@/lib/testing/statements";
import { previewCalendarAction } from "./actions";

// The only thing that would leave the machine.
vi.mock("@/lib/places/calendar-imports/queries", async (original) => ({
  ...(await original<typeof import("@/lib/places/calendar-imports/queries")>()),
  previewCalendar: vi.fn(async () => ({ ok: true, name: "Days", total: 0, events: [], notices: [] })),
}));

// A bound that a test reaches in a moment; nobody but the person of that test asks as often.
vi.mock("@/lib/places/calendars/constants", async (original) => ({
  ...(await original<typeof import("@/lib/places/calendars/constants")>()),
  PREVIEW_LIMIT: { name: "calendar-previews", points: 6, seconds: 600 },
}));

const asked = vi.mocked(previewCalendar);

beforeEach(async () => {
  await loadForTest(calendarWorld, { reset: true });
  asked.mockClear();
});

/** A form as somebody has typed it so far: without a name. */
const typed = {
  name: "",
  url: "webcal://market.example/days.ics",
  partner: "garden",
  strategy: "place",
  place: "garden",
};

async function preview(who: string, fields: Readonly<Record<string, string>>) {
  const session = await sessionCookieForTest(emailOf(who));
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  const { result } = await inRequest({ cookies: { [session.name]: session.value } }, () =>
    previewCalendarAction(null, form),
  );
  if (result === null) throw new Error("A preview led elsewhere.");
  return result;
}

test("whoever may add a calendar sees what its source holds, with a name still to come, and nothing is written", async () => {
  const answer = await preview("own", typed);
  expect(answer).toMatchObject({
    ok: true,
    data: { url: "https://market.example/days.ics", found: { ok: true, name: "Days" }, values: typed },
  });
  const [actor, source] = asked.mock.calls[0] ?? [];
  expect(actor?.email).toBe(emailOf("own"));
  expect(source).toEqual({
    url: "https://market.example/days.ics",
    strategy: "place",
    place: { id: (await partnerNow("garden"))?.id, name: "Juniper Garden" },
  });
  expect(await calendarNow("Days")).toBeNull();
});

test("whoever may edit a calendar sees what another source would bring, and the calendar stays as it is", async () => {
  const before = await calendarNow("visits");
  const fields = { ...typed, calendarId: "visits", version: "1", place: UNSEEN_PLACE };
  expect((await preview("own", fields)).ok).toBe(true);
  expect(asked.mock.calls[0]?.[1].place).toEqual({ id: "", name: "A place outside your remit" });
  expect(await calendarNow("visits")).toEqual(before);
  expect(await tracesOf(before?.id ?? "")).toEqual([]);
});

test.each([
  ["somebody without a role, of a new one", "plain", {}, "forbidden"],
  ["a site's admin, of a new one", "site", {}, "forbidden"],
  ["an area admin elsewhere, of a partner out of sight", "far", {}, "invalid"],
  ["an area admin elsewhere, of a calendar out of sight", "far", { calendarId: "diary", version: "1" }, "not_found"],
  ["a partner's admin, for a partner out of sight", "own", { partner: "quay" }, "invalid"],
  ["a partner's admin, at a place out of sight", "own", { place: "quay" }, "invalid"],
  ["root, without a source", "root", { url: "" }, "invalid"],
  ["root, from a private network", "root", { url: "http://192.168.0.1/a.ics" }, "invalid"],
  ["root, placed at nowhere", "root", { place: "" }, "invalid"],
] as const)("no server is asked for %s", async (_, who, fields, code) => {
  expect(await preview(who, { ...typed, ...fields })).toMatchObject({ ok: false, code });
  expect(asked).not.toHaveBeenCalled();
});

test("somebody whose form is older than the calendar is shown the conflict before anything is fetched", async () => {
  await editCalendar("co", "diary", { name: "Changed meanwhile" });
  const answer = await preview("own", { ...typed, calendarId: "diary", version: "1" });
  expect(answer).toMatchObject({ ok: false, code: "conflict", stale: { values: { name: "Changed meanwhile" } } });
  expect(asked).not.toHaveBeenCalled();
});

test("nobody can have servers asked without end", async () => {
  const answers: Awaited<ReturnType<typeof preview>>[] = [];
  for (let count = 0; count <= PREVIEW_LIMIT.points; count += 1) answers.push(await preview("city", typed));
  expect(answers.at(0)?.ok).toBe(true);
  expect(answers.at(-1)).toMatchObject({ ok: false, code: "rate_limited" });
  expect(asked).toHaveBeenCalledTimes(PREVIEW_LIMIT.points);
});
