import { beforeAll, describe, expect, it } from "vitest";
import * as preview from "@/lib/places/calendar-form/actions";
import * as calendars from "@/lib/places/calendars/actions";
import { calendarActionLines } from "./access-walk-calendars";
import { everythingButTrail } from "./all-rows";
import { loadForTest } from "./statements";
import { walkAction } from "./walk-action";
import { prepareWalkers } from "./walking";
import { demoWorld } from "./world";

const actions = { ...calendars, ...preview };

beforeAll(async () => {
  await loadForTest(demoWorld());
  await prepareWalkers();
});

describe("the walk over calendars", () => {
  it("has a line for every action that there is", () => {
    const walked = calendarActionLines.map(({ action }) => action.split("#")[1]);
    expect(Object.keys(actions).filter((name) => !walked.includes(name))).toEqual([]);
  });

  it.each(calendarActionLines)(
    "$action ($about) answers everybody as the table says, and changes nothing",
    async (line) => {
      const action = new Map(Object.entries(actions)).get(line.action.split("#")[1] ?? "");
      if (action === undefined) throw new Error(`There is no ${line.action}.`);
      const before = await everythingButTrail();
      expect(await walkAction(action, line)).toEqual(line.outcomes);
      expect(await everythingButTrail()).toEqual(before);
    },
  );
});
