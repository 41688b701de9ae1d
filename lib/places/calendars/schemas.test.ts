import { describe, expect, it } from "vitest";
import { STRATEGIES, UNSEEN_PLACE } from "./constants";
import { type CalendarValues, calendarEditSchema, calendarFormSchema, previewCalendarSchema } from "./schemas";

const typed = { name: "Market days", partner: "garden", strategy: "event" };
const saved: CalendarValues = {
  name: "Xy",
  url: "https://old.example:8080/a.ics",
  partner: "01890a5d-ac96-774b-bcce-b302099a8057",
  strategy: "place",
  place: "",
  contactName: "",
  contactPhone: "12",
  contactEmail: "",
};

function faultsOf(
  schema: { safeParse: (value: unknown) => { success: boolean; error?: { issues: { path: PropertyKey[] }[] } } },
  value: unknown,
) {
  const result = schema.safeParse(value);
  return result.success ? [] : (result.error?.issues.map(({ path }) => String(path[0])) ?? []).toSorted();
}

describe("a new calendar", () => {
  it("is tidied, and keeps its source in one form", () => {
    const parsed = calendarFormSchema.parse({ ...typed, name: " Market  days ", url: " webcal://A.Example/x.ics#y " });
    expect(parsed).toMatchObject({ name: "Market days", url: "https://a.example/x.ics", place: "", contactEmail: "" });
  });

  it("takes the chosen partner where a box that can be ticked off sends a blank one too", () => {
    expect(calendarFormSchema.parse({ ...typed, partner: ["", "garden"] }).partner).toBe("garden");
    expect(faultsOf(calendarFormSchema, { ...typed, partner: ["garden", "hall"] })).toContain("partner");
  });

  it("needs a default place for the ways that mean nothing without, and for no others", () => {
    const needing = STRATEGIES.filter((strategy) =>
      faultsOf(calendarFormSchema, { ...typed, strategy }).includes("place"),
    );
    expect(needing).toEqual(["place", "event_override", "room_number"]);
    expect(faultsOf(calendarFormSchema, { ...typed, strategy: "place", place: "hall" })).toEqual([]);
  });

  it("has no field that the form does not have", () => {
    expect(calendarFormSchema.safeParse({ ...typed, version: "1" }).success).toBe(false);
  });
});

describe("an edit", () => {
  const schema = calendarEditSchema(saved);
  const named = { calendarId: "diary", version: "1" };

  it("leaves what was loaded outside of today's bounds, and bounds what is changed", () => {
    expect(faultsOf(schema, { ...named, ...saved })).toEqual([]);
    const changed = { name: "Zz", url: "https://old.example:8080/b.ics", contactPhone: "13" };
    expect(faultsOf(schema, { ...named, ...saved, ...changed })).toEqual(["contactPhone", "name", "url"]);
  });

  it("asks for a default place as soon as the way of placing is touched", () => {
    expect(faultsOf(schema, { ...named, strategy: "room_number" })).toEqual(["place"]);
    expect(faultsOf(schema, { ...named, strategy: "room_number", place: UNSEEN_PLACE })).toEqual([]);
    expect(faultsOf(schema, { ...named, strategy: "event" })).toEqual([]);
  });
});

describe("a preview", () => {
  it("judges what an import needs and nothing else", () => {
    const unfinished = { name: "", contactEmail: "nobody", url: "https://a.example/x.ics", strategy: "event" };
    expect(faultsOf(previewCalendarSchema, unfinished)).toEqual([]);
    expect(faultsOf(previewCalendarSchema, { ...unfinished, url: "" })).toEqual(["url"]);
    expect(faultsOf(previewCalendarSchema, { ...unfinished, url: "ftp://a.example/x.ics" })).toEqual(["url"]);
  });
});
