import { beforeEach, expect, test, vi } from "vitest";
import { calendarWorld } from "@/lib/testing/calendar-acts";
import { calendarNow } from "@/lib/testing/calendar-rows";
import { addCalendarForTest, addEventForTest } from "@/lib/testing/calendars";
import { partnerNow } from "@/lib/testing/partner-acts";
import { emailOf } from "@/lib/testing/people-acts";
import { inRequest } from "@/lib/testing/request";
import { countOfRequest, forgetReads } from "@/lib/testing/request-reads";
import { loadForTest, recordForTest } from "@/lib/testing/statements";
import PortalLayout from "../../layout";
import PartnerCalendarsPage from "../partners/[partnerId]/calendars/page";
import DeleteCalendarPage from "./[calendarId]/delete/page";
import EditCalendarPage from "./[calendarId]/edit/page";
import CalendarHistoryPage from "./[calendarId]/history/page";
import CalendarPage from "./[calendarId]/page";
import NewCalendarPage from "./new/page";
import CalendarsPage from "./page";

vi.mock("react", async (original) => {
  const { keepingReads } = await import("@/lib/testing/request-reads");
  return keepingReads(await original<typeof import("react")>());
});

const many = Array.from({ length: 60 }, (_, index) => index);

const searchParams = Promise.resolve({});
const filtered = Promise.resolve({ q: "garden", partner: "garden", state: "idle", through: "root", sort: "state" });
const found = Promise.resolve({ partner: "garden", place: "hall" });
const params = Promise.resolve({ calendarId: "diary" });
const partner = Promise.resolve({ partnerId: "garden" });

const pages: readonly [name: string, most: number, render: () => Promise<unknown>][] = [
  ["list of calendars", 8, () => CalendarsPage({ searchParams })],
  ["list of calendars by everything", 8, () => CalendarsPage({ searchParams: filtered })],
  ["calendars of a partner", 8, () => PartnerCalendarsPage({ params: partner, searchParams })],
  ["form of a new calendar", 10, () => NewCalendarPage({ searchParams })],
  ["form of a new calendar with partners that were found", 10, () => NewCalendarPage({ searchParams: found })],
  ["calendar's record", 10, () => CalendarPage({ params, searchParams })],
  ["calendar's history", 10, () => CalendarHistoryPage({ params, searchParams })],
  ["form of a calendar", 10, () => EditCalendarPage({ params, searchParams })],
  ["form of a calendar with partners that were found", 10, () => EditCalendarPage({ params, searchParams: found })],
  ["page that deletes a calendar", 10, () => DeleteCalendarPage({ params })],
];

beforeEach(() => loadForTest(calendarWorld, { reset: true }));

test.each(pages)(
  "a request for the %s takes at most %d statements, and as many when all that it shows has grown",
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

/** More calendars, events and history than one page shows, and more partners than a form lists. */
async function grow(): Promise<void> {
  const partners = many.map((index) => ({ id: `crowd-${index}`, name: `Crowd ${index}`, serviceAreas: ["hulme"] }));
  await loadForTest({ ...calendarWorld, partners: [...(calendarWorld.partners ?? []), ...partners] }, { reset: true });
  const [garden, diary] = [await partnerNow("garden"), await calendarNow("diary")];
  for (const index of many) {
    await addCalendarForTest({ partnerId: garden?.id ?? "", about: `crowd ${index}` });
    await addEventForTest({ calendarId: diary?.id ?? "", about: "crowd", inHours: index + 1 });
  }
  const event = { actorId: null, actorLabel: "a test", action: "calendar.update", resourceType: "calendar" };
  await recordForTest(
    [...many, ...many].map((index) => ({ ...event, resourceId: diary?.id ?? "", after: { name: `Name ${index}` } })),
  );
}

/** For root, whose reasons name no place, and for an area admin, whose do. */
async function statementsOfEach(render: () => Promise<unknown>): Promise<number[]> {
  return [await statements(render, "root"), await statements(render, "city")];
}

function statements(render: () => Promise<unknown>, who: string): Promise<number> {
  return countOfRequest(emailOf(who), () => Promise.all([PortalLayout({ children: null }), render()]));
}
