import { beforeAll, expect, it } from "vitest";
import { readTransaction } from "@/db/client";
import { calendarImports, calendars, events } from "@/db/schema/calendars";
import { now } from "@/lib/platform/clock";
import { personAt } from "@/lib/testing/as-person";
import { smallWorld } from "@/lib/testing/small-world";
import { loadForTest } from "@/lib/testing/statements";
import type { Fetched } from "../calendar-sources/queries";
import { previewCalendar } from "./queries";

beforeAll(() => loadForTest(smallWorld));

const url = "https://source.example/a.ics";
const place = { id: "00000000-0000-7000-8000-000000000000", name: "Garden" };

const stamp = (days: number) =>
  `${new Date(now().getTime() + days * 86_400_000).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;

const event = (index: number, ...lines: readonly string[]) =>
  ["BEGIN:VEVENT", `UID:${index}`, `SUMMARY:Event ${index}`, `DTSTART:${stamp(index)}`, ...lines, "END:VEVENT"].join(
    "\n",
  );

const giving =
  (...lines: readonly string[]) =>
  async (): Promise<Fetched> => ({
    ...{ kind: "body", text: ["BEGIN:VCALENDAR", ...lines, "END:VCALENDAR"].join("\n"), doubtful: false },
    ...{ etag: null, lastModified: null, checksum: "" },
  });

it("a preview shows the first ten events that come, of how many, where they would be and what is odd", async () => {
  const actor = await personAt("root@remit.example");
  const many = Array.from({ length: 12 }, (_, index) => event(index + 1));
  const over = event(-2);
  const odd = ["BEGIN:VEVENT", "UID:odd", "DTSTART:nonsense", "END:VEVENT"].join("\n");
  const fetch = giving("X-WR-CALNAME:Ours", over, ...many.toReversed(), odd);
  const found = await previewCalendar(actor, { url, strategy: "place", place }, fetch);
  if (!found.ok) throw new Error(found.failure);
  expect(found).toMatchObject({ name: "Ours", total: 12 });
  expect(found.events.map(({ title }) => title)).toEqual(many.slice(0, 10).map((_, index) => `Event ${index + 1}`));
  expect(found.events[0]).toMatchObject({ where: "Garden", allDay: false, timeZone: "Europe/London" });
  expect(found.notices).toEqual(["An event could not be read and was left out."]);
});

it("a preview names a partner that an event means only to those who may view it", async () => {
  const asked = { url, strategy: "event", place: null } as const;
  const fetch = giving(
    event(1, "LOCATION:1 Road\\, M1 1AA"),
    event(2, "LOCATION:Somewhere"),
    event(3),
    event(4, "X-GOOGLE-CONFERENCE:https://meet.google.com/a"),
  );
  const where = async (email: string) => {
    const found = await previewCalendar(await personAt(email), asked, fetch);
    return found.ok ? found.events.map((shown) => shown.where) : found.failure;
  };
  expect(await where("root@remit.example")).toEqual(["First", "Somewhere", "No place given", "Online"]);
  expect(await where("gone@remit.example")).toEqual(["1 Road, M1 1AA", "Somewhere", "No place given", "Online"]);
});

it.each([
  [
    async (): Promise<Fetched> => ({ kind: "failed", state: "error", failure: "not_found" }),
    /no calendar at this address/,
  ],
  [async (): Promise<Fetched> => ({ kind: "unchanged" }), /not understood/],
  [giving("END:VCALENDAR", "BEGIN:VCALENDAR", "BEGIN:VEVENT", "SUMMARY:A", "BEGIN:VCALENDAR"), /no events/],
])("a preview that fails says why in words, and no preview leaves a trace", async (fetch, words) => {
  const actor = await personAt("root@remit.example");
  const found = await previewCalendar(actor, { url, strategy: "place", place }, fetch);
  expect(found.ok ? found.notices.join(" ") : found.failure).toMatch(words);
  const left = await readTransaction(async (tx) => [
    await tx.select().from(calendars),
    await tx.select().from(calendarImports),
    await tx.select().from(events),
  ]);
  expect(left).toEqual([[], [], []]);
});
