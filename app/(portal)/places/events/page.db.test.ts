import { beforeEach, expect, test, vi } from "vitest";
import { hideEventAction, unhideEventAction } from "@/lib/places/events/actions";
import { now } from "@/lib/platform/clock";
import { addCalendarForTest, addEventForTest } from "@/lib/testing/calendars";
import { idOf, loadEventWorld } from "@/lib/testing/event-world";
import { act } from "@/lib/testing/partner-acts";
import { inRequest } from "@/lib/testing/request";
import { countOfRequest, forgetReads } from "@/lib/testing/request-reads";
import { recordForTest } from "@/lib/testing/statements";
import PortalLayout from "../../layout";
import CalendarHealthPage from "../calendars/health/page";
import HideEventPage from "./[eventId]/hide/page";
import EventHistoryPage from "./[eventId]/history/page";
import EventPage from "./[eventId]/page";
import EventsPage from "./page";

vi.mock("react", async (original) => {
  const { keepingReads } = await import("@/lib/testing/request-reads");
  return keepingReads(await original<typeof import("react")>());
});

let hiddenId = "";
let shownId = "";

const searchParams = Promise.resolve({});
const filtered = Promise.resolve({
  q: "digging",
  calendar: "garden-days",
  partner: "garden",
  when: "all",
  state: "shown",
});
const shownAgain = Promise.resolve({ notice: "event-shown" });
const paramsOf = (eventId: string) => Promise.resolve({ eventId });

const pages: readonly [name: string, most: number, render: () => Promise<unknown>][] = [
  ["list of events", 8, () => EventsPage({ searchParams })],
  ["list of events under every filter", 8, () => EventsPage({ searchParams: filtered })],
  ["health of calendars", 8, () => CalendarHealthPage()],
  ["record of a hidden event", 10, () => EventPage({ params: paramsOf(hiddenId), searchParams })],
  [
    "event's record after it was shown again",
    10,
    () => EventPage({ params: paramsOf(shownId), searchParams: shownAgain }),
  ],
  ["event's history", 10, () => EventHistoryPage({ params: paramsOf(shownId), searchParams })],
  ["page that hides an event", 10, () => HideEventPage({ params: paramsOf(shownId) })],
];

beforeEach(async () => {
  const ids = await loadEventWorld();
  hiddenId = ids["Noisy digging"];
  shownId = ids["Digging day"];
  await act("root", hideEventAction, { eventId: shownId, reason: "Once." });
  await act("root", unhideEventAction, { eventId: shownId });
  const failed = { state: "error", failure: "html", failingSince: now() } as const;
  const notices = [{ code: "missing_title", count: 1, example: "" }];
  for (const importing of [failed, { succeededAt: now(), notices }]) {
    await addCalendarForTest({ partnerId: await idOf("partners", "garden"), about: "few", importing });
  }
});

test.each(pages)(
  "a request for the %s takes at most %d statements, and as many when all that it shows has grown to over a hundred",
  async (name, most, render) => {
    const few = await statementsOfEach(render);
    await grow();
    const after = await statementsOfEach(render);
    expect(Math.min(...few), name).toBeGreaterThan(1);
    expect(Math.max(...few)).toBeLessThanOrEqual(most);
    expect(after).toEqual(few);
  },
);

test("a page asked for without a session leaves for sign-in, whichever it is", async () => {
  for (const [name, , render] of pages) {
    forgetReads();
    const answer = await inRequest({}, render);
    expect(answer.redirectedTo, name).toMatch(/^\/sign-in/);
  }
});

/** More events than a page of the list holds, more calendars than the health page names, and a longer trail. */
async function grow(): Promise<void> {
  const many = Array.from({ length: 110 }, (_, index) => index);
  const [calendarId, partnerId] = [await idOf("calendars", "garden-days"), await idOf("partners", "garden")];
  const notices = many.slice(0, 10).map((index) => ({ code: `kind-${index}`, count: index, example: "" }));
  for (const index of many) {
    await addEventForTest({ calendarId, about: "digging", inHours: 100 + index });
    const importing = { state: "error", failure: "html", failingSince: now(), notices } as const;
    await addCalendarForTest({ partnerId, about: "many", importing });
  }
  const told = { actorId: null, actorLabel: "a test", action: "event.hide", resourceType: "event" };
  await recordForTest(many.map(() => ({ ...told, resourceId: shownId, after: { hidden: true } })));
}

/** For root, whose reasons name no place, and for an area admin, whose do. */
async function statementsOfEach(render: () => Promise<unknown>): Promise<number[]> {
  return [await statements(render, "root"), await statements(render, "area")];
}

function statements(render: () => Promise<unknown>, who: string): Promise<number> {
  return countOfRequest(`${who}@people.example`, () => Promise.all([PortalLayout({ children: null }), render()]));
}
